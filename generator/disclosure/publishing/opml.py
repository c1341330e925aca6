"""`feeds.opml`: all feeds in one file that readers import (OPML 2.0)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from xml.etree import ElementTree as ET

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.feed_scope import FeedScope
from disclosure.domain.school import School
from disclosure.publishing.output import OutputFile


def opml_file(scopes: Sequence[FeedScope], school: School, *, basis: str = "") -> OutputFile:
    """Interests, the site and columns, each kind in a folder, so that readers can throw out what they do not want.

    Each is listed once, as RSS: who imported all forms would be told everything three times.
    """
    key = digest_of(basis, *(scope.key + scope.title for scope in scopes))
    return OutputFile(path=urls.FEEDS_OPML, key=key, make=partial(_opml, scopes, school))


def _opml(scopes: Sequence[FeedScope], school: School) -> bytes:
    opml = ET.Element("opml", version="2.0")
    head = ET.SubElement(opml, "head")
    ET.SubElement(head, "title").text = f"{school.name}校务公开的全部订阅源"
    ET.SubElement(head, "ownerName").text = school.name
    ET.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = ET.SubElement(opml, "body")
    kinds = {
        "关注": [scope for scope in scopes if scope.interest],
        "全站": [scope for scope in scopes if not scope.interest and not scope.column],
        "栏目": [scope for scope in scopes if scope.column],
    }
    for kind, members in kinds.items():
        if members:
            folder = ET.SubElement(body, "outline", text=kind, title=kind)
            for scope in members:
                _outline(folder, scope, school)
    ET.indent(opml, " ")
    return bytes(ET.tostring(opml, encoding="utf-8", xml_declaration=True)) + b"\n"


def _outline(folder: ET.Element, scope: FeedScope, school: School) -> None:
    ET.SubElement(
        folder, "outline", type="rss", version="RSS2", text=scope.title, title=scope.title, description=scope.about,
        language="zh-CN", xmlUrl=school.site_url + scope.feed("rss"), htmlUrl=school.site_url + scope.page,
    )  # fmt: skip
