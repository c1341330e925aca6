"""Working days of China, with 调休. The calendar is data; nothing here asks a library or the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Unit(Enum):
    """Unit of a length of time; the value is the word used in files."""

    DAYS = "天"
    WORKING_DAYS = "个工作日"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time as regulations give it: `15天`, `7个工作日`."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count}{self.unit.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """Official days off and make-up working days. Years outside first..last are unknown, not guessed."""

    first_year: int
    last_year: int
    days_off: frozenset[date]
    """Weekdays that are public holidays."""
    make_up_days: frozenset[date]
    """Saturdays and Sundays that are worked (调休)."""

    def knows(self, day: date) -> bool:
        """Whether the State Council's arrangement for the year of this day is known."""
        return self.first_year <= day.year <= self.last_year

    def is_working_day(self, day: date) -> bool:
        """Whether people work on a day of a known year."""
        if day in self.make_up_days:
            return True
        return day.weekday() < 5 and day not in self.days_off


NO_CALENDAR = WorkCalendar(first_year=1, last_year=0, days_off=frozenset(), make_up_days=frozenset())
"""A calendar that knows no year."""


def last_day_of(span: Span, *, start: date, calendar: WorkCalendar) -> date | None:
    """Last day (inclusive) of a span that begins on `start`, which counts as its first day.

    A notice of 15 days put up on 1 September ends on 15 September. In working days, a start on a day off is not counted.
    Returns None where the span reaches a year whose arrangement the calendar does not know.
    """
    if span.unit is Unit.DAYS:
        return start + timedelta(days=span.count - 1)
    day, left = start, span.count
    while calendar.knows(day):
        left -= calendar.is_working_day(day)
        if left == 0:
            return day
        day += timedelta(days=1)
    return None


def last_day_or_calendar(span: Span, *, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day of a span, and whether it is known; in calendar days where the working days of a year are unknown."""
    counted = last_day_of(span, start=start, calendar=calendar)
    return (counted, True) if counted else (start + timedelta(days=span.count - 1), False)


def working_days_between(start: date, end: date, calendar: WorkCalendar) -> int | None:
    """How many working days passed after `start` up to and with `end`; None where the arrangement of a year is unknown."""
    if not (calendar.knows(start) and calendar.knows(end)):
        return None
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(1 for day in days if calendar.is_working_day(day))
