"""Where the entries of a YAML list stand in its text, so that a line can be added without touching the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from disclosure.reading.strict_yaml import events_of


@dataclass(slots=True, kw_only=True)
class EntryPlace:
    """One entry of a list: a mapping."""

    column: int
    """Characters in front of its keys."""
    is_flow: bool
    """Written as `{键: 值}`."""
    first_line: int
    """From 0, likewise the last."""
    last_line: int
    keys: list[str] = field(default_factory=list)
    values: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Of each key, from where to where the texts of its value reach, in characters of the whole text."""


@dataclass(slots=True, kw_only=True)
class ListPlaces:
    """A list of mappings. Entries that are no mappings are left out."""

    column: int = 0
    """Characters in front of its dashes."""
    is_flow: bool = False
    """Written as `[…]`."""
    entries: list[EntryPlace] = field(default_factory=list)


def places_in(text: str) -> ListPlaces:
    """The places of a text that `strict_yaml.parse` has understood as a list."""
    events = (event for event in events_of(text) if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent))
    first = next(events, None)
    if not isinstance(first, yaml.SequenceStartEvent):
        return ListPlaces()
    found = ListPlaces(column=_column(first), is_flow=bool(first.flow_style))
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            found.entries.append(_entry(event, events))
        elif isinstance(event, yaml.SequenceStartEvent):
            list(_value(event, events))
    return found


def _entry(start: Any, events: Iterator[Any]) -> EntryPlace:
    line = start.start_mark.line
    place = EntryPlace(column=_column(start), is_flow=bool(start.flow_style), first_line=line, last_line=line)
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            _reach(place, event, is_flow=place.is_flow)
            return place
        _reach(place, event, is_flow=True)
        place.keys.append(event.value)
        spans = place.values.setdefault(event.value, [])
        for part, is_flow in _value(next(events), events):
            _reach(place, part, is_flow=is_flow)
            if isinstance(part, yaml.ScalarEvent):
                spans.append(_span(part))
    return place


def _value(first: Any, events: Iterator[Any]) -> Iterator[tuple[Any, bool]]:
    """Every text of a value, and the ends of its brackets; with each, whether its end is where something is written."""
    opened: list[bool] = []
    event = first
    while True:
        if isinstance(event, yaml.CollectionStartEvent):
            opened.append(bool(event.flow_style))
        elif isinstance(event, yaml.CollectionEndEvent):
            yield event, opened.pop()
        else:
            yield event, True
        if not opened:
            return
        event = next(events)


def _reach(place: EntryPlace, event: Any, *, is_flow: bool) -> None:
    """Let the entry reach as far as something that is written in it. A block of text ends in front of the next line."""
    end = event.end_mark
    if is_flow:
        is_in_front = end.column == 0 and end.line > event.start_mark.line
        place.last_line = max(place.last_line, end.line - is_in_front)


def _span(event: Any) -> tuple[int, int]:
    return int(event.start_mark.index), int(event.end_mark.index)


def _column(event: Any) -> int:
    return int(event.start_mark.column)
