"""G115–G117: there is an inspection in every term, what it found is mended, and people know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from disclosure.checks.finding import in_register
from disclosure.domain.library import Library
from disclosure.domain.registers import INSPECTIONS, Inspection
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_INFORMED = 90
"""Per cent of the staff who know of what is disclosed (requirements S05)."""


def check_inspections(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Terms that are over, and every inspection that has been made."""
    inspections = [one for one in library.registers.inspections if one.day <= today]
    if inspections:
        yield from _missing(inspections, library, settings, today)
    for one in inspections:
        yield from _check(one, today)


def _missing(inspections: list[Inspection], library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """监督小组每学期至少检查一次 (requirements R15); told only to schools that keep this register, and of no term before that.

    What is inspected in the holidays counts for the term before them.
    """
    terms = sorted(library.school.terms, key=lambda term: term.start)
    since = settings.ledger_since or inspections[0].day
    for term, following in zip_longest(terms, terms[1:]):
        is_over = since <= term.end < today
        until = following.start if following else date.max
        if is_over and not any(term.start <= one.day < until for one in inspections):
            message = f"{term.name}（{term.start} 至 {term.end}）没有检查，监督小组每学期至少检查一次"
            hint = "检查过的补上登记；没有检查的照实说明原因，这一项可以在 data/school.yml 的 检查等级 里调整"
            yield problem("G115", path=INSPECTIONS, line=0, message=message, hint=hint)


def _check(one: Inspection, today: date) -> Iterator[Problem]:
    for found in one.shortcomings:
        is_mended = found.mended is not None and found.mended <= today
        if found.mend_by and found.mend_by < today and not is_mended:
            message = f"「{found.text}」{found.mend_by} 应当改好，已经过了 {(today - found.mend_by).days} 天"
            hint = "改好了写 整改日期；延期的改 限期"
            place = found.line or one.lines.get("shortcomings", one.line)
            yield problem("G116", path=INSPECTIONS, line=place, message=f"{one.id}：{message}", hint=hint)
    if one.informed_share is not None and one.informed_share < _INFORMED:
        message = f"知情率 {one.informed_share}%，低于 {_INFORMED}%"
        hint = "照实写，不要改数字；想想哪些内容大家不知道在哪里看"
        yield in_register(INSPECTIONS, one, "informed_share", "G117", message, hint)
