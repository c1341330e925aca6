"""The sitemap: every page that may be found, and true days of their last change."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from lxml import etree

from disclosure.publishing.data import sitemap
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

BASE = "https://school.example/xwgk/"
WITHDRAWN = "{日期: 2026-12-05, 理由: 有误, 批准: 校长办公会}"
ARCHIVED = {"截止日期": "2026-09-30", "到期处理": "往期"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}
CHANGED = {"变更": "[{日期: 2026-11-10, 说明: 甲}]"}
FINANCE = {"栏目": "其他/财务"}
PAGES = ("", "admissions-fees/", "other/", "other/finance/", "catalogue/", "archive/", "guide/", "groups/", "about/")


def files_of(site: Site, page_urls: tuple[str, ...] = (), **more: Any) -> dict[str, bytes]:
    return {file.path: file.content for file in sitemap(site, page_urls=page_urls, **more)}


def rows_of(content: bytes) -> list[tuple[str, str]]:
    """URL relative to the site and day of the last change, for every page or file in order."""
    rows = []
    for url in etree.fromstring(content).iterchildren("{*}url", "{*}sitemap"):
        loc, lastmod = url.findtext("{*}loc"), url.findtext("{*}lastmod")
        assert loc
        assert loc.startswith(BASE)
        rows.append((loc.removeprefix(BASE), lastmod or ""))
    return rows


def sitemap_of(site: Site, page_urls: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return rows_of(files_of(site, page_urls)["sitemap.xml"])


def test_it_names_pages_archives_and_records(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001"), record("2026-0002", 公开范围="教职工"), record("2026-0003", 公布日期="2026-11-24")
    )
    rows = sitemap_of(site, ("guide/", "", "about/?a=1&b=2"))
    columns = [column.path for column in site.edition.catalogue.walk()]
    assert rows[:3] == [("", "2026-09-01"), ("about/?a=1&b=2", ""), ("guide/", "")]
    assert rows[3:-1] == [(f"{path}/archive/", "") for path in columns]
    assert rows[-1] == ("r/2026-0001/", "2026-09-01")


def test_it_names_further_pages_of_long_lists(site_of: Callable[..., Site]) -> None:
    current = [record(f"2026-000{n}") for n in range(1, 6)]
    archived = [record(f"2026-001{n}", **ARCHIVED) for n in range(3)]
    site = site_of(*current, *archived, school=SCHOOL + "page_size: 2\n")
    listed = [url for url, _ in sitemap_of(site) if re.match("admissions-fees/", url)]
    assert listed == [
        "admissions-fees/page/2/",
        "admissions-fees/page/3/",
        "admissions-fees/archive/",
        "admissions-fees/archive/page/2/",
    ]


def test_stubs_are_in_it_so_that_search_engines_look_again(site_of: Callable[..., Site]) -> None:
    assert ("r/2026-0001/", "2026-10-01") in sitemap_of(site_of(record(**REMOVED)))


def test_pages_for_screens_and_walls_are_not_in_it(site_of: Callable[..., Site]) -> None:
    listed = [url for url, _ in sitemap_of(site_of(record(截止日期="2026-12-31")), ("", "screen/"))]
    assert [url for url in listed if "screen" in url or "print" in url] == []


@pytest.mark.parametrize("url", ["关于/", "%E5%85%B3%E4%BA%8E/"])
def test_addresses_are_ascii(url: str, site_of: Callable[..., Site]) -> None:
    content = files_of(site_of(record()), (url,))["sitemap.xml"]
    assert content.isascii()
    assert rows_of(content)[0] == ("%E5%85%B3%E4%BA%8E/", "")


DAYS: dict[str, tuple[list[dict[str, str]], dict[str, str]]] = {
    "nothing is published": ([{"草稿": "是"}], {}),
    "one record": (
        [{}],
        {"": "2026-09-01", "admissions-fees/": "2026-09-01", "r/2026-0001/": "2026-09-01"},
    ),
    "one that was changed": (
        [CHANGED],
        {"": "2026-11-10", "admissions-fees/": "2026-11-10", "r/2026-0001/": "2026-11-10"},
    ),
    "one that will be changed": (
        [{"变更": "[{日期: 2026-11-24, 说明: 甲}]"}],
        {"": "2026-09-01", "admissions-fees/": "2026-09-01", "r/2026-0001/": "2026-09-01"},
    ),
    "one of tomorrow": ([{"公布日期": "2026-11-24"}], {}),
    "one that was put into the archive": (
        [ARCHIVED],
        {"": "2026-10-01", "admissions-fees/": "2026-10-01", "admissions-fees/archive/": "2026-10-01",
         "archive/": "2026-10-01", "r/2026-0001/": "2026-09-01"},
    ),
    "one that was removed": (
        [REMOVED],
        {"": "2026-10-01", "admissions-fees/": "2026-10-01", "admissions-fees/archive/": "2026-10-01",
         "archive/": "2026-10-01", "r/2026-0001/": "2026-10-01"},
    ),
    "one that was replaced": (
        [{}, {"公布日期": "2026-10-08", "替代": "2026-0001"}],
        {"": "2026-10-08", "admissions-fees/": "2026-10-08", "admissions-fees/archive/": "2026-10-08",
         "archive/": "2026-10-08", "r/2026-0001/": "2026-09-01", "r/2026-0002/": "2026-10-08"},
    ),
    "one in a column below another": (
        [FINANCE, {"公布日期": "2026-08-01"}],
        {"": "2026-09-01", "other/": "2026-09-01", "other/finance/": "2026-09-01", "admissions-fees/": "2026-08-01",
         "r/2026-0001/": "2026-09-01", "r/2026-0002/": "2026-08-01"},
    ),
    "one of an item": (
        [{"事项": "I21", "栏目": ""}],
        {"": "2026-09-01", "catalogue/": "2026-09-01", "r/2026-0001/": "2026-09-01"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "days"), DAYS.values(), ids=DAYS)
def test_days_of_the_last_change(
    fields: list[dict[str, str]], days: dict[str, str], site_of: Callable[..., Site]
) -> None:
    """Guide, groups and hand-written pages never have one: nobody knows theirs."""
    site = site_of(*(record(f"2026-000{number}", **one) for number, one in enumerate(fields, start=1)))
    assert {url: day for url, day in sitemap_of(site, PAGES) if day} == days


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ([], ["2026-09-04", "2026-09-04"]),
        ([{"公布日期": "2026-10-05"}], ["2026-10-05", "2026-10-05"]),
        ([{"公布日期": "2026-09-05", **ARCHIVED}], ["2026-10-01", "2026-10-01"]),
        ([{"公布日期": "2026-09-05", **CHANGED}], ["2026-11-10", "2026-09-05"]),
        ([{"公布日期": "2026-08-01", **CHANGED}], ["2026-09-04", "2026-11-10"]),
    ],
    ids=["as it was", "one comes", "one leaves", "one of the first page is changed", "one of the last page is changed"],
)
def test_days_of_further_pages(more: list[dict[str, str]], days: list[str], site_of: Callable[..., Site]) -> None:
    """What comes or goes moves all pages on; what is changed stands on one."""
    texts = [record(f"2026-000{n}", 公布日期=f"2026-09-0{n}") for n in range(1, 5)]
    texts += [record(f"2026-001{n}", **one) for n, one in enumerate(more)]
    found = dict(sitemap_of(site_of(*texts, school=SCHOOL + "page_size: 3\n"), ("admissions-fees/",)))
    assert [found["admissions-fees/"], found["admissions-fees/page/2/"]] == days


@pytest.mark.parametrize(
    ("fields", "today", "day"),
    [
        ({}, TODAY, "2026-09-01"),
        ({"变更": "[{日期: 2026-09-10, 说明: 甲}, {日期: 2026-09-05, 说明: 乙}]"}, TODAY, "2026-09-10"),
        ({"截止日期": "2026-12-31"}, TODAY, "2026-09-01"),
        ({"变更": "[{日期: 2026-12-24, 说明: 甲}]"}, TODAY, "2026-09-01"),
        ({"截止日期": "2026-10-31", "到期处理": "往期"}, TODAY, "2026-09-01"),
        ({"截止日期": "2026-10-31", "到期处理": "撤下"}, date(2026, 10, 31), "2026-09-01"),
        ({"截止日期": "2026-10-31", "到期处理": "撤下"}, TODAY, "2026-11-01"),
        ({"撤销": WITHDRAWN}, date(2026, 12, 4), "2026-09-01"),
        ({"撤销": WITHDRAWN}, date(2026, 12, 5), "2026-12-05"),
    ],
)
def test_the_day_on_which_a_record_changed(
    fields: dict[str, str], today: date, day: str, site_of: Callable[..., Site]
) -> None:
    assert ("r/2026-0001/", day) in sitemap_of(site_of(record(**fields), today=today))


def test_more_pages_than_one_file_may_have(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001"), record("2026-0002"))
    whole = sitemap_of(site, PAGES)
    most = len(whole) // 2
    files = files_of(site, PAGES, most=most)
    listed = rows_of(files["sitemap.xml"])
    assert [url for url, _ in listed] == [name for name in files if name != "sitemap.xml"]
    assert etree.fromstring(files["sitemap.xml"]).tag.endswith("}sitemapindex")
    parts = [rows_of(files[url]) for url, _ in listed]
    assert [row for part in parts for row in part] == whole
    assert max(map(len, parts)) <= most


def test_as_many_pages_as_one_file_may_have(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    assert set(files_of(site, most=len(sitemap_of(site)))) == {"sitemap.xml"}
