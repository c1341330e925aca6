"""The first day after today on which an edition changes by itself: for the job that rebuilds only when needed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.library import Library
from disclosure.domain.record import Change, Record, Withdrawal
from disclosure.domain.school import Group, Member, School, Settings, TermOfOffice
from disclosure.domain.vocabulary import AfterExpiry, Audience
from domain_records import plain_record as record

PUBLIC, STAFF = frozenset({Audience.PUBLIC}), frozenset({Audience.STAFF})
TAKEN_BACK = Withdrawal(day=date(2026, 9, 12), reason="有误", approved_by="校长办公会")
NOTICE: dict[str, Any] = {"published": date(2026, 9, 1), "expires": date(2026, 9, 15)}


def next_change(
    *records: Record, today: date, edition: str = "public", warn_days: int = 7, groups: tuple[Group, ...] = ()
) -> date | None:
    library = Library(
        school=School(
            name="示例学校", site_url="https://school.example/", groups=groups, settings=Settings(warn_days=warn_days)
        ),
        catalogue=Catalogue(preset="standard", columns=(), items={}, column_names={}, item_names={}),
        records={each.id: each for each in records},
    )
    assert library.for_edition(edition, today).next_change == library.next_change(edition, today)
    return library.next_change(edition, today)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2026, 9, 9)),
        (date(2026, 9, 8), date(2026, 9, 9)),
        (date(2026, 9, 9), date(2026, 9, 16)),
        (date(2026, 9, 15), date(2026, 9, 16)),
        (date(2026, 9, 16), None),
    ],
)
def test_along_the_life_of_a_notice(today: date, expected: date | None) -> None:
    assert next_change(record(**NOTICE), today=today) == expected


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        ({}, date(2026, 9, 1), None),
        ({"draft": True, "published": date(2026, 10, 1)}, date(2026, 9, 1), None),
        ({"review_by": date(2027, 8, 31)}, date(2027, 8, 31), date(2027, 9, 1)),
        ({"review_by": date(2028, 2, 28)}, date(2027, 8, 31), date(2028, 2, 29)),
        ({"expires": date(2026, 12, 31), "after_expiry": AfterExpiry.REMOVE}, date(2026, 12, 31), date(2027, 1, 1)),
        ({"changes": (Change(day=date(2026, 9, 12), note="补充电话"),)}, date(2026, 9, 11), date(2026, 9, 12)),
        ({"changes": (Change(day=date(2026, 9, 12), note="补充电话"),)}, date(2026, 9, 12), None),
        ({"withdrawn": TAKEN_BACK}, date(2026, 9, 1), date(2026, 9, 12)),
    ],
)
def test_other_lives(fields: dict[str, Any], today: date, expected: date | None) -> None:
    assert next_change(record(**fields), today=today) == expected


@pytest.mark.parametrize(("warn_days", "expected"), [(1, date(2026, 9, 15)), (3, date(2026, 9, 13))])
def test_the_school_decides_how_early_it_warns(warn_days: int, expected: date) -> None:
    assert next_change(record(**NOTICE), today=date(2026, 9, 2), warn_days=warn_days) == expected


@pytest.mark.parametrize(("edition", "expected"), [("public", date(2026, 10, 5)), ("internal", date(2026, 10, 1))])
def test_records_of_other_audiences_do_not_count(edition: str, expected: date) -> None:
    records = (record("a", published=date(2026, 10, 5)), record("b", published=date(2026, 10, 1), audience=STAFF))
    assert next_change(*records, today=date(2026, 9, 1), edition=edition) == expected
    assert next_change(records[1], today=date(2026, 9, 1)) is None


def test_the_nearest_of_many_records() -> None:
    records = (record("a", **NOTICE), record("b", published=date(2026, 9, 4)), record("c", review_by=date(2026, 9, 4)))
    days = [next_change(*records, today=date(2026, 9, day)) for day in (3, 4, 5)]
    assert days == [date(2026, 9, 4), date(2026, 9, 5), date(2026, 9, 9)]


def test_a_new_term_of_office_changes_the_page_of_the_groups() -> None:
    terms = (TermOfOffice(start=date(2026, 9, 5), end=date(2029, 9, 4), members=(Member(name="顾某某"),)),)
    groups = (Group(id="supervision", name="监督小组", terms=terms),)
    assert next_change(record(**NOTICE), today=date(2026, 9, 1), groups=groups) == date(2026, 9, 5)
    assert next_change(record(**NOTICE), today=date(2026, 9, 5), groups=groups) == date(2026, 9, 9)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2026, 9, 1), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 1), None),
    ],
)
def test_rosters_change_when_a_term_begins_and_the_day_after_it_ends(today: date, expected: date | None) -> None:
    term = TermOfOffice(start=date(2026, 9, 1), end=date(2026, 12, 31), members=(Member(name="顾某某"),))
    group = Group(id="leading", name="领导小组", terms=(term,))
    assert next_change(today=today, groups=(group,)) == expected
