"""What feeds report about an entry: publication, corrections, changes up to today, withdrawal; of stubs no more."""

from __future__ import annotations

from datetime import date, time
from pathlib import PurePosixPath
from typing import Any

import pytest

from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.events import Event, EventKind, events_of, newest_events
from disclosure.domain.record import Change, Record, Source, Withdrawal
from disclosure.domain.vocabulary import State

DAY = date(2026, 9, 10)
NEVER = date(2099, 1, 1)


def shown(record_id: str = "a", state: State = State.STANDING, **fields: Any) -> Shown:
    given: dict[str, Any] = {"title": "收费公示", "published": date(2026, 9, 1), "department": "总务处", "body": ""}
    record = Record(id=record_id, source=Source(path=PurePosixPath("a.md")), **(given | fields))
    return Shown(record=record, state=state, item=None, days_left=None)


def stub(state: State, *, withdrawn: Withdrawal | None = None, at: time | None = None, corrects: bool = False) -> Stub:
    return Stub(
        id="a", title="收费公示", state=state, column="fees", item=None, department="总务处", document_number="",
        published=date(2026, 9, 1), published_time=at, expires=None, withdrawn=withdrawn,
        is_correction=corrects, series="", stage="", hotline="",
    )  # fmt: skip


def change(day: int, note: str = "补充电话") -> Change:
    return Change(day=date(2026, 9, day), note=note)


def told(entry: Entry, today: date = DAY) -> list[tuple[str, date, int, str]]:
    return [(event.kind.value, event.day, event.number, event.note) for event in events_of(entry, today)]


PUBLISHED = ("published", date(2026, 9, 1), 0, "")


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, EventKind.PUBLISHED),
        ({"replaces": "b"}, EventKind.PUBLISHED),
        ({"corrects": "b"}, EventKind.CORRECTED),
        ({"corrects": "b", "replaces": "b"}, EventKind.CORRECTED),
    ],
)
def test_a_record_that_corrects_another_says_so_also_when_only_its_stub_is_left(
    fields: dict[str, Any], kind: EventKind
) -> None:
    for entry in (shown(**fields), stub(State.REMOVED, corrects="corrects" in fields)):
        (event,) = events_of(entry, DAY)
        assert (event.kind, event.day) == (kind, date(2026, 9, 1))


@pytest.mark.parametrize(("at", "expected"), [(None, time(0, 0)), (time(8, 30), time(8, 30))])
def test_the_time_of_publication(at: time | None, expected: time) -> None:
    for entry in (shown(published_time=at), stub(State.REMOVED, at=at)):
        assert [event.at for event in events_of(entry, DAY)] == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((change(9),), [PUBLISHED, ("changed", date(2026, 9, 9), 1, "补充电话")]),
        ((change(10),), [PUBLISHED, ("changed", date(2026, 9, 10), 1, "补充电话")]),
        ((change(11),), [PUBLISHED]),
        (
            (change(3, "甲"), change(3, "乙"), change(12, "丙")),
            [PUBLISHED, ("changed", date(2026, 9, 3), 1, "甲"), ("changed", date(2026, 9, 3), 2, "乙")],
        ),
        ((change(12, "丙"), change(3, "甲")), [PUBLISHED, ("changed", date(2026, 9, 3), 1, "甲")]),
    ],
)
def test_changes_are_told_from_their_day_on_and_keep_their_number(
    changes: tuple[Change, ...], expected: list[tuple[str, date, int, str]]
) -> None:
    assert told(shown(changes=changes)) == expected


def test_a_change_keeps_its_number_on_every_later_day() -> None:
    for changes in ((change(5, "甲"), change(8, "乙")), (change(8, "乙"), change(5, "甲"))):
        entry = shown(changes=changes)
        assert told(entry, date(2026, 9, 4)) == [PUBLISHED]
        assert told(entry, date(2026, 9, 5)) == [PUBLISHED, ("changed", date(2026, 9, 5), 1, "甲")]
        assert told(entry, date(2026, 9, 7)) == told(entry, date(2026, 9, 5))
        assert told(entry, date(2026, 9, 8)) == [*told(entry, date(2026, 9, 7)), ("changed", date(2026, 9, 8), 2, "乙")]
        assert told(entry, NEVER) == told(entry, date(2026, 9, 8))


def test_what_was_removed_was_published_and_no_more() -> None:
    assert told(stub(State.REMOVED), NEVER) == [PUBLISHED]


def test_a_withdrawal_is_told_with_its_reason() -> None:
    taken_back = Withdrawal(day=date(2026, 9, 8), reason="金额有误", approved_by="校长办公会")
    assert told(stub(State.WITHDRAWN, withdrawn=taken_back)) == [
        PUBLISHED,
        ("withdrawn", date(2026, 9, 8), 0, "金额有误"),
    ]


def test_a_withdrawal_that_is_still_to_come_is_not_told() -> None:
    later = Withdrawal(day=date(2026, 9, 12), reason="金额有误", approved_by="校长办公会")
    assert told(shown(withdrawn=later)) == [PUBLISHED]


@pytest.mark.parametrize(
    ("kind", "value", "label"),
    [
        (EventKind.PUBLISHED, "published", "公开"),
        (EventKind.CHANGED, "changed", "变更"),
        (EventKind.CORRECTED, "corrected", "更正"),
        (EventKind.WITHDRAWN, "withdrawn", "撤销"),
    ],
)
def test_words_of_feeds_never_change(kind: EventKind, value: str, label: str) -> None:
    assert (kind.value, kind.label) == (value, label)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (0, []),
        (1, ["b published 0"]),
        (3, ["b published 0", "a changed 2", "a changed 1"]),
        (9, ["b published 0", "a changed 2", "a changed 1", "d published 0", "c published 0", "a published 0"]),
    ],
)
def test_the_newest_first_across_records(limit: int, expected: list[str]) -> None:
    entries = [
        shown("a", changes=(change(5), change(5))),
        shown("b", published=date(2026, 9, 5), published_time=time(8, 0)),
        shown("c", published_time=time(9, 0)),
        shown("d", published_time=time(9, 0)),
    ]

    def words(event: Event) -> str:
        return f"{event.entry.id} {event.kind.value} {event.number}"

    for given in (entries, entries[::-1]):
        assert [words(event) for event in newest_events(given, DAY, limit=limit)] == expected
