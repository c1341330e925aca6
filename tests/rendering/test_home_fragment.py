"""The home page: what is being noticed, the newest disclosures that stand, nothing that has left the lists."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from disclosure.rendering.fragments import home_fragment
from disclosure.rendering.site import Site
from sample import SCHOOL, record


def listed(site: Site, section: str) -> list[str]:
    """Numbers of the records in a section of the page, in order."""
    part = home_fragment(site).partition(f"id={section}>")[2].partition("</section>")[0]
    return re.findall(r"<li data-state=[^>]+><a href=r/([^/]+)/>", part)


@pytest.mark.parametrize(
    ("fields", "is_news"),
    [
        ({}, True),
        ({"截止日期": "2026-11-23"}, True),
        ({"截止日期": "2026-11-22", "到期处理": "横幅"}, True),
        ({"截止日期": "2026-11-22", "到期处理": "往期"}, False),
        ({"截止日期": "2026-11-22", "到期处理": "撤下"}, False),
        ({"撤销": "{日期: 2026-11-23, 理由: 有误, 批准: 校长办公会}"}, False),
        ({"撤销": "{日期: 2026-11-24, 理由: 有误, 批准: 校长办公会}"}, True),
        ({"公布日期": "2026-11-24"}, False),
    ],
)
def test_only_what_stands_is_news(fields: dict[str, str], is_news: bool, site_of: Callable[..., Site]) -> None:
    assert listed(site_of(record(**fields)), "newest") == ["2026-0001"] * is_news


def test_of_a_record_and_its_replacement_the_replacement_is_news(site_of: Callable[..., Site]) -> None:
    assert listed(site_of(record(), record("2026-0002", 替代="2026-0001")), "newest") == ["2026-0002"]


def test_the_newest_come_first_and_the_school_says_how_many(site_of: Callable[..., Site]) -> None:
    texts = [record(f"2026-000{number}", 公布日期=f"2026-09-0{number}") for number in (2, 4, 1, 3)]
    assert listed(site_of(*texts, school=SCHOOL + "newest: 3\n"), "newest") == ["2026-0004", "2026-0003", "2026-0002"]


def test_the_first_to_end_is_noticed_first(site_of: Callable[..., Site]) -> None:
    texts = [record(f"2026-000{number}", 截止日期=f"2026-12-0{last}") for number, last in ((1, 5), (2, 1), (3, 3))]
    assert listed(site_of(*texts, record("2026-0004")), "running") == ["2026-0002", "2026-0003", "2026-0001"]


@pytest.mark.parametrize("count", [6, 7, 30, 31, 40])
def test_of_many_running_notices_the_first_to_end_are_listed_and_the_others_counted(
    count: int, site_of: Callable[..., Site]
) -> None:
    texts = [record(f"2026-{n:04}", 截止日期=f"2027-01-{n % 28 + 1:02}") for n in range(1, count + 1)]
    site = site_of(*texts)
    assert listed(site, "running") == [one.id for one in site.running[:30]]
    part = home_fragment(site).partition("<section aria-labelledby=newest>")[0]
    folded = re.findall("<summary>(.*?)<span data-more>([0-9]+)</span> 件正在公示</summary>", part)
    assert folded == ([("再看 " if count > 30 else "另有 ", f"{min(count, 30) - 6}")] if count > 6 else [])
    told = f"<p data-last=2027-01-28>正在公示而没有列在这里的还有 {count - 30} 件（按 2026年11月23日计）。"
    assert (told in part) is ("data-last" in part) is (count > 30)
