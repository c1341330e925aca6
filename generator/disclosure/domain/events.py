"""What feeds report: not records, but what happened to them."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from disclosure.domain.edition import Entry, Shown, Stub


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
    note: str = ""
    number: int = 1
    """Counts the changes that one record had on one day."""

    @property
    def key(self) -> str:
        """Names the event among those of its record, whatever else happens to it: `changed-2026-09-10`."""
        if self.kind is not EventKind.CHANGED:
            return f"{self.kind.value}"
        return f"{self.kind.value}-{self.day}" + (f"-{self.number}" if self.number > 1 else "")

    @property
    def sort_key(self) -> tuple[date, time, str, int, int]:
        """Total order by time; a record is published before it is changed, and changed before it is withdrawn."""
        return (self.day, self.at, self.entry.id, _ORDER.index(self.kind), self.number)


_ORDER = (EventKind.PUBLISHED, EventKind.CORRECTED, EventKind.CHANGED, EventKind.WITHDRAWN)


def events_of(entry: Entry) -> Iterator[Event]:
    """Events of an entry. A stub keeps that they happened, and loses everything that was said."""
    kind = EventKind.CORRECTED if entry.is_correction else EventKind.PUBLISHED
    yield Event(kind=kind, entry=entry, day=entry.published, at=entry.sort_key[1])
    if isinstance(entry, Shown):
        changes = [(change.day, change.note) for change in entry.changes]
    else:
        changes = [(day, "") for day in entry.changed_on]
    on_day: Counter[date] = Counter()
    for day, note in changes:
        on_day[day] += 1
        yield Event(kind=EventKind.CHANGED, entry=entry, day=day, at=_at(entry, day), note=note, number=on_day[day])
    if isinstance(entry, Stub) and entry.withdrawn:
        day = entry.withdrawn.day
        yield Event(kind=EventKind.WITHDRAWN, entry=entry, day=day, at=_at(entry, day), note=entry.withdrawn.reason)


def _at(entry: Entry, day: date) -> time:
    """Changes have no time of day; on the day of publication they cannot come before it."""
    return entry.sort_key[1] if day == entry.published else time(0, 0)


def newest_events(entries: Iterable[Entry], *, limit: int) -> list[Event]:
    """The newest events of some entries, newest first.

    Only the entries published last, and those to which something happened later, can have any of them.
    """
    entries = list(entries)
    latest = heapq.nlargest(limit, entries, key=lambda entry: entry.sort_key)
    told = {entry.id: entry for entry in [*latest, *filter(_has_later_events, entries)]}
    events = (event for entry in told.values() for event in events_of(entry))
    return heapq.nlargest(limit, events, key=lambda event: event.sort_key)


def _has_later_events(entry: Entry) -> bool:
    return bool(entry.changes) if isinstance(entry, Shown) else bool(entry.changed_on or entry.withdrawn)
