"""Whether something was done in time: formed and published, asked for and answered. Pure functions of days."""

from __future__ import annotations

from datetime import date, timedelta

from disclosure.domain.workdays import Span, Unit, WorkCalendar, last_day_or_calendar

_ONE_DAY = timedelta(days=1)
_LONGEST_HOLIDAYS = timedelta(days=14)


def due_by(span: Span, *, start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day (inclusive) on which something that began on `start` is in time, and whether it is known.

    The day on which it began is not counted, the next day is day 1 (民法典 art. 201). Where the working days of a year
    are unknown, calendar days are counted: the true last day cannot be earlier than that.
    """
    return last_day_or_calendar(span, start=start + _ONE_DAY, calendar=calendar)


def overdue(span: Span, *, start: date, end: date, calendar: WorkCalendar) -> bool | None:
    """Whether `end` is later than a span after `start` allows; None where the unknown working days of a year decide."""
    if end <= start + timedelta(days=span.count):
        return False  # no span is shorter than in calendar days
    last, is_known = due_by(span, start=start, calendar=calendar)
    if is_known:
        return end > last
    return True if end > _latest_end(span, last) else None


def latest_due(span: Span, *, start: date, calendar: WorkCalendar) -> date:
    """The last day that may still be in time: of what is not known, the latest that any arrangement of days off allows."""
    last, is_known = due_by(span, start=start, calendar=calendar)
    return last if is_known else _latest_end(span, last)


def latest_start(span: Span, *, end: date, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day from which a whole span passes before `end`, and whether it is known; the day `end` is not counted.

    14 days before a meeting on 18 December is 4 December. In working days, as many working days have to lie between
    that day and the meeting, that day included.
    """
    if span.unit is Unit.DAYS:
        return end - timedelta(days=span.count), True
    day, left = end - _ONE_DAY, span.count
    while calendar.knows(day):
        left -= calendar.is_working_day(day)
        if left == 0:
            return day, True
        day -= _ONE_DAY
    return end - timedelta(days=span.count), False


def _latest_end(span: Span, counted: date) -> date:
    """The latest last day that is possible: as many days off as there are working days, and two weeks of holidays."""
    return counted + timedelta(days=span.count) + _LONGEST_HOLIDAYS
