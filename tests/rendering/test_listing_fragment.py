"""A page of a column: its rows, what an empty one says, the ways to other pages, archive and feeds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.rendering.fragments import listing_fragment
from disclosure.rendering.listing import listings
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record


def page_of(site: Site, column: str = "admissions-fees", *, page: int = 1, is_archive: bool = False) -> str:
    pages = listings(site.edition.catalogue.column(column), site, is_archive=is_archive)
    return listing_fragment(pages[page - 1], site)


def rows_of(page: str) -> list[str]:
    return re.findall(r"<li data-state=.*?(?=<li|</ul>)", page, re.DOTALL)


def words(html: str) -> str:
    """Text as it is read aloud, without the help of a style sheet."""
    return " ".join(re.sub("<[^>]+>", "", html).split())


def data_of(row: str) -> dict[str, str]:
    return dict(re.findall(r"data-(state|expires|since|after|review)=\"?([^ >\"]*)", re.match("<[^>]*>", row)[0]))  # type: ignore[index]


PERIOD = {"公布日期": "2026-11-01", "截止日期": "2026-11-30"}
WITHDRAWN = "{日期: 2026-11-20, 理由: 有误, 批准: 校长办公会}"
CURRENT = {
    "current": (PERIOD, date(2026, 11, 23), "2026年11月1日 总务处 2026-0001 公示中 至 2026年11月30日\uff0c还有 7 天"),
    "expiring": (
        PERIOD,
        date(2026, 11, 24),
        "2026年11月1日 总务处 2026-0001 即将到期 至 2026年11月30日\uff0c还有 6 天",
    ),
    "last day": (PERIOD, date(2026, 11, 30), "2026年11月1日 总务处 2026-0001 即将到期 至 2026年11月30日\uff0c今天截止"),
    "expired": (PERIOD, date(2026, 12, 1), "2026年11月1日 总务处 2026-0001 已到期"),
    "standing": ({}, TODAY, "2026年9月1日 总务处 2026-0001 长期有效"),
    "review due": ({"复核日期": "2026-11-22"}, TODAY, "2026年9月1日 总务处 2026-0001 待复核"),
}
ARCHIVED = {
    "archived": (
        {"到期处理": "往期"},
        "往期",
        {"state": "archived"},
    ),
    "removed": ({"到期处理": "撤下"}, "已撤下", {"state": "removed"}),
    "withdrawn": ({"撤销": WITHDRAWN}, "已撤销", {"state": "withdrawn"}),
}


@pytest.mark.parametrize(("fields", "today", "text"), CURRENT.values(), ids=CURRENT)
def test_a_row_says_date_department_number_and_state(
    fields: dict[str, str], today: date, text: str, site_of: Callable[..., Site]
) -> None:
    site = site_of(record(标题="收费 <公示>", **fields), today=today)
    (row,) = rows_of(page_of(site))
    assert words(row) == f"收费 &lt;公示&gt; {text}"
    assert "<a href=../r/2026-0001/>" in row
    assert rows_of(page_of(site, is_archive=True)) == []


@pytest.mark.parametrize(("fields", "word", "data"), ARCHIVED.values(), ids=ARCHIVED)
def test_what_has_left_the_list_is_in_the_archive(
    fields: dict[str, str], word: str, data: dict[str, str], site_of: Callable[..., Site]
) -> None:
    site = site_of(record(**PERIOD, **fields), today=date(2026, 12, 1))
    assert rows_of(page_of(site)) == []
    (row,) = rows_of(page_of(site, is_archive=True))
    assert words(row).endswith(f"2026-0001 {word}")
    assert data_of(row) == data
    assert "<a href=../../r/2026-0001/>" in row


def test_rows_tell_scripts_what_they_need(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001", **PERIOD), record("2026-0002", 复核日期="2027-08-31"), record("2026-0003"))
    assert [data_of(row) for row in rows_of(page_of(site))] == [
        {"state": "current", "expires": "2026-11-30", "since": "2026-11-23"},
        {"state": "standing"},
        {"state": "standing", "review": "2027-08-31"},
    ]


def test_a_row_names_its_column_where_it_is_another(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001", 栏目="其他/财务"))
    assert "其他/财务" in words(rows_of(page_of(site, "other"))[0])
    assert "其他/财务" not in words(rows_of(page_of(site, "other/finance"))[0])


def test_columns_below_are_named_with_their_count(site_of: Callable[..., Site]) -> None:
    records = [record(f"2026-000{n}", 栏目="其他/财务") for n in (1, 2)]
    site = site_of(*records, record("2026-0003", 栏目="其他/财务", 撤销=WITHDRAWN))
    assert '<li><a href="finance/">财务</a> <span>2</span>' in page_of(site, "other")
    assert '<li><a href="procurement/">采购</a> <span>0</span>' in page_of(site, "other")
    assert "subcolumns" not in page_of(site, "other", is_archive=True)


def test_an_empty_column_says_what_belongs_there(site_of: Callable[..., Site]) -> None:
    page = words(page_of(site_of(record()), "planning"))
    assert "本栏目前没有现行内容。这里应当公开\uff1a发展规划" in page
    assert "本栏还没有往期内容。" in page_of(site_of(record()), "planning", is_archive=True)


@pytest.mark.parametrize(
    ("page", "text", "targets"),
    [
        (1, "第 1 页\uff0c共 3 页", {"next": "page/2/"}),
        (2, "第 2 页\uff0c共 3 页", {"prev": "../../", "next": "../3/"}),
        (3, "第 3 页\uff0c共 3 页", {"prev": "../2/"}),
    ],
)
def test_the_ways_to_other_pages(page: int, text: str, targets: dict[str, str], site_of: Callable[..., Site]) -> None:
    records = [record(f"2026-000{n}") for n in range(1, 6)]
    shown = page_of(site_of(*records, school=SCHOOL + "page_size: 2\n"), page=page)
    assert text in words(shown)
    assert dict(re.findall(r'<a rel=(prev|next) href="([^"]+)">', shown)) == targets


def test_one_page_needs_no_ways(site_of: Callable[..., Site]) -> None:
    assert "pager" not in page_of(site_of(record(), record("2026-0002"), school=SCHOOL + "page_size: 2\n"))


def test_archive_and_feeds_of_the_column(site_of: Callable[..., Site]) -> None:
    site = site_of(record(), record("2026-0002", 撤销=WITHDRAWN))
    page, archive = page_of(site), page_of(site, is_archive=True)
    assert '<a href="archive/">往期\uff081\uff09</a>' in page
    assert '<a href="feed.xml">RSS</a> <a href="atom.xml">Atom</a>' in page
    assert "<h1>招生收费\uff08往期\uff09</h1>" in archive
    assert '<a href="../">返回现行内容</a>' in archive
