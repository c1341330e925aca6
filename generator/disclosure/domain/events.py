"""What feeds report: not records, but what happened to them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from disclosure.domain.edition import Entry, Shown
from disclosure.domain.vocabulary import State


class EventKind(Enum):
    """The value is part of an event's id in feeds and must never change."""

    PUBLISHED = "published"
    CHANGED = "changed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """Chinese word."""
        return {"published": "公开", "changed": "变更", "corrected": "更正", "withdrawn": "撤销"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to one entry on a day."""

    kind: EventKind
    entry: Entry
    day: date
    at: time
    number: int = 0
    """Counts the changes of one record from 1; 0 for other kinds."""
    note: str = ""

    @property
    def sort_key(self) -> tuple[date, time, str, str, int]:
        """Total order by time."""
        return (self.day, self.at, self.entry.id, self.kind.value, self.number)


def events_of(entry: Entry, today: date) -> Iterator[Event]:
    """Events of an entry up to a day. A stub keeps that it was published, and loses everything that was said."""
    kind = EventKind.CORRECTED if entry.is_correction else EventKind.PUBLISHED
    yield Event(kind=kind, entry=entry, day=entry.published, at=entry.sort_key[1])
    if isinstance(entry, Shown):
        yield from _changes(entry, today)
        return
    if entry.state is State.WITHDRAWN and entry.withdrawn:
        yield Event(
            kind=EventKind.WITHDRAWN, entry=entry, day=entry.withdrawn.day, at=time(0, 0), note=entry.withdrawn.reason
        )


def _changes(entry: Shown, today: date) -> Iterator[Event]:
    """Numbered in the order of their days, in whichever order the record lists them."""
    changes = sorted(entry.record.changes, key=lambda change: change.day)
    for number, change in enumerate(changes, start=1):
        if change.day <= today:
            yield Event(
                kind=EventKind.CHANGED, entry=entry, day=change.day, at=time(0, 0), number=number, note=change.note
            )


def newest_events(entries: Iterable[Entry], today: date, *, limit: int) -> list[Event]:
    """The newest events of some entries, newest first."""
    events = (event for entry in entries for event in events_of(entry, today))
    return heapq.nlargest(limit, events, key=lambda event: event.sort_key)
