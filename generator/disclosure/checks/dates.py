"""D101–D103, D107: dates are in order and plausible."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_FIRST_YEAR = 1990
_YEARS_AHEAD = 10


def check_dates(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every date of every record against its day of publication and against common sense."""
    for record in library.records.values():
        yield from _order(record)
        for key, day in _days(record):
            if not _FIRST_YEAR <= day.year <= today.year + _YEARS_AHEAD:
                yield at(record, key, "D103", f"日期 {day} 不合常理", "检查年份")


def _order(record: Record) -> Iterator[Problem]:
    published = record.published
    if record.expires and record.expires < published:
        yield at(record, "expires", "D101", f"截止日期 {record.expires} 早于公布日期 {published}", "改正其中一个")
    if record.formed and record.formed > published:
        yield at(record, "formed", "D102", f"形成日期 {record.formed} 晚于公布日期 {published}", "改正其中一个")
    later = [("changes", "变更", change.day) for change in record.changes]
    if record.withdrawn:
        later.append(("withdrawn", "撤销", record.withdrawn.day))
    if record.late_entry:
        later.append(("late_entry", "补公开", record.late_entry.day))
    if record.review_by:
        later.append(("review_by", "复核", record.review_by))
    for key, word, day in later:
        if day < published:
            yield at(record, key, "D107", f"{word}日期 {day} 早于公布日期 {published}", "改正其中一个")


def _days(record: Record) -> Iterator[tuple[str, date]]:
    """Every date that a record gives, with the key under which it stands."""
    yield "published", record.published
    last_key = "notice_period" if record.notice_period else "expires"
    for key, day in (("formed", record.formed), (last_key, record.expires), ("review_by", record.review_by)):
        if day:
            yield key, day
    yield from (("changes", change.day) for change in record.changes)
    yield from (("signoffs", signoff.day) for signoff in record.signoffs)
    if record.withdrawn:
        yield "withdrawn", record.withdrawn.day
    if record.late_entry:
        yield "late_entry", record.late_entry.day
    if record.filed:
        yield "filed", record.filed.day
