"""The official calendar against the State Council's arrangement for 2026 (国办发明电〔2025〕7号), copied by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from disclosure.domain.workdays import NO_CALENDAR, Span, Unit, last_day_of
from disclosure.reading.work_calendar import official_calendar

HOLIDAYS_2026 = [
    ("元旦", "2026-01-01", "2026-01-03"),
    ("春节", "2026-02-15", "2026-02-23"),
    ("清明节", "2026-04-04", "2026-04-06"),
    ("劳动节", "2026-05-01", "2026-05-05"),
    ("端午节", "2026-06-19", "2026-06-21"),
    ("中秋节", "2026-09-25", "2026-09-27"),
    ("国庆节", "2026-10-01", "2026-10-07"),
]
MAKE_UP_2026 = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]


def day(text: str) -> date:
    return date.fromisoformat(text)


def works(text: str, shift: int = 0) -> bool:
    return official_calendar().is_working_day(day(text) + timedelta(days=shift))


@pytest.mark.parametrize(("name", "first", "last"), HOLIDAYS_2026)
def test_the_holidays_of_2026(name: str, first: str, last: str) -> None:
    length = (day(last) - day(first)).days + 1
    assert [works(first, shift) for shift in range(length)] == [False] * length, name


@pytest.mark.parametrize("make_up", MAKE_UP_2026)
def test_the_make_up_days_of_2026_fall_on_weekends_and_are_worked(make_up: str) -> None:
    assert day(make_up).weekday() >= 5
    assert works(make_up)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-02-13", True),
        ("2026-02-24", True),
        ("2026-04-03", True),
        ("2026-04-07", True),
        ("2026-04-30", True),
        ("2026-05-06", True),
        ("2026-05-10", False),
        ("2026-06-22", True),
        ("2026-09-19", False),
        ("2026-09-28", True),
        ("2026-10-08", True),
        ("2026-10-11", False),
        ("2026-11-21", False),
        ("2026-11-22", False),
        ("2026-11-23", True),
    ],
)
def test_days_beside_holidays_and_plain_weeks(today: str, expected: bool) -> None:
    assert works(today) is expected


def test_the_whole_of_2026() -> None:
    """261 weekdays less 19 that are holidays, and 6 days made up."""
    days = [day("2026-01-01") + timedelta(days=n) for n in range(365)]
    assert sum(official_calendar().is_working_day(one) for one in days) == 261 - 19 + 6


def test_every_year_it_claims_to_know_has_holidays() -> None:
    calendar = official_calendar()
    years = {holiday.year for holiday in calendar.days_off}
    assert years == set(range(calendar.first_year, calendar.last_year + 1))
    assert {make_up.year for make_up in calendar.make_up_days} <= years


def test_the_official_calendar_ends_with_a_year_and_says_so() -> None:
    calendar = official_calendar()
    assert calendar.knows(date(calendar.last_year, 12, 31))
    assert not calendar.knows(date(calendar.last_year + 1, 1, 1))
    assert calendar.knows(date(2026, 1, 1))
    assert last_day_of(Span(count=1, unit=Unit.WORKING_DAYS), start=date(2090, 9, 1), calendar=calendar) is None
    assert not NO_CALENDAR.knows(date(2026, 9, 1))
