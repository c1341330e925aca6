"""停机顺延: days on which nobody could read the site do not count as days of a notice period (requirements C1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from disclosure.domain.record import Record
from disclosure.domain.registers import Outage
from disclosure.domain.workdays import Unit, WorkCalendar

_ONE_DAY = timedelta(days=1)
_LONGEST = 366
"""Days that one outage can have; an end in a year that was mistyped must not keep lists of names up for ever."""


def outage_days(outages: Iterable[Outage]) -> frozenset[date]:
    """Every day of some outages; a day of two of them is one day. Of an outage the first 366 days count."""
    return frozenset(
        one.start + timedelta(days=number)
        for one in outages
        for number in range(min((one.end - one.start).days + 1, _LONGEST))
    )


def extended(record: Record, outages: Iterable[Outage], calendar: WorkCalendar) -> Record:
    """A record whose notice period was put off by the outages that it ran through; the same record where none did.

    See `extended_by`, which spares those who ask for many records the days of the outages.
    """
    return extended_by(record, outage_days(outages), calendar)


def extended_by(record: Record, lost: Collection[date], calendar: WorkCalendar) -> Record:
    """A record whose notice period was put off by the days that were lost to it.

    The new last day is the first by which the record could be read on as many days as before: a day that is added and
    lost as well is added again. Periods written in working days lose and gain working days alone; where the working days
    of a year are unknown, every day counts, as it does in `workdays.last_day_or_calendar`.

    Args:
        record: as written, not extended yet.
        lost: days of outages.
    """
    first, last = record.published, record.expires
    if last is None or record.draft or (record.withdrawn and record.withdrawn.day <= last):
        return record

    counts_all = not _counts_working_days(record, last, calendar)

    def counts(day: date) -> bool:
        return counts_all or not calendar.knows(day) or calendar.is_working_day(day)

    owed = sum(1 for day in lost if first <= day <= last and counts(day))
    if not owed:
        return record
    day = last
    while owed and day < date.max:
        day += _ONE_DAY
        owed -= counts(day) and day not in lost
    return replace(record, expires=day, extended=(day - last).days)


def all_extended(records: Mapping[str, Record], outages: Iterable[Outage], calendar: WorkCalendar) -> dict[str, Record]:
    """All records by id, in their order, each as `extended` makes it."""
    lost = outage_days(outages)
    return {record_id: extended_by(record, lost, calendar) for record_id, record in records.items()}


def _counts_working_days(record: Record, last: date, calendar: WorkCalendar) -> bool:
    span = record.notice_period
    return (
        span is not None
        and span.unit is Unit.WORKING_DAYS
        and calendar.knows(record.published)
        and calendar.knows(last)
    )
