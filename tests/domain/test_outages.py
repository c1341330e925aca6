"""停机顺延: days on which nobody could read a notice are added at its end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from disclosure.domain.life import state_on
from disclosure.domain.outages import extended, outage_days
from disclosure.domain.record import Withdrawal
from disclosure.domain.registers import Outage
from disclosure.domain.vocabulary import AfterExpiry, State
from disclosure.domain.workdays import NO_CALENDAR, Span, Unit, WorkCalendar
from disclosure.reading.work_calendar import official_calendar
from domain_records import dated_record, day, plain_record

OFFICIAL = official_calendar()
ONLY_2026 = WorkCalendar(
    first_year=2026, last_year=2026, days_off=OFFICIAL.days_off, make_up_days=OFFICIAL.make_up_days
)


def outages(*stretches: str) -> list[Outage]:
    """`09-10..09-11`, `09-10`: outages of 2026."""
    made = []
    for one in stretches:
        start, _, end = one.partition("..")
        made.append(Outage(start=day(f"2026-{start}"), end=day(f"2026-{end or start}"), reason="机房停电"))
    return made


@pytest.mark.parametrize(
    ("stretches", "expires"),
    [
        ([], "2026-09-15"),
        (["08-31"], "2026-09-15"),
        (["09-01"], "2026-09-16"),
        (["08-30..09-01"], "2026-09-16"),
        (["09-10..09-11"], "2026-09-17"),
        (["09-15"], "2026-09-16"),
        (["09-16"], "2026-09-15"),
        (["09-15..09-17"], "2026-09-18"),
        (["09-10..09-11", "09-11..09-12"], "2026-09-18"),
        (["09-10", "09-16"], "2026-09-17"),
        (["09-10..09-11", "09-16..09-20"], "2026-09-22"),
        (["09-10", "09-16", "09-17", "09-18"], "2026-09-19"),
        (["08-01..10-31"], "2026-11-15"),
    ],
    ids=[
        "none", "the day before it began", "its first day", "runs into its first day", "two days", "its last day",
        "the day after its last", "from its last day on", "overlapping ones count once", "a day added is lost as well",
        "days added run into another", "each day added is lost", "from before it began to after its end",
    ],
)  # fmt: skip
def test_calendar_days(stretches: list[str], expires: str) -> None:
    record = dated_record("2026-09-01", expires="2026-09-15")
    after = extended(record, outages(*stretches), OFFICIAL)
    assert after.expires == day(expires)
    assert after.extended == (day(expires) - day("2026-09-15")).days
    assert after.expires_as_written == day("2026-09-15")


@pytest.mark.parametrize(
    ("stretches", "expires"),
    [
        (["09-02"], "2026-09-08"),
        (["09-05"], "2026-09-07"),
        (["09-05..09-07"], "2026-09-08"),
        (["09-03..09-04"], "2026-09-09"),
        (["09-07"], "2026-09-08"),
        (["09-08"], "2026-09-07"),
        (["09-01..09-18"], "2026-09-24"),
    ],
    ids=[
        "Wednesday",
        "Saturday",
        "a weekend and the last day",
        "two days",
        "the last day",
        "the day after",
        "the whole",
    ],
)
def test_working_days(stretches: list[str], expires: str) -> None:
    """Five working days from Tuesday, 1 September; Sunday the 20th is worked, the 25th is a holiday."""
    record = dated_record("2026-09-01", expires="2026-09-07", notice_period=Span(count=5, unit=Unit.WORKING_DAYS))
    assert extended(record, outages(*stretches), OFFICIAL).expires == day(expires)


def test_working_days_of_unknown_years_are_calendar_days() -> None:
    record = dated_record("2026-12-28", expires="2027-01-03", notice_period=Span(count=7, unit=Unit.WORKING_DAYS))
    lost = [Outage(start=day("2027-01-02"), end=day("2027-01-02"), reason="停电")]
    assert extended(record, lost, ONLY_2026).expires == day("2027-01-04")
    assert extended(record, lost, NO_CALENDAR).expires == day("2027-01-04")


def test_days_are_added_into_an_unknown_year() -> None:
    record = dated_record("2026-12-25", expires="2026-12-31", notice_period=Span(count=5, unit=Unit.WORKING_DAYS))
    assert extended(record, outages("12-29..12-31"), ONLY_2026).expires == day("2027-01-03")


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({}, "standing"),
        ({"expires": day("2026-09-15"), "draft": True}, "draft"),
        ({"expires": day("2026-09-15"), "withdrawn": Withdrawal(day=day("2026-09-12"), reason="有误", approved_by="校长")}, "withdrawn"),
    ],
)  # fmt: skip
def test_what_has_no_end_or_is_gone_stays_as_it_is(fields: dict[str, Any], what: str) -> None:
    record = plain_record(**fields)
    assert extended(record, outages("09-10"), OFFICIAL) is record


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-09-15", State.EXPIRING),
        ("2026-09-16", State.EXPIRING),
        ("2026-09-17", State.EXPIRING),
        ("2026-09-18", State.REMOVED),
    ],
)
def test_the_removal_moves_along(today: str, state: State) -> None:
    record = dated_record("2026-09-01", expires="2026-09-15", after_expiry=AfterExpiry.REMOVE)
    assert state_on(extended(record, outages("09-10..09-11"), OFFICIAL), day(today)) is state


def test_a_mistyped_year_does_not_put_the_end_off_for_ever() -> None:
    record = dated_record("2026-09-01", expires="2026-09-15")
    forever = [Outage(start=day("2026-09-01"), end=date.max, reason="停电")]
    assert extended(record, forever, OFFICIAL).expires == day("2027-09-16")


days = some.integers(min_value=0, max_value=60).map(lambda number: date(2026, 8, 15) + timedelta(days=number))
stretches = some.lists(some.tuples(days, days).map(sorted), max_size=5).map(
    lambda pairs: [Outage(start=first, end=last, reason="停电") for first, last in pairs]
)


@given(stretches, some.sampled_from([None, Span(count=1, unit=Unit.WORKING_DAYS)]), days, days)
def test_it_can_be_read_on_as_many_days_as_without_outages(
    lost: list[Outage], span: Span | None, one: date, other: date
) -> None:
    first, last = sorted((one, other))
    record = plain_record(published=first, expires=last, notice_period=span)
    after = extended(record, lost, OFFICIAL)
    assert after.expires is not None
    assert after.expires >= last

    def readable(until: date, but: frozenset[date]) -> int:
        run = [first + timedelta(days=number) for number in range((until - first).days + 1)]
        return sum(1 for day in run if day not in but and (span is None or OFFICIAL.is_working_day(day)))

    gone = outage_days(lost)
    assert readable(after.expires, gone) == readable(last, frozenset())
    if after.expires > last:
        assert readable(after.expires - timedelta(days=1), gone) < readable(last, frozenset())
