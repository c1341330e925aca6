"""Meta tags of government sites: those that have a value, each on the pages it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from disclosure.publishing.meta import article_head, column_meta, site_meta
from disclosure.publishing.root_pages import root_pages
from disclosure.rendering.site import Site
from sample import SCHOOL, record

STUB = {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"}
SITE_ID = SCHOOL + 'filings: {site_id: "0000000000"}\n'


def head_of(site: Site, record_id: str = "2026-0001") -> dict[str, str]:
    head = article_head(site.entries[record_id], site.edition.school)
    found = re.findall(r'<meta name=(\w+)(?: property=[\w:]+)? content="([^"]*)">', head)
    return {name: unescape(content) for name, content in found}


@pytest.mark.parametrize(
    ("school", "tags"),
    [
        (SCHOOL, [("SiteName", "示例学校"), ("SiteDomain", "school.example")]),
        (SITE_ID, [("SiteName", "示例学校"), ("SiteDomain", "school.example"), ("SiteIDCode", "0000000000")]),
    ],
)
def test_tags_of_every_page(school: str, tags: list[tuple[str, str]], site_of: Callable[..., Site]) -> None:
    assert site_meta(site_of(record(), school=school).edition.school) == tags


def test_tags_of_a_column_follow_those_of_the_site(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), school=SITE_ID)
    assert column_meta(site.edition.catalogue.column("other/finance"), site.edition.school) == [
        ("SiteName", "示例学校"),
        ("SiteDomain", "school.example"),
        ("SiteIDCode", "0000000000"),
        ("ColumnName", "财务"),
        ("ColumnDescription", "预算、决算、收入支出和大额开支。"),
        ("ColumnKeywords", "其他,财务"),
        ("ColumnType", "校务公开"),
    ]


def test_a_column_without_description_has_no_such_tag(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), catalogue="栏目:\n  - {标识: bus, 名称: 校车}\n")
    names = [name for name, _ in column_meta(site.edition.catalogue.column("bus"), site.edition.school)]
    assert names == ["SiteName", "SiteDomain", "ColumnName", "ColumnKeywords", "ColumnType"]


def test_only_columns_have_tags_of_columns(site_of: Callable[..., Site]) -> None:
    edition = site_of(record()).edition
    for page in root_pages(edition.school, edition.catalogue):
        names = [name for name, _ in page.meta]
        assert len(names) == len(set(names))
        assert ("ColumnName" in names) is bool(page.column)
        assert "ArticleTitle" not in names


HEADS = {
    "minimal": ({}, {"ArticleTitle": "第2026-0001件", "PubDate": "2026-09-01 00:00", "ContentSource": "总务处"}),
    "in full": (
        {"公布日期": "2026-09-01 08:05", "概述": "每餐 15 元。"},
        {"ArticleTitle": "第2026-0001件", "PubDate": "2026-09-01 08:05", "ContentSource": "总务处", "description": "每餐 15 元。"},
    ),
    "in the evening": (
        {"公布日期": "2026-09-01 20:30"},
        {"ArticleTitle": "第2026-0001件", "PubDate": "2026-09-01 20:30", "ContentSource": "总务处"},
    ),
    "a stub": (
        {"公布日期": "2026-09-01 08:05", "概述": "每餐 15 元。", "撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"},
        {"ArticleTitle": "第2026-0001件", "PubDate": "2026-09-01 08:05", "ContentSource": "总务处"},
    ),
    "with awkward words": (
        {"标题": "'校服\"套装\"<冬> & 夏'", "概述": "'\"><script>alert(1)</script>'"},
        {"ArticleTitle": '校服"套装"<冬> & 夏', "PubDate": "2026-09-01 00:00", "ContentSource": "总务处",
         "description": '"><script>alert(1)</script>'},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "tags"), HEADS.values(), ids=HEADS)
def test_tags_of_a_record(fields: dict[str, str], tags: dict[str, str], site_of: Callable[..., Site]) -> None:
    site = site_of(record(**fields))
    assert head_of(site) == tags
    assert "<script" not in article_head(site.entries["2026-0001"], site.edition.school)


@pytest.mark.parametrize(
    ("fields", "shared"),
    [
        ({}, {"og:title": "第2026-0001件", "og:type": "article"}),
        (
            {"概述": "每餐 15 元。"},
            {"og:title": "第2026-0001件", "og:description": "每餐 15 元。", "og:type": "article"},
        ),
        ({"概述": "每餐 15 元。"} | STUB, {"og:title": "第2026-0001件", "og:type": "article"}),
        ({"标题": "'校服\"套装\"<冬>'"}, {"og:title": '校服"套装"<冬>', "og:type": "article"}),
    ],
    ids=["minimal", "with a summary", "a stub", "with awkward words"],
)
def test_what_a_preview_of_a_link_shows(
    fields: dict[str, str], shared: dict[str, str], site_of: Callable[..., Site]
) -> None:
    site = site_of(record(**fields))
    head = article_head(site.entries["2026-0001"], site.edition.school)
    found = re.findall(r'<meta (?:name=\w+ )?property=([\w:]+) content="?([^">]*)"?>', head)
    assert {name: unescape(content) for name, content in found} == shared


def test_previews_cost_a_record_page_few_bytes(site_of: Callable[..., Site]) -> None:
    """What stands there for them alone: they share title and summary with other readers."""
    site = site_of(record(概述="每餐 15 元。"))
    head = article_head(site.entries["2026-0001"], site.edition.school)
    shared = re.findall(r" property=og:(?:title|description)|<meta property[^>]*>", head)
    assert len(shared) == 3
    assert sum(map(len, shared)) <= 100
