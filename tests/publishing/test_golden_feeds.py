"""The feeds of a small school, byte for byte: every kind of event, attachments, a name list, a removed record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.publishing.feed_files import feed_files
from disclosure.rendering.site import Site
from sample import record

GOLDEN = Path(__file__).parent / "golden"
SCHOOL = "name: 示例学校\nsite_url: https://school.example/xwgk/\nfeed_authority: school.example\nfeed_entries: 7\n"
ITEMS = "事项:\n  - {编号: X01, 名称: 资助名单, 栏目: admissions-fees, 时限: 20个工作日, 类型: 名单}\n"
RECORDS = (
    record(
        "2026-0005",
        "**每餐**按[旧标准](record:2026-0004)收取,见[表](表.pdf)和[内部说明](record:2026-0006)。",
        标题="伙食费 <更正> & 说明",
        公布日期="2026-09-20 08:30",
        概述="每餐 15 元。",
        更正="2026-0004",
        附件="[{文件: 表.pdf, 名称: 收费表}, {文件: 说明.docx}]",
        变更="[{日期: 2026-09-25, 说明: 补充了电话}, {日期: 2026-11-24, 说明: 将来的变更}]",
    ),
    record("2026-0004", 标题="伙食费", 公布日期="2026-09-01", 截止日期="2026-12-31"),
    record("2026-0003", "不再公开", 标题="校服采购", 栏目="其他/采购", 撤销="{日期: 2026-10-01, 理由: 金额有误, 批准: 校长办公会}"),
    record("2026-0002", "甲某某、乙某某", 标题="资助结果", 栏目="", 事项="X01", 概述="共两人", 公示期="30天", 公布日期="2026-11-20"),
    record("2026-0001", "丙某某", 标题="上学期资助结果", 栏目="", 事项="X01", 公布日期="2026-03-01", 公示期="7天", 到期处理="撤下"),
    record("2026-0006", 标题="内部说明", 公开范围="教职工", 公布日期="2026-11-01"),
    record("2026-0007", 标题="明天的公告", 公布日期="2026-11-24"),
)  # fmt: skip


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_feed_is_what_it_was(name: str, site_of: Callable[..., Site]) -> None:
    files = {"表.pdf": b"%PDF-", "说明.docx": b"0" * 2048}
    site = site_of(*RECORDS, school=SCHOOL, catalogue=ITEMS, files=files)
    made = {str(file.path): file.content for file in feed_files(site)}
    assert made[name] == (GOLDEN / name).read_bytes()
