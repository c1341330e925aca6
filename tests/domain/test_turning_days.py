"""The days on which a record's state changes by itself, and how many days of notice are left."""

from __future__ import annotations

from datetime import timedelta

import pytest

from disclosure.domain.life import days_left, state_on, turning_days
from disclosure.domain.record import Change, Record
from disclosure.domain.vocabulary import AfterExpiry
from domain_records import dated_record as record
from domain_records import day

CHANGE = Change(day=day("2026-09-12"), note="补充电话")
FORTNIGHT = record(expires="2026-09-15")


@pytest.mark.parametrize(
    ("expires", "today", "left"),
    [
        ("2026-09-15", "2026-09-01", 14),
        ("2026-09-15", "2026-09-14", 1),
        ("2026-09-15", "2026-09-15", 0),
        ("2026-09-15", "2026-09-16", None),
        ("2028-03-01", "2028-02-28", 2),
        ("2027-03-01", "2027-02-28", 1),
        ("2027-01-01", "2026-12-31", 1),
        ("", "2026-09-15", None),
    ],
)
def test_days_left(expires: str, today: str, left: int | None) -> None:
    assert days_left(record("2026-01-01", expires=expires), day(today)) == left


@pytest.mark.parametrize(
    ("turning", "warn_days", "expected"),
    [
        (record(), 7, ["2026-09-01"]),
        (FORTNIGHT, 7, ["2026-09-01", "2026-09-09", "2026-09-16"]),
        (FORTNIGHT, 1, ["2026-09-01", "2026-09-15", "2026-09-16"]),
        (record(expires="2028-02-29"), 7, ["2026-09-01", "2028-02-23", "2028-03-01"]),
        (record(expires="2026-12-31"), 7, ["2026-09-01", "2026-12-25", "2027-01-01"]),
        (record(review="2028-02-28"), 7, ["2026-09-01", "2028-02-29"]),
        (record("2026-12-10", expires="2026-12-12"), 7, ["2026-12-10", "2026-12-13"]),
        (record(expires="2027-02-27", withdrawn="2026-09-12"), 7, ["2026-09-01", "2026-09-12"]),
        (record(expires="2026-09-30", review="2026-09-10"), 7, ["2026-09-01", "2026-09-24", "2026-10-01"]),
        (record(withdrawn="2026-09-10"), 7, ["2026-09-01", "2026-09-10"]),
        (record(changes=(CHANGE,)), 7, ["2026-09-01", "2026-09-12"]),
        (record(changes=(CHANGE,), draft=True), 7, []),
        (record(expires="2026-09-15", withdrawn="2026-09-10", review="2027-08-31", draft=True), 7, []),
    ],
)
def test_turning_days(turning: Record, warn_days: int, expected: list[str]) -> None:
    assert sorted(map(str, turning_days(turning, warn_days=warn_days))) == expected


@pytest.mark.parametrize("warn_days", [1, 7, 30])
@pytest.mark.parametrize("withdrawn", ["", "2026-09-01", "2026-09-10", "2026-09-16", "2026-10-01"])
@pytest.mark.parametrize("expires", ["", "2026-09-01", "2026-09-15"])
@pytest.mark.parametrize("kind", AfterExpiry)
def test_no_state_changes_on_any_other_day(kind: AfterExpiry, expires: str, withdrawn: str, warn_days: int) -> None:
    kept = record(expires=expires, withdrawn=withdrawn, review="2026-09-20", after_expiry=kind)
    turning = set(turning_days(kept, warn_days=warn_days))
    for after in range(1, 40):
        today = kept.published + timedelta(days=after)
        states = [state_on(kept, each, warn_days=warn_days) for each in (today - timedelta(days=1), today)]
        assert states[0] is states[1] or today in turning
