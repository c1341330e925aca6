"""The answers as a table of keys: what the interview asks, what the options are called, what `.disclosure/init.yml` holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from disclosure.domain.repository import HOSTS_OF, Editor, GitHost, Repository
from disclosure.domain.vocabulary import Word
from disclosure.reading import values
from disclosure.reading.catalogue_keys import CATALOGUE
from disclosure.reading.form import Form, Key
from disclosure.reading.nodes import Node, Scalar, Unreadable
from disclosure.reading.school import SCHOOL
from disclosure.starting.answers import NO_REPOSITORY, Answers, Hosting, Stage

_ACCOUNT = re.compile(r"@[\w][\w./-]*|[\w.+-]+@[\w.-]+\.\w+", re.ASCII)
_LONGEST_NAME = 100
SAYING: Mapping[Word, str] = {
    GitHost.GITHUB: "GitHub", GitHost.GITLAB: "GitLab（极狐 GitLab 也选它）", GitHost.FORGEJO: "Forgejo 或 Gitea",
    GitHost.GITEE: "Gitee 码云", GitHost.NONE: "不用平台，只在自己的电脑上",
    Hosting.FOLDER: "自己把 site 文件夹拷到服务器", Hosting.NGINX: "本机或校内的 nginx", Hosting.FTP: "FTP、FTPS 虚拟主机",
    Hosting.SFTP: "SFTP（SSH 服务器）", Hosting.S3: "对象存储（阿里云 OSS、腾讯云 COS 等）", Hosting.PAGES: "代码托管平台的 Pages",
    Editor.NONE: "不用", Editor.SVELTIA: "Sveltia，配 GitHub、GitLab", Editor.DECAP: "Decap，配 Forgejo、Gitea，或在自己的电脑上用",
}  # fmt: skip
"""What the words for machines mean."""
WITH_PAGES = (GitHost.GITHUB, GitHost.GITLAB)
"""Hosts whose pages can be the site."""
PRESETS: Mapping[str, str] = {
    "standard": "标准：组织领导、办学规划、管理制度、招生收费、其他",
    "five-systems": "五大系统：党政、行政、人事、财务、学生",
    "compulsory-education": "义务教育：按国家义务教育公开目录分栏",
}
"""Catalogues that a school may begin with, and how they divide."""


def _name(node: Node) -> str:
    written = values.text(node)
    if not written or (isinstance(node, Scalar) and any("\ud800" <= one <= "\udfff" for one in node.text)):
        raise Unreadable("学校名称是空的，或有不能显示的字符", line=node.line, example=SCHOOL.spelled["name"].example)
    if len(written) > _LONGEST_NAME:
        raise Unreadable(
            f"学校名称有 {len(written)} 个字，最多 {_LONGEST_NAME} 个", line=node.line, advice="写全称就够"
        )
    return written


def _stage(node: Node) -> Stage | None:
    return None if values.text(node) == "无" else values.word_of(Stage)(node)


def _site_url(node: Node) -> str:
    return _address(node, "site_url", "https://school.example/xwgk/")


def _page(node: Node) -> str:
    return _address(node, "repository_url", "https://git.school.example/office/disclosure").rstrip("/")


def _address(node: Node, name: str, example: str) -> str:
    """As data/school.yml takes it, and without what no site's own address has."""
    written = values.text(node)
    if not re.fullmatch(r"[!-~]+", written) or set("?#\"'<>\\^`{|}@") & set(written):
        shown = written.encode(errors="backslashreplace").decode()
        raise Unreadable(f"「{shown}」不能作网址：不能有空格、汉字、问号、@ 这些", line=node.line, example=example)
    read = SCHOOL.spelled["site_url"]
    assert isinstance(read, Key)
    try:
        return str(read.read(node))
    except Unreadable:
        raise Unreadable(f"「{written}」不是网址", line=node.line, example=example) from None


def accounts(written: str) -> tuple[str, tuple[str, ...]]:
    """`总务处=@zongwu,@houqin` as a department and its accounts; none after the `=`: the department has none any more.

    Raises:
        Unreadable: anything else.
    """
    department, _, listed = written.partition("=")
    found = tuple(one.strip() for one in re.split("[,，、]", listed) if one.strip())
    if "=" not in written or not department.strip() or not all(_ACCOUNT.fullmatch(one) for one in found):
        raise Unreadable(f"「{written}」不是部门和账号", line=0, example="总务处=@zongwu")
    return department.strip(), found


def _accounts(node: Node) -> dict[str, tuple[str, ...]]:
    pairs = values.mapping(node).values.items()
    return dict(accounts(f"{department}={','.join(values.words(child))}") for department, child in pairs)


_PRESET = CATALOGUE.spelled["preset"]
assert isinstance(_PRESET, Key)

ANSWERS = Form("回答", (
    Key("name", "学校名称", _name, "示例实验学校", "学校全称，印在每一页上。", required=True),
    Key("site_url", "网址", _site_url, "https://school.example/xwgk/", "别人打开网站用的完整网址；放在子目录，就写到子目录。", required=True),
    Key("stage", "学段", _stage, "小学", "按学段停用用不到的事项；写“无”就一项也不停用。"),
    Key("preset", "预设目录", _PRESET.read, "standard", "栏目怎么分。以后可以换，记录不用改。"),
    Key("host", "代码托管平台", values.word_of(GitHost), "github", "文件放在哪个平台，合并请求和审签都在那里。"),
    Key("repository_url", "仓库网址", _page, "https://git.school.example/office/disclosure", "仓库网页的网址；还没有建，可以先空着。"),
    Key("hosting", "上网方式", values.word_of(Hosting), "folder", "网站怎样送到读者那里。"),
    Key("editor", "网页编辑器", values.word_of(Editor), "none", "在网页表单里写记录。没有它也可以用 /compose/ 网页写。"),
    Key("accounts", "部门账号", _accounts, "{总务处: [@zongwu]}", "各部门和监督小组在平台上的账号，合并请求会自动请他们看。"),
))  # fmt: skip
CHOICES: Mapping[str, tuple[Word, ...]] = {
    "stage": tuple(Stage), "host": tuple(GitHost), "hosting": tuple(Hosting), "editor": tuple(Editor),
}  # fmt: skip


def answers_from(given: Mapping[str, Any], *, of: Repository = NO_REPOSITORY) -> Answers:
    """Answers from values by key of the table.

    Args:
        of: what data/school.yml says of the repository beside that.

    Raises:
        Unreadable: two answers do not go together.
    """
    host, hosting, editor = (
        given.get("host") or GitHost.NONE, given.get("hosting") or Hosting.FOLDER, given.get("editor") or Editor.NONE,
    )  # fmt: skip
    if hosting is Hosting.PAGES and host not in WITH_PAGES:
        raise Unreadable(
            "只有 GitHub 和 GitLab 有 Pages", line=0, advice="换一种上网方式，或写 --host github、--host gitlab"
        )
    if host not in HOSTS_OF[editor]:
        raise Unreadable(
            f"网页编辑器 {editor.value} 不能用于 {host.value}", line=0, advice="写 --editor decap 或 --editor none"
        )
    return Answers(
        name=given["name"], site_url=given["site_url"], stage=given.get("stage"), hosting=hosting,
        preset=given.get("preset") or "standard", accounts=given.get("accounts") or {},
        repository=replace(of, host=host, url=given.get("repository_url") or "", editor=editor),
    )  # fmt: skip


def given_by(answers: Answers) -> dict[str, Any]:
    """Values by key of the table: what `answers_from` makes answers from."""
    repository = answers.repository
    return {
        "name": answers.name, "site_url": answers.site_url, "stage": answers.stage, "preset": answers.preset,
        "host": repository.host, "repository_url": repository.url, "hosting": answers.hosting,
        "editor": repository.editor, "accounts": dict(answers.accounts),
    }  # fmt: skip
