"""公开目录: what each item's row says of what is due, in which edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.rendering.fragments import catalogue_fragment
from disclosure.rendering.keys import catalogue_key
from disclosure.rendering.site import Site
from sample import SCHOOL, record

LEDGER = SCHOOL + "ledger_since: 2026-09-01\n"
FOR_ALL = "items:\n- {id: I46, audience: [社会]}\n"
SEPTEMBER = {"事项": "I46", "栏目": "", "公布日期": "2026-10-12", "期号": "2026-09"}


def row_of(site: Site, item: str) -> str:
    """The words of an item's row, without markup."""
    (row,) = re.findall(rf'<tr id="{item}">(.*?)</tr>', catalogue_fragment(site), flags=re.S)
    return " ".join(re.sub("<[^>]+>", " ", row).split())


STATES = {
    "in time": ("2026-11-12", "正常 下次： 2026年11月27日 前（2026年10月）"),
    "soon": ("2026-11-13", "将到期 下次： 2026年11月27日 前（2026年10月）"),
    "late": ("2026-11-28", "逾期 应在 2026年11月27日 前（2026年10月）公开 下次： 2026年12月28日 前（2026年11月）"),
    "two are late": ("2026-12-29", "前（2026年11月）公开，共缺 2 期 下次： 2027年1月20日 前（2026年12月），暂定"),
}


@pytest.mark.parametrize(("today", "words"), STATES.values(), ids=STATES)
def test_an_item_that_is_due_every_month(today: str, words: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record(**SEPTEMBER), school=LEDGER, catalogue=FOR_ALL, today=date.fromisoformat(today))
    assert words in row_of(site, "I46")
    assert "第2026-0001件 2026年10月12日" in row_of(site, "I46")


@pytest.mark.parametrize(
    ("item", "words"),
    [("I21", "— 空缺"), ("I40", "— 正常 没有发生的不用公开"), ("I04", "— 只向教职工公开"), ("I46", "— 只向家长公开")],
)
def test_items_without_records(item: str, words: str, site_of: Callable[..., Site]) -> None:
    assert row_of(site_of(record(), school=LEDGER), item).endswith(words)


def test_the_public_does_not_learn_what_the_staff_was_told(site_of: Callable[..., Site]) -> None:
    secret = record(**SEPTEMBER, 公开范围="教职工", 标题="只给校内看的账")
    public = site_of(secret, school=LEDGER, catalogue=FOR_ALL, today=date(2026, 11, 28))
    assert "只给校内看的账" not in catalogue_fragment(public)
    assert "空缺" in row_of(public, "I46") or "正常" in row_of(public, "I46")
    internal = site_of(secret, school=LEDGER, catalogue=FOR_ALL, today=date(2026, 11, 28), edition="internal")
    assert "只给校内看的账" in row_of(internal, "I46")


def test_a_record_of_tomorrow_leaves_no_trace(site_of: Callable[..., Site]) -> None:
    tomorrow = record("2026-0002", **(SEPTEMBER | {"公布日期": "2026-11-13", "期号": "2026-10"}))
    sites = [
        site_of(record(**SEPTEMBER), *more, school=LEDGER, catalogue=FOR_ALL, today=date(2026, 11, 12))
        for more in ((), (tomorrow,))
    ]
    assert catalogue_fragment(sites[0]) == catalogue_fragment(sites[1])


def test_the_page_is_made_anew_on_the_days_on_which_it_changes_and_on_no_others(site_of: Callable[..., Site]) -> None:
    """From one next change to the next, neither the page nor its key changes."""
    pages: dict[str, set[str]] = {}
    previous: Site | None = None
    for day in range(1, 31):
        site = site_of(record(**SEPTEMBER), school=LEDGER, catalogue=FOR_ALL, today=date(2026, 11, day))
        key, page = catalogue_key(site), catalogue_fragment(site)
        pages.setdefault(key, set()).add(page)
        if previous and page != catalogue_fragment(previous):
            assert previous.edition.next_change == site.edition.today
        previous = site
    assert all(len(found) == 1 for found in pages.values())
    assert len(pages) > 2
