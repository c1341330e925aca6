"""The table 公开信息: a row for each thing that is known, nothing for what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.domain.edition import Shown, Stub
from disclosure.rendering.facts import facts_of_record, facts_of_stub
from disclosure.rendering.fragments import record_fragment
from disclosure.rendering.site import Site
from sample import SCHOOL, record

CODE = SCHOOL + 'code: "330106001"\n'
ITEM = """
事项:
  - {编号: X01, 名称: 校车收费, 栏目: other/finance, 频次: 定期, 依据: 示例市校车管理办法, 时限: 20个工作日, 范围: [家长]}
"""
FULL = {
    "事项": "X01",
    "栏目": "",
    "公布日期": "2026-09-01 08:30",
    "形成日期": "2026-08-20",
    "公示期": "30天",
    "到期处理": "横幅",
    "复核日期": "2027-08-31",
    "公开范围": "[家长, 社会]",
    "责任人": "总务主任",
    "文号": "云实校〔2026〕18号",
    "期号": "2026-2027学年第一学期",
    "审签": "[{角色: 监督小组, 姓名: 顾某某, 日期: 2026-08-28}, {角色: 校长, 姓名: 沈某某, 日期: 2026-08-29}]",
    "备案": "{单位: 示例市教育局, 日期: 2026-09-02}",
    "金额": "5.8万元",
    "人数": "96",
    "公开渠道": "网站、公开栏",
}


def rows(site: Site, record_id: str = "2026-0001") -> list[tuple[str, str]]:
    entry, school = site.entries[record_id], site.edition.school
    facts = facts_of_record(entry, school) if isinstance(entry, Shown) else facts_of_stub(entry, school)
    return [(fact.label, fact.text) for fact in facts]


def test_all_that_a_full_record_tells(site_of: Callable[..., Site]) -> None:
    assert rows(site_of(record(**FULL), school=CODE, catalogue=ITEM)) == [
        ("编号", "2026-0001"),
        ("索引号", "330106001-X01-2026-0001"),
        ("公开事项", "校车收费"),
        ("公开范围", "社会、家长"),
        ("公开频次", "定期"),
        ("期号", "2026-2027学年第一学期"),
        ("责任部门", "总务处"),
        ("责任人", "总务主任"),
        ("形成日期", "2026年8月20日"),
        ("公布日期", "2026年9月1日 08:30"),
        ("公示期", "30天"),
        ("截止日期", "2026年9月30日"),
        ("复核日期", "2027年8月31日"),
        ("文号", "云实校〔2026〕18号"),
        ("金额", "58,000元"),
        ("人数", "96 人"),
        ("公开依据", "示例市校车管理办法"),
        ("审签", "监督小组 顾某某 2026年8月28日\uff1b校长 沈某某 2026年8月29日"),
        ("备案", "2026年9月2日报示例市教育局"),
        ("公开渠道", "网站、公开栏"),
    ]


def test_all_that_a_minimal_record_tells(site_of: Callable[..., Site]) -> None:
    assert rows(site_of(record())) == [
        ("编号", "2026-0001"),
        ("公开范围", "社会"),
        ("责任部门", "总务处"),
        ("公布日期", "2026年9月1日"),
        ("截止日期", "长期"),
    ]


@pytest.mark.parametrize(
    ("written", "row"),
    [
        ({"金额": "0元"}, ("金额", "0元")),
        ({"金额": "1234.5元"}, ("金额", "1,234.50元")),
        ({"公布日期": "2026-09-01 00:00"}, ("公布日期", "2026年9月1日 00:00")),
        ({"公示期": "7个工作日"}, ("公示期", "7个工作日")),
        ({"公示期": "7个工作日"}, ("截止日期", "2026年9月9日")),
        ({"截止日期": "长期"}, ("截止日期", "长期")),
        ({"公开范围": "家长、社会"}, ("公开范围", "社会、家长")),
        ({"审签": "[{角色: 校长, 姓名: 沈某某, 日期: 2026-08-29}]"}, ("审签", "校长 沈某某 2026年8月29日")),
        ({"公开渠道": "[网站, 教代会]"}, ("公开渠道", "网站、教代会")),
    ],
)
def test_a_value_in_words(written: dict[str, str], row: tuple[str, str], site_of: Callable[..., Site]) -> None:
    assert row in rows(site_of(record(**written)))


def test_the_index_number_needs_a_school_code_and_no_item(site_of: Callable[..., Site]) -> None:
    assert ("索引号", "330106001-2026-0001") in rows(site_of(record(), school=CODE))
    assert "索引号" not in dict(rows(site_of(record(**FULL), catalogue=ITEM)))


@pytest.mark.parametrize("end", ["撤销", "到期处理"])
def test_a_stub_keeps_number_dates_and_where_to_ask(end: str, site_of: Callable[..., Site]) -> None:
    ends = {"撤销": "{日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}", "到期处理": "撤下"}
    site = site_of(record(**(FULL | {end: ends[end]})), school=CODE, catalogue=ITEM)
    assert isinstance(site.entries["2026-0001"], Stub)
    assert rows(site) == [
        ("编号", "2026-0001"),
        ("索引号", "330106001-X01-2026-0001"),
        ("公开事项", "校车收费"),
        ("责任部门", "总务处"),
        ("文号", "云实校〔2026〕18号"),
        ("公布日期", "2026年9月1日"),
        ("截止日期", "2026年9月30日"),
    ]


def test_a_withdrawn_standing_record_has_no_last_day(site_of: Callable[..., Site]) -> None:
    site = site_of(record(撤销="{日期: 2026-09-12, 理由: 有误, 批准: 校长办公会}"))
    assert rows(site) == [("编号", "2026-0001"), ("责任部门", "总务处"), ("公布日期", "2026年9月1日")]


def test_the_page_prints_nothing_for_what_is_absent(site_of: Callable[..., Site]) -> None:
    site = site_of(record())
    shown = site.entries["2026-0001"]
    assert isinstance(shown, Shown)
    page = record_fragment(shown, site)
    for word in ("None", "null", "<td></td>", "收费一览", "附件", "变更说明", "同一事项", "监督电话", "意见箱", "summary",
                 "上一条", "下一条", "替代", "更正"):  # fmt: skip
        assert word not in page
    assert page.count("<tr") == 5
