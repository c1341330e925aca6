"""deploy.yml becomes upload targets; secrets in it are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from disclosure.domain.target import DEPLOY_FILE, Target
from disclosure.errors.problem import Problem, SetupError
from disclosure.reading import values
from disclosure.reading.deploy_keys import DEPLOY
from disclosure.reading.form import Findings, read_form
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

_SECRET_KEY = re.compile(
    r"密码|口令|密钥|私钥|令牌|pass|pwd|secret|token|private|access.?key|^key|key.?(?:file|pem|id)|credential", re.I
)
_SECRET_VALUE = re.compile(r"-----BEGIN|://[^/\s:@]+:[^/\s@]+@|\bLTAI[0-9A-Za-z]{12,}|\bAKI[AD][0-9A-Za-z]{12,}")
"""Private keys, passwords in addresses, and what the access keys of OSS, COS and AWS look like."""
_ADVICE = "删掉这一行，改用环境变量，见 docs/hosting.md；已经提交过的密码要马上换掉，仓库的历史里还看得到"


def read_deploy(root: Path) -> tuple[Target, ...]:
    """The targets in the order of the file. Raises SetupError with every problem found, U103 where there is no file."""
    findings = Findings(path=PurePosixPath(DEPLOY_FILE))
    targets = _read(root, findings)
    if targets is None and not findings.problems:
        hint = "写一个，例子见 docs/hosting.md；把 site 文件夹自己拷到服务器的，不用它"
        findings.add("U103", 0, f"没有 {DEPLOY_FILE}，不知道上传到哪里", hint)
    if findings.problems or targets is None:
        raise SetupError(*findings.problems)
    return targets


def deploy_problems(root: Path) -> tuple[Problem, ...]:
    """What has to be mended in deploy.yml; nothing where a school has none."""
    findings = Findings(path=PurePosixPath(DEPLOY_FILE))
    _read(root, findings)
    return tuple(findings.problems)


def _read(root: Path, findings: Findings) -> tuple[Target, ...] | None:
    try:
        node = values.mapping(parse(read_text(root / DEPLOY_FILE)))
        cleaned = _without_secrets(node, findings)
        return read_form(values.mapping(cleaned), DEPLOY, findings).get("targets")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except Unreadable as error:
        findings.unreadable(error, example="目标: {main: {方式: folder, 文件夹: /var/www/xwgk}}")
        return None


def _without_secrets(node: Node, findings: Findings) -> Node:
    """The same without what looks like a secret, each reported; its value is shown nowhere."""
    if isinstance(node, Sequence):
        items = tuple(_without_secrets(one, findings) for one in node.items if not _reported(one, findings))
        return Sequence(items=items, line=node.line)
    if isinstance(node, Mapping):
        kept = dict(_kept(node, findings))
        return Mapping(values=kept, lines={key: node.lines[key] for key in kept}, line=node.line)
    return node


def _kept(node: Mapping, findings: Findings) -> Iterator[tuple[str, Node]]:
    for key, child in node.values.items():
        if _SECRET_KEY.search(key) and isinstance(child, Scalar | Sequence):
            findings.add("U101", node.lines[key], f"「{key}」是秘密，不能写在 {DEPLOY_FILE} 里", _ADVICE)
        elif not _reported(child, findings):
            yield key, _without_secrets(child, findings)


def _reported(node: Node, findings: Findings) -> bool:
    if isinstance(node, Scalar) and _SECRET_VALUE.search(node.text):
        findings.add("U101", node.line, f"这一行有密码或密钥，不能写在 {DEPLOY_FILE} 里", _ADVICE)
        return True
    return False
