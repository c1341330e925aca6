"""A record's state, day by day: before, on and after publication, warning, expiry, review and withdrawal."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from disclosure.domain.life import is_published, state_on
from disclosure.domain.vocabulary import AfterExpiry, State
from domain_records import dated_record as record
from domain_records import day

FORTNIGHT = record(expires="2026-09-15")
REMOVED: dict[str, Any] = {"expires": "2026-09-15", "after_expiry": AfterExpiry.REMOVE}


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-09-01", State.CURRENT),
        ("2026-09-08", State.CURRENT),
        ("2026-09-09", State.EXPIRING),
        ("2026-09-14", State.EXPIRING),
        ("2026-09-15", State.EXPIRING),
        ("2026-09-16", State.EXPIRED),
        ("2036-09-16", State.EXPIRED),
    ],
)
def test_a_notice_period(today: str, state: State) -> None:
    assert state_on(FORTNIGHT, day(today)) is state


@pytest.mark.parametrize(
    ("published", "expires", "today", "state"),
    [
        ("2028-02-10", "2028-02-29", "2028-02-22", State.CURRENT),
        ("2028-02-10", "2028-02-29", "2028-02-23", State.EXPIRING),
        ("2028-02-10", "2028-02-29", "2028-02-29", State.EXPIRING),
        ("2028-02-10", "2028-02-29", "2028-03-01", State.EXPIRED),
        ("2028-02-10", "2028-03-03", "2028-02-25", State.CURRENT),
        ("2028-02-10", "2028-03-03", "2028-02-26", State.EXPIRING),
        ("2027-02-10", "2027-03-03", "2027-02-24", State.CURRENT),
        ("2027-02-10", "2027-03-03", "2027-02-25", State.EXPIRING),
        ("2026-12-01", "2026-12-31", "2026-12-31", State.EXPIRING),
        ("2026-12-01", "2026-12-31", "2027-01-01", State.EXPIRED),
        ("2026-12-01", "2027-01-03", "2026-12-27", State.CURRENT),
        ("2026-12-01", "2027-01-03", "2026-12-28", State.EXPIRING),
        ("2026-09-01", "2026-09-01", "2026-09-01", State.EXPIRING),
        ("2026-09-01", "2026-09-01", "2026-09-02", State.EXPIRED),
    ],
)
def test_leap_days_year_ends_and_a_single_day(published: str, expires: str, today: str, state: State) -> None:
    assert state_on(record(published, expires=expires), day(today)) is state


@pytest.mark.parametrize(
    ("warn_days", "today", "state"),
    [
        (1, "2026-09-14", State.CURRENT),
        (1, "2026-09-15", State.EXPIRING),
        (3, "2026-09-12", State.CURRENT),
        (3, "2026-09-13", State.EXPIRING),
        (14, "2026-09-01", State.CURRENT),
        (15, "2026-09-01", State.EXPIRING),
        (365, "2026-09-01", State.EXPIRING),
    ],
)
def test_the_length_of_the_warning_counts_the_last_day(warn_days: int, today: str, state: State) -> None:
    assert state_on(FORTNIGHT, day(today), warn_days=warn_days) is state


@pytest.mark.parametrize(
    ("after_expiry", "state"),
    [(AfterExpiry.BANNER, State.EXPIRED), (AfterExpiry.ARCHIVE, State.ARCHIVED), (AfterExpiry.REMOVE, State.REMOVED)],
)
def test_what_happens_after_expiry(after_expiry: AfterExpiry, state: State) -> None:
    ending = record(expires="2026-09-15", after_expiry=after_expiry)
    assert state_on(ending, day("2026-09-08")) is State.CURRENT
    assert state_on(ending, day("2026-09-15")) is State.EXPIRING
    assert state_on(ending, day("2026-09-16")) is state
    assert state_on(record(after_expiry=after_expiry), day("2099-01-01")) is State.STANDING


@pytest.mark.parametrize(
    ("expires", "today", "state"),
    [
        ("", "2026-09-01", State.STANDING),
        ("", "2027-08-31", State.STANDING),
        ("", "2027-09-01", State.REVIEW_DUE),
        ("2027-12-31", "2027-09-01", State.CURRENT),
        ("2027-12-31", "2028-01-01", State.EXPIRED),
    ],
)
def test_review_is_for_standing_records(expires: str, today: str, state: State) -> None:
    assert state_on(record(expires=expires, review="2027-08-31"), day(today)) is state


@pytest.mark.parametrize(
    ("fields", "before"),
    [
        ({}, State.STANDING),
        ({"review": "2026-09-08"}, State.REVIEW_DUE),
        ({"expires": "2026-09-30"}, State.CURRENT),
        ({"expires": "2026-09-10"}, State.EXPIRING),
        ({"expires": "2026-09-08"}, State.EXPIRED),
        ({"expires": "2026-09-08", "after_expiry": AfterExpiry.ARCHIVE}, State.ARCHIVED),
        ({"expires": "2026-09-08", "after_expiry": AfterExpiry.REMOVE}, State.REMOVED),
    ],
)
def test_withdrawal_begins_on_its_day_and_ends_all_else(fields: dict[str, Any], before: State) -> None:
    taken_back = record(withdrawn="2026-09-10", **fields)
    assert state_on(taken_back, day("2026-09-09")) is before
    assert state_on(taken_back, day("2026-09-10")) is State.WITHDRAWN
    assert state_on(taken_back, day("2026-09-11")) is State.WITHDRAWN
    assert state_on(taken_back, day("2036-09-11")) is State.WITHDRAWN


@pytest.mark.parametrize(
    ("fields", "today", "state"),
    [
        ({}, "2026-09-02", State.REPLACED),
        ({"review": "2026-09-10"}, "2026-09-11", State.REPLACED),
        ({"expires": "2026-09-15"}, "2026-09-08", State.REPLACED),
        ({"expires": "2026-09-15"}, "2026-09-15", State.REPLACED),
        ({"expires": "2026-09-15"}, "2026-09-16", State.REPLACED),
        ({"expires": "2026-09-15", "after_expiry": AfterExpiry.ARCHIVE}, "2026-09-16", State.REPLACED),
        (REMOVED, "2026-09-15", State.REPLACED),
        (REMOVED, "2026-09-16", State.REMOVED),
        ({"withdrawn": "2026-09-10"}, "2026-09-09", State.REPLACED),
        ({"withdrawn": "2026-09-10"}, "2026-09-10", State.WITHDRAWN),
        (REMOVED | {"withdrawn": "2026-09-20"}, "2026-09-19", State.REMOVED),
        (REMOVED | {"withdrawn": "2026-09-20"}, "2026-09-20", State.WITHDRAWN),
    ],
)
def test_withdrawn_before_removed_before_replaced_before_expired(
    fields: dict[str, Any], today: str, state: State
) -> None:
    assert state_on(record(**fields), day(today), replaced=True) is state


@pytest.mark.parametrize(
    ("published", "today", "expected"),
    [
        ("2026-09-01", "2026-08-31", False),
        ("2026-09-01", "2026-09-01", True),
        ("2026-09-01", "2026-09-02", True),
        ("2028-02-29", "2028-02-28", False),
        ("2028-02-29", "2028-02-29", True),
        ("2027-01-01", "2026-12-31", False),
    ],
)
def test_before_its_day_a_record_does_not_exist(published: str, today: str, expected: bool) -> None:
    evening = record(published, published_time=time(23, 59))
    assert is_published(evening, day(today)) is expected
    assert not is_published(record(published, draft=True), day(today))
    if not expected:
        with pytest.raises(ValueError, match="2026-0001"):
            state_on(evening, day(today))


def test_a_draft_has_no_state() -> None:
    with pytest.raises(ValueError, match="not published"):
        state_on(record(draft=True, withdrawn="2026-09-02"), day("2026-09-03"))
