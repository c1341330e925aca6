"""G105–G108: opinions are answered in time, in full, and what came of them is published again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import in_register
from disclosure.checks.unknown_years import unknown_year
from disclosure.domain.library import Library
from disclosure.domain.register_days import is_reply_late, reply_due
from disclosure.domain.registers import OPINIONS, Opinion, Outcome
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_opinions(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every opinion that has come: 限期答复, 反馈, 整改后再公布 (requirements G2, S20)."""
    for opinion in library.registers.opinions:
        if opinion.received > today:
            continue
        if opinion.answered or not _says_something(opinion):
            answered = opinion.answered if opinion.answered and opinion.answered <= today else None
            yield from _lateness(opinion, answered, library, settings, today)
        if opinion.answered or _says_something(opinion):
            yield from _gaps(opinion)


def _says_something(opinion: Opinion) -> bool:
    return bool(opinion.answer or opinion.outcome)


def _lateness(
    opinion: Opinion, answered: date | None, library: Library, settings: Settings, today: date
) -> Iterator[Problem]:
    calendar = library.calendar
    is_late = is_reply_late(opinion, answered or today, settings, calendar)
    last, _ = reply_due(opinion, settings, calendar)
    span = "" if opinion.reply_by else f"（收到以后{settings.reply_to_opinions}）"
    if is_late is None:
        yield from unknown_year(OPINIONS, opinion, opinion.received, last, calendar)
    elif is_late and answered:
        message = f"限期 {last}{span}，{answered} 才答复，晚了 {(answered - last).days} 天"
        hint = "日期写错了就改正；写得对就不要动，以后在限期以内答复"
        yield in_register(OPINIONS, opinion, "answered", "G106", message, hint)
    elif is_late:
        message = f"限期 {last}{span}，已经过了 {(today - last).days} 天，还没有答复"
        hint = f"答复以后登记：disclosure opinion answer {opinion.id}；要延期的改 限期，并告诉提意见的人"
        yield in_register(OPINIONS, opinion, "received", "G105", message, hint)


def _gaps(opinion: Opinion) -> Iterator[Problem]:
    written = {"答复日期": opinion.answered, "答复": opinion.answer, "处理结果": opinion.outcome}
    if missing := [word for word, value in written.items() if not value]:
        there = "、".join(word for word, value in written.items() if value)
        message = f"写了{there}，没有写{'、'.join(missing)}"
        hint = "补上，例如 答复日期: 2026-03-18，答复: 已补充说明，处理结果: 采纳改正"
        yield in_register(OPINIONS, opinion, "answered", "G107", message, hint)
    if opinion.outcome is Outcome.ADOPTED and not (opinion.corrected_by or opinion.republished):
        message = "处理结果是采纳改正，没有写更正或再公布的记录"
        hint = "公布整改结果以后加一行：更正: 记录编号，或者 再公布: 记录编号"
        yield in_register(OPINIONS, opinion, "outcome", "G108", message, hint)
