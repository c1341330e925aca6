"""关注: what a school puts together for one feed, and where in the catalogue it lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import Interest, School
from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key
from disclosure.reading.nodes import Node, Unreadable

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 40


def _interest_id(node: Node) -> str:
    written = values.text(node)
    if not _ID.fullmatch(written) or len(written) > _LONGEST_ID:
        advice = f"标识是网址的一部分：只用小写字母、数字和中间的连字符，最多 {_LONGEST_ID} 个字符，例如 parents"
        raise Unreadable(f"「{written}」不能作关注的标识", line=node.line, advice=advice)
    return written


INTEREST = Form("关注", (
    Key("id", "标识", _interest_id, "parents", "网址里的名字，用小写字母、数字和连字符；定下后不要改，改了要重新订阅。", required=True),
    Key("name", "名称", values.text, "家长最关心", "显示的名称。", required=True),
    Key("columns", "栏目", values.words, "[招生收费]", "包含的栏目，连同它下面的栏目。"),
    Key("items", "事项", values.words, "[I46]", "包含的事项，写编号或名称。"),
))  # fmt: skip


def interest(found: dict[str, Any], line: int) -> Interest:
    """An interest from what the form read. Raises Unreadable where nothing is in it."""
    if not found.get("columns") and not found.get("items"):
        message = f"「{found['name']}」没有写栏目，也没有写事项"
        raise Unreadable(message, line=line, advice="至少写一样，例如 栏目: [招生收费]")
    return Interest(**{key: value for key, value in found.items() if value is not None}, line=line)


def with_places(school: School, catalogue: Catalogue, *, path: PurePosixPath) -> School:
    """The school, with the columns of its interests by path and the items by id.

    Args:
        path: the school's file, for reports.

    Raises:
        SetupError: an interest names what is not in the catalogue, or two have the same id.
    """
    findings = Findings(path=path)
    columns = {spelling: column.path for spelling, column in catalogue.column_names.items()}
    items = {spelling: item.id for spelling, item in catalogue.item_names.items()}
    lines: dict[str, int] = {}
    found = []
    for one in school.interests:
        if one.id in lines:
            message = f"关注「{one.id}」写了两次（第 {lines[one.id]} 行已有）"
            findings.add("R105", one.line, message, "合成一处，或换一个标识")
        lines[one.id] = one.line
        paths = _places(one, one.columns, columns, ("C103", "栏目"), findings)
        ids = _places(one, one.items, items, ("C102", "事项"), findings)
        found.append(replace(one, columns=paths, items=ids))
    if findings.problems:
        raise SetupError(*findings.problems)
    return replace(school, interests=tuple(found))


def _places(
    one: Interest, written: Iterable[str], known: Mapping[str, str], told: tuple[str, str], findings: Findings
) -> tuple[str, ...]:
    """What some names stand for, each once, in the order in which they were written."""
    places: dict[str, None] = {}
    code, kind = told
    for name in written:
        if name in known:
            places[known[name]] = None
            continue
        near = get_close_matches(name, list(known), n=1, cutoff=0.5)
        hint = f"是不是想写「{near[0]}」？" if near else f"写公开目录里有的{kind}，用名称或标识都可以"
        findings.add(code, one.line, f"关注「{one.name}」里的{kind}「{name}」不在公开目录里", hint)
    return tuple(places)
