"""Pages that are filled into the theme's frame: records, stubs, and all but the first page of each list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.record import Attachment
from disclosure.publishing.framing import Framing
from disclosure.publishing.meta import article_head
from disclosure.publishing.output import OutputFile
from disclosure.rendering.fragments import listing_fragment, record_fragment, stub_fragment
from disclosure.rendering.keys import listing_key, page_key
from disclosure.rendering.listing import Listing, listings
from disclosure.rendering.site import Site

ReadAttachment = Callable[[Attachment], bytes]
"""Content of an attachment, the one that was read and checked."""


def record_pages(site: Site, *, framing: Framing, read_attachment: ReadAttachment) -> Iterator[OutputFile]:
    """A page for every record and stub, and the attachments of records that are shown."""
    for entry in site.entries.values():
        url = urls.record_url(entry.id)
        yield framing.page(
            url, title=entry.title, column=entry.column, key=page_key(entry, site), content=partial(_content, entry, site),
            head=partial(article_head, entry, site.edition.school), changed=site.last_changes[entry.id],
        )  # fmt: skip
        if isinstance(entry, Shown):
            for attachment in entry.record.attachments:
                yield OutputFile(
                    path=f"{url}{attachment.file}", key=attachment.sha256, make=partial(read_attachment, attachment)
                )


def _content(entry: Entry, site: Site) -> str:
    return record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)


def list_pages(site: Site, *, framing: Framing) -> Iterator[OutputFile]:
    """Further pages of every column, and its archive."""
    for column in site.edition.catalogue.walk():
        further = listings(column, site, is_archive=False)[1:]
        for listing in [*further, *listings(column, site, is_archive=True)]:
            url_of = urls.column_archive_url if listing.is_archive else urls.column_url
            yield framing.page(
                url_of(column.path, page=listing.page), title=_title(listing), column=column.path,
                key=listing_key(listing, site), content=partial(listing_fragment, listing, site), head=str,
                changed=max((site.last_changes[entry.id] for entry in listing.entries), default=None),
            )  # fmt: skip


def _title(listing: Listing) -> str:
    name = f"{listing.column.full_name}（往期）" if listing.is_archive else listing.column.full_name
    return name if listing.page == 1 else f"{name}第 {listing.page} 页"
