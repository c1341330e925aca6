"""What a change does to the catalogue, to the school's data and to files that are no records: one line each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.school import School
from disclosure.gate import Proposal
from disclosure.history.base import committed_files
from disclosure.reading.catalogue_keys import ITEM
from disclosure.reading.school import SCHOOL
from disclosure.summary.deeds import followers
from disclosure.summary.line import Line, Part, named, some

_MOST = 15
_ITEM_KEYS = {key.name: key.chinese for key in ITEM.keys if key.name not in ("id", "enabled")}
_KNOWN = ("data/records/", "data/registers/")
"""What other parts tell of."""
_SETTINGS = ("data/school.yml", "data/catalogue.yml")
_RUN = (
    "mkdocs.yml", ".github/", ".gitlab-ci.yml", ".forgejo/", ".gitea/", ".workflow/", ".pre-commit-config.yaml", "deploy.yml",
    "requirements", "package", "CODEOWNERS", ".gitattributes", "Makefile",
)  # fmt: skip
_PROGRAMS = (".py", ".sh", ".js", ".html", ".toml", ".cfg")


def setup_parts(proposal: Proposal) -> Iterator[Part]:
    """Everything of a change that is no record and no entry of a register."""
    before, after = proposal.before, proposal.after
    yield from _part("公开目录", list(_catalogue(before.catalogue, after.catalogue)))
    yield from _part("学校资料", list(_school(before.school, after.school)))
    yield from _part("没有改文件、会跟着变的记录", list(_followers(proposal)), most=5)
    yield from _part("其他文件", list(_files(proposal)))


def programs(proposal: Proposal) -> list[str]:
    """Changed files that decide how the site is made, or that are run while it is."""
    return [path for path in _changed(proposal) if _is_run(path)]


def _part(heading: str, told: list[str], *, most: int = _MOST) -> Iterator[Part]:
    if told:
        rest = [f"还有 {len(told) - most} 项，没有列出"] if len(told) > most else []
        lines = tuple(Line(one) for one in (*told[:most], *rest))
        yield Part(heading=heading, lines=lines, short=f"{heading}：{len(told)} 项改动")


def _catalogue(was: Catalogue, now: Catalogue) -> Iterator[str]:
    if was.preset != now.preset:
        yield f"预设由 {was.preset} 改为 {now.preset}，各条记录会换栏目"
    old, new = ({column.path: column for column in one.walk()} for one in (was, now))
    for word, paths, of in (("新增栏目", new.keys() - old.keys(), new), ("去掉栏目", old.keys() - new.keys(), old)):
        if paths:
            yield f"{word}：{some([of[path].full_name for path in sorted(paths)], str, most=10)}"
    for path in sorted(old.keys() & new.keys()):
        if old[path].full_name != new[path].full_name:
            yield f"栏目「{old[path].full_name}」改名为「{new[path].full_name}」"
    yield from _items(was.items, now.items)
    if was.forbidden_charges != now.forbidden_charges:
        yield "禁收项目改了"
    names = {one.id: one.label for one in RegisterName}
    for word, ids in (
        ("社会版新增", now.public_registers - was.public_registers),
        ("社会版不再有", was.public_registers - now.public_registers),
    ):
        if ids:
            yield f"{word}：{'、'.join(names[one] for one in names if one in ids)}"


def _items(was: Mapping[str, Item], now: Mapping[str, Item]) -> Iterator[str]:
    for item_id in sorted({*was, *now}):
        old, new = was.get(item_id), now.get(item_id)
        named_so = f"事项 {item_id}「{(new or old or was[item_id]).name}」"
        is_on, is_now_on = bool(old and old.enabled), bool(new and new.enabled)
        if is_on != is_now_on:
            yield f"{'启用' if old else '新增'}{named_so}" if is_now_on else f"{'停用' if new else '去掉'}{named_so}"
        elif old and new and is_now_on and (keys := _different(old, new, _ITEM_KEYS)):
            yield f"{named_so}改了：{'、'.join(keys)}"


def _school(was: School, now: School) -> Iterator[str]:
    names = {key.name: key.chinese for key in SCHOOL.keys}
    keys = _different(was, now, names) + _different(was.settings, now.settings, names)
    if keys:
        yield f"改了：{'、'.join(keys)}"
    old, new = was.settings.severities, now.settings.severities
    for code in sorted({*old, *new}):
        if old.get(code) != new.get(code):
            level = new[code].label if code in new else "恢复默认"
            yield f"检查 {code} 的等级：{level}"


def _different(was: Any, now: Any, names: Mapping[str, str]) -> list[str]:
    return [word for key, word in names.items() if hasattr(was, key) and getattr(was, key) != getattr(now, key)]


def _followers(proposal: Proposal) -> Iterator[str]:
    for record, changed in followers(proposal):
        yield f"{named(record)}：{some(changed, str, most=3, between='；')}"


def _files(proposal: Proposal) -> Iterator[str]:
    """Pages that are written by hand, and files that are neither data nor pages; not the records."""
    found = [path for path in _changed(proposal) if not path.startswith(_KNOWN) and path not in _SETTINGS]
    for path in found:
        is_page = path.startswith("site_src/") and path.endswith(".md")
        about = "自己写的网页" if is_page else "请信息技术老师看" if _is_run(path) else ""
        yield f"{path}（{about}）" if about else path


def _changed(proposal: Proposal) -> list[str]:
    return sorted({*proposal.changes.changed, *committed_files(proposal.changes)})


def _is_run(path: str) -> bool:
    return path.removeprefix("/").startswith(_RUN) or path.endswith(_PROGRAMS)
