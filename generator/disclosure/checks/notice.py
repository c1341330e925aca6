"""D104, D108: a notice stays up as long as its item asks, and what must be taken down has an end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.workdays import last_day_of
from disclosure.errors.problem import Problem


def check_notice(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records that end before their item's shortest notice period; removals that never come."""
    for record in library.records.values():
        if record.expires is None:
            if record.after_expiry is AfterExpiry.REMOVE and not record.withdrawn:
                yield at(record, "after_expiry", "D108", "到期要撤下，却没有截止日期", "加一行：公示期: 7天")
        else:
            yield from _too_short(record, record.expires, library)


def _too_short(record: Record, expires: date, library: Library) -> Iterator[Problem]:
    item = library.catalogue.items.get(record.item)
    if item is None or item.min_notice is None:
        return
    earliest = last_day_of(item.min_notice, start=record.published, calendar=library.calendar)
    if earliest and expires < earliest:
        key = "notice_period" if record.notice_period else "expires"
        yield at(record, key, "D104", f"「{item.name}」至少公示 {item.min_notice}，到 {earliest}；现在只到 {expires}",
                 f"写 公示期: {item.min_notice}")  # fmt: skip
