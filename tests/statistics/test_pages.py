"""Which pages there are, and what they tell nobody."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from building import built
from disclosure.publishing.framing import Framing
from disclosure.publishing.statistics_pages import statistics_pages, statistics_urls
from disclosure.registers.statistics import figures_list, statistics_tables
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site
from disclosure.statistics.figures import figures_of, years_of
from sample import make_school, record

SiteOf = Callable[..., Site]
OPEN = "preset: standard\npublic_registers: [统计]\n"
FRAME = Frame.cut("<html><title>[[disclosure-slot:title]]</title>[[disclosure-slot:content]]</html>")


def pages(site: Site) -> Iterator[tuple[str, str]]:
    framing = Framing(frame_for=lambda *_: FRAME, site=site)
    for file in statistics_pages(site, framing=framing):
        if file.path.endswith(".html"):
            yield file.path, file.content.decode()


def keys(site: Site) -> dict[str, str]:
    framing = Framing(frame_for=lambda *_: FRAME, site=site)
    return {file.path: file.key for file in statistics_pages(site, framing=framing)}


def test_there_are_none_where_the_catalogue_does_not_open_them(site_of: SiteOf) -> None:
    site = site_of(record("1"))
    assert list(pages(site)) == [] and statistics_urls(site) == []


def test_a_closed_site_has_neither_page_nor_link(tmp_path: Path) -> None:
    site = built(make_school(tmp_path, record("1")))
    assert not (site / "statistics").exists()
    assert not [path for path in site.rglob("*.html") if "statistics/" in path.read_text()]


def test_every_year_with_records_has_its_pages(site_of: SiteOf) -> None:
    site = site_of(record("1", 公布日期="2024-05-01"), record("2"), catalogue=OPEN)
    found = dict(pages(site))
    assert sorted(found) == sorted(f"{url}index.html" for url in statistics_urls(site))
    assert {"statistics/2024/index.html", "statistics/2026/index.html", "statistics/2026/column/index.html"} <= set(
        found
    )
    assert "statistics/2025/index.html" not in found
    assert 'aria-current="page">2026年' in found["statistics/2026/index.html"]


def test_lists_tell_titles_of_stubs_and_nothing_of_what_is_hidden(site_of: SiteOf) -> None:
    site = site_of(
        record("1", "正文甲", 标题="已撤的", 概述="概述乙", 撤销="{日期: 2026-10-08, 理由: 理由丙, 批准: 校长}"), record("2", 标题="内部的", 公开范围="教职工"),
        record("3", 标题="明年的", 公布日期="2027-01-01"), record("4", 标题="草稿", 草稿="是"), catalogue=OPEN,
    )  # fmt: skip
    told = "".join(text for _, text in pages(site))
    assert "已撤的" in told and "已撤销" in told
    assert not re.search("正文甲|概述乙|理由丙|内部的|明年的|草稿", told)


def test_titles_are_escaped(site_of: SiteOf) -> None:
    site = site_of(record("1", 标题='"<b>粗</b>&"', 责任部门='"<i>"'), catalogue=OPEN)
    assert not [path for path, text in pages(site) if "<b>" in text or "<i>" in text]


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"概述": "只有摘要变了"}, True),
        ({"标题": "新的标题"}, False),
        ({"责任部门": "办公室"}, False),
        ({"公开渠道": "公开栏"}, False),
        ({"公布日期": "2026-09-02"}, False),
    ],
)
def test_keys_change_with_what_the_pages_tell(site_of: SiteOf, change: dict[str, str], same: bool) -> None:
    before, after = keys(site_of(record("1"), catalogue=OPEN)), keys(site_of(record("1", **change), catalogue=OPEN))
    assert (before == after) is same


def test_pages_with_the_same_key_are_the_same(site_of: SiteOf) -> None:
    """Each of some edits: whatever page differs has another key."""
    texts = [
        {},
        {"标题": "新"},
        {"公开渠道": "公开栏"},
        {"形成日期": "2026-08-31"},
        {"栏目": "其他/财务"},
        {"截止日期": "2026-09-20", "到期处理": "撤下"},
    ]
    seen: dict[tuple[str, str], str] = {}
    for fields in texts:
        site = site_of(record("1", **fields), record("2"), catalogue=OPEN)
        named = keys(site)
        for path, text in pages(site):
            assert seen.setdefault((path, named[path]), text) == text


def test_opinions_are_counted_but_not_listed_where_their_register_is_closed(site_of: SiteOf) -> None:
    site = site_of(record("1"), catalogue=OPEN)
    assert not [url for url in statistics_urls(site) if "opinions" in url or "requests" in url]


def test_tables_are_well_formed_and_the_list_repeats_their_counts(site_of: SiteOf) -> None:
    site = site_of(record("1"), record("2", 公布日期="2025-09-01", 形成日期="2025-08-01"), edition="internal")
    for year in years_of(site.edition):
        figures = figures_of(site.edition, year, duties=site.edition.duties)
        tables = statistics_tables(figures)
        assert len({table.id for table in tables}) == len({table.title for table in tables}) == len(tables)
        assert all(len(row.cells) == len(table.headings) for table in tables for row in table.rows)
        listed = {
            (row.cells[0].value, row.cells[1].value, row.cells[2].value): row.cells[3].value
            for row in figures_list(figures, tables).rows
        }
        assert listed["总数", "公开总数", "条数"] == 1
        assert len(listed) == len(figures_list(figures, tables).rows)
