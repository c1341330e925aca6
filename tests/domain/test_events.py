"""What feeds report about an entry: publication, corrections, changes, withdrawal; of a stub only that they happened."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.events import EventKind, events_of
from disclosure.domain.record import Change, Record, Source, Withdrawal
from disclosure.domain.vocabulary import State


def on(day: int, month: int = 9) -> date:
    return date(2026, month, day)


TAKEN_BACK = Withdrawal(day=on(8), reason="金额有误", approved_by="校长办公会")


def shown(record_id: str = "a", *, changes: tuple[Change, ...] = (), **fields: Any) -> Shown:
    given: dict[str, Any] = {"title": "收费公示", "published": on(1), "department": "总务处"}
    record = Record(id=record_id, source=Source(file="a.md"), **(given | fields))
    return Shown(record=record, state=State.STANDING, item=None, days_left=None, changes=changes)


def stub(withdrawn: Withdrawal | None = None, *, at: time | None = None, corrects: str = "", **fields: Any) -> Stub:
    return Stub(
        id="a", title="收费公示", state=State.WITHDRAWN if withdrawn else State.REMOVED, column="fees", item=None,
        department="总务处", document_number="", published=on(1), published_time=at, expires=None, withdrawn=withdrawn,
        is_correction=bool(corrects), replaced_by=(), left_list_on=on(8), series="", stage="", hotline="",
        **({"changed_on": ()} | fields),
    )  # fmt: skip


def change(day: int, note: str = "补充电话") -> Change:
    return Change(day=on(day), note=note)


def told(entry: Entry) -> list[tuple[str, date, str]]:
    return [(event.key, event.day, event.note) for event in events_of(entry)]


PUBLISHED = ("published", on(1), "")


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
    fields: dict[str, str], kind: EventKind
) -> None:
    for entry in (shown(**fields), stub(corrects=fields.get("corrects", ""))):
        (event,) = events_of(entry)
        assert (event.kind, event.key, event.day) == (kind, kind.value, on(1))


@pytest.mark.parametrize(("at", "expected"), [(None, time(0, 0)), (time(8, 30), time(8, 30))])
def test_the_time_of_publication(at: time | None, expected: time) -> None:
    for entry in (shown(published_time=at), stub(at=at)):
        assert [event.at for event in events_of(entry)] == [expected]


KEYS = {
    "none": ((), []),
    "one": ((9,), ["changed-2026-09-09"]),
    "two days": ((9, 12), ["changed-2026-09-09", "changed-2026-09-12"]),
    "twice on a day": ((9, 9), ["changed-2026-09-09", "changed-2026-09-09-2"]),
    "three times on a day": ((9, 9, 9), ["changed-2026-09-09", "changed-2026-09-09-2", "changed-2026-09-09-3"]),
    "counted for each day": (
        (9, 9, 10, 12, 12),
        ["changed-2026-09-09", "changed-2026-09-09-2", "changed-2026-09-10", "changed-2026-09-12", "changed-2026-09-12-2"],
    ),
    "on the day of publication": ((1, 1), ["changed-2026-09-01", "changed-2026-09-01-2"]),
}  # fmt: skip


@pytest.mark.parametrize(("days", "keys"), KEYS.values(), ids=KEYS)
def test_a_change_is_named_by_its_day_and_tells_its_note(days: tuple[int, ...], keys: list[str]) -> None:
    notes = [f"第{number}次" for number in range(len(days))]
    changes = tuple(change(day, note) for day, note in zip(days, notes, strict=True))
    expected = [(key, on(day), note) for key, day, note in zip(keys, days, notes, strict=True)]
    assert told(shown(changes=changes)) == [PUBLISHED, *expected]


@pytest.mark.parametrize(("days", "keys"), KEYS.values(), ids=KEYS)
@pytest.mark.parametrize("withdrawn", [None, TAKEN_BACK], ids=["removed", "withdrawn"])
def test_a_stub_keeps_the_names_of_its_changes_and_none_of_their_notes(
    days: tuple[int, ...], keys: list[str], withdrawn: Withdrawal | None
) -> None:
    events = told(stub(withdrawn, changed_on=tuple(map(on, days))))
    assert events[: len(days) + 1] == [PUBLISHED, *((key, on(day), "") for key, day in zip(keys, days, strict=True))]
    assert events[len(days) + 1 :] == ([("withdrawn", on(8), "金额有误")] if withdrawn else [])


def test_a_withdrawal_that_is_still_to_come_is_not_told() -> None:
    assert told(shown(withdrawn=TAKEN_BACK)) == [PUBLISHED]


def test_no_other_event_renames_one() -> None:
    few = {event.key for event in events_of(shown(changes=(change(12),)))}
    more = {event.key for event in events_of(shown(changes=(change(3), change(12), change(14))))}
    assert few < more
    assert few < {event.key for event in events_of(stub(TAKEN_BACK, changed_on=(on(12),)))}


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
