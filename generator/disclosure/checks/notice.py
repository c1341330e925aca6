"""D104, D106, D108: a notice stays up as long as its item asks, and what must be taken down has an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.checks.finding import at, knows_of_unknown_years
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.workdays import Span, last_day_or_calendar
from disclosure.errors.problem import Problem


def check_notice(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records that end before their item's shortest notice period; removals that never come."""
    for record in library.records.values():
        expires = record.expires_as_written
        if expires is None:
            item = library.catalogue.items.get(record.item)
            is_list = item is not None and item.lists_persons  # those are told by P123, as an error
            if record.after_expiry is AfterExpiry.REMOVE and not record.withdrawn and not is_list:
                yield at(record, "after_expiry", "D108", "到期要撤下，却没有截止日期", "加一行：公示期: 7天")
        else:
            yield from _too_short(record, expires, library)


def _too_short(record: Record, expires: date, library: Library) -> Iterator[Problem]:
    item = library.catalogue.items.get(record.item)
    if item is None or item.min_notice is None:
        return
    earliest, is_known = last_day_or_calendar(item.min_notice, start=record.published, calendar=library.calendar)
    key = "notice_period" if record.notice_period else "expires"
    if expires < earliest:
        yield at(record, key, "D104", f"「{item.name}」至少公示 {item.min_notice}，到 {earliest}；现在只到 {expires}",
                 f"写 公示期: {item.min_notice}")  # fmt: skip
    elif not is_known and not knows_of_unknown_years(record) and expires < earliest + _days_off(item.min_notice):
        year = max(record.published.year, library.calendar.last_year + 1)
        yield at(record, key, "D106", f"{year} 年起的工作日安排未知，「{item.name}」至少公示 {item.min_notice}暂按自然日检查",
                 "国务院公布放假安排后更新程序")  # fmt: skip


def _days_off(span: Span) -> timedelta:
    """More days off than can lie in a period: as many as it has working days, and two weeks for the holidays."""
    return timedelta(days=span.count + 14)
