"""In which order feeds tell events: by day and time; what happens to one record at one moment, as it must have happened."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.events import Event, events_of, newest_events
from disclosure.domain.record import Change, Record, Source, Withdrawal
from disclosure.domain.vocabulary import State

FIRST = date(2026, 9, 1)
MORNING, MIDNIGHT = time(8, 30), time(0, 0)


def changes(*after: int) -> tuple[Change, ...]:
    """Changes so many days after the first of September."""
    return tuple(Change(day=FIRST + timedelta(days=days), note="补充电话") for days in after)


def shown(record_id: str = "a", *, changed_after: tuple[int, ...] = (), **fields: Any) -> Shown:
    given: dict[str, Any] = {"title": "收费公示", "published": FIRST, "department": "总务处"}
    record = Record(id=record_id, source=Source(file="a.md"), **(given | fields))
    return Shown(record=record, state=State.STANDING, item=None, days_left=None, changes=changes(*changed_after))


def stub(*, at: time | None, corrects: bool, changed_after: tuple[int, ...], withdrawn_after: int) -> Stub:
    day = FIRST + timedelta(days=withdrawn_after)
    return Stub(
        id="a", title="收费公示", state=State.WITHDRAWN, column="fees", item=None, department="总务处", document_number="",
        published=FIRST, published_time=at, expires=None, is_correction=corrects, replaced_by=(), left_list_on=day,
        withdrawn=Withdrawal(day=day, reason="有误", approved_by="校长办公会"), series="", stage="", hotline="",
        changed_on=tuple(change.day for change in changes(*changed_after)),
    )  # fmt: skip


def oldest_first(*entries: Entry) -> list[Event]:
    return newest_events(entries, limit=99)[::-1]


@pytest.mark.parametrize(
    ("changed", "withdrawn", "times"),
    [
        ((0,), 0, [MORNING, MORNING, MORNING]),
        ((0, 0), 1, [MORNING, MORNING, MORNING, MIDNIGHT]),
        ((0, 1), 1, [MORNING, MORNING, MIDNIGHT, MIDNIGHT]),
        ((1, 2), 2, [MORNING, MIDNIGHT, MIDNIGHT, MIDNIGHT]),
    ],
)
@pytest.mark.parametrize("at", [None, MIDNIGHT, MORNING])
@pytest.mark.parametrize("corrects", [False, True])
def test_published_then_changed_then_withdrawn(
    changed: tuple[int, ...], withdrawn: int, times: list[time], at: time | None, corrects: bool
) -> None:
    events = oldest_first(stub(at=at, corrects=corrects, changed_after=changed, withdrawn_after=withdrawn))
    kinds = ["corrected" if corrects else "published", *(["changed"] * len(changed)), "withdrawn"]
    assert [event.kind.value for event in events] == kinds
    assert [event.at for event in events] == (times if at == MORNING else [MIDNIGHT] * len(times))


@pytest.mark.parametrize(
    ("after", "at"),
    [(0, MORNING), (1, MIDNIGHT), (2, MIDNIGHT)],
    ids=["on the day", "the day after", "two days after"],
)
def test_a_change_has_a_time_of_day_only_where_publication_gives_it_one(after: int, at: time) -> None:
    _, change = events_of(shown(published_time=MORNING, changed_after=(after,)))
    assert (change.day, change.at) == (FIRST + timedelta(days=after), at)


def test_changes_of_one_day_are_told_by_count_and_not_by_the_letters_of_their_keys() -> None:
    events = oldest_first(shown(changed_after=(4,) * 11))
    counts = ["", *(f"-{number}" for number in range(2, 12))]
    assert [event.key for event in events] == ["published", *(f"changed-2026-09-05{count}" for count in counts)]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (0, []),
        (1, ["b published"]),
        (3, ["b published", "a changed-2026-09-05-2", "a changed-2026-09-05"]),
        (
            9,
            ["b published", "a changed-2026-09-05-2", "a changed-2026-09-05", "d published", "c published", "a published"],
        ),
    ],
)  # fmt: skip
def test_the_newest_first_across_records(limit: int, expected: list[str]) -> None:
    entries = [
        shown("a", changed_after=(4, 4)),
        shown("b", published=date(2026, 9, 5), published_time=time(8, 0)),
        shown("c", published_time=time(9, 0)),
        shown("d", published_time=time(9, 0)),
    ]
    for given in (entries, entries[::-1]):
        events = newest_events(given, limit=limit)
        assert [f"{event.entry.id} {event.key}" for event in events] == expected


def test_at_one_moment_all_of_one_record_stands_together() -> None:
    events = oldest_first(shown("b", corrects="x", changed_after=(0,)), shown("a", changed_after=(0,)))
    assert [f"{event.entry.id} {event.kind.value}" for event in events] == [
        "a published",
        "a changed",
        "b corrected",
        "b changed",
    ]
