"""Spans in days and in working days: the last day of one, and how many lie between two days."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.domain.workdays import NO_CALENDAR, Span, Unit, WorkCalendar, last_day_of, last_day_or_calendar
from disclosure.reading.work_calendar import official_calendar

ONLY_2026 = WorkCalendar(
    first_year=2026, last_year=2026,
    days_off=frozenset({date(2026, 1, 1), date(2026, 1, 2)}), make_up_days=frozenset({date(2026, 1, 4)}),
)  # fmt: skip
"""What was known in November 2025, cut to one year: 1 January 2026 is a Thursday."""


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        ("2026-09-01", 1, "2026-09-01"),
        ("2026-09-01", 4, "2026-09-04"),
        ("2026-09-01", 5, "2026-09-07"),
        ("2026-09-05", 1, "2026-09-07"),
        ("2026-09-20", 1, "2026-09-20"),
        ("2026-09-18", 3, "2026-09-21"),
        ("2026-09-21", 5, "2026-09-28"),
        ("2026-09-21", 7, "2026-09-30"),
        ("2026-09-21", 8, "2026-10-08"),
        ("2026-09-21", 10, "2026-10-10"),
        ("2026-09-21", 11, "2026-10-12"),
        ("2026-10-01", 1, "2026-10-08"),
        ("2026-02-13", 2, "2026-02-14"),
        ("2026-02-13", 3, "2026-02-24"),
        ("2026-02-26", 3, "2026-02-28"),
        ("2026-02-26", 4, "2026-03-02"),
    ],
)
def test_the_last_of_some_working_days(start: str, count: int, last: str) -> None:
    span = Span(count=count, unit=Unit.WORKING_DAYS)
    assert last_day_of(span, start=day(start), calendar=official_calendar()) == day(last)
    assert last_day_or_calendar(span, start=day(start), calendar=official_calendar()) == (day(last), True)


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        ("2026-09-01", 1, "2026-09-01"),
        ("2026-09-01", 15, "2026-09-15"),
        ("2028-02-28", 2, "2028-02-29"),
        ("2028-02-29", 2, "2028-03-01"),
        ("2027-02-28", 2, "2027-03-01"),
        ("2026-12-31", 2, "2027-01-01"),
        ("2026-10-01", 7, "2026-10-07"),
        ("2026-01-01", 9999, "2053-05-17"),
    ],
)
def test_the_last_of_some_days_needs_no_calendar(start: str, count: int, last: str) -> None:
    span = Span(count=count, unit=Unit.DAYS)
    assert last_day_of(span, start=day(start), calendar=NO_CALENDAR) == day(last)
    assert last_day_or_calendar(span, start=day(start), calendar=NO_CALENDAR) == (day(last), True)


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        ("2026-01-01", 1, "2026-01-04"),
        ("2026-12-30", 2, "2026-12-31"),
        ("2026-12-30", 3, None),
        ("2026-12-31", 1, "2026-12-31"),
        ("2026-12-31", 2, None),
        ("2027-01-04", 1, None),
        ("2025-12-31", 1, None),
    ],
)
def test_unknown_years_are_not_guessed(start: str, count: int, last: str | None) -> None:
    found = last_day_of(Span(count=count, unit=Unit.WORKING_DAYS), start=day(start), calendar=ONLY_2026)
    assert found == (day(last) if last else None)


@pytest.mark.parametrize(
    ("start", "count", "last", "is_known"),
    [
        ("2026-12-30", 2, "2026-12-31", True),
        ("2026-12-30", 3, "2027-01-01", False),
        ("2027-01-04", 1, "2027-01-04", False),
        ("2025-12-31", 1, "2025-12-31", False),
        ("2028-02-28", 5, "2028-03-03", False),
    ],
)
def test_calendar_days_stand_in_for_unknown_years_and_say_so(start: str, count: int, last: str, is_known: bool) -> None:
    span = Span(count=count, unit=Unit.WORKING_DAYS)
    assert last_day_or_calendar(span, start=day(start), calendar=ONLY_2026) == (day(last), is_known)


def test_spans_are_printed_as_regulations_write_them() -> None:
    assert [str(Span(count=15, unit=Unit.DAYS)), str(Span(count=7, unit=Unit.WORKING_DAYS))] == ["15天", "7个工作日"]
