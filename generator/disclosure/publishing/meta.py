"""Meta tags of Chinese government sites (requirements B5). A tag without a value is left out, never `null`.

Title and description are Open Graph's as well: previews of links in chats read them there, and the document's own title
ends with the school's name. `og:type` tells an article from a site; `og:url` is what the canonical link says, and
`article:published_time` what JSON-LD says (`structured_data.py`), so that a record's page has neither.
"""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.school import School

Meta = tuple[str, str]


def site_meta(school: School) -> list[Meta]:
    """Tags of every page."""
    return _given([
        ("SiteName", school.name),
        ("SiteDomain", urlsplit(school.site_url).netloc),
        ("SiteIDCode", school.filings.site_id),
    ])  # fmt: skip


def column_meta(column: Column, school: School) -> list[Meta]:
    """Tags of a column's pages, after those of the site."""
    own = _given([
        ("ColumnName", column.name),
        ("ColumnDescription", column.about),
        ("ColumnKeywords", ",".join(column.names)),
        ("ColumnType", "校务公开"),
    ])  # fmt: skip
    return [*site_meta(school), *own]


_OPEN_GRAPH = {"ArticleTitle": " property=og:title", "description": " property=og:description"}
_OPEN_GRAPH_TYPE = "<meta property=og:type content=article>"


def article_head(entry: Entry, school: School) -> str:
    """Meta tags that a record's page has beyond those of its column."""
    at = entry.record.published_time if isinstance(entry, Shown) else entry.published_time
    clock = f"{at:%H:%M}" if at else "00:00"
    tags = _given([
        ("ArticleTitle", entry.title),
        ("PubDate", f"{entry.published.isoformat()} {clock}"),
        ("ContentSource", entry.department or school.name),
        ("description", entry.record.summary if isinstance(entry, Shown) else ""),
    ])  # fmt: skip
    named = [f'<meta name={name}{_OPEN_GRAPH.get(name, "")} content="{escape(content)}">' for name, content in tags]
    return "".join(named) + _OPEN_GRAPH_TYPE


def _given(tags: list[Meta]) -> list[Meta]:
    return [(name, content) for name, content in tags if content]
