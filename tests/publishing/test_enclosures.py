"""Attachments as feed readers see them: address, title, size, kind of file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.domain.events import events_of
from disclosure.publishing.feed_entry import Enclosure, feed_entry
from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import record

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "表.pdf": "application/pdf",
    "表.PDF": "application/pdf",
    "表.docx": OFFICE + "wordprocessingml.document",
    "表.xlsx": OFFICE + "spreadsheetml.sheet",
    "表.pptx": OFFICE + "presentationml.presentation",
    "表.DOCX": OFFICE + "wordprocessingml.document",
    "表.doc": "application/msword",
    "表.xls": "application/vnd.ms-excel",
    "表.ppt": "application/vnd.ms-powerpoint",
    "表.csv": "text/csv",
    "表.txt": "text/plain",
    "表.zip": "application/zip",
    "图.png": "image/png",
    "图.jpg": "image/jpeg",
    "图.JPEG": "image/jpeg",
    "表.wps": "application/octet-stream",
    "表.v2.unknown": "application/octet-stream",
    "说明": "application/octet-stream",
}


def enclosures(site: Site) -> tuple[Enclosure, ...]:
    event = next(iter(events_of(site.entries["2026-0001"])))
    return feed_entry(event, site).enclosures


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_the_kind_of_a_file(name: str, kind: str, site_of: Callable[..., Site]) -> None:
    (only,) = enclosures(site_of(record(), files={name: b"0" * 7}))
    assert (only.media_type, only.size, only.title) == (kind, 7, name)


def test_titles_addresses_and_order_are_those_of_the_record(site_of: Callable[..., Site]) -> None:
    listed = "[{文件: 收费 表.pdf, 名称: 收费表}, {文件: a&b.txt}]"
    site = site_of(record(附件=listed), files={"a&b.txt": b"", "收费 表.pdf": b"%PDF-"})
    page = "https://school.example/xwgk/r/2026-0001/"
    assert enclosures(site) == (
        Enclosure(
            url=page + "%E6%94%B6%E8%B4%B9%20%E8%A1%A8.pdf", title="收费表", size=5, media_type="application/pdf"
        ),
        Enclosure(url=page + "a%26b.txt", title="a&b.txt", size=0, media_type="text/plain"),
    )


def test_a_record_without_files_has_none(site_of: Callable[..., Site]) -> None:
    assert enclosures(site_of(record())) == ()


def test_atom_names_all_files_and_rss_the_first(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), files={"一.pdf": b"%PDF-", "二.txt": b"22"})
    feeds = {str(file.path): file.content.decode() for file in feed_files(site)}
    page = "https://school.example/xwgk/r/2026-0001/"
    first = f'<enclosure url="{page}%E4%B8%80.pdf" length="5" type="application/pdf"/>'
    assert feeds["feed.xml"].count("<enclosure ") == 1
    assert first in feeds["feed.xml"]
    assert feeds["atom.xml"].count('rel="enclosure"') == 2
    second = f'<link rel="enclosure" href="{page}%E4%BA%8C.txt" type="text/plain" length="2" title="二.txt"/>'
    assert second in feeds["atom.xml"]
