"""A record written with Chinese keys and one written with English keys are the same record, and the one that is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from disclosure.domain.personal_data import Waiver
from disclosure.domain.record import (
    Change,
    FeeLine,
    Filing,
    LateEntry,
    Link,
    Record,
    SignOff,
    Source,
    StatedFigures,
    Withdrawal,
)
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.load import load_library
from disclosure.reading.record_keys import RECORD
from sample import make_school

CHINESE = """\
---
编号: 2026-0012
标题: 2026年秋季学期收费公示
事项: I42
栏目: 其他/财务
概述: 本学期的收费。
公布日期: 2026-09-01 08:30
形成日期: 2026-08-20
公示期: 15天
截止日期: 2026-09-15
到期处理: 撤下
复核日期: 2027-08-31
公开范围: [家长, 教职工]
责任部门: 总务处
责任人: 总务主任
文号: 云实校〔2026〕18号
期号: 2026-2027学年第一学期
审签:
  - {角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}
备案: {单位: 示例市教育局, 日期: 2026-09-02}
金额: 5.8万元
人数: 96
收费:
  - {项目: 伙食费, 标准: 15元, 计费单位: 每餐, 依据: 甲, 批准机关: 乙, 文号: 丙, 范围: 丁, 减免: 戊}
  - {项目: 校服, 标准: 按实结算, 计费单位: 每套}
关联: 2026-收费
环节: 标准
替代: 2025-0031
更正: 2026-0011
变更: [{日期: 2026-09-10, 说明: 补充咨询电话}]
撤销: {日期: 2026-09-12, 理由: 金额有误, 批准: 校长办公会, 备案: 示例市教育局}
会议日期: 2026-12-18
补公开: {日期: 2026-09-20, 理由: 交接时遗漏}
隐私核准: [{摘要: 5f0c2a9d41be, 理由: 本人同意, 核准人: 沈某某, 日期: 2026-08-28}]
附件: []
公开渠道: 网站、公开栏
监督电话: 0000-5550102
年报: {年度: 2025, 公开总数: 52, 按时公布率: 98.2%}
草稿: 是
---

[前一份](record:2025-0031)
"""
ENGLISH = """\
---
id: 2026-0012
title: 2026年秋季学期收费公示
item: 收费项目、标准和依据
column: other/finance
summary: 本学期的收费。
published: 2026-09-01 08:30
formed: 2026-08-20
notice_period: 15天
expires: 2026-09-15
after_expiry: 撤下
review_by: 2027-08-31
audience: [家长, 教职工]
department: 总务处
owner: 总务主任
document_number: 云实校〔2026〕18号
issue: 2026-2027学年第一学期
signoffs:
  - {role: 校长, name: 沈某某, date: 2026-08-28}
filed: {to: 示例市教育局, date: 2026-09-02}
amount: 5.8万元
people: 96
fees:
  - {name: 伙食费, standard: 15元, unit: 每餐, basis: 甲, approved_by: 乙, document: 丙, scope: 丁, relief: 戊}
  - {name: 校服, standard: 按实结算, unit: 每套}
series: 2026-收费
stage: 标准
replaces: 2025-0031
corrects: 2026-0011
changes: [{date: 2026-09-10, note: 补充咨询电话}]
withdrawn: {date: 2026-09-12, reason: 金额有误, approved_by: 校长办公会, filed_to: 示例市教育局}
meeting: 2026-12-18
late_entry: {date: 2026-09-20, reason: 交接时遗漏}
waivers: [{digest: 5f0c2a9d41be, reason: 本人同意, approved_by: 沈某某, date: 2026-08-28}]
attachments: []
channels: [网站, 公开栏]
hotline: 0000-5550102
report: {year: 2025, disclosed: 52, in_time_share: 98.2%}
draft: true
---

[前一份](record:2025-0031)
"""
LINES = {
    "id": 2, "title": 3, "item": 4, "column": 5, "summary": 6, "published": 7, "formed": 8, "notice_period": 9, "expires": 10,
    "after_expiry": 11, "review_by": 12, "audience": 13, "department": 14, "owner": 15, "document_number": 16, "issue": 17,
    "signoffs": 18, "filed": 20, "amount": 21, "people": 22, "fees": 23, "series": 26, "stage": 27, "replaces": 28, "corrects": 29,
    "changes": 30, "withdrawn": 31, "meeting": 32, "late_entry": 33, "waivers": 34, "attachments": 35, "channels": 36, "hotline": 37,
    "report": 38, "draft": 39,
}  # fmt: skip
MEANT = Record(
    id="2026-0012",
    title="2026年秋季学期收费公示",
    published=date(2026, 9, 1),
    published_time=time(8, 30),
    department="总务处",
    source=Source(file="data/records/a.md", lines=LINES, body_line=41),
    item="I42",
    column="other/finance",
    summary="本学期的收费。",
    formed=date(2026, 8, 20),
    notice_period=Span(count=15, unit=Unit.DAYS),
    expires=date(2026, 9, 15),
    after_expiry=AfterExpiry.REMOVE,
    review_by=date(2027, 8, 31),
    audience=frozenset({Audience.PARENTS, Audience.STAFF}),
    owner="总务主任",
    document_number="云实校〔2026〕18号",
    issue="2026-2027学年第一学期",
    signoffs=(SignOff(role="校长", name="沈某某", day=date(2026, 8, 28), line=19),),
    filed=Filing(to="示例市教育局", day=date(2026, 9, 2)),
    amount=Decimal(58000),
    people=96,
    fees=(
        FeeLine(
            name="伙食费", standard="15元", amount=Decimal(15), unit="每餐", basis="甲", approved_by="乙", document="丙", scope="丁", relief="戊",
            line=24,
        ),
        FeeLine(name="校服", standard="按实结算", amount=None, unit="每套", line=25),
    ),
    series="2026-收费",
    stage="标准",
    replaces="2025-0031",
    corrects="2026-0011",
    changes=(Change(day=date(2026, 9, 10), note="补充咨询电话"),),
    withdrawn=Withdrawal(day=date(2026, 9, 12), reason="金额有误", approved_by="校长办公会", filed_to="示例市教育局"),
    meeting=date(2026, 12, 18),
    late_entry=LateEntry(day=date(2026, 9, 20), reason="交接时遗漏"),
    waivers=(Waiver("5f0c2a9d41be", "本人同意", "沈某某", date(2026, 8, 28), 34),),
    channels=("网站", "公开栏"),
    hotline="0000-5550102",
    report=StatedFigures(
        start=date(2025, 1, 1), end=date(2025, 12, 31), values=(("disclosed", Decimal(52)), ("in_time_share", Decimal("98.2"))),
        lines=(("disclosed", 38), ("in_time_share", 38)),
    ),
    draft=True,
    links=(Link(target="record:2025-0031", line=42),),
)  # fmt: skip


def record_of(text: str, folder: Path) -> Record:
    library, problems = load_library(make_school(folder, text))
    assert problems == []
    assert library.bodies["2026-0012"] == "\n[前一份](record:2025-0031)\n"
    found = library.records["2026-0012"]
    assert found.source.digest == sha256(text.encode()).hexdigest()
    return replace(found, source=replace(found.source, digest=""))


def test_chinese_keys(tmp_path: Path) -> None:
    assert record_of(CHINESE, tmp_path) == MEANT


def test_english_keys(tmp_path: Path) -> None:
    assert record_of(ENGLISH, tmp_path) == MEANT


def test_every_key_of_a_record_is_in_this_example() -> None:
    assert LINES.keys() == {key.name for key in RECORD.keys}
    chinese, english = CHINESE.splitlines(), ENGLISH.splitlines()
    for key in RECORD.keys:
        assert chinese[LINES[key.name] - 1].startswith(f"{key.chinese}:")
        assert english[LINES[key.name] - 1].startswith(f"{key.name}:")
