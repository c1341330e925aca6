"""What is searched, in tiers: what is new changes often and is small, what is old is large and stays the same.

So an edit changes few files, and a host takes in few. Within a tier the oldest comes first: what is new is added at the end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.vocabulary import State
from disclosure.rendering.frame import Frame
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site
from disclosure.search.lists import MAX_TEXTS
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
    recent = bisect_left(entries, year, key=lambda entry: entry.published.year)
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


def facets_of(rows: Sequence[Row], tables: Mapping[str, Mapping[Any, int]]) -> dict[str, str]:
    """To filter and to rank by: for each table a text with a character for each row, which stands for its number there.

    Args:
        tables: numbers of what `FACETS` tells of a record, under the same names.
    """
    if rows and isinstance(rows[0], SearchText):  # so are the others
        return dict.fromkeys(FACETS, letter(PAGE) * len(rows))
    letters = {name: {value: letter(number) for value, number in table.items()} for name, table in tables.items()}
    return {name: "".join([letters[name][told(row)] for row in rows]) for name, told in FACETS.items()}


def letter(number: int) -> str:
    """Stands for a number from -1 on; `search.js` reads it."""
    return chr(number + _FIRST_LETTER)


FACETS: dict[str, Callable[[Any], Any]] = {
    "columns": attrgetter("column"),
    "departments": attrgetter("department"),
    "states": attrgetter("state"),
    "years": attrgetter("published.year"),
}
_FIRST_LETTER = 36
"""The letters after it: few records have a column, department, state or year whose letter JSON has to write in two."""
