"""RSS 2.0 and Atom for the site and every column. The only place that knows feedgen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.edition import Entry
from disclosure.domain.events import Event, newest_events
from disclosure.publishing.feed_entry import SHANGHAI, TAG_YEAR, FeedEntry, authority_of, feed_entry
from disclosure.publishing.output import OutputFile
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site

if TYPE_CHECKING:  # loading them takes longer than a build that makes no feed
    from feedgen.entry import FeedEntry as Generated
    from feedgen.feed import FeedGenerator

_Write = Callable[[str, str, list[FeedEntry], Site], bytes]
"""Writes a feed of a column's path and title."""

_NEVER = datetime(1970, 1, 1, tzinfo=SHANGHAI)
"""When a feed without entries was last changed: always the same, so that it stays the same from day to day."""
_ATOM = "{http://www.w3.org/2005/Atom}"


def feed_files(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """`feed.xml` and `atom.xml` of the site and of every column, with those of the columns below it.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    edition = site.edition
    told = _once_each(site)
    scopes: list[tuple[str, str, list[Entry]]] = [("", edition.school.name, list(site.entries.values()))]
    for column in edition.catalogue.walk():
        entries = [*site.current[column.path], *site.archived[column.path]]
        scopes.append((column.path, f"{edition.school.name}：{column.full_name}", entries))
    for path, title, entries in scopes:
        events = newest_events(entries, limit=edition.school.settings.feed_entries)
        key = digest_of(basis, path, title, *(f"{event.key} {content_key(event.entry, site)}" for event in events))
        for form, write in (("rss", _rss), ("atom", _atom)):
            url = urls.feed_url(path, form=form)
            make = partial(_feed, write, path, title, events, told, site)
            yield OutputFile(path=url, key=key, make=make)


def _feed(
    write: _Write, path: str, title: str, events: list[Event], told: Callable[[Event], FeedEntry], site: Site
) -> bytes:
    return write(path, title, [told(event) for event in events], site)


def _once_each(site: Site) -> Callable[[Event], FeedEntry]:
    """Entries are made once, however many columns list them."""
    made: dict[tuple[str, str], FeedEntry] = {}

    def tell(event: Event) -> FeedEntry:
        key = (event.entry.id, event.key)
        if key not in made:
            made[key] = feed_entry(event, site)
        return made[key]

    return tell


def _channel(path: str, title: str, entries: list[FeedEntry], site: Site, *, form: str) -> FeedGenerator:
    from feedgen.feed import FeedGenerator

    school = site.edition.school
    page = school.site_url + (urls.column_url(path) if path else urls.HOME)
    newest = entries[0].moment if entries else _NEVER
    feed = FeedGenerator()
    feed.id(f"tag:{authority_of(school)},{TAG_YEAR}:{site.edition.name}:{path or 'all'}")
    feed.title(title)
    feed.subtitle(f"{title}的公开、变更、更正和撤销")
    feed.author(name=school.name)
    feed.language("zh-CN")
    feed.generator("school-disclosure")
    feed.updated(newest)
    feed.lastBuildDate(newest)
    feed.link(href=school.site_url + urls.feed_url(path, form=form), rel="self")
    feed.link(href=page, rel="alternate")
    return feed


def _add(feed: FeedGenerator, entry: FeedEntry) -> Generated:
    made = feed.add_entry(order="append")
    made.title(entry.title)
    made.published(entry.moment)
    made.updated(entry.moment)
    made.link(href=entry.url, rel="alternate")
    made.content(entry.content, type="html")
    return made


def _rss(path: str, title: str, entries: list[FeedEntry], site: Site) -> bytes:
    feed = _channel(path, title, entries, site, form="rss")
    feed.ttl(60)
    for entry in entries:
        made = _add(feed, entry)
        made.guid(entry.id, permalink=False)
        made.summary(entry.summary)
        for term, domain in entry.categories:
            made.category(term=term, scheme=domain)
        if entry.enclosures:
            first = entry.enclosures[0]
            made.enclosure(url=first.url, length=str(first.size), type=first.media_type)
    return bytes(feed.rss_str(pretty=True))


def _atom(path: str, title: str, entries: list[FeedEntry], site: Site) -> bytes:
    from lxml import etree

    feed = _channel(path, title, entries, site, form="atom")
    for entry in entries:
        made = _add(feed, entry)
        made.id(entry.id)
        made.author(name=entry.author)
        made.summary(entry.summary)
        for term, domain in entry.categories:
            made.category(term=term, scheme=domain)
    tree = etree.fromstring(feed.atom_str())
    for node, entry in zip(tree.findall(f"{_ATOM}entry"), entries, strict=True):
        for enclosure in entry.enclosures:
            # feedgen drops rel, type, length and title of an Atom entry's links
            link: dict[str, Any] = {
                "rel": "enclosure", "href": enclosure.url, "type": enclosure.media_type,
                "length": str(enclosure.size), "title": enclosure.title,
            }  # fmt: skip
            etree.SubElement(node, f"{_ATOM}link", link)
    return bytes(etree.tostring(tree, pretty_print=True, xml_declaration=True, encoding="UTF-8"))
