"""On which day a page changed last, as far as the records tell: for its foot and for the sitemap.

A crawler that finds a wrong day once believes none, so that a page whose days are not known has none: the guide, and what
a school writes by hand. The same words of a school's own on other pages are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry
from disclosure.rendering.listing import Listing, latest_of, listings
from disclosure.rendering.site import Site


def dated_listings(column: Column, site: Site, *, is_archive: bool) -> list[tuple[Listing, date | None]]:
    """All pages of a column's list, each with the last day on which it changed; None while it has never listed anything.

    A page changes with the text of what it lists, and whenever something comes to its list or leaves it: all pages of the
    list move on then.
    """
    here, gone = site.current[column.path], site.archived[column.path]
    moves = [day for entry in gone if (day := entry.left_list_on)]
    if here and not is_archive:
        moves.append(here[0].published)  # lists are newest first
    moved = max(moves, default=None)
    pages = listings(column, site, is_archive=is_archive)
    return [(page, _last([moved], _texts(page.entries, site))) for page in pages]


def root_page_day(url: str, site: Site) -> date | None:
    """The same for a page that MkDocs makes; None where it is not known."""
    if url == urls.HOME:
        return _last(*(days for days in _days(site.entries.values(), site)))
    if url == urls.ARCHIVE:
        return _last(*_days((entry for entry in site.entries.values() if entry.state.is_archived), site))
    if url == urls.CATALOGUE:
        latest = [entry for found in site.by_item.values() if (entry := latest_of(found))]
        return _last(_texts(latest, site))
    column = site.edition.catalogue.column_names.get(url.removesuffix("/"))
    if column is None or urls.column_url(column.path) != url:
        return None
    return dated_listings(column, site, is_archive=False)[0][1]


def _days(entries: Iterable[Entry], site: Site) -> tuple[list[date], list[date | None]]:
    """When texts changed and when entries left their lists."""
    found = list(entries)
    return _texts(found, site), [entry.left_list_on for entry in found]


def _texts(entries: Iterable[Entry], site: Site) -> list[date]:
    return [site.last_changes[entry.id] for entry in entries]


def _last(*days: Iterable[date | None]) -> date | None:
    return max((day for some in days for day in some if day), default=None)
