"""Which records an inspector is given: those of the year, and the last issues of whatever comes out again and again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from disclosure.domain.catalogue import Item
from disclosure.domain.due import DueKind
from disclosure.domain.edition import Edition, Entry
from disclosure.domain.vocabulary import Cadence
from disclosure.domain.year import Year

LAST_ISSUES = 4
"""公开期数不少于四期 (requirements R08, S19)."""
_BY_EVENT = (DueKind.AFTER_CHANGE, DueKind.AFTER_FORMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issues:
    """The last issues of a periodic item, newest first."""

    item: Item
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The records of a pack."""

    entries: tuple[Entry, ...]
    """All of them, newest first."""
    in_year: tuple[Entry, ...]
    """Those published in the year."""
    issues: tuple[Issues, ...]
    """In the order of the catalogue; periodic items without any record have no entries."""


def select_records(edition: Edition, year: Year) -> Selection:
    """The records for an inspection of a year; nothing that was published after it."""
    known = [entry for entry in edition.entries() if entry.published <= year.end]
    in_year = tuple(entry for entry in known if entry.published in year)
    issues = _issues(edition, known)
    chosen = {entry.id for entry in in_year} | {entry.id for one in issues for entry in one.entries}
    return Selection(
        entries=tuple(entry for entry in known if entry.id in chosen), in_year=in_year, issues=issues,
    )  # fmt: skip


def _issues(edition: Edition, known: list[Entry]) -> tuple[Issues, ...]:
    by_item: dict[str, list[Entry]] = defaultdict(list)
    for entry in known:
        if entry.item and len(by_item[entry.item.id]) < LAST_ISSUES:
            by_item[entry.item.id].append(entry)
    return tuple(
        Issues(item=item, entries=tuple(by_item[item.id]))
        for item in edition.catalogue.items.values()
        if is_periodic(item) and (by_item.get(item.id) or (item.enabled and item.audience & edition.audience))
    )


def is_periodic(item: Item) -> bool:
    """Whether an item comes out again and again by itself, not only when something happens."""
    return item.cadence is Cadence.PERIODIC or any(rule.kind not in _BY_EVENT for rule in item.due)
