"""CODEOWNERS: who is asked to approve a change, by department and column; the supervision group is asked for everything."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.domain.catalogue import Catalogue, Column
from disclosure.domain.repository import GitHost
from disclosure.domain.signing import SUPERVISION
from disclosure.starting.answers import Answers
from disclosure.starting.start_file import StartFile

PLACE = {
    GitHost.GITHUB: ".github/CODEOWNERS",
    GitHost.GITLAB: ".gitlab/CODEOWNERS",
    GitHost.FORGEJO: "CODEOWNERS",
    GitHost.GITEE: ".gitee/CODEOWNERS",
}
_WITH_SECTIONS = {GitHost.GITLAB, GitHost.GITEE}
"""Hosts that ask each section of the file for an approval; elsewhere the last line that fits decides."""
_HEAD = """\
# 谁审批哪些文件。改动了某个栏目的记录，平台就请那一行的账号审批；平台怎样用它、要在哪里打开，见程序文档 docs/pipelines.md。
# 部门来自公开目录。不知道账号的行以 # 开头：写上账号，再删掉行首的 #。
# 这个文件归学校自己改，disclosure init 不会覆盖。
"""


def owners_files(answers: Answers, catalogue: Catalogue) -> Iterator[StartFile]:
    """The file, where the host reads one."""
    place = PLACE.get(answers.repository.host)
    if place:
        yield StartFile(path=place, text=_HEAD + "".join(_lines(answers, catalogue)), written=True)


def _lines(answers: Answers, catalogue: Catalogue) -> Iterator[str]:
    host = answers.repository.host
    everything = "*" if host is not GitHost.FORGEJO else ".*"
    supervision = answers.accounts.get(SUPERVISION, ())
    in_sections = host in _WITH_SECTIONS
    yield f"\n[{SUPERVISION}]\n" if in_sections else "\n"
    yield f"# {SUPERVISION}：所有改动\n" + _line(everything, SUPERVISION, supervision)
    if in_sections:
        yield "\n[责任部门]\n"
    for column in catalogue.walk():
        departments = _departments(column, catalogue)
        if not departments:
            continue
        known = [account for one in departments for account in answers.accounts.get(one, ())]
        missing = [one for one in departments if one not in answers.accounts]
        # where the last line that fits decides, the supervision group has to be in it
        owners = [*known, *([] if in_sections else supervision)] if known else []
        yield f"\n# {column.full_name}：{'、'.join(departments)}\n"
        if known and missing:
            yield f"# 还不知道账号：{'、'.join(missing)}\n"
        yield _line(_folder(column.path, host), "、".join(departments), tuple(dict.fromkeys(owners)))


def _departments(column: Column, catalogue: Catalogue) -> tuple[str, ...]:
    items = (item for item in catalogue.items.values() if item.enabled and item.column == column.path)
    return tuple(dict.fromkeys(item.department for item in items if item.department))


def _folder(path: str, host: GitHost) -> str:
    """Gitea and Forgejo want a regular expression of the whole path, the others a pattern as in .gitignore."""
    return f"data/records/{path}/.*" if host is GitHost.FORGEJO else f"/data/records/{path}/"


def _line(pattern: str, whose: str, accounts: tuple[str, ...]) -> str:
    return f"{pattern} {' '.join(accounts)}\n" if accounts else f"# {pattern} @{whose}的账号\n"
