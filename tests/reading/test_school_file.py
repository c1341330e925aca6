"""data/school.yml in both languages, whole and at its shortest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.repository import Editor, GitHost, Repository
from disclosure.domain.school import (
    Filings,
    Group,
    Guide,
    Interest,
    Masking,
    Member,
    NameMask,
    NumberMask,
    Phones,
    School,
    Settings,
    Term,
    TermOfOffice,
)
from disclosure.domain.vocabulary import Audience
from disclosure.domain.workdays import Span, Unit
from disclosure.domain.year import YearKind
from disclosure.errors.problem import Severity
from disclosure.reading.school import SCHOOL, read_school

CHINESE = """\
名称: 示例实验学校
网址: https://school.example/xwgk
主办单位: 示例市教育局
代码: "007"
地址: 示例市云杉路 1 号
电话: {办公: 0000-5550101, 监督: [0000-5550102, 0000-5550103], 主管部门: 0000-5550199、0000-5550198}
意见箱: xwgk@school.example
接待日: 每周一 14:00—16:00
数据许可: 署名即可使用
订阅标识: school.example
网站备案: {ICP备案: 示例ICP备00000000号, 公安备案: 示例公网安备 00000000000000号, 标识码: 0000000000}
小组:
  supervision:
    名称: 校务公开监督小组
    职责: 审核
    任期:
      - 开始: 2025-09-01
        结束: 2028-08-31
        成员: [{姓名: 程以宁, 职务: 组长}, {姓名: 白慕晴}]
学期: [{名称: 2026-2027学年第一学期, 开始: 2026-09-01, 结束: 2027-01-29}]
公开指南: {受理部门: 办公室, 地址: 甲, 电话: 乙, 邮箱: 丙, 时间: 丁, 方式: [当面, 信函], 答复时限: 5个工作日, 延长时限: 戊, 说明: 己}
关注: [{标识: parents, 名称: 家长最关心, 栏目: 招生收费, 事项: [I46, I70]}]
仓库: {平台: forgejo, 网址: https://git.school.example/office/disclosure/, 分支: trunk, 编辑器: decap}
版本: {public: [社会], school: [社会, 教职工], parents: 家长}
提前提醒天数: 3
订阅条数: 20
每页条数: 25
最新条数: 5
附件上限: 1000
检查等级: {L104: error, D103: off, A102: hint}
补公开天数: 5
导入截止: 2026-09-30
名单列: [奖项, 名次]
可兼角色: 校长、领导小组
催办天数: 10
台账开始: 2025-09-01
统计周期: 学年
意见答复时限: 15天
征求意见结果时限: 30个工作日
脱敏: {姓名: 留首尾, 号码: 留首尾}
"""
ENGLISH = """\
name: 示例实验学校
site_url: https://school.example/xwgk/
organiser: 示例市教育局
code: 007
address: 示例市云杉路 1 号
phones:
  office: [0000-5550101]
  supervision: 0000-5550102、0000-5550103
  authority: [0000-5550199, 0000-5550198]
mailbox: xwgk@school.example
visiting_hours: 每周一 14:00—16:00
data_license: 署名即可使用
feed_authority: school.example
filings: {icp: 示例ICP备00000000号, police: 示例公网安备 00000000000000号, site_id: "0000000000"}
groups:
  supervision:
    name: 校务公开监督小组
    duties: 审核
    terms: [{start: 2025-09-01, end: 2028-08-31, members: [{name: 程以宁, role: 组长}, {name: 白慕晴}]}]
terms: [{name: 2026-2027学年第一学期, start: 2026年9月1日, end: 2027年1月29日}]
guide: {office: 办公室, address: 甲, phone: 乙, mailbox: 丙, hours: 丁, methods: [当面, 信函], reply_within: 5个工作日, extend_within: 戊, note: 己}
interests: [{id: parents, name: 家长最关心, columns: [招生收费], items: I46、I70}]
repository: {host: forgejo, url: https://git.school.example/office/disclosure/, branch: trunk, editor: decap}
editions: {public: 社会, school: [教职工, 社会], parents: [家长]}
warn_days: 3
feed_entries: 20
page_size: 25
newest: 5
attachment_limit: 1000
severities: {L104: error, D103: off, A102: hint}
late_days: 5
imported_until: 2026年9月30日
list_headings: 奖项、名次
combined_roles: [校长, 领导小组]
due_warn_days: 10
ledger_since: 2025年9月1日
year_kind: 学年
reply_to_opinions: 15日
consultation_result: 30工作日
masking: {names: 留首尾, numbers: 留首尾}
"""
MEANT = School(
    name="示例实验学校",
    site_url="https://school.example/xwgk/",
    organiser="示例市教育局",
    code="007",
    address="示例市云杉路 1 号",
    phones=Phones(
        office=("0000-5550101",), supervision=("0000-5550102", "0000-5550103"), authority=("0000-5550199", "0000-5550198")
    ),
    mailbox="xwgk@school.example",
    visiting_hours="每周一 14:00—16:00",
    data_license="署名即可使用",
    feed_authority="school.example",
    filings=Filings(icp="示例ICP备00000000号", police="示例公网安备 00000000000000号", site_id="0000000000"),
    groups=(
        Group(
            id="supervision",
            name="校务公开监督小组",
            duties="审核",
            terms=(
                TermOfOffice(
                    start=date(2025, 9, 1),
                    end=date(2028, 8, 31),
                    members=(Member(name="程以宁", role="组长"), Member(name="白慕晴")),
                ),
            ),
        ),
    ),
    terms=(Term(name="2026-2027学年第一学期", start=date(2026, 9, 1), end=date(2027, 1, 29)),),
    guide=Guide(
        office="办公室", address="甲", phone="乙", mailbox="丙", hours="丁", methods=("当面", "信函"), reply_within="5个工作日",
        extend_within="戊", note="己",
    ),
    interests=(Interest(id="parents", name="家长最关心", columns=("招生收费",), items=("I46", "I70")),),
    repository=Repository(
        host=GitHost.FORGEJO, url="https://git.school.example/office/disclosure", branch="trunk", editor=Editor.DECAP
    ),
    editions={
        "public": frozenset({Audience.PUBLIC}),
        "school": frozenset({Audience.PUBLIC, Audience.STAFF}),
        "parents": frozenset({Audience.PARENTS}),
    },
    settings=Settings(
        warn_days=3, feed_entries=20, page_size=25, newest=5, attachment_limit=1000,
        severities={"L104": Severity.ERROR, "D103": Severity.OFF, "A102": Severity.HINT},
        late_days=5, imported_until=date(2026, 9, 30), list_headings=("奖项", "名次"), combined_roles=("校长", "领导小组"),
        masking=Masking(names=NameMask.ENDS, numbers=NumberMask.ENDS), due_warn_days=10, ledger_since=date(2025, 9, 1),
        year_kind=YearKind.SCHOOL, reply_to_opinions=Span(count=15, unit=Unit.DAYS),
        consultation_result=Span(count=30, unit=Unit.WORKING_DAYS),
    ),
)  # fmt: skip
SHORTEST = "name: 示例实验学校\nsite_url: https://school.example/\n"


def read(text: str, root: Path) -> School:
    path = root / "data/school.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return read_school(path, root=root)


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["chinese", "english"])
def test_a_whole_school(text: str, tmp_path: Path) -> None:
    assert read(text, tmp_path) == MEANT


def test_every_key_is_in_these_examples() -> None:
    for text, names in ((CHINESE, [key.chinese for key in SCHOOL.keys]), (ENGLISH, [key.name for key in SCHOOL.keys])):
        written = [line.partition(":")[0] for line in text.splitlines() if not line.startswith(" ")]
        assert written == names


def test_name_and_address_are_enough(tmp_path: Path) -> None:
    school = read(SHORTEST, tmp_path)
    assert school == School(name="示例实验学校", site_url="https://school.example/")
    assert school.editions == {"public": frozenset({Audience.PUBLIC}), "internal": frozenset(Audience)}
    assert (school.settings.warn_days, school.settings.feed_entries) == (7, 50)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://school.example", "https://school.example/"),
        ("https://school.example/xwgk", "https://school.example/xwgk/"),
        ("http://school.example:8080/xwgk/", "http://school.example:8080/xwgk/"),
        ("https://school.example/xwgk//", "https://school.example/xwgk/"),
    ],
)
def test_the_address_ends_with_a_slash(written: str, kept: str, tmp_path: Path) -> None:
    assert read(f"name: 甲\nsite_url: {written}\n", tmp_path).site_url == kept
