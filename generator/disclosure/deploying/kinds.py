"""What object storage tells browsers about a file: it knows nothing by itself, and computers disagree on the types of files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

_FRESH = "Cache-Control: no-cache"
"""Browsers may keep a file but ask whether it is still the same: what was taken down is gone at the next visit."""
_UNKNOWN = "application/octet-stream"
_FEEDS = {"feed.xml": "application/rss+xml; charset=utf-8", "atom.xml": "application/atom+xml; charset=utf-8"}
CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8", ".xsl": "application/xml; charset=utf-8", ".json": "application/json",
    ".jsonld": "application/ld+json", ".ics": "text/calendar; charset=utf-8", ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
    ".webp": "image/webp", ".ico": "image/x-icon", ".bmp": "image/bmp", ".tif": "image/tiff", ".tiff": "image/tiff",
    ".woff": "font/woff", ".woff2": "font/woff2", ".pdf": "application/pdf", ".ofd": "application/ofd",
    ".zip": "application/zip", ".mp3": "audio/mpeg", ".mp4": "video/mp4", ".webm": "video/webm",
    ".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".wps": "application/vnd.ms-works", ".et": "application/vnd.ms-excel", ".dps": "application/vnd.ms-powerpoint",
}  # fmt: skip


def content_type(path: str) -> str:
    """Of a file of the site, by its name."""
    name = PurePosixPath(path)
    return _FEEDS.get(name.name) or CONTENT_TYPES.get(name.suffix.lower(), _UNKNOWN)


def with_headers(paths: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """Files by the headers that they are stored with."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for path in paths:
        groups.setdefault((f"Content-Type: {content_type(path)}", _FRESH), []).append(path)
    return groups
