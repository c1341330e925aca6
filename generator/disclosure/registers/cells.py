"""Cells that several registers have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.record import SignOff
from disclosure.domain.table import Cell, Place, Value
from disclosure.domain.urls import record_url


def linked(value: Value, record_id: str) -> Cell:
    """A value that leads to a record's page; plain where no record is named."""
    return Cell(value=value, places=(Place(url=record_url(record_id)),) if record_id else ())


def title_cell(entry: Entry) -> Cell:
    """The title of a record or stub, leading to its page."""
    return linked(entry.title, entry.id)


def records_cell(entries: Iterable[tuple[str, Entry]]) -> Cell:
    """Several records in one cell, each under words of its own; the value is all words, for sheets without links."""
    given = [(words, entry) for words, entry in entries]
    return Cell(
        value="、".join(words for words, _ in given),
        places=tuple(Place(url=record_url(entry.id), text=words) for words, entry in given),
    )


def signoffs_in_words(signoffs: Iterable[SignOff]) -> str:
    """`校长 沈砚秋 2026-09-01；监督小组 …`"""
    return "；".join(f"{one.role} {one.name} {one.day.isoformat()}" for one in signoffs)


def last_day_public(entry: Entry) -> date | None:
    """The last day on which the text may be read: of the notice period, or that of the withdrawal; None: standing."""
    if isinstance(entry, Shown) or not entry.withdrawn:
        return entry.expires
    return min(entry.withdrawn.day, entry.expires or date.max)


def entries_by_id(edition: Edition) -> dict[str, Entry]:
    """Everything that has a page, by id."""
    return {entry.id: entry for entry in edition.entries()}


def about_cell(record_id: str, item_id: str, edition: Edition, entries: Mapping[str, Entry]) -> Cell:
    """What something is about: a record by its title, else an item by its name."""
    if record_id in entries:
        return title_cell(entries[record_id])
    item = edition.catalogue.items.get(item_id)
    return Cell(value=item.name if item else "")
