"""The text of an imported draft: the item's own form, filled with guesses that are marked 待核."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from disclosure.domain.catalogue import Column, Item
from disclosure.importing.guesses import Guesses
from disclosure.reading.draft import draft_text
from disclosure.reading.scalar import scalar

TO_CHECK = "待核"
_DEPARTMENT = "某部门"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a draft belongs, and which of it was said rather than guessed."""

    item: Item | None
    column: Column
    published: date
    department: str
    """From the command line; '' where the text has to tell."""
    said: frozenset[str] = frozenset()
    """`item`, `published`: given on the command line, so nothing to check."""


def record_text(record_id: str, guesses: Guesses, body: str, placed: Placed, *, source: str, lost: int) -> str:
    """The file: front matter in Chinese with a mark on every guessed line, and the body.

    Args:
        source: what the draft was made from, for the next time the same file is imported.
        lost: how many things did not come along.
    """
    lines = _form(record_id, guesses.title, placed)
    for key, value, note in _given(guesses, placed):
        _put(lines, key, f"{key}: {scalar(value)} # {note}" if note else f"{key}: {scalar(value)}")
    if guesses.expires:
        lines[:] = [line for line in lines if not line.startswith(("公示期:", "# 公示期"))]
    lines.append("草稿: 是 # 标着“待核”的逐项核对，写好以后删掉这一行，才会公开")
    lines.append(f"# {source}" + (f"；有 {lost} 处没有带过来，导入时已列出" if lost else ""))
    return "\n".join(["---", *lines, "---", "", body.strip(), ""])


def _form(record_id: str, title: str, placed: Placed) -> list[str]:
    if placed.item:
        text = draft_text(placed.item, record_id=record_id, title=title, published=placed.published)
        lines = text.split("\n---\n")[0].split("\n")[1:]
        return [line for line in lines if not line.startswith("草稿:")]
    return [f"编号: {record_id}", f"标题: {scalar(title)}", f"栏目: {scalar(placed.column.full_name)} # {TO_CHECK}：没有认出公开事项，先放在这里；认得出的改成 事项: …",
            f"公布日期: {placed.published}", f"责任部门: {_DEPARTMENT}"]  # fmt: skip


def _given(guesses: Guesses, placed: Placed) -> list[tuple[str, str, str]]:
    """Key, value and note, in the order of the reference."""
    found = replace(guesses, department=placed.department or guesses.department)
    department = found.department or (placed.item.department if placed.item else "") or _DEPARTMENT
    day_note = "" if "published" in placed.said else f"{TO_CHECK}：真正公开的那一天"
    rows = [("标题", found.title, f"{TO_CHECK}：不写个人姓名")]
    if placed.item and "item" not in placed.said:
        rows.append(("事项", placed.item.id, f"{placed.item.name}（{TO_CHECK}）"))
    rows.append(("公布日期", placed.published.isoformat(), day_note))
    for key, value, note in (
        ("形成日期", found.formed.isoformat() if found.formed else "", TO_CHECK), ("公示期", found.span, TO_CHECK),
        ("截止日期", found.expires.isoformat() if found.expires else "", TO_CHECK),
    ):  # fmt: skip
        rows += [(key, value, note)] if value else []
    rows.append(("责任部门", department, "" if placed.department else TO_CHECK))
    for key, value in (("文号", found.document_number), ("金额", found.amount)):
        rows += [(key, value, TO_CHECK)] if value else []
    return rows


def _put(lines: list[str], key: str, line: str) -> None:
    """In the place of a line of this key, filled in or not; else behind the others."""
    for at, one in enumerate(lines):
        if re.match(rf"{key}:", one):
            lines[at] = line
            return
    lines.append(line)
