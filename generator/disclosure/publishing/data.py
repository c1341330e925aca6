"""Small files for machines: when to rebuild, which pages there are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape

from disclosure.domain import urls
from disclosure.publishing.output import OutputFile, ready
from disclosure.rendering.listing import listings
from disclosure.rendering.site import Site

NEXT_CHANGE = "next-change.json"
"""In every site of ours, by which it is known."""


def marker_files(site: Site) -> Iterator[OutputFile]:
    """`next-change.json` and `robots.txt`: small, and the first of them marks a folder as a site of ours."""
    yield _text(NEXT_CHANGE, _next_change(site))
    yield _text("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.edition.school.site_url}sitemap.xml\n")


def sitemap(site: Site, *, page_urls: Iterable[str]) -> OutputFile:
    """`sitemap.xml`.

    Args:
        page_urls: pages that are not made here: the hand-written ones and the first page of each list.
    """
    return _text("sitemap.xml", _sitemap(site, page_urls))


def _text(path: str, content: str) -> OutputFile:
    return ready(path, content.encode())


def _next_change(site: Site) -> str:
    """Only days, no numbers: a record that is not published yet must leave no trace."""
    edition = site.edition
    days = {"built": edition.today, "next_change": edition.next_change}
    return json.dumps({key: day.isoformat() if day else None for key, day in days.items()}) + "\n"


def _sitemap(site: Site, page_urls: Iterable[str]) -> str:
    rows = [(url, "") for url in sorted(page_urls)]
    for column in site.edition.catalogue.walk():
        rows += [
            (urls.column_url(column.path, page=one.page), "") for one in listings(column, site, is_archive=False)[1:]
        ]
        rows += [
            (urls.column_archive_url(column.path, page=one.page), "") for one in listings(column, site, is_archive=True)
        ]
    rows += [(urls.record_url(entry.id), site.last_changes[entry.id].isoformat()) for entry in site.entries.values()]
    base = site.edition.school.site_url
    body = "".join(
        f"<url><loc>{escape(base + url, quote=False)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n"
        for url, day in rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'
