"""What a record takes from its item, how its last day is counted, which values refuse it, and where that is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.record import Record
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.errors.problem import Problem
from disclosure.reading.load import load_library
from sample import make_school, record

CATALOGUE = """\
事项:
  - {编号: X01, 名称: 校车收费, 栏目: other/finance, 时限: 20个工作日, 范围: [家长], 到期处理: 撤下}
  - {编号: X02, 名称: 校车路线, 栏目: other, 时限: 20个工作日}
"""


def read(folder: Path, text: str) -> tuple[Record | None, list[Problem]]:
    library, problems = load_library(make_school(folder, text, catalogue=CATALOGUE))
    return next(iter(library.records.values()), None), problems


def good(folder: Path, text: str) -> Record:
    found, problems = read(folder, text)
    assert problems == []
    assert found is not None
    return found


def places(problems: list[Problem]) -> list[tuple[str, int]]:
    return [(problem.code, problem.line) for problem in problems]


@pytest.mark.parametrize("item", ["X01", "校车收费"])
def test_what_is_not_written_comes_from_the_item(item: str, tmp_path: Path) -> None:
    found = good(tmp_path, record(栏目="", 事项=item))
    assert (found.item, found.column, found.after_expiry) == ("X01", "other/finance", AfterExpiry.REMOVE)
    assert found.audience == {Audience.PARENTS}


def test_what_is_written_wins_over_the_item(tmp_path: Path) -> None:
    found = good(tmp_path, record(事项="X01", 栏目="招生收费", 公开范围="教职工", 到期处理="往期"))
    assert (found.item, found.column, found.after_expiry) == ("X01", "admissions-fees", AfterExpiry.ARCHIVE)
    assert found.audience == {Audience.STAFF}


@pytest.mark.parametrize("fields", [{"事项": ""}, {"事项": "X02", "栏目": ""}])
def test_without_an_item_or_where_it_says_nothing_a_record_is_for_everybody_and_stays(
    fields: dict[str, str], tmp_path: Path
) -> None:
    found = good(tmp_path, record(**fields))
    assert found.audience == {Audience.PUBLIC}
    assert (found.after_expiry, found.expires, found.draft) == (AfterExpiry.BANNER, None, False)
    assert (found.channels, found.attachments, found.published_time) == ((), (), None)


@pytest.mark.parametrize("written", ["其他/财务", "财务", "other/finance", "finance", "财务管理"])
def test_a_column_by_any_of_its_names(written: str, tmp_path: Path) -> None:
    assert good(tmp_path, record(栏目=written)).column == "other/finance"


@pytest.mark.parametrize(
    ("fields", "expires"),
    [
        ({"公示期": "1天"}, date(2026, 9, 1)),
        ({"公示期": "15天"}, date(2026, 9, 15)),
        ({"公示期": "30天"}, date(2026, 9, 30)),
        ({"公示期": "31天"}, date(2026, 10, 1)),
        ({"公示期": "7个工作日"}, date(2026, 9, 9)),
        ({"公示期": "1个工作日", "公布日期": "2026-09-05"}, date(2026, 9, 7)),
        ({"公示期": "1个工作日", "公布日期": "2026-09-20"}, date(2026, 9, 20)),
        ({"公示期": "7个工作日", "公布日期": "2026-09-28"}, date(2026, 10, 12)),
        ({"截止日期": "2026-09-30"}, date(2026, 9, 30)),
        ({"截止日期": "长期"}, None),
        ({"公示期": "15天", "截止日期": "2026-09-15"}, date(2026, 9, 15)),
        ({"公示期": "2天", "公布日期": "2028-02-28"}, date(2028, 2, 29)),
    ],
)
def test_the_last_day(fields: dict[str, str], expires: date | None, tmp_path: Path) -> None:
    """The day of publication counts; 2026-09-20 is a Sunday that is worked, 1 to 7 October are days off."""
    assert good(tmp_path, record(**fields)).expires == expires


@pytest.mark.parametrize("written", ["2026-09-14", "2026-09-16", "长期"])
def test_notice_period_and_another_last_day_disagree(written: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(公示期="15天", 截止日期=written))
    assert found is None
    assert places(problems) == [("D105", 8)]
    assert "2026-09-15" in problems[0].message


def test_working_days_of_an_unknown_year_are_counted_as_days_and_said_so(tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(公布日期="2090-03-01", 公示期="7个工作日"))
    assert found is not None and found.expires == date(2090, 3, 7)
    assert places(problems) == [("D106", 7)]


@pytest.mark.parametrize(("written", "draft"), [("是", True), ("true", True), ("否", False), ("", False)])
def test_a_draft(written: str, draft: bool, tmp_path: Path) -> None:
    assert good(tmp_path, record(草稿=written)).draft is draft


@pytest.mark.parametrize("record_id", ["2026-0012", "007", "1e3", "no", "A", "2026-09-01", "a" * 40, "2026-b"])
def test_a_number_stays_as_it_was_written(record_id: str, tmp_path: Path) -> None:
    assert good(tmp_path, record(record_id)).id == record_id


@pytest.mark.parametrize(
    "record_id",
    ["a" * 41, "2026_1", "2026 1", "2026-", "-1x", "2026--1", "2026.1", "../1", "1/2", "收1", "\uff12\uff10\uff12\uff16-1", "1\u20102"],
)  # fmt: skip
def test_what_is_no_number(record_id: str, tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(f'"{record_id}"'))
    assert found is None
    assert places(problems) == [("R109", 2)]


WRONG = [
    ({"标题": "null"}, "R109", 3),
    ({"栏目": "没有的栏目"}, "C103", 4),
    ({"公布日期": "九月"}, "R109", 5),
    ({"公布日期": "九月", "公示期": "15天", "截止日期": "长期"}, "R109", 5),
    ({"公布日期": "", "公示期": "15天"}, "R108", 2),
    ({"责任部门": '""'}, "R108", 6),
    ({"事项": "X99"}, "C102", 7),
    ({"公示期": "两周"}, "R109", 7),
    ({"截止日期": "永久"}, "R109", 7),
    ({"到期处理": "删除"}, "R109", 7),
    ({"公开范围": "老师"}, "R109", 7),
    ({"公开范围": "[家长, 老师]"}, "R109", 7),
    ({"公开范围": "null"}, "R109", 7),
    ({"草稿": "也许"}, "R109", 7),
    ({"金额": "58000"}, "R109", 7),
    ({"撤销": "{日期: 昨天, 理由: 甲, 批准: 乙}"}, "R109", 7),
    ({"撤销": "{日期: 2026-09-12, 理由: 甲}"}, "R108", 7),
    ({"审签": "校长"}, "R109", 7),
    ({"收费": "[{项目: 甲, 标准: 1元}]"}, "R108", 7),
    ({"变更": "[{日期: 2026-09-12}]"}, "R108", 7),
    ({"备案": "{单位: 甲, 日期: 今天}"}, "R109", 7),
    ({"替代": "[2025-0001, 2025-0002]"}, "R109", 7),
    ({"更正": "第一号"}, "R109", 7),
    ({"撤回": "{日期: 2026-09-12}"}, "R107", 7),
    ({"department": "总务处"}, "R105", 7),
]


@pytest.mark.parametrize(("fields", "code", "line"), WRONG)
def test_a_value_that_is_not_understood_is_never_treated_as_absent(
    fields: dict[str, str], code: str, line: int, tmp_path: Path
) -> None:
    found, problems = read(tmp_path, record(**fields))
    assert found is None
    assert (code, line) in places(problems)
    assert {str(problem.path) for problem in problems} == {"data/records/a.md"}


def test_a_record_needs_an_item_or_a_column(tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(栏目=""))
    assert (found, places(problems)) == (None, [("C104", 1)])


def test_a_wrong_item_is_not_told_to_be_missing(tmp_path: Path) -> None:
    _, problems = read(tmp_path, record(栏目="", 事项="校车收废"))
    assert places(problems) == [("C102", 6)] and "校车收费" in problems[0].hint


def test_mixed_languages_are_a_hint_only(tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(title="乙", 标题=""))
    assert found is not None and found.title == "乙"
    assert [(p.code, p.line, p.severity.value) for p in problems] == [("R115", 1, "hint")]


def test_a_body_that_nests_too_deeply_is_told_at_its_line(tmp_path: Path) -> None:
    found, problems = read(tmp_path, record(body="一\n\n" + ">" * 100))
    assert (found, places(problems)) == (None, [("R117", 11)])
