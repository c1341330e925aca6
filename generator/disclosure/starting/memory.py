"""`.disclosure/init.yml`: what was answered, and what was written, so that running `init` again knows both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from disclosure.domain.vocabulary import Word
from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key, Part, read_form
from disclosure.reading.nodes import Node, Unreadable
from disclosure.reading.scalar import scalar
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse
from disclosure.starting.answers import Answers
from disclosure.starting.keys import ANSWERS, given_by
from disclosure.starting.start_file import StartFile

PLACE = ".disclosure/init.yml"
_HEAD = "# disclosure init 记下的回答和它写的文件，下次运行时用。请提交到仓库，不用手改。\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What was remembered."""

    given: Mapping[str, Any]
    """Answers by key of the table."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of every file that was ever offered, by its path: of the text that was written, or shown and not wanted."""


def digest_of_text(text: str) -> str:
    """The digest of a text, whatever its line ends: git may have changed those."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def _digests(node: Node) -> dict[str, str]:
    return {path: values.text(child) for path, child in values.mapping(node).values.items()}


_FILE = Form("disclosure init 的记录", (
    Part("answers", "回答", ANSWERS, lambda found, _: found, "{学校名称: 示例实验学校}", "回答。", required=True),
    Key("version", "版本", values.text, "0.7.0", "是哪一版程序写的。"),
    Key("files", "文件", _digests, "{mkdocs.yml: 00ff}", "写过的文件和那时的 SHA-256。"),
))  # fmt: skip


def read_memory(root: Path) -> Memory | None:
    """What an earlier run remembered; None where there was none.

    Raises:
        SetupError: the file is there and cannot be understood.
    """
    findings = Findings(path=PurePosixPath(PLACE))
    read: dict[str, Any] = {}
    try:
        read = read_form(values.mapping(parse(read_text(root / PLACE))), _FILE, findings)
    except FileNotFoundError:
        return None
    except Unreadable as error:
        findings.unreadable(error, example=_FILE.example)
    if findings.problems:
        raise SetupError(*findings.problems)
    return Memory(given=read["answers"], digests=read.get("files") or {})


def memory_text(answers: Answers, files: Iterable[StartFile]) -> str:
    """The file's text.

    Args:
        files: what the product keeps up to date; what is written once is of no more concern.
    """
    lines = [_HEAD.rstrip("\n"), f"版本: {scalar(answers.version)}", "回答:"]
    given = given_by(answers)
    for key in ANSWERS.keys:
        lines += _of_answer(key.chinese, given[key.name])
    lines += ["文件:", *(f"  {scalar(file.path)}: {digest_of_text(file.text)}" for file in files)]
    return "\n".join(lines) + "\n"


def _of_answer(chinese: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        rows = [f"    {scalar(one)}: [{', '.join(map(_in_list, accounts))}]" for one, accounts in value.items()]
        return [f"  {chinese}:", *rows] if rows else []
    written = value.label if isinstance(value, Word) else value
    return [f"  {chinese}: {scalar(written)}"] if written else []


def _in_list(account: str) -> str:
    return f'"{account}"'
