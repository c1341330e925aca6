"""与哪一次相比: with which earlier record the fees of a record are compared."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.domain.earlier_fees import earlier_fees_of
from disclosure.domain.edition import Shown
from disclosure.domain.record import FeeLine
from disclosure.domain.vocabulary import AfterExpiry, State
from fees import line, shown

LUNCH = [line("午餐", "15元")]
CANDIDATES: dict[str, tuple[list[tuple[str, str, dict[str, Any]]], str]] = {
    "last year's": ([("2025-0001", "2025-09-01", {})], "2025-0001"),
    "last year's, not last term's": ([("2026-0001", "2026-02-20", {}), ("2025-0001", "2025-09-01", {})], "2025-0001"),
    "last term's where there is none of last year": ([("2026-0001", "2026-02-20", {"issue": "春"})], "2026-0001"),
    "of the same issue: none": ([("2026-0001", "2026-02-20", {"issue": "秋"})], ""),
    "older than three years: none": ([("2022-0001", "2022-09-01", {})], ""),
    "of another item: none": ([("2025-0001", "2025-09-01", {"item": "I43"})], ""),
    "replaced: none": ([("2025-0001", "2025-09-01", {"state": State.REPLACED})], ""),
    "is going to be taken down: none": (
        [("2025-0001", "2025-09-01", {"expires": date(2027, 1, 1), "after_expiry": AfterExpiry.REMOVE})], "",
    ),
    "over and in the archive": (
        [("2025-0001", "2025-09-01", {"expires": date(2026, 1, 1), "after_expiry": AfterExpiry.ARCHIVE})], "2025-0001",
    ),
    "nothing before": ([], ""),
}  # fmt: skip


@pytest.mark.parametrize(("others", "expected"), CANDIDATES.values(), ids=CANDIDATES)
def test_with_which_record(others: list[tuple[str, str, dict[str, Any]]], expected: str) -> None:
    now = shown("2026-0009", "2026-09-01", *LUNCH, issue="秋")
    records = [now, *(shown(number, day, *LUNCH, **more) for number, day, more in others)]
    found = earlier_fees_of(records).get("2026-0009")
    assert (found.id if found else "") == expected


def test_records_without_a_charge_in_common_are_not_compared() -> None:
    now, before = (
        shown("2026-0001", "2026-09-01", *LUNCH),
        shown("2025-0001", "2025-09-01", line("午餐", "15元", "每月")),
    )
    assert earlier_fees_of([now, before]) == {}


def test_what_a_record_itself_replaces_is_no_year_old() -> None:
    now = shown("2026-0002", "2026-09-10", *LUNCH, replaces="2025-0001")
    assert earlier_fees_of([now, shown("2025-0001", "2025-09-01", *LUNCH)]) == {}


def test_the_first_day_there_is() -> None:
    """Years are typed wrong; nothing is reckoned that lies before the first of them."""
    assert earlier_fees_of([shown("2026-0001", "0001-01-01", *LUNCH)]) == {}


def by_the_rule(records: list[Shown]) -> dict[str, str]:
    """The rule as it is told, looking at every record for each."""
    found = {}
    for place, one in enumerate(records):
        others = [(other, (one.published - other.published).days) for other in records[place + 1 :]]
        fit = [(other, days) for other, days in others if days <= 1100 and may_be_compared(one, other)]
        a_year = [other for other, days in fit if 270 <= days <= 460]
        for other in [*a_year, *(other for other, _ in fit)][:1]:
            found[one.id] = other.id
    return found


def may_be_compared(one: Shown, other: Shown) -> bool:
    ours, theirs = one.record, other.record
    charges = [{(fee.name, fee.unit) for fee in record.fees} for record in (ours, theirs)]
    is_taken_down = theirs.expires is not None and theirs.after_expiry is AfterExpiry.REMOVE
    is_of_the_same_issue = (ours.issue, ours.published.year) == (theirs.issue, theirs.published.year)
    return (
        ours.item == theirs.item and bool(charges[0] & charges[1]) and other.state is not State.REPLACED
        and theirs.id not in ours.supersedes and not is_taken_down and not is_of_the_same_issue
    )  # fmt: skip


CHARGES = [line("午餐", "15元"), line("午餐", "300元", "每月"), line("点心", "3元")]


@st.composite
def fee_records(draw: st.DrawFn) -> list[Shown]:
    """Records of some years, many on the same days and of the same issues, newest first."""
    made = []
    for number in range(draw(st.integers(2, 14))):
        fees: list[FeeLine] = draw(st.lists(st.sampled_from(CHARGES), min_size=1, max_size=2))
        day = date(2022, 1, 1) + timedelta(days=draw(st.integers(0, 60)) * draw(st.sampled_from([1, 30])))
        more = {"replaces": f"2022-{draw(st.integers(0, 14)):04}", "issue": draw(st.sampled_from(["", "春", "秋"]))}
        if draw(st.integers(0, 5)) == 0:
            more |= {"expires": date(2030, 1, 1), "after_expiry": draw(st.sampled_from([*AfterExpiry]))}
        state = draw(st.sampled_from([State.STANDING, State.STANDING, State.REPLACED]))
        item = draw(st.sampled_from(["I42", "I42", "I43"]))
        made.append(shown(f"2022-{number:04}", day.isoformat(), *fees, item=item, state=state, **more))
    return sorted(made, key=lambda one: one.sort_key, reverse=True)


@given(fee_records())
def test_the_quick_way_finds_what_the_rule_finds(records: list[Shown]) -> None:
    assert {number: other.id for number, other in earlier_fees_of(records).items()} == by_the_rule(records)
