"""RSS 2.0 and Atom. The only place that knows feedgen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from disclosure.publishing.feed_channel import Channel
from disclosure.publishing.feed_entry import FeedEntry

if TYPE_CHECKING:  # loading them takes longer than a build that makes no feed
    from feedgen.entry import FeedEntry as Generated
    from feedgen.feed import FeedGenerator

_ATOM = "{http://www.w3.org/2005/Atom}"


def rss(channel: Channel) -> bytes:
    """RSS 2.0. An entry can have one enclosure there: the first attachment."""
    feed = _generator(channel)
    feed.ttl(60)
    for entry in channel.entries:
        made = _add(feed, entry)
        made.guid(entry.id, permalink=False)
        made.summary(entry.summary)
        for term, domain in entry.categories:
            made.category(term=term, scheme=domain)
        if entry.enclosures:
            first = entry.enclosures[0]
            made.enclosure(url=first.url, length=str(first.size), type=first.media_type)
    return _with_style(feed.rss_str(pretty=True), channel)


def atom(channel: Channel) -> bytes:
    """Atom (RFC 4287), with all attachments as enclosures."""
    from lxml import etree

    feed = _generator(channel)
    for entry in channel.entries:
        made = _add(feed, entry)
        made.id(entry.id)
        made.author(name=entry.author)
        made.summary(entry.summary)
        for term, domain in entry.categories:
            made.category(term=term, scheme=domain)
    tree = etree.fromstring(feed.atom_str())
    for node, entry in zip(tree.findall(f"{_ATOM}entry"), channel.entries, strict=True):
        for enclosure in entry.enclosures:
            # feedgen drops rel, type, length and title of an Atom entry's links
            link: dict[str, Any] = {
                "rel": "enclosure", "href": enclosure.url, "type": enclosure.media_type,
                "length": str(enclosure.size), "title": enclosure.title,
            }  # fmt: skip
            etree.SubElement(node, f"{_ATOM}link", link)
    return _with_style(etree.tostring(tree, pretty_print=True, xml_declaration=True, encoding="UTF-8"), channel)


def _generator(channel: Channel) -> FeedGenerator:
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.id(channel.id)
    feed.title(channel.title)
    feed.subtitle(channel.about)
    feed.author(name=channel.author)
    feed.language("zh-CN")
    feed.generator("school-disclosure")
    feed.updated(channel.updated)
    feed.lastBuildDate(channel.updated)
    feed.link(href=channel.url, rel="self")
    feed.link(href=channel.page, rel="alternate")
    return feed


def _add(feed: FeedGenerator, entry: FeedEntry) -> Generated:
    made = feed.add_entry(order="append")
    made.title(entry.title)
    made.published(entry.moment)
    made.updated(entry.moment)
    made.link(href=entry.url, rel="alternate")
    made.content(entry.content, type="html")
    return made


def _with_style(feed: bytes, channel: Channel) -> bytes:
    """The feed with the style sheet by which a browser shows it, so that it explains itself to whoever opens it there.

    It is CSS. XSL would make links of the addresses, but browsers give it up: Chromium 156 covers such a page with a red
    warning that tells readers to complain to the school, and shows nothing at all where the site lies in a folder.
    """
    declaration, _, rest = feed.partition(b"\n")
    return declaration + f'\n<?xml-stylesheet type="text/css" href="{channel.style}"?>\n'.encode() + rest
