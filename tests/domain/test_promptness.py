"""In time or late: the day before, on and after the last day, over holidays and days that are worked instead."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from disclosure.domain.promptness import due_by, latest_start, overdue
from disclosure.domain.workdays import NO_CALENDAR, Span, Unit
from disclosure.reading.work_calendar import official_calendar


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(text: str) -> Span:
    count, unit = text.split()
    return Span(count=int(count), unit=Unit.DAYS if unit == "d" else Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2026-09-01", "1 d", "2026-09-02"),
        ("2026-09-01", "30 d", "2026-10-01"),
        ("2028-02-28", "2 d", "2028-03-01"),
        ("2026-09-01", "1 w", "2026-09-02"),
        ("2026-09-04", "1 w", "2026-09-07"),
        ("2026-09-05", "1 w", "2026-09-07"),
        ("2026-09-18", "1 w", "2026-09-20"),
        ("2026-09-24", "5 w", "2026-10-09"),
        ("2026-09-30", "1 w", "2026-10-08"),
        ("2026-10-08", "2 w", "2026-10-10"),
        ("2026-09-11", "20 w", "2026-10-15"),
        ("2026-02-13", "1 w", "2026-02-14"),
        ("2026-02-13", "2 w", "2026-02-24"),
    ],
)
def test_the_last_day_and_the_days_around_it(start: str, length: str, last: str) -> None:
    calendar, end = official_calendar(), day(last)
    assert due_by(span(length), start=day(start), calendar=calendar) == (end, True)
    late = [overdue(span(length), start=day(start), end=end + timedelta(days=n), calendar=calendar) for n in (-1, 0, 1)]
    assert late == [False, False, True]


@pytest.mark.parametrize(
    ("start", "length", "end", "expected"),
    [
        ("2027-01-04", "20 w", "2027-01-24", False),
        ("2027-01-04", "20 w", "2027-01-25", None),
        ("2027-01-04", "20 w", "2027-02-27", None),
        ("2027-01-04", "20 w", "2027-02-28", True),
        ("2026-12-28", "3 w", "2026-12-31", False),
        ("2026-12-28", "3 w", "2027-01-01", True),
        ("2026-12-28", "4 w", "2027-01-01", False),
        ("2026-12-28", "4 w", "2027-01-02", None),
        ("2027-01-04", "30 d", "2027-02-03", False),
        ("2027-01-04", "30 d", "2027-02-04", True),
        ("2027-01-04", "5 w", "2027-01-04", False),
        ("2027-01-04", "5 w", "2026-01-04", False),
    ],
)
def test_years_whose_working_days_are_unknown(start: str, length: str, end: str, expected: bool | None) -> None:
    assert overdue(span(length), start=day(start), end=day(end), calendar=official_calendar()) is expected


@pytest.mark.parametrize(
    ("end", "length", "last"),
    [
        ("2026-12-18", "14 d", "2026-12-04"),
        ("2026-12-18", "1 d", "2026-12-17"),
        ("2028-03-01", "1 d", "2028-02-29"),
        ("2026-12-18", "1 w", "2026-12-17"),
        ("2026-12-21", "1 w", "2026-12-18"),
        ("2026-12-18", "5 w", "2026-12-11"),
        ("2026-10-08", "1 w", "2026-09-30"),
        ("2026-10-12", "2 w", "2026-10-09"),
        ("2026-02-24", "2 w", "2026-02-13"),
    ],
)
def test_how_early_something_has_to_be_there(end: str, length: str, last: str) -> None:
    assert latest_start(span(length), end=day(end), calendar=official_calendar()) == (day(last), True)


@pytest.mark.parametrize(
    ("length", "expected"), [("5 w", (date(2027, 5, 5), False)), ("5 d", (date(2027, 5, 5), True))]
)
def test_a_meeting_of_an_unknown_year_is_counted_back_in_calendar_days(
    length: str, expected: tuple[date, bool]
) -> None:
    assert latest_start(span(length), end=date(2027, 5, 10), calendar=NO_CALENDAR) == expected
