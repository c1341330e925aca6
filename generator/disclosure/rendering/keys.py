"""What a page is made from, as text: a page whose key is the same is the same page, and need not be made again.

Each function lists what the templates of its name use. What all pages share (the product, the school, its catalogue, the
frame) is added by whoever publishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.links import own_target
from disclosure.domain.standings import ItemStanding
from disclosure.domain.vocabulary import State
from disclosure.rendering.chain import chain_key
from disclosure.rendering.consultation import consultation_key
from disclosure.rendering.listing import Listing, empty_since, latest_of, newest
from disclosure.rendering.mentions import row_of
from disclosure.rendering.site import Site

_REPLACED = State.REPLACED
"""Python 3.11 looks up a member of an enumeration in its class as slowly as it makes a whole line of a key."""


def content_key(entry: Entry, site: Site) -> str:
    """What is known of an entry itself: its file, its attachments, its state, and where its own links lead."""
    if isinstance(entry, Stub):
        withdrawn = entry.withdrawn
        return "\n".join(map(str, (
            entry.id, entry.title, entry.state.label, entry.column, entry.item.id if entry.item else "", entry.department,
            entry.document_number, entry.published, entry.published_time, entry.expires, withdrawn, entry.changed_on,
            entry.is_correction, entry.stage, entry.hotline,
        )))  # fmt: skip
    record = entry.record
    key = (
        f"{record.source.digest}\n{entry.state.label}\n{record.column}\n{record.item}\n{record.expires}\n{entry.days_left}\n"
        f"{len(entry.changes)}\n{entry.is_corrected}\n{_since(entry, site)}"
    )
    if record.attachments:
        key += "".join(f"\n{file.file}\n{file.sha256}" for file in record.attachments)
    if record.links:
        key += "".join(_links(entry, site))
    return key


def page_key(entry: Entry, site: Site) -> str:
    """A record's or stub's page: the entry, and the others that it mentions."""
    around, mentions = site.neighbours[entry.id], site.mentions
    key = (
        f"{content_key(entry, site)}\n{mentions[around.newer.id] if around.newer else ''}\n"
        f"{mentions[around.older.id] if around.older else ''}\n"
    )
    if earlier := site.earlier_fees.get(entry.id):
        key += f"fees {mentions[earlier.id]}\n{earlier.record.source.digest}\n"
    if entry.series:
        key += "\n".join(mentions[other.id] for other in site.in_series(entry))
    for ids in (entry.replaced_by, entry.record.supersedes if isinstance(entry, Shown) else ()):
        key += f"\n{len(ids)}"
        if ids:
            key += "".join(f"\n{mentions[other.id]}" for other in site.known(ids))
    return f"{key}{consultation_key(entry.id, site)}{chain_key(entry.id, site)}"


def listing_key(listing: Listing, site: Site) -> str:
    """A page of a column's list."""
    column = listing.column
    parts = [
        f"{column.path}\n{listing.page} of {listing.pages}\n{listing.total} {listing.is_archive}",
        f"{len(site.archived[column.path])}", *(f"{site.count(child)}" for child in column.children),
        *(row_of(entry, site.mentions[entry.id], _since(entry, site)) for entry in listing.entries),
    ]  # fmt: skip
    return "\n".join(parts)


def first_listing_key(listing: Listing, site: Site) -> str:
    """The first page of a column, which says since when it is empty."""
    return f"{listing_key(listing, site)}\n{'' if listing.total else empty_since(listing.column, site)}"


def home_key(site: Site) -> str:
    """The home page: what runs, what is new, how much there is; it tells the day on which it was made."""
    return "\n".join([f"{site.edition.today}", *_rows(site.running, site), "new", *_rows(newest(site), site)])


def catalogue_key(site: Site) -> str:
    """The catalogue: the latest record of each item, how the item stands, and what is due next."""
    latest = ((item, latest_of(found)) for item, found in site.by_item.items())
    records = (f"{item}\n{site.mentions[entry.id]}" for item, entry in latest if entry)
    return "\n".join([*records, *map(_standing, site.standings)])


def _standing(standing: ItemStanding) -> str:
    days = "".join(f"\n{one.period}\n{one.due}\n{one.latest}" for one in standing.overdue)
    if next_one := standing.upcoming:
        days += f"\nnext {next_one.period}\n{next_one.due}\n{next_one.latest}"
    return f"{standing.item.id}\n{standing.standing.value}\n{standing.last}\n{standing.last_published}{days}"


def archive_key(site: Site) -> str:
    """Everything that has left the current lists."""
    return "\n".join(_rows((entry for entry in site.entries.values() if entry.state.is_archived), site))


def registers_key(site: Site) -> str:
    """What there is of registers, and how much."""
    return "\n".join(f"{volume.url} {volume.count} {len(volume.tables)}" for volume in site.volumes())


def day_key(site: Site) -> str:
    """A page on which nothing but the day counts, such as who holds office."""
    return f"{site.edition.today}"


def fixed_key(_: Site) -> str:
    """A page on which nothing counts but what all pages share: the product, the school, its catalogue."""
    return ""


def _rows(entries: Iterable[Entry], site: Site) -> Iterator[str]:
    return (row_of(entry, site.mentions[entry.id], _since(entry, site)) for entry in entries)


def _since(entry: Entry, site: Site) -> str:
    """Since when an entry is as it is, where that does not follow from its days and its state."""
    if isinstance(entry, Shown) and (entry.changes or entry.state is _REPLACED):
        return site.since(entry).isoformat()
    return ""


def _links(shown: Shown, site: Site) -> Iterator[str]:
    """Links to other records stay or vanish with them and may take over their titles; columns are always the same."""
    for link in shown.record.links:
        scheme, _, name = own_target(link.target).partition(":")
        if scheme == "record":
            entry = site.entries.get(name)
            yield f"\n{entry.title}" if entry else "\n-"
