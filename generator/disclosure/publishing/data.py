"""Small files for machines: when to rebuild, which pages there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from urllib.parse import quote

from disclosure.domain import urls
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.page_days import dated_listings, root_page_day
from disclosure.rendering.site import Site

_SAFE = "%/:?#[]@!$&'()*+,;=~"
"""What may stand in an address as it is, which is ASCII in a sitemap; `%`: it may be encoded already."""
_NOT_LISTED = frozenset({urls.SCREEN})


def marker_files(site: Site) -> Iterator[OutputFile]:
    """`next-change.json` and `robots.txt`: small, and the first of them marks a folder as a site of ours."""
    yield _text(urls.NEXT_CHANGE, _next_change(site))
    yield _text("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.edition.school.site_url}sitemap.xml\n")


def sitemap(site: Site, *, page_urls: Iterable[str], most: int = 50_000) -> Iterator[OutputFile]:
    """`sitemap.xml`: every page that may be found, with the day on which it changed last, where that is known.

    Stubs are in it: from their day search engines learn that a text was taken down, and forget it. What is for walls, screens
    and letters is not: those pages say the same as others and ask not to be indexed.

    Args:
        page_urls: pages that are not made here: the hand-written ones and the first page of each list.
        most: addresses in one file (sitemaps.org: 50,000); of more, `sitemap.xml` lists the files `sitemap-1.xml`, ….
    """
    base = quote(site.edition.school.site_url, safe=_SAFE)
    rows = [_place("url", base + url, day) for url, day in _pages(site, page_urls)]
    parts = [rows[start : start + most] for start in range(0, len(rows), most)]
    if len(parts) <= 1:
        yield _text("sitemap.xml", _sitemap("urlset", rows))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _text("sitemap.xml", _sitemap("sitemapindex", [_place("sitemap", base + name, None) for name in names]))
    for name, part in zip(names, parts, strict=True):
        yield _text(name, _sitemap("urlset", part))


def _text(path: str, content: str) -> OutputFile:
    return ready(path, content.encode())


def _next_change(site: Site) -> str:
    """Only days, no numbers: a record that is not published yet must leave no trace."""
    edition = site.edition
    days = {"built": edition.today, "next_change": edition.next_change}
    return json.dumps({key: day.isoformat() if day else None for key, day in days.items()}) + "\n"


def _pages(site: Site, page_urls: Iterable[str]) -> Iterator[tuple[str, date | None]]:
    for url in sorted(page_urls):
        if url not in _NOT_LISTED:
            yield quote(url, safe=_SAFE), root_page_day(url, site)
    for column in site.edition.catalogue.walk():
        for listing, day in dated_listings(column, site, is_archive=False)[1:]:
            yield urls.column_url(column.path, page=listing.page), day
        for listing, day in dated_listings(column, site, is_archive=True):
            yield urls.column_archive_url(column.path, page=listing.page), day
    for entry in site.entries.values():
        yield urls.record_url(entry.id), site.last_changes[entry.id]


def _place(element: str, address: str, day: date | None) -> str:
    """One page or file."""
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{element}><loc>{escape(address, quote=False)}</loc>{changed}</{element}>\n"


def _sitemap(element: str, places: list[str]) -> str:
    body = "".join(places)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</{element}>\n'
