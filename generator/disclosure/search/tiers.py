"""What is searched, in tiers: what is new changes often and is small, what is old is large and stays the same.

So an edit changes few files, and a host takes in few. Within a tier the oldest comes first: what is new is added at the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.vocabulary import State
from disclosure.rendering.frame import Frame
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site
from disclosure.search.postings import MAX_TEXTS
from disclosure.search.shards import shards_for
from disclosure.search.texts import ReadFile, SearchText, page_texts, text_of

Row = Entry | SearchText
"""A record, a stub, or a page that the school wrote by hand."""

_RECENT_YEARS = 2
"""The year of the build and the one before it are the recent tier."""
STATES = list(State)
PAGE = -1
"""Stands for the state of what is no record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """Rows that are searched together, oldest first."""

    name: str
    rows: Sequence[Row]

    @property
    def shards(self) -> int:
        """How many shards it is cut into."""
        return shards_for(len(self.rows))

    @property
    def parts(self) -> list[Sequence[Row]]:
        """Its rows, part by part."""
        return [self.rows[start : start + MAX_TEXTS] for start in range(0, len(self.rows), MAX_TEXTS)]


def tiers_of(site: Site, pages: Mapping[str, Frame]) -> list[Tier]:
    """All tiers in which there is something, the newest first.

    Args:
        pages: pages that MkDocs makes, by their file's path below the site's root.
    """
    entries = list(site.entries.values())[::-1]
    year = site.edition.today.year - _RECENT_YEARS + 1
    recent = next((number for number, entry in enumerate(entries) if entry.published.year >= year), len(entries))
    tiers = [
        Tier(name="recent", rows=entries[recent:]),
        Tier(name="earlier", rows=entries[:recent]),
        Tier(name="pages", rows=list(page_texts(sorted(pages.items())))),
    ]
    return [tier for tier in tiers if tier.rows]


def key_of(row: Row, site: Site) -> str:
    """What a row's text is made from, beside the school, the catalogue and the product."""
    if isinstance(row, SearchText):
        return digest_of(row.key, row.title, row.text)
    if not isinstance(row, Shown) or row.record.links or row.record.attachments:
        key = content_key(row, site)
    else:
        key = f"{row.id} {row.record.source.digest} {len(row.changes)} {row.record.expires}"
    earlier = site.earlier_fees.get(row.id)
    return f"{key} {site.mentions[earlier.id]} {earlier.record.source.digest}" if earlier else key


def search_text(row: Row, read: ReadFile) -> SearchText:
    """What can be found of a row."""
    return row if isinstance(row, SearchText) else text_of(row, read)


def cells_of(row: Row) -> list[Any]:
    """What a list of hits shows: id or URL, title, day, number of the document, whether there are texts of attachments."""
    if isinstance(row, SearchText):
        return [row.key, row.title]
    if not isinstance(row, Shown):
        return [row.id, row.title, row.published.isoformat(), row.document_number]
    record = row.record
    cells = [row.id, row.title, row.published.isoformat(), record.document_number]
    return [*cells, 1] if record.attachments else cells


def facets_of(rows: Sequence[Row], columns: Mapping[str, int], departments: Mapping[str, int]) -> list[int]:
    """Column, department, state and year of each row, one after the other, to filter and to rank by."""
    facets: list[int] = []
    for row in rows:
        if isinstance(row, SearchText):
            facets += (PAGE, PAGE, PAGE, 0)
        else:
            facets += (columns[row.column], departments[row.department], _STATE[row.state], row.published.year)
    return facets


_STATE = {state: number for number, state in enumerate(STATES)}
