"""JSON Feed 1.1 (jsonfeed.org/version/1.1): what RSS and Atom tell, for readers and programs that rather take JSON."""

from __future__ import annotations

import json
from typing import Any

from disclosure.publishing.feed_channel import Channel
from disclosure.publishing.feed_entry import FeedEntry

_VERSION = "https://jsonfeed.org/version/1.1"
_TAGS = ("type", "unit")
"""Which of an entry's categories are words for people: what it is about, and whose it is."""


def json_feed(channel: Channel) -> bytes:
    """A feed as JSON. What is not known is left out."""
    feed = {
        "version": _VERSION, "title": channel.title, "home_page_url": channel.page, "feed_url": channel.url,
        "description": channel.about, "language": "zh-CN", "authors": [{"name": channel.author}],
        "items": [_item(entry) for entry in channel.entries],
    }  # fmt: skip
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def _item(entry: FeedEntry) -> dict[str, Any]:
    moment = entry.moment.isoformat()
    item: dict[str, Any] = {
        "id": entry.id, "url": entry.url, "title": entry.title, "summary": entry.summary,
        "content_html": entry.content, "date_published": moment, "date_modified": moment,
        "authors": [{"name": entry.author}],
        "tags": [term for term, domain in entry.categories if domain.rpartition("-")[2] in _TAGS],
    }  # fmt: skip
    if entry.enclosures:
        item["attachments"] = [
            {"url": one.url, "mime_type": one.media_type, "title": one.title, "size_in_bytes": one.size}
            for one in entry.enclosures
        ]
    return item
