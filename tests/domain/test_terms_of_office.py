"""Which term of office of a group holds on a day: both its days count, and between two terms nobody is invented."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.domain.school import Group, Member, TermOfOffice

FIRST = TermOfOffice(start=date(2023, 9, 1), end=date(2026, 8, 31), members=(Member(name="顾某某", role="组长"),))
SECOND = TermOfOffice(start=date(2026, 9, 10), end=date(2028, 2, 29), members=(Member(name="沈某某", role="组长"),))


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2023, 8, 31), None),
        (date(2023, 9, 1), FIRST),
        (date(2026, 8, 31), FIRST),
        (date(2026, 9, 1), None),
        (date(2026, 9, 9), None),
        (date(2026, 9, 10), SECOND),
        (date(2028, 2, 28), SECOND),
        (date(2028, 2, 29), SECOND),
        (date(2028, 3, 1), None),
    ],
)
def test_the_term_that_holds(day: date, term: TermOfOffice | None) -> None:
    assert Group(id="leading", name="领导小组", terms=(FIRST, SECOND)).on(day) is term
    assert Group(id="leading", name="领导小组", terms=(SECOND, FIRST)).on(day) is term
    assert Group(id="leading", name="领导小组").on(day) is None
