"""What of a record decides which period of its item it is of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from disclosure.domain.catalogue import Item
from disclosure.domain.edition import Entry, Stub
from disclosure.domain.period_names import Stretch, named_stretch
from disclosure.domain.periods import LOOKS_BACK
from disclosure.domain.school import Term
from disclosure.domain.vocabulary import Cadence, State

WHEN_IT_HAPPENS = frozenset({Cadence.IMMEDIATE, Cadence.STAGED})
"""Cadences of items whose records are about single matters."""


class Disclosed(NamedTuple):
    """What of a record decides which period it is of."""

    id: str
    day: date
    """公布日期"""
    expires: date | None = None
    stretch: Stretch | None = None
    """The period it names."""
    follows: str = ""
    """Id of the record whose place it takes, where it names no period itself."""


def disclosed_of(item: Item, entries: Sequence[Entry], terms: Sequence[Term]) -> list[Disclosed]:
    """What counts of an item's entries, oldest first, with the period that each names.

    Its 期号 names it; of reports and accounts without 期号, the beginning of the title (`2026年9月食堂伙食费收支`).
    A record that takes the place of another one of the item and names no period is of the same period.
    """
    kept = sorted((entry for entry in entries if entry.state is not State.WITHDRAWN), key=lambda entry: entry.sort_key)
    has_telling_title = item.kind in LOOKS_BACK and item.cadence not in WHEN_IT_HAPPENS
    found: dict[str, Disclosed] = {}
    known: dict[str, Stretch | None] = {"": None}
    for entry in kept:
        issue, supersedes, expires = _facts(entry)
        name = issue or (entry.title if has_telling_title else "")
        if name not in known or "周" in name:  # which week it is depends on the day
            known[name] = named_stretch(name, near=entry.published, terms=terms)
        stretch = known[name]
        follows = next((one for one in supersedes if one in found), "") if stretch is None and supersedes else ""
        found[entry.id] = Disclosed(id=entry.id, day=entry.published, expires=expires, stretch=stretch, follows=follows)
    return list(found.values())


def _facts(entry: Entry) -> tuple[str, tuple[str, ...], date | None]:
    if isinstance(entry, Stub):
        return entry.issue, entry.supersedes, entry.expires
    record = entry.record
    return record.issue, record.supersedes if record.replaces or record.corrects else (), record.expires
