"""All feeds as files: RSS, Atom and JSON Feed of the site, its interests and its columns, their OPML, their QR codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.domain.events import Event
from disclosure.domain.feed_scope import FORMS, FeedScope, feed_scopes
from disclosure.publishing.feed_channel import Channel, channel, events_in, once_each
from disclosure.publishing.feed_entry import FeedEntry, answers_in_words
from disclosure.publishing.feeds import atom, rss
from disclosure.publishing.json_feed import json_feed
from disclosure.publishing.opml import opml_file
from disclosure.publishing.output import OutputFile
from disclosure.publishing.subscription_codes import subscription_codes
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site

_WRITERS: dict[str, Callable[[Channel], bytes]] = {"rss": rss, "atom": atom, "json": json_feed}


def feed_files(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """Every feed in every form, `feeds.opml`, and a QR code for the site and each interest.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    scopes = feed_scopes(site.edition.school, site.edition.catalogue)
    tell = once_each(site)
    for scope in scopes:
        events = events_in(scope, site)
        told = (f"{event.key} {content_key(event.entry, site)} {answers_in_words(event, site)}" for event in events)
        key = digest_of(basis, scope.key, scope.title, *told)
        for form in FORMS:
            make = partial(_feed, form, scope, events, tell, site)
            yield OutputFile(path=scope.feed(form), key=key, make=make)
    yield opml_file(scopes, site.edition.school, basis=basis)
    yield from subscription_codes(scopes, site.edition.school, basis=basis)


def _feed(form: str, scope: FeedScope, events: list[Event], tell: Callable[[Event], FeedEntry], site: Site) -> bytes:
    return _WRITERS[form](channel(scope, events, tell, site, form=form))
