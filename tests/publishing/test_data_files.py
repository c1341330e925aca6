"""Small files for machines: the day of the next change, the sitemap, robots.txt."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from lxml import etree

from disclosure.publishing.data import marker_files, sitemap
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

BASE = "https://school.example/xwgk/"
WITHDRAWN = "{日期: 2026-12-05, 理由: 有误, 批准: 校长办公会}"


def files_of(site: Site, page_urls: tuple[str, ...] = ()) -> dict[str, str]:
    return {str(file.path): file.content.decode() for file in (*marker_files(site), sitemap(site, page_urls=page_urls))}


def sitemap_of(site: Site, page_urls: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """URL relative to the site and day of the last change, for every page in order."""
    tree = etree.fromstring(files_of(site, page_urls)["sitemap.xml"].encode())
    rows = []
    for url in tree.iter("{*}url"):
        loc, lastmod = url.findtext("{*}loc"), url.findtext("{*}lastmod")
        assert loc
        assert loc.startswith(BASE)
        rows.append((loc.removeprefix(BASE), lastmod or ""))
    return rows


def test_these_files_and_no_others(site_of: Callable[..., Site]) -> None:
    assert set(files_of(site_of(record()))) == {"next-change.json", "sitemap.xml", "robots.txt"}


def test_robots_are_told_where_the_sitemap_is(site_of: Callable[..., Site]) -> None:
    assert files_of(site_of(record()))["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {BASE}sitemap.xml\n"


CHANGES = {
    "nothing ever changes": ({}, TODAY, None),
    "a record of the future": ({"公布日期": "2026-11-24"}, TODAY, "2026-11-24"),
    "an internal record of the future": ({"公布日期": "2026-11-24", "公开范围": "教职工"}, TODAY, None),
    "a draft of the future": ({"公布日期": "2026-11-24", "草稿": "是"}, TODAY, None),
    "before the last week": ({"截止日期": "2026-11-30"}, date(2026, 11, 23), "2026-11-24"),
    "in the last week": ({"截止日期": "2026-11-30"}, date(2026, 11, 24), "2026-12-01"),
    "on the last day": ({"截止日期": "2026-11-30"}, date(2026, 11, 30), "2026-12-01"),
    "after the last day": ({"截止日期": "2026-11-30"}, date(2026, 12, 1), None),
    "on the day of review": ({"复核日期": "2026-11-23"}, TODAY, "2026-11-24"),
    "after the day of review": ({"复核日期": "2026-11-22"}, TODAY, None),
    "a withdrawal to come": ({"撤销": WITHDRAWN}, TODAY, "2026-12-05"),
    "a change to come": ({"变更": "[{日期: 2026-12-24, 说明: 甲}]"}, TODAY, "2026-12-24"),
    "a period that is warned of before it begins": ({"公布日期": "2026-12-10", "公示期": "3天"}, TODAY, "2026-12-10"),
    "a period after the withdrawal": (
        {"公示期": "180天", "撤销": "{日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}"},
        TODAY,
        None,
    ),
    "a withdrawal of today": ({"撤销": WITHDRAWN}, date(2026, 12, 5), None),
}


@pytest.mark.parametrize(("fields", "today", "day"), CHANGES.values(), ids=CHANGES)
def test_the_day_of_the_next_change(
    fields: dict[str, str], today: date, day: str | None, site_of: Callable[..., Site]
) -> None:
    content = files_of(site_of(record(**fields), today=today))["next-change.json"]
    assert json.loads(content) == {"built": today.isoformat(), "next_change": day}
    assert content.endswith("}\n")


def test_the_first_of_several_changes_counts(site_of: Callable[..., Site]) -> None:
    records = [record("2026-0001", 撤销=WITHDRAWN), record("2026-0002", 公布日期="2026-12-04"), record("2026-0003")]
    assert json.loads(files_of(site_of(*records))["next-change.json"])["next_change"] == "2026-12-04"


def test_the_sitemap_names_pages_archives_and_records(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001"), record("2026-0002", 公开范围="教职工"), record("2026-0003", 公布日期="2026-11-24")
    )
    rows = sitemap_of(site, ("guide/", "", "about/?a=1&b=2"))
    columns = [column.path for column in site.edition.catalogue.walk()]
    assert rows[:3] == [("", ""), ("about/?a=1&b=2", ""), ("guide/", "")]
    assert rows[3:-1] == [(f"{path}/archive/", "") for path in columns]
    assert rows[-1] == ("r/2026-0001/", "2026-09-01")


def test_the_sitemap_names_further_pages_of_long_lists(site_of: Callable[..., Site]) -> None:
    gone = {"截止日期": "2026-09-30", "到期处理": "往期"}
    current = [record(f"2026-000{n}") for n in range(1, 6)]
    archived = [record(f"2026-001{n}", **gone) for n in range(3)]
    site = site_of(*current, *archived, school=SCHOOL + "page_size: 2\n")
    listed = [url for url, _ in sitemap_of(site) if re.match("admissions-fees/", url)]
    assert listed == [
        "admissions-fees/page/2/",
        "admissions-fees/page/3/",
        "admissions-fees/archive/",
        "admissions-fees/archive/page/2/",
    ]


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
def test_the_day_of_the_last_change(
    fields: dict[str, str], today: date, day: str, site_of: Callable[..., Site]
) -> None:
    assert ("r/2026-0001/", day) in sitemap_of(site_of(record(**fields), today=today))
