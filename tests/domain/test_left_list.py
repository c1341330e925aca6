"""The day on which a record left its column's current list: the first of withdrawal, end of its period, replacement."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.library import Library
from disclosure.domain.record import Record, Source, Withdrawal
from disclosure.domain.school import School
from disclosure.domain.vocabulary import AfterExpiry, Audience


def on(day: int, month: int = 9, year: int = 2026) -> date:
    return date(year, month, day)


def withdrawn(day: int) -> dict[str, Any]:
    return {"withdrawn": Withdrawal(day=on(day), reason="有误", approved_by="校长办公会")}


def replaced(day: int, **fields: Any) -> dict[str, Any]:
    """A record that takes the place of the first from a day on."""
    return {"replaces": "a", "published": on(day)} | fields


def left(first: dict[str, Any], *others: dict[str, Any], today: date) -> date | None:
    """The day on which the first of some records left its list."""
    given: dict[str, Any] = {
        "title": "收费公示",
        "published": on(1),
        "department": "总务处",
        "column": "fees",
    }
    source = Source(file="a.md")
    records = {name: Record(id=name, source=source, **(given | each)) for name, each in zip("abcd", [first, *others], strict=False)}  # fmt: skip
    library = Library(
        school=School(name="示例学校", site_url="https://school.example/"),
        catalogue=Catalogue(preset="standard", columns=(), items={}, column_names={}, item_names={}),
        records=records,
    )
    (entry,) = (each for each in library.for_edition("public", today).entries() if each.id == "a")
    assert (entry.left_list_on is not None) is entry.state.is_archived
    return entry.left_list_on


ARCHIVED: dict[str, Any] = {"expires": on(15), "after_expiry": AfterExpiry.ARCHIVE}
REMOVED: dict[str, Any] = {"expires": on(15), "after_expiry": AfterExpiry.REMOVE}
BANNER: dict[str, Any] = {"expires": on(15), "after_expiry": AfterExpiry.BANNER}
DAYS = {
    "withdrawn": ([withdrawn(10)], {1: None, 9: None, 10: 10, 11: 10, 30: 10}),
    "to the archive": ([ARCHIVED], {14: None, 15: None, 16: 16, 17: 16, 30: 16}),
    "removed": ([REMOVED], {14: None, 15: None, 16: 16, 17: 16}),
    "with a banner": ([BANNER], {15: None, 16: None, 17: None, 30: None}),
    "standing": ([{}], {1: None, 30: None}),
    "to be reviewed": ([{"review_by": on(10)}], {10: None, 11: None}),
    "replaced": ([{}, replaced(8)], {7: None, 8: 8, 9: 8, 30: 8}),
    "corrected": ([{}, {"corrects": "a", "published": on(8)}], {7: None, 8: 8, 9: 8}),
    "replaced by an older one": ([{"published": on(5)}, replaced(1)], {5: 5, 6: 5}),
    "replaced on its first day": ([{}, replaced(1)], {1: 1, 2: 1}),
    "replaced twice": ([{}, replaced(12), replaced(8)], {7: None, 8: 8, 12: 8, 13: 8}),
    "replaced, then to the archive": ([ARCHIVED, replaced(8)], {7: None, 8: 8, 16: 8, 17: 8}),
    "to the archive, then replaced": ([ARCHIVED, replaced(20)], {15: None, 16: 16, 19: 16, 20: 16, 21: 16}),
    "replaced, then removed": ([REMOVED, replaced(8)], {7: None, 15: 8, 16: 8}),
    "removed, then replaced": ([REMOVED, replaced(20)], {16: 16, 20: 16}),
    "replaced as the period ends": ([ARCHIVED, replaced(16)], {15: None, 16: 16, 17: 16}),
    "with a banner, then replaced": ([BANNER, replaced(20)], {16: None, 19: None, 20: 20, 21: 20}),
    "replaced, then with a banner": ([BANNER, replaced(8)], {7: None, 8: 8, 16: 8}),
    "with a banner, then withdrawn": ([BANNER | withdrawn(20)], {16: None, 19: None, 20: 20, 21: 20}),
    "to the archive, then withdrawn": ([ARCHIVED | withdrawn(20)], {15: None, 16: 16, 20: 16, 21: 16}),
    "withdrawn, then past its removal": ([REMOVED | withdrawn(10)], {9: None, 10: 10, 16: 10}),
    "replaced, then withdrawn": ([withdrawn(12), replaced(8)], {7: None, 8: 8, 12: 8, 13: 8}),
    "withdrawn, then replaced": ([withdrawn(10), replaced(12)], {9: None, 10: 10, 12: 10, 13: 10}),
    "by one that is withdrawn": ([{}, replaced(8, **withdrawn(12))], {7: None, 8: 8, 11: 8, 12: None, 13: None}),
    "by one that is removed": ([{}, replaced(8) | REMOVED], {7: None, 8: 8, 16: 8}),
    "by another after that was withdrawn": (
        [{}, replaced(5, **withdrawn(10)), {"replaces": "b", "published": on(12)}],
        {4: None, 5: 5, 9: 5, 10: None, 11: None, 12: 12, 13: 12},
    ),
    "by a draft": ([{}, replaced(8, draft=True)], {8: None, 30: None}),
    "by an internal one": ([{}, replaced(8, audience=frozenset({Audience.STAFF}))], {8: None, 30: None}),
}


@pytest.mark.parametrize(
    ("records", "today", "expected"),
    [
        pytest.param(records, today, expected, id=f"{name}, on the {today}.")
        for name, (records, days) in DAYS.items()
        for today, expected in days.items()
    ],
)
def test_the_day_it_left(records: list[dict[str, Any]], today: int, expected: int | None) -> None:
    assert left(*records, today=on(today)) == (on(expected) if expected else None)


@pytest.mark.parametrize("after", [AfterExpiry.ARCHIVE, AfterExpiry.REMOVE])
@pytest.mark.parametrize(
    ("expires", "expected"),
    [
        (on(30), on(1, 10)),
        (on(31, 12), on(1, 1, 2027)),
        (on(28, 2, 2027), on(1, 3, 2027)),
        (on(28, 2, 2028), on(29, 2, 2028)),
        (on(29, 2, 2028), on(1, 3, 2028)),
    ],
)
def test_the_day_after_the_period_is_counted_by_the_calendar(after: AfterExpiry, expires: date, expected: date) -> None:
    over = {"expires": expires, "after_expiry": after}
    assert left(over, today=expires) is None
    assert left(over, today=expected) == expected
    assert left(over, today=on(1, 1, 2030)) == expected
