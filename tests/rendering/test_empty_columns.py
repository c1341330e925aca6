"""What a column without current records says: since when there are none, and what belongs there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.rendering.fragments import listing_fragment
from disclosure.rendering.listing import listings
from disclosure.rendering.site import Site
from sample import record

NOBODY = "没有现行内容"
WITHDRAWN = "{日期: 2026-11-20, 理由: 有误, 批准: 校长办公会}"
BY_ANOTHER_COLUMN = record("2026-0009", 栏目="其他/财务", 公布日期="2026-11-15", 替代="2026-0001")
"""A record that takes the place of the first one, and is listed elsewhere."""


def page_of(site: Site, column: str = "admissions-fees", *, is_archive: bool = False) -> str:
    """The first page of a column, as it is read aloud."""
    page = listing_fragment(listings(site.edition.catalogue.column(column), site, is_archive=is_archive)[0], site)
    return " ".join(re.sub("<[^>]+>", "", page).split())


def over(number: int, day: str, after: str = "往期", **fields: str) -> str:
    return record(f"2026-000{number}", 截止日期=day, 到期处理=after, **fields)


SINCE = {
    "to the archive": ([over(1, "2026-10-03")], "2026年10月4日"),
    "removed": ([over(1, "2026-10-31", "撤下")], "2026年11月1日"),
    "withdrawn": ([record(撤销=WITHDRAWN)], "2026年11月20日"),
    "withdrawn during its period": ([over(1, "2026-12-31", 撤销=WITHDRAWN)], "2026年11月20日"),
    "withdrawn after its period": ([over(1, "2026-10-03", 撤销=WITHDRAWN)], "2026年10月4日"),
    "replaced from another column": ([record(), BY_ANOTHER_COLUMN], "2026年11月15日"),
    "the last of three": ([over(1, "2026-10-01"), over(2, "2026-10-03"), over(3, "2026-10-02")], "2026年10月4日"),
    "withdrawn as the last": ([over(2, "2026-11-10"), record(撤销=WITHDRAWN)], "2026年11月20日"),
    "withdrawn before the last": ([over(2, "2026-11-20", "撤下"), record(撤销=WITHDRAWN)], "2026年11月21日"),
}


@pytest.mark.parametrize(("texts", "day"), SINCE.values(), ids=SINCE)
def test_since_when(texts: list[str], day: str, site_of: Callable[..., Site]) -> None:
    assert f"本栏自 {day}起{NOBODY}。" in page_of(site_of(*texts))


@pytest.mark.parametrize(
    ("today", "empty"), [(date(2026, 10, 3), False), (date(2026, 10, 4), True), (date(2026, 10, 5), True)]
)
def test_it_says_so_from_the_day_on(today: date, empty: bool, site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(over(1, "2026-10-03"), today=today))
    assert ("本栏自 2026年10月4日起没有现行内容。" in page) is empty
    assert (NOBODY in page) is empty


@pytest.mark.parametrize(
    "text", [record(), over(2, "2026-10-03", "横幅"), over(2, "2026-12-31")], ids=["standing", "banner", "running"]
)
def test_a_column_with_anything_current_is_not_empty(text: str, site_of: Callable[..., Site]) -> None:
    assert NOBODY not in page_of(site_of(over(3, "2026-10-03"), text))


def test_what_never_had_anything_says_what_belongs_there(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001", 公布日期="2026-11-24", 栏目="办学规划"), record("2026-0002"))
    assert "本栏目前没有现行内容。这里应当公开\uff1a发展规划" in page_of(site, "planning")
    assert "本栏还没有往期内容。" in page_of(site, "planning", is_archive=True)


def test_a_column_counts_what_lies_below_it(site_of: Callable[..., Site]) -> None:
    site = site_of(over(1, "2026-10-03", 栏目="其他/财务"), over(2, "2026-10-10", 栏目="其他/采购"))
    assert "本栏自 2026年10月11日起" in page_of(site, "other")
    assert "本栏自 2026年10月4日起" in page_of(site, "other/finance")
    assert "本栏目前没有" in page_of(site, "other/personnel")
    assert NOBODY not in page_of(site, "other", is_archive=True)


def test_an_internal_record_leaves_no_trace_of_its_end(site_of: Callable[..., Site]) -> None:
    texts = (over(1, "2026-10-03", 公开范围="教职工"), record("2026-0002", 栏目="其他"))
    assert "本栏目前没有" in page_of(site_of(*texts))
    assert "本栏自 2026年10月4日起" in page_of(site_of(*texts, edition="internal"))
