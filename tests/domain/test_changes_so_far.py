"""Of a record's changes an edition knows those up to its day, in the order of their days; a stub only the days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.edition import Edition, Shown
from disclosure.domain.library import Library
from disclosure.domain.life import changes_until, turning_days
from disclosure.domain.record import Change, Record, Source, Withdrawal
from disclosure.domain.school import School
from disclosure.domain.vocabulary import AfterExpiry

FIRST, SECOND, THIRD = (
    Change(day=date(2026, 9, day), note=note) for day, note in ((5, "补充电话"), (5, "补充地址"), (12, "补充附件"))
)
WITHDRAWN: dict[str, Any] = {"withdrawn": Withdrawal(day=date(2026, 9, 3), reason="有误", approved_by="校长办公会")}
REMOVED: dict[str, Any] = {"expires": date(2026, 9, 3), "after_expiry": AfterExpiry.REMOVE}
DAYS = [
    (4, []),
    (5, [FIRST, SECOND]),
    (6, [FIRST, SECOND]),
    (11, [FIRST, SECOND]),
    (12, [FIRST, SECOND, THIRD]),
    (13, [FIRST, SECOND, THIRD]),
]


def edition_on(day: int, changes: tuple[Change, ...], **fields: Any) -> Edition:
    record = Record(
        id="a", title="收费公示", published=date(2026, 9, 1), department="总务处", column="fees",
        source=Source(file="a.md"), changes=changes, **fields,
    )  # fmt: skip
    library = Library(
        school=School(name="示例学校", site_url="https://school.example/"),
        catalogue=Catalogue(preset="standard", columns=(), items={}, column_names={}, item_names={}),
        records={"a": record},
    )
    return library.for_edition("public", date(2026, 9, day))


ORDERS = [(FIRST, SECOND, THIRD), (THIRD, FIRST, SECOND), (FIRST, THIRD, SECOND)]


@pytest.mark.parametrize(("day", "expected"), DAYS)
@pytest.mark.parametrize("listed", ORDERS, ids=["in order", "newest first", "mixed"])
def test_a_record_has_the_changes_that_have_happened(
    day: int, expected: list[Change], listed: tuple[Change, ...]
) -> None:
    (shown,) = edition_on(day, listed).shown
    assert list(shown.changes) == expected


def test_changes_of_one_day_stay_as_they_are_listed() -> None:
    (shown,) = edition_on(30, (THIRD, SECOND, FIRST)).shown
    assert shown.changes == (SECOND, FIRST, THIRD)


@pytest.mark.parametrize("fields", [WITHDRAWN, REMOVED], ids=["withdrawn", "removed"])
@pytest.mark.parametrize("listed", ORDERS, ids=["in order", "newest first", "mixed"])
def test_a_stub_has_their_days_and_no_notes(fields: dict[str, Any], listed: tuple[Change, ...]) -> None:
    early = tuple(Change(day=date(2026, 9, change.day.day // 5), note=change.note) for change in listed)
    (stub,) = edition_on(13, early, **fields).stubs
    assert stub.changed_on == (date(2026, 9, 1), date(2026, 9, 1), date(2026, 9, 2))
    assert "补充" not in repr(stub)


@pytest.mark.parametrize(("day", "count"), [(3, 1), (9, 1), (10, 2), (11, 2)])
def test_a_record_that_is_taken_down_the_same_day_keeps_what_happened_until_then(day: int, count: int) -> None:
    changes = (Change(day=date(2026, 9, 2), note="补充电话"), Change(day=date(2026, 9, 10), note="补充地址"))
    taken_back = Withdrawal(day=date(2026, 9, 10), reason="有误", approved_by="校长办公会")
    (entry,) = edition_on(day, changes, withdrawn=taken_back).entries()
    days = tuple(each.day for each in entry.changes) if isinstance(entry, Shown) else entry.changed_on
    assert days == tuple(change.day for change in changes)[:count]


@pytest.mark.parametrize(
    ("life", "last"),
    [
        ({"withdrawn": "2026-09-10"}, 10),
        ({"withdrawn": "2026-09-08"}, 8),
        ({"expires": "2026-09-09", "after_expiry": AfterExpiry.REMOVE}, 9),
        ({"expires": "2026-09-09", "after_expiry": AfterExpiry.BANNER}, 30),
        ({}, 30),
    ],
)
def test_nothing_changes_after_the_text_was_taken_down(life: dict[str, Any], last: int) -> None:
    found = changes_until(whole_month(**life), date(2026, 9, 30))
    assert [change.day.day for change in found] == list(range(1, last + 1))
    taken_down = date(2026, 9, last) + timedelta(days=1)
    assert [day for day in turning_days(whole_month(**life)) if taken_down < day <= date(2026, 9, 30)] == []


def whole_month(*, withdrawn: str = "", expires: str = "", after_expiry: AfterExpiry = AfterExpiry.BANNER) -> Record:
    return Record(
        id="2026-0001", title="收费公示", department="总务处", source=Source(file="a.md"),
        published=date(2026, 8, 31), expires=date.fromisoformat(expires) if expires else None, after_expiry=after_expiry,
        withdrawn=Withdrawal(day=date.fromisoformat(withdrawn), reason="有误", approved_by="校长办公会") if withdrawn else None,
        changes=tuple(Change(day=date(2026, 9, day), note=f"第{day}次") for day in range(30, 0, -1)),
    )  # fmt: skip
