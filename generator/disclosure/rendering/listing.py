"""What is listed where: the pages of a column's lists, what is new, the latest record of an item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry, Shown
from disclosure.rendering.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a column's current list or of its archive."""

    column: Column
    entries: Sequence[Entry]
    page: int
    pages: int
    total: int
    is_archive: bool


def listings(column: Column, site: Site, *, is_archive: bool) -> list[Listing]:
    """All pages of a column's list; at least one, which may be empty."""
    entries: Sequence[Entry] = (site.archived if is_archive else site.current)[column.path]
    size = site.edition.school.settings.page_size
    pages = max(1, ceil(len(entries) / size))
    return [
        Listing(
            column=column,
            entries=entries[(page - 1) * size : page * size],
            page=page,
            pages=pages,
            total=len(entries),
            is_archive=is_archive,
        )
        for page in range(1, pages + 1)
    ]


def empty_since(column: Column, site: Site) -> date | None:
    """Since when a column without current records has had none; None where it never had any."""
    return max((entry.left_list_on for entry in site.archived[column.path] if entry.left_list_on), default=None)


def newest(site: Site) -> list[Shown]:
    """What is under 最新公开. What has left its column's list is not news."""
    current = [shown for shown in site.edition.shown if not shown.state.is_archived]
    return current[: site.edition.school.settings.newest]


def latest_of(entries: Sequence[Entry]) -> Entry | None:
    """The newest that can still be read, else the newest stub."""
    return next((entry for entry in entries if isinstance(entry, Shown)), next(iter(entries), None))
