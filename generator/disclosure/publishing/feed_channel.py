"""A feed as a whole, independent of its form: which events it tells, newest first, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from disclosure.domain import urls
from disclosure.domain.edition import Entry
from disclosure.domain.events import Event, newest_events
from disclosure.domain.feed_scope import FeedScope
from disclosure.publishing.feed_entry import SHANGHAI, TAG_YEAR, FeedEntry, authority_of, feed_entry
from disclosure.rendering.site import Site

_NEVER = datetime(1970, 1, 1, tzinfo=SHANGHAI)
"""When a feed without entries was last changed: always the same, so that it stays the same from day to day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed in one of its forms. All links are absolute."""

    id: str
    url: str
    page: str
    """The page that people read instead."""
    title: str
    about: str
    author: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
    style: str
    """Relative link to the style sheet."""


def channel(
    scope: FeedScope, events: list[Event], tell: Callable[[Event], FeedEntry], site: Site, *, form: str
) -> Channel:
    """The feed of a scope in one form."""
    school, url = site.edition.school, scope.feed(form)
    entries = tuple(map(tell, events))
    return Channel(
        id=f"tag:{authority_of(school)},{TAG_YEAR}:{site.edition.name}:{scope.key}",
        url=school.site_url + url, page=school.site_url + scope.page,
        title=scope.title, about=f"{scope.title}的公开、变更、更正和撤销", author=school.name,
        updated=entries[0].moment if entries else _NEVER, entries=entries,
        style=urls.relative("assets/feed.css", base=url),
    )  # fmt: skip


def events_in(scope: FeedScope, site: Site) -> list[Event]:
    """The newest events of a scope's records, up to the school's limit; a record that belongs twice is told once."""
    if scope.column or scope.interest:
        lists = [found[path] for path in scope.columns for found in (site.current, site.archived)]
        lists += [site.by_item.get(item, ()) for item in scope.items]
        entries: list[Entry] = list({entry.id: entry for found in lists for entry in found}.values())
    else:
        entries = list(site.entries.values())
    return newest_events(entries, limit=site.edition.school.settings.feed_entries)


def once_each(site: Site) -> Callable[[Event], FeedEntry]:
    """Entries are made once, however many feeds list them."""
    made: dict[tuple[str, str], FeedEntry] = {}

    def tell(event: Event) -> FeedEntry:
        key = (event.entry.id, event.key)
        if key not in made:
            made[key] = feed_entry(event, site)
        return made[key]

    return tell
