"""`disclosure due`: who has to disclose what by when, for people, programs and calendars."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from building import DAY, PROJECT
from disclosure.cli import program
from sample import SCHOOL, make_school, record

TERMS = """\
terms:
- {name: 2025-2026学年第二学期, start: 2026-03-02, end: 2026-07-10}
- {name: 2026-2027学年第一学期, start: 2026-09-01, end: 2027-01-22}
ledger_since: 2026-09-01
"""
OFF = "".join(f"- {{id: I{number:02}, enabled: no}}\n" for number in range(1, 71) if number not in (1, 20, 46))
CATALOGUE = f"items:\n- {{id: I46, due: [每月, 每学期]}}\n- {{id: I20, due: [每月]}}\n{OFF}"
"""领导小组 (长期), 每周工作安排 (a plan of each month, by 办公室 or whoever has it), 食堂伙食费收支."""
SEPTEMBER = record("2026-0001", 事项="I46", 栏目="", 公布日期="2026-10-12", 期号="2026-09", 公开范围="家长")


def due(root: Path, *options: str) -> Result:
    return CliRunner().invoke(program, ["due", "--root", str(root), *options], standalone_mode=False)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path, SEPTEMBER, school=SCHOOL + TERMS, catalogue=CATALOGUE)


def test_late_things_first_by_department(school: Path) -> None:
    said = due(school, "--today", "2026-12-02").output
    assert said.startswith("2026-12-02：逾期 1，将到期 0，空缺 2，60 天内还有 ")
    meals = next(part for part in said.split("\n\n") if part.startswith("总务处"))
    assert "逾期 5 天  I46 食堂伙食费收支（2026年10月），2026-11-27 前公开；上次 2026-10-12（2026-0001）" in meals
    assert meals.index("2026年10月") < meals.index("2026年11月") < meals.index("2026年12月")
    assert "空缺  I01 领导小组和监督小组，应当一直有，从来没有公开过" in said
    assert "带 * 的日子" in said
    assert "2027-01-20* 前公开" in said


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-11-12", "还有 15 天"),
        ("2026-11-13", "将到期，还有 14 天"),
        ("2026-11-27", "将到期，今天到期"),
        ("2026-11-28", "逾期 1 天"),
    ],
)
def test_the_days_around_the_last_one(school: Path, today: str, words: str) -> None:
    (line,) = [
        line for line in due(school, "--today", today).output.splitlines() if "（2026年10月），2026-11-27" in line
    ]
    assert line.strip().startswith(f"{words}  I46")


def test_something_late_or_missing_fails(tmp_path: Path) -> None:
    rules = f"items:\n{OFF}- {{id: I01, enabled: no}}\n- {{id: I20, enabled: no}}\n"
    root = make_school(tmp_path, SEPTEMBER, school=SCHOOL + TERMS, catalogue=rules)
    codes = [due(root, "--today", day).return_value for day in ("2026-11-27", "2026-11-28")]
    assert codes == [0, 1]


def test_for_programs(school: Path) -> None:
    rows = json.loads(due(school, "--today", "2026-12-02", "--format", "json").output)
    assert rows[0] == {
        "matter": "公开事项", "item": "I46", "name": "食堂伙食费收支", "department": "总务处", "owner": "食堂管理员", "period": "2026年10月",
        "rule": "每月", "due": "2026-11-27", "certain": True, "state": "逾期", "days": -5, "last": "2026-0001",
        "last_published": "2026-10-12",
    }  # fmt: skip
    assert {row["state"] for row in rows} == {"逾期", "空缺", "正常"}


def test_the_public_edition_owes_what_the_public_may_read(school: Path) -> None:
    rows = json.loads(due(school, "--today", "2026-12-02", "--format", "json", "--edition", "public").output)
    assert {row["item"] for row in rows} == {"I01"}


def test_one_department(school: Path) -> None:
    rows = json.loads(due(school, "--today", "2026-12-02", "--format", "json", "--department", "总务处").output)
    assert {row["department"] for row in rows} == {"总务处"}
    result = due(school, "--department", "总务科")
    assert "没有责任部门「总务科」" in str(result.exception)
    assert "总务处" in str(result.exception)


def test_a_school_that_does_not_list_its_terms(tmp_path: Path) -> None:
    told = "按学期公开的事项没有算"
    for terms, today, expected in (("", "2026-11-23", True), (TERMS, "2027-01-22", False), (TERMS, "2027-01-23", True)):
        root = make_school(tmp_path / f"{today}{len(terms)}", SEPTEMBER, school=SCHOOL + terms)
        assert (told in due(root, "--today", today).output) is expected, today


def test_a_calendar_whose_entries_keep_their_ids(school: Path, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    uids = []
    for today in ("2026-11-20", "2026-12-02"):
        said = due(school, "--today", today, "--format", "ics", "--output", str(file))
        assert "已写好" in said.output
        events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        (event,) = [one for one in events if "2026年10月）" in one["SUMMARY"] and "食堂" in one["SUMMARY"]]
        assert event.decoded("DTSTART").isoformat() == "2026-11-27"
        assert event["URL"] == "https://school.example/xwgk/catalogue/#I46"
        assert "责任部门：总务处" in event["DESCRIPTION"]
        uids.append((str(event["UID"]), int(event["SEQUENCE"])))
    assert uids[0][0] == uids[1][0]
    assert uids[0][1] < uids[1][1]


def test_many_missing_periods_are_told_of_together(tmp_path: Path) -> None:
    old = record("2026-0001", 事项="I46", 栏目="", 公布日期="2026-01-12", 期号="2025-12", 公开范围="家长")
    root = make_school(tmp_path, old, school=SCHOOL, catalogue=CATALOGUE)
    said = due(root, "--today", "2026-12-02").output
    assert "食堂伙食费收支：从 2026年1月 起有 7 期没有公开" in said
    assert len(re.findall(r"逾期 \d+ 天 .*食堂伙食费收支（", said)) == 3


def test_the_example_school(tmp_path: Path) -> None:
    said = due(PROJECT, "--today", DAY.isoformat())
    assert said.return_value == 1
    for words in ("逾期", "将到期", "空缺", "复核：", "征求意见结果：", "答复意见：", "答复申请："):
        assert words in said.output


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-12-03", "将到期，还有 1 天"),
        ("2026-12-04", "将到期，今天到期"),
        ("2026-12-05", "逾期 1 天"),
        ("2026-12-19", ""),
    ],
)
def test_reports_to_a_meeting_are_counted_back_from_it(tmp_path: Path, today: str, words: str) -> None:
    """14 days before a meeting on 18 December is 4 December; who has signed need not be reminded of."""
    report = record("2026-0009", 标题="年度计划执行情况", 事项="I16", 栏目="", 公布日期="2026-12-10", 会议日期="2026-12-18",
                    概述="完成九成", 草稿="是", 审签="[{角色: 教职工代表, 姓名: 江某某, 日期: 2026-12-01}]")  # fmt: skip
    said = due(make_school(tmp_path, report), "--today", today).output
    lines = [line for line in said.splitlines() if "会议报告：年度计划执行情况" in line]
    assert ["".join(line.split("  ")[1:2]) for line in lines] == ([words] if words else [])
    assert all("送监督小组（2026-12-18 的会议提前 14天），2026-12-04 前送到" in line for line in lines)
    assert "会议报告" not in due(tmp_path, "--today", today, "--edition", "public").output


def test_a_list_for_an_issue_pings_nobody(tmp_path: Path) -> None:
    asks = record("2026-0002", 标题="'@all [看](https://evil.example) #3'", 复核日期="2026-12-01", 责任部门="'# @总务'")
    root = make_school(tmp_path, SEPTEMBER, asks, school=SCHOOL + TERMS, catalogue=CATALOGUE)
    said = due(root, "--today", "2026-12-02", "--format", "markdown").output
    assert said.startswith("## 应公开的事项，2026年12月2日\n\n**逾期 2，将到期 0，空缺 2，60 天内还有 ")
    assert (
        "### ＃ ＠总务\n\n- **逾期 1 天**：2026-0002 复核：＠all ［看］(https：//evil.example) ＃3，2026-12-01 前复核\n"
        in said
    )
    assert "- **逾期 5 天**：I46 食堂伙食费收支（2026年10月），2026-11-27 前公开" in said
    assert "\n带 ＊ 的日子" in said
    assert "@" not in said


def test_a_long_list_for_an_issue_is_cut(tmp_path: Path) -> None:
    many = [record(f"2026-{number:04}", 复核日期="2026-12-01") for number in range(2, 252)]
    said = due(make_school(tmp_path, *many), "--today", "2026-12-02", "--format", "markdown").output
    assert len(said) < 65_000
    assert "行，没有列出；运行 disclosure due 看" in said
