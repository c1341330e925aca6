"""JSON Feed: what its specification asks for, and the same entries as in Atom."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
from jsonschema import Draft202012Validator, FormatChecker

from building import PROJECT, built, contents
from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import record

ATOM = "{http://www.w3.org/2005/Atom}"
URL = {"type": "string", "pattern": r"^https?://[^\s]+$"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "minProperties": 1,
        "properties": {"name": {"type": "string"}, "url": URL, "avatar": URL},
    },
}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
ATTACHMENT = {
    "type": "object",
    "required": ["url", "mime_type"],
    "additionalProperties": False,
    "properties": {
        "url": URL, "mime_type": {"type": "string", "pattern": "^[a-z]+/[^ ]+$"}, "title": {"type": "string"},
        "size_in_bytes": {"type": "integer"}, "duration_in_seconds": {"type": "number"},
    },
}  # fmt: skip
ITEM = {
    "type": "object",
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "minLength": 1}, "url": URL, "external_url": URL, "title": {"type": "string"},
        "content_html": {"type": "string"}, "content_text": {"type": "string"}, "summary": {"type": "string"},
        "image": URL, "banner_image": URL, "date_published": MOMENT, "date_modified": MOMENT, "authors": AUTHORS,
        "tags": {"type": "array", "items": {"type": "string"}}, "language": {"type": "string"},
        "attachments": {"type": "array", "items": ATTACHMENT},
    },
}  # fmt: skip
FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "title": {"type": "string", "minLength": 1},
        "home_page_url": URL, "feed_url": URL, "description": {"type": "string"}, "user_comment": {"type": "string"},
        "next_url": URL, "icon": URL, "favicon": URL, "authors": AUTHORS, "language": {"const": "zh-CN"},
        "expired": {"type": "boolean"}, "hubs": {"type": "array"}, "items": {"type": "array", "items": ITEM},
    },
}  # fmt: skip
"""jsonfeed.org/version/1.1, in the words of JSON Schema; extensions (names that begin with _) are not used."""


def fitting(content: bytes) -> Any:
    feed = json.loads(content)
    validator = Draft202012Validator(FEED, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(feed)] == []
    return feed


def test_the_feeds_of_the_example_school_are_what_atom_tells() -> None:
    site = contents(built(PROJECT))
    paths = [
        path for path in site if path.endswith("feed.json") or (path.startswith("feeds/") and path.endswith(".json"))
    ]
    assert {"feed.json", "feeds/parents.json", "other/finance/feed.json"} <= set(paths)
    for path in paths:
        feed = fitting(site[path])
        twin = path.replace("feed.json", "atom.xml").replace(".json", ".atom.xml")
        atom = feedparser.parse(site[twin])
        written = [node.text for node in ET.fromstring(site[twin]).iter(f"{ATOM}content")]
        assert [item["content_html"] for item in feed["items"]] == written
        assert feed["title"] == atom.feed.title
        assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
        for item, entry in zip(feed["items"], atom.entries, strict=True):
            assert (item["title"], item["url"], item["summary"]) == (entry.title, entry.link, entry.summary)
            assert item["date_published"] == entry.published == item["date_modified"]
            files = [link.href for link in entry.links if link.rel == "enclosure"]
            assert [one["url"] for one in item.get("attachments", ())] == files


def test_what_an_item_tells(site_of: Callable[..., Site]) -> None:
    text = record(概述="每餐 15 元。", 公布日期="2026-09-01 08:30", 附件="[{文件: 表.pdf, 名称: 收费表}]")
    site = site_of(text, files={"表.pdf": b"%PDF-"})
    feed = fitting(next(file.content for file in feed_files(site) if file.path == "admissions-fees/feed.json"))
    assert feed["home_page_url"] == "https://school.example/xwgk/admissions-fees/"
    (item,) = feed["items"]
    assert item["url"] == "https://school.example/xwgk/r/2026-0001/"
    assert datetime.fromisoformat(item["date_published"]).isoformat() == "2026-09-01T08:30:00+08:00"
    assert (item["authors"], item["tags"]) == ([{"name": "总务处"}], ["招生收费", "总务处"])
    assert item["attachments"] == [
        {"url": "https://school.example/xwgk/r/2026-0001/%E8%A1%A8.pdf", "mime_type": "application/pdf", "title": "收费表", "size_in_bytes": 5}
    ]  # fmt: skip


def test_a_feed_without_entries_is_valid_too(site_of: Callable[..., Site]) -> None:
    feed = fitting(next(file.content for file in feed_files(site_of(record())) if file.path == "planning/feed.json"))
    assert feed["items"] == []
