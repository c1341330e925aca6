"""What feeds keep to themselves: phones keep what was pushed to them, also after it had to be taken down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import sample
from disclosure.domain.events import events_of
from disclosure.publishing.feed_entry import FeedEntry, feed_entry
from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import record

SCHOOL = f"{sample.SCHOOL}severities: {{P123: hint}}\ninterests: [{{id: money, name: 钱, columns: [other/finance]}}]\n"
"""Lists without an end are an error by default; feeds must keep to themselves even where a school weighs that less."""
ITEMS = """
事项:
  - {编号: X01, 名称: 录取结果, 栏目: other/finance, 时限: 20个工作日, 类型: 名单}
  - {编号: X02, 名称: 资助结果, 栏目: other/finance, 时限: 20个工作日, 含个人信息: 是}
  - {编号: X03, 名称: 校车收费, 栏目: other/finance, 时限: 20个工作日, 类型: 收费}
"""
TOLD = {"概述": "概述文字", "责任人": "责任文字", "金额": "98765元", "变更": "[{日期: 2026-09-10, 说明: 变更文字}]"}
WITHDRAWN = {"撤销": "{日期: 2026-10-01, 理由: 理由文字, 批准: 批准文字}"}
REMOVED = {"截止日期": "2026-09-30", "到期处理": "撤下"}
SECRETS = ("正文文字", "概述文字", "责任文字", "98765", "98,765", "变更文字", "附件文字", "%E9%99%84")


def site_with(site_of: Callable[..., Site], today: date = date(2026, 11, 23), **fields: str) -> Site:
    text = record(body="正文文字", **(TOLD | {"栏目": "其他/财务"} | fields))
    return site_of(text, catalogue=ITEMS, school=SCHOOL, files={"附件文字.pdf": b"%PDF-"}, today=today)


def entries(site: Site) -> list[FeedEntry]:
    return [feed_entry(event, site) for event in events_of(site.entries["2026-0001"])]


def link(entry: FeedEntry) -> str:
    return f'<p><a href="{entry.url}">{entry.url}</a></p>'


@pytest.mark.parametrize(
    "fields",
    [WITHDRAWN, REMOVED, {"事项": "X01"}, {"事项": "X02"}, {"事项": "X01"} | WITHDRAWN, {"事项": "X02"} | REMOVED],
    ids=["withdrawn", "removed", "name list", "personal data", "withdrawn name list", "removed personal data"],
)
def test_no_feed_holds_what_must_not_stay(fields: dict[str, str], site_of: Callable[..., Site]) -> None:
    files = list(feed_files(site_with(site_of, **fields)))
    assert {"feed.xml", "feed.json", "other/finance/feed.json", "feeds/money.atom.xml"} <= {file.path for file in files}
    for file in files:
        for secret in SECRETS:
            assert secret not in file.content.decode(), (file.path, secret)
    assert not any(entry.enclosures for entry in entries(site_with(site_of, **fields)))


def test_other_records_are_told_in_full(site_of: Callable[..., Site]) -> None:
    feeds = {file.path: file.content.decode() for file in feed_files(site_with(site_of, 事项="X03"))}
    for path in ("feed.xml", "atom.xml", "feed.json", "other/finance/feed.json", "feeds/money.xml", "feeds/money.json"):
        for word in ("正文文字", "概述文字", "变更文字", "%E9%99%84"):
            assert word in feeds[path], path


NUMBERS = "编号 2026-0001\uff0c栏目 其他/财务\uff0c总务处\uff1b"
SAID = {
    "removed": (REMOVED | {"变更": ""}, [NUMBERS + "2026年9月1日公布\uff0c内容已撤下。"]),
    "removed, changed": (REMOVED, [NUMBERS + "2026年9月1日公布\uff0c内容已撤下。"] * 2),
    "withdrawn, changed": (
        WITHDRAWN,
        [NUMBERS + "2026年9月1日公布\uff0c内容已撤销。"] * 2
        + ["理由文字。" + NUMBERS + "2026年9月1日公布\uff0c内容已撤销。"],
    ),
    "name list": ({"事项": "X01", "变更": ""}, [NUMBERS + "2026年9月1日起长期公开。"]),
    "name list with a period": (
        {"事项": "X01", "变更": "", "截止日期": "2026-12-31"},
        [NUMBERS + "公示 2026年9月1日至 2026年12月31日。"],
    ),
    "personal data, changed": (
        {"事项": "X02"},
        [NUMBERS + "2026年9月1日起长期公开。", NUMBERS + "2026年9月1日起长期公开。"],
    ),
}


@pytest.mark.parametrize(("fields", "summaries"), SAID.values(), ids=SAID)
def test_number_column_and_dates_are_all_that_is_said(
    fields: dict[str, str], summaries: list[str], site_of: Callable[..., Site]
) -> None:
    found = entries(site_with(site_of, **fields))
    assert [entry.summary for entry in found] == summaries
    assert [entry.content for entry in found] == [f"<p>{entry.summary}</p>{link(entry)}" for entry in found]


@pytest.mark.parametrize(
    ("today", "told"), [(date(2026, 9, 30), True), (date(2026, 10, 1), False), (date(2026, 10, 2), False)]
)
@pytest.mark.parametrize("fields", [REMOVED, WITHDRAWN], ids=["removed", "withdrawn"])
def test_the_text_leaves_the_feeds_on_the_day(
    fields: dict[str, str], today: date, told: bool, site_of: Callable[..., Site]
) -> None:
    feeds = [file.content.decode() for file in feed_files(site_with(site_of, today, **fields))]
    assert any("正文文字" in feed for feed in feeds) is told
    assert any("附件文字" in feed for feed in feeds) is told
