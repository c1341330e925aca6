"""One entry of a feed: its id, its title, its moment, what it says, what it is filed under."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from disclosure.domain.events import events_of
from disclosure.publishing.feed_entry import FeedEntry, feed_entry
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

OWN = SCHOOL + "feed_authority: feeds.school.example\n"
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 金额有误, 批准: 校长办公会}"}
CHANGED = {"变更": "[{日期: 2026-09-10, 说明: 补充了电话}, {日期: 2026-09-12, 说明: 补充了附件}]"}


def entries(site: Site, record_id: str = "2026-0001") -> list[FeedEntry]:
    """Everything feeds ever say of a record, oldest first."""
    return [feed_entry(event, site) for event in events_of(site.entries[record_id])]


EVENTS = {
    "published": ({}, ["published"], ["收费公示"], ["2026-09-01T00:00:00+08:00"]),
    "published at a time": ({"公布日期": "2026-09-01 08:30"}, ["published"], ["收费公示"], ["2026-09-01T08:30:00+08:00"]),
    "published at the last minute": ({"公布日期": "2026-09-01 23:59"}, ["published"], ["收费公示"], ["2026-09-01T23:59:00+08:00"]),
    "changed twice": (
        CHANGED, ["published", "changed-2026-09-10", "changed-2026-09-12"], ["收费公示", "【变更】收费公示", "【变更】收费公示"],
        ["2026-09-01T00:00:00+08:00", "2026-09-10T00:00:00+08:00", "2026-09-12T00:00:00+08:00"],
    ),
    "a correction": ({"更正": "2026-0009"}, ["corrected"], ["【更正】收费公示"], ["2026-09-01T00:00:00+08:00"]),
    "a replacement": ({"替代": "2026-0009"}, ["published"], ["收费公示"], ["2026-09-01T00:00:00+08:00"]),
    "withdrawn": (
        WITHDRAWN, ["published", "withdrawn"], ["收费公示", "【撤销】收费公示"],
        ["2026-09-01T00:00:00+08:00", "2026-10-01T00:00:00+08:00"],
    ),
    "removed": ({"截止日期": "2026-09-30", "到期处理": "撤下"}, ["published"], ["收费公示"], ["2026-09-01T00:00:00+08:00"]),
    "published, changed and withdrawn on one day": (
        {"公布日期": "2026-10-01 08:30", "变更": "[{日期: 2026-10-01, 说明: 补充了电话}]", **WITHDRAWN},
        ["published", "changed-2026-10-01", "withdrawn"], ["收费公示", "【变更】收费公示", "【撤销】收费公示"],
        ["2026-10-01T08:30:00+08:00"] * 3,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("fields", "kinds", "titles", "moments"), EVENTS.values(), ids=EVENTS)
def test_each_event_has_an_id_a_title_and_a_moment(
    fields: dict[str, str], kinds: list[str], titles: list[str], moments: list[str], site_of: Callable[..., Site]
) -> None:
    site = site_of(record(标题="收费公示", **fields), record("2026-0009"), school=OWN)
    found = entries(site)
    assert [one.id for one in found] == [f"tag:feeds.school.example,2026:2026-0001:{kind}" for kind in kinds]
    assert [one.title for one in found] == titles
    assert [one.moment.isoformat() for one in found] == moments


@pytest.mark.parametrize(
    ("today", "count"), [(date(2026, 9, 9), 1), (date(2026, 9, 10), 2), (date(2026, 9, 11), 2), (date(2026, 9, 12), 3)]
)
def test_a_change_is_told_from_its_day(today: date, count: int, site_of: Callable[..., Site]) -> None:
    assert len(entries(site_of(record(**CHANGED), today=today))) == count


NUMBERS = "编号 2026-0001\uff0c栏目 其他/财务\uff0c总务处\uff1b"
SUMMARIES = {
    "standing": ({}, NUMBERS + "2026年9月1日起长期公开。"),
    "with a period": ({"截止日期": "2026-12-31"}, NUMBERS + "公示 2026年9月1日至 2026年12月31日。"),
    "with a summary": ({"概述": "每餐 15 元"}, "每餐 15 元。" + NUMBERS + "2026年9月1日起长期公开。"),
    "with a sentence": ({"概述": "每餐 15 元。"}, "每餐 15 元。" + NUMBERS + "2026年9月1日起长期公开。"),
    "changed": ({"概述": "每餐 15 元", **CHANGED}, "补充了附件。每餐 15 元。" + NUMBERS + "2026年9月1日起长期公开。"),
}


@pytest.mark.parametrize(("fields", "summary"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary(fields: dict[str, str], summary: str, site_of: Callable[..., Site]) -> None:
    assert entries(site_of(record(栏目="其他/财务", **fields)))[-1].summary == summary


def test_the_content_holds_summary_text_and_address(site_of: Callable[..., Site]) -> None:
    entry = entries(site_of(record(body="**每餐** [见此](record:2026-0001)", 概述="甲 < 乙 & 丙")))[0]
    assert entry.content.startswith("<p>甲 &lt; 乙 &amp; 丙。编号 2026-0001")
    assert '<p><strong>每餐</strong> <a href="https://school.example/xwgk/r/2026-0001/">见此</a></p>' in entry.content
    assert entry.content.endswith(
        '<p><a href="https://school.example/xwgk/r/2026-0001/">https://school.example/xwgk/r/2026-0001/</a></p>'
    )


def test_the_author_is_the_department(site_of: Callable[..., Site]) -> None:
    assert entries(site_of(record(责任部门="教务处")))[0].author == "教务处"


def test_categories_follow_the_vocabulary_of_notice_boards(site_of: Callable[..., Site]) -> None:
    domain = "http://albopop.it/specs#item-category-"
    item = "事项:\n  - {编号: X01, 名称: 校车收费, 栏目: other/finance, 时限: 20个工作日}\n"
    site = site_of(
        record("2026-0001", 事项="X01", 栏目="", 截止日期="2026-12-31"),
        record("2026-0002"),
        catalogue=item,
        today=TODAY,
    )
    assert entries(site)[0].categories == (
        ("2026-0001", domain + "uid"),
        ("校车收费", domain + "type"),
        ("2026-09-01", domain + "pubStart"),
        ("2026-12-31", domain + "pubEnd"),
        ("总务处", domain + "unit"),
    )
    assert entries(site, "2026-0002")[0].categories == (
        ("2026-0002", domain + "uid"),
        ("招生收费", domain + "type"),
        ("2026-09-01", domain + "pubStart"),
        ("总务处", domain + "unit"),
    )
