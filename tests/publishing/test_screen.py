"""The screen in the hall: what it shows, what it never shows, and when it has to be made anew."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from lxml import html

from disclosure.publishing.screen import screen_files
from disclosure.rendering.screen import MOST_CARDS
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

UNTIL = {"截止日期": "2026-12-31"}
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 有误, 批准: 校长办公会}"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}
PHONES = SCHOOL + "电话: {监督: [0000-5550102, 0000-5550103]}\n"
FEES = "[{项目: 午餐, 标准: 15元, 计费单位: 每餐}, {项目: 校服, 标准: 98元, 计费单位: 每套}]"
LISTS = "事项:\n  - {编号: X01, 名称: 资助名单, 栏目: admissions-fees, 时限: 20个工作日, 类型: 名单}\n"


def page_of(site: Site) -> str:
    return next(screen_files(site)).content.decode()


def cards(site: Site) -> list[html.HtmlElement]:
    return list(html.fromstring(page_of(site)).iter("article"))


def titles(site: Site) -> list[str]:
    return [card.findtext(".//a") or "" for card in cards(site)]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (UNTIL, True),
        ({"截止日期": "2026-11-23"}, True),
        ({"截止日期": "2026-11-23", "到期处理": "撤下"}, True),
        ({"截止日期": "2026-11-22"}, False),
        (REMOVED, False),
        (UNTIL | WITHDRAWN, False),
        (UNTIL | {"草稿": "是"}, False),
        (UNTIL | {"公布日期": "2026-11-24"}, False),
        (UNTIL | {"公开范围": "教职工"}, False),
        ({}, False),
    ],
)
def test_what_is_being_noticed_is_shown(fields: dict[str, str], shown: bool, site_of: Callable[..., Site]) -> None:
    page = page_of(site_of(record(标题="甲", **UNTIL), record("2026-0002", "正文", 标题="乙乙", **fields)))
    assert ("乙乙" in page) is shown or fields == {}
    assert "正文" not in page


def test_what_ends_first_comes_first(site_of: Callable[..., Site]) -> None:
    days = ["2026-12-31", "2026-11-24", "2026-12-01"]
    site = site_of(*(record(f"2026-000{number}", 截止日期=day) for number, day in enumerate(days, 1)))
    assert titles(site) == ["第2026-0002件", "第2026-0003件", "第2026-0001件"]


def test_a_card_says_what_matters(site_of: Callable[..., Site]) -> None:
    fields = {"概述": "每餐 15 元。", "金额": "5.8万元", "收费": FEES, "栏目": "其他/财务"}
    (card,) = cards(site_of(record(**UNTIL | fields), school=PHONES))
    text = re.sub(r"\s+", " ", card.text_content())
    for told in ("其他/财务", "第2026-0001件", "每餐 15 元。", "58,000元", "15元（每餐）", "98元（每套）", "2026年9月1日",
                 "至 2026年12月31日", "还有 38 天", "总务处", "0000-5550102", "0000-5550103", "2026-0001"):  # fmt: skip
        assert told in text
    assert card.get("data-last") == "2026-12-31"
    assert card.find(".//svg").get("aria-label") == "二维码，内容是网址 https://school.example/xwgk/r/2026-0001/"
    assert card.find(".//a").get("href") == "../r/2026-0001/"


def test_many_charges_are_cut_short(site_of: Callable[..., Site]) -> None:
    fees = ", ".join(f"{{项目: 第{n}项, 标准: {n}元, 计费单位: 每人}}" for n in range(1, 8))
    (card,) = cards(site_of(record(收费=f"[{fees}]", **UNTIL)))
    assert [dt.text for dt in card.findall(".//dl[@class='figures']//dt")] == [
        "第1项", "第2项", "第3项", "第4项", "另有 3 项",
    ]  # fmt: skip


def test_a_list_of_persons_shows_its_title_only(site_of: Callable[..., Site]) -> None:
    one = record(栏目="", 事项="X01", 概述="甲某某等两人", 金额="3000元", 公示期="30天", 公布日期="2026-11-20")
    page = page_of(site_of(one, catalogue=LISTS))
    assert "第2026-0001件" in page and "名单请扫码查看" in page
    assert "甲某某" not in page and "3,000" not in page


def test_where_nothing_runs_the_newest_that_stays_is_shown(site_of: Callable[..., Site]) -> None:
    site = site_of(record("2026-0001"), record("2026-0002", 公布日期="2026-10-01", 复核日期="2027-08-31"))
    found = cards(site)
    assert titles(site) == ["第2026-0002件", "第2026-0001件"]
    assert [card.get("data-last") for card in found] == ["2027-08-31", None]
    assert [section.get("hidden") for section in html.fromstring(page_of(site)).iter("section")] == ["", None, ""]


def test_where_something_runs_what_stays_is_ready_for_the_day_when_nothing_does(site_of: Callable[..., Site]) -> None:
    page = html.fromstring(page_of(site_of(record(**UNTIL), record("2026-0002"))))
    assert [section.get("hidden") for section in page.iter("section")] == [None, "", ""]


def test_where_there_is_nothing_a_polite_card_is_shown(site_of: Callable[..., Site]) -> None:
    page = html.fromstring(page_of(site_of()))
    assert [section.get("hidden") for section in page.iter("section")] == ["", "", None]
    assert "目前没有正在公示的事项" in page.text_content()


def test_a_round_has_an_end(site_of: Callable[..., Site]) -> None:
    site = site_of(*(record(f"2026-{number:04}", **UNTIL) for number in range(MOST_CARDS + 3)))
    page = page_of(site)
    assert len(cards(site)) == MOST_CARDS
    assert "另有 3 件正在公示" in page and "另有 3 件，请看网站" in page


def test_each_edition_shows_its_own(site_of: Callable[..., Site]) -> None:
    texts = (record(**UNTIL), record("2026-0002", 公开范围="教职工", **UNTIL))
    assert titles(site_of(*texts)) == ["第2026-0001件"]
    internal = site_of(*texts, edition="internal")
    assert titles(internal) == ["第2026-0001件", "第2026-0002件"]
    assert "校内版" in page_of(internal)


def test_the_page_says_what_it_is(site_of: Callable[..., Site]) -> None:
    text = page_of(site_of(record(标题="<b>甲</b> & 乙", **UNTIL)))
    page = html.fromstring(text)
    assert page.get("lang") == "zh-CN"
    assert page.findtext(".//title") == "电子屏 - 示例学校"
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"
    assert len(page.findall(".//h1")) == 1
    assert all(page.find(f".//{landmark}") is not None for landmark in ("header", "main", "footer"))
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; 乙" in text
    assert not re.findall(r'(?:href|src)="(?!\.\./)', text)


@pytest.mark.parametrize(
    "more",
    [{"标题": "另一个"}, {"概述": "概述"}, {"金额": "5元"}, {"收费": FEES}, {"截止日期": "2027-01-01"}, {"责任部门": "教务处"},
     {"监督电话": "0000-1"}, {"环节": "征求意见"}, {"栏目": "其他/财务"}, WITHDRAWN, {"公布日期": "2026-09-02"}],
)  # fmt: skip
def test_whatever_changes_the_page_changes_its_key_and_its_version(
    more: dict[str, str], site_of: Callable[..., Site]
) -> None:
    before, after = (next(screen_files(site_of(record(**UNTIL | fields)))) for fields in ({}, more))
    assert before.key != after.key
    assert version(before.content) != version(after.content)


def version(content: bytes) -> str:
    found = re.search(rb'data-version="([0-9a-f]+)"', content)
    assert found
    return found[1].decode()


@pytest.mark.parametrize(("fields", "anew"), [(UNTIL, True), ({}, False)], ids=["running", "lasting"])
def test_it_is_made_anew_every_day_on_which_days_are_counted(
    fields: dict[str, str], anew: bool, site_of: Callable[..., Site]
) -> None:
    def made(today: date) -> tuple[str, bytes]:
        file = next(screen_files(site_of(record(**fields), today=today)))
        return file.key, file.content

    today, tomorrow = made(TODAY), made(TODAY + timedelta(days=1))
    assert (today[0] != tomorrow[0], today[1] != tomorrow[1]) == (anew, anew)


def test_what_it_does_not_show_does_not_change_it(site_of: Callable[..., Site]) -> None:
    def made(title: str) -> tuple[str, bytes]:
        file = next(screen_files(site_of(record(**UNTIL), record("2026-0002", 标题=title, 截止日期="2026-10-01"))))
        return file.key, file.content

    assert made("甲") == made("乙")


def test_the_worker_is_the_same_for_all_and_names_no_place(site_of: Callable[..., Site]) -> None:
    first, second = ([*screen_files(site_of(record(标题=title, **UNTIL)))][1] for title in ("甲", "乙"))
    assert first.path == "screen/sw.js"
    assert (first.key, first.content) == (second.key, second.content)
    assert b"http" not in first.content
