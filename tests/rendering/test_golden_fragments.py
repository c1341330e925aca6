"""Whole fragments, byte for byte: a record with all its parts, a record of fees, a stub."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.domain.edition import Shown
from disclosure.rendering.fragments import record_fragment, stub_fragment
from disclosure.rendering.site import Site
from sample import record

GOLDEN = Path(__file__).parent / "golden"
SCHOOL = """name: 示例学校
site_url: https://school.example/xwgk/
code: "330106001"
phones: {supervision: [0000-5550102, 0000-5550103]}
mailbox: office@school.example
"""
ITEMS = """
事项:
  - {编号: X01, 名称: 课桌椅和设备采购, 栏目: other/procurement, 频次: 分期, 依据: 示例市采购办法, 时限: 20个工作日}
  - {编号: X02, 名称: 伙食收费, 栏目: admissions-fees, 频次: 定期, 依据: 示例市收费办法, 时限: 20个工作日}
"""
TENDER = record(
    "2026-0010",
    "## 项目概况\n\n**预算:**见[招标公告](record:2026-0009#需求)。\n\n|品名|数量|\n|---|--:|\n|课桌|40|\n",
    标题="课桌椅采购 <中标>",
    栏目="",
    事项="X01",
    概述="中标单位和价格。",
    公布日期="2026-11-20 08:30",
    公示期="7天",
    文号="云实校〔2026〕18号",
    金额="12345.6元",
    审签="[{角色: 校长, 姓名: 沈某某, 日期: 2026-11-19}]",
    关联="课桌椅",
    环节="中标",
    更正="2026-0008",
    附件="[{文件: 中标 通知.pdf, 名称: 中标通知}]",
    变更="[{日期: 2026-11-21, 说明: 补充联系电话}]",
)
CALL = record(
    "2026-0009", 标题="课桌椅招标", 栏目="", 事项="X01", 公布日期="2026-11-01", 关联="课桌椅", 环节="招标公告"
)
WRONG = record("2026-0008", 标题="课桌椅采购", 栏目="", 事项="X01", 公布日期="2026-11-19")
FEES = record(
    "2026-0020",
    "本学期收费如下。",
    标题="伙食收费",
    栏目="",
    事项="X02",
    复核日期="2027-08-31",
    收费="[{项目: 午餐, 标准: 15元, 计费单位: 每餐, 依据: 示例市学生餐办法, 批准机关: 示例市教育局, 文号: 示教〔2026〕3号, "
    "范围: 自愿就餐的学生, 减免: 困难学生免收}, {项目: 点心, 标准: 3.5元, 计费单位: 每餐}, "
    "{项目: 夏令营, 标准: 按实结算, 计费单位: 每次}, {项目: 餐具, 标准: 1280元, 计费单位: 每套}]",
)
STUB = record(
    "2026-0030",
    "不再公开的正文。",
    标题="资助名单",
    栏目="",
    事项="X02",
    概述="不再公开的概述。",
    截止日期="2026-09-15",
    到期处理="撤下",
    文号="云实校〔2026〕9号",
    监督电话="0000-5550109",
)


@pytest.mark.parametrize(
    ("record_id", "name"),
    [("2026-0010", "record.html"), ("2026-0020", "fees.html"), ("2026-0030", "stub.html")],
)
def test_a_fragment_is_what_it_was(record_id: str, name: str, site_of: Callable[..., Site]) -> None:
    site = site_of(TENDER, CALL, WRONG, FEES, STUB, school=SCHOOL, catalogue=ITEMS, files={"中标 通知.pdf": b"%PDF-"})
    entry = site.entries[record_id]
    made = record_fragment(entry, site) if isinstance(entry, Shown) else stub_fragment(entry, site)
    assert made == (GOLDEN / name).read_text()
