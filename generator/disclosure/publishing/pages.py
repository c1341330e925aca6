"""Pages that are filled into the theme's frame: records, stubs, and all but the first page of each list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from math import ceil
from pathlib import PurePosixPath

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry, Shown
from disclosure.publishing.meta import article_head
from disclosure.publishing.output import OutputFile
from disclosure.rendering.fragments import Listing, listing_fragment, record_fragment, stub_fragment
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site

FrameFor = Callable[[str, int], Frame]
"""The theme's frame for a column's path and a page's depth below the root."""
ReadBytes = Callable[[PurePosixPath], bytes]
"""Content of a file of the school's folder."""


def record_pages(site: Site, *, frame_for: FrameFor, read_bytes: ReadBytes) -> Iterator[OutputFile]:
    """A page for every record and stub, and the attachments of records that are shown."""
    for entry in site.entries.values():
        url = urls.record_url(entry.id)
        content = record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)
        head = article_head(entry, site.edition.school)
        yield _page(url, entry.title, content, head=head, column=entry.column, site=site, frame_for=frame_for)
        if isinstance(entry, Shown):
            for attachment in entry.record.attachments:
                yield OutputFile(path=PurePosixPath(url) / attachment.file, content=read_bytes(attachment.source))


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


def list_pages(site: Site, *, frame_for: FrameFor) -> Iterator[OutputFile]:
    """Further pages of every column, and its archive."""
    for column in site.edition.catalogue.walk():
        further = listings(column, site, is_archive=False)[1:]
        for listing in [*further, *listings(column, site, is_archive=True)]:
            url_of = urls.column_archive_url if listing.is_archive else urls.column_url
            name = f"{column.full_name}（往期）" if listing.is_archive else column.full_name
            title = name if listing.page == 1 else f"{name}第 {listing.page} 页"
            yield _page(url_of(column.path, page=listing.page), title, listing_fragment(listing, site), head="",
                        column=column.path, site=site, frame_for=frame_for)  # fmt: skip


def _page(url: str, title: str, content: str, *, head: str, column: str, site: Site, frame_for: FrameFor) -> OutputFile:
    frame = frame_for(column, urls.depth_of(url))
    slots = {
        "title": escape(title),
        "head": head,
        "content": content,
        "canonical": escape(site.edition.school.site_url + url),
    }
    return OutputFile(path=PurePosixPath(url) / "index.html", content=frame.fill(slots))
