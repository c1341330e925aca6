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
from disclosure.publishing.page_days import dated_listings
from disclosure.publishing.structured_data import article_data, column_data
from disclosure.rendering.fragments import listing_fragment, record_fragment, stub_fragment
from disclosure.rendering.keys import listing_key, page_key
from disclosure.rendering.listing import Listing
from disclosure.rendering.site import Site

ReadAttachment = Callable[[Attachment], bytes]
"""Content of an attachment, the one that was read and checked."""


def record_pages(site: Site, *, framing: Framing, read_attachment: ReadAttachment) -> Iterator[OutputFile]:
    """A page for every record and stub, and the attachments of records that are shown."""
    for entry in site.entries.values():
        url = urls.record_url(entry.id)
        yield framing.page(
            url, title=entry.title, column=entry.column, key=page_key(entry, site), content=partial(_content, entry, site),
            head=partial(_head, entry, site), changed=site.last_changes[entry.id],
        )  # fmt: skip
        if isinstance(entry, Shown):
            for attachment in entry.record.attachments:
                yield OutputFile(
                    path=f"{url}{attachment.file}", key=attachment.sha256, make=partial(read_attachment, attachment)
                )


def _content(entry: Entry, site: Site) -> str:
    return record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)


def _head(entry: Entry, site: Site) -> str:
    tags = article_head(entry, site.edition.school)
    return tags + article_data(entry, site) if isinstance(entry, Shown) else tags


def list_pages(site: Site, *, framing: Framing) -> Iterator[OutputFile]:
    """Further pages of every column, and its archive."""
    for column in site.edition.catalogue.walk():
        further = dated_listings(column, site, is_archive=False)[1:]
        for listing, changed in [*further, *dated_listings(column, site, is_archive=True)]:
            yield framing.page(
                _url(listing, listing.page), title=_title(listing), column=column.path, key=listing_key(listing, site),
                content=partial(listing_fragment, listing, site), head=partial(_way_to, listing, site), changed=changed,
            )  # fmt: skip


def _url(listing: Listing, page: int) -> str:
    url_of = urls.column_archive_url if listing.is_archive else urls.column_url
    return url_of(listing.column.path, page=page)


def _way_to(listing: Listing, site: Site) -> str:
    below = [("往期", _url(listing, 1))] if listing.is_archive else []
    if listing.page > 1:
        below.append((f"第 {listing.page} 页", _url(listing, listing.page)))
    return column_data(listing.column, site.edition.school, *below)


def _title(listing: Listing) -> str:
    name = f"{listing.column.full_name}（往期）" if listing.is_archive else listing.column.full_name
    return name if listing.page == 1 else f"{name}第 {listing.page} 页"
