"""F101-F107: elements, forbidden charges, old numbers, settlements and terms. The folders show the usual cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.errors.problem import Severity
from sample import SCHOOL, make_school, problems_of, record

REACHED = SCHOOL + "phones: {supervision: 0000-5550102}\n"
TERMS = (
    REACHED
    + """\
terms:
  - {name: 2025-2026学年第二学期, start: 2026-03-02, end: 2026-07-10}
  - {name: 2026-2027学年第一学期, start: 2026-09-01, end: 2027-01-22}
"""
)
CATALOGUE = """\
items:
  - {id: X01, name: 标准, column: other, publish_within: 5天, kind: 收费, due: [每学期开学前]}
  - {id: X02, name: 结算, column: other, publish_within: 10天, settles: X01}
  - {id: X03, name: 另一种结算, column: other, publish_within: 30天, settles: X01}
  - {id: X04, name: 活动收费, column: other, publish_within: 5天, kind: 收费}
  - {id: X05, name: 课程安排, column: other, publish_within: 5天, due: [每学期开学前]}
"""


def fee(name: str = "代办费", standard: str = "300元", unit: str = "每人", **more: str) -> str:
    """One line of 收费 with all its elements; an element set to '' is left out."""
    given = {"项目": name, "标准": standard, "计费单位": unit, "依据": "甲", "批准机关": "乙", "范围": "丙"} | more
    return "{" + ", ".join(f"{key}: {text}" for key, text in given.items() if text) + "}"


def written(number: str, item: str, *fees: str, **fields: str) -> str:
    charges = {"收费": f"[{', '.join(fees)}]"} if fees else {}
    return record(number, **({"事项": item, "栏目": "", "公布日期": "2026-02-26"} | charges | fields))


def codes(
    folder: Path, *records: str, school: str = TERMS, today: str = "2026-03-20", catalogue: str = CATALOGUE
) -> list[str]:
    root = make_school(folder, *records, school=school, catalogue=catalogue)
    return [problem.code for problem in problems_of(root, date.fromisoformat(today))]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        (fee(), ""),
        (fee(批准机关="", 文号="丁"), ""),
        (fee(依据="", 批准机关="", 文号="丁"), ""),
        (fee(依据=""), "依据"),
        (fee(批准机关=""), "批准机关或文号"),
        (fee(范围=""), "范围"),
        (fee(依据="", 批准机关="", 范围=""), "依据、批准机关或文号、范围"),
        (fee(standard="0元", 依据="", 范围=""), ""),
        (fee(standard="免费", 依据="", 范围=""), ""),
        (fee(standard="按实结算", 范围=""), "范围"),
    ],
)
def test_the_elements_of_a_charge(line: str, missing: str, tmp_path: Path) -> None:
    found = problems_of(make_school(tmp_path, record(收费=f"[{line}]"), school=REACHED))
    assert [problem.message for problem in found] == ([f"「代办费」缺少{missing}"] if missing else [])


def test_each_line_that_lacks_something_is_told_in_its_place(tmp_path: Path) -> None:
    lines = ["收费:", f"  - {fee('甲费', 范围='')}", f"  - {fee('乙费')}", f"  - {fee('丙费', 依据='')}"]
    text = record().replace("责任部门", "\n".join(lines) + "\n责任部门")
    found = problems_of(make_school(tmp_path, text, school=REACHED))
    assert [text.splitlines()[problem.line - 1] for problem in found] == [lines[1], lines[3]]


@pytest.mark.parametrize(
    ("school", "fields", "expected"),
    [
        (SCHOOL, {}, ["F101"]),
        (SCHOOL, {"监督电话": "0000-5550102"}, []),
        (SCHOOL + "phones: {office: 0000-5550101}\n", {}, ["F101"]),
        (SCHOOL + "phones: {supervision: 0000-5550102}\n", {}, []),
        (SCHOOL + "phones: {authority: 0000-5550199}\n", {}, []),
        (SCHOOL, {"草稿": "是"}, []),
    ],
)
def test_somewhere_there_is_a_hotline(school: str, fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    records = [record(number, 收费=f"[{fee()}]", **fields) for number in ("2026-0001", "2026-0002")]
    found = problems_of(make_school(tmp_path, *records, school=school))
    assert [problem.code for problem in found] == expected
    assert all(str(problem.path) == "data/school.yml" and "2 条" in problem.message for problem in found)


@pytest.mark.parametrize(
    ("name", "standard", "expected"),
    [
        ("试卷费", "30元", ["F102"]),
        ("讲义资料费", "30元", ["F102"]),
        ("冬季取暖费", "按实结算", ["F102"]),
        ("饮水费", "0元", []),
        ("饮水费", "免收", []),
        ("免收讲义费", "30元", []),
        ("不收试卷费", "30元", []),
        ("退保安费", "30元", []),
        ("伙食费", "15元", []),
    ],
)
def test_what_may_not_be_charged(name: str, standard: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, record(收费=f"[{fee(name, standard)}]")) == expected


@pytest.mark.parametrize(("words", "expected"), [("[校车]", ["F102"]), ("[讲义]", []), ("校车、讲义", ["F102"])])
def test_a_school_has_its_own_list(words: str, expected: list[str], tmp_path: Path) -> None:
    own = f"forbidden_charges: {words}\n"
    assert codes(tmp_path, record(收费=f"[{fee('校车费')}]"), catalogue=CATALOGUE + own) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"监督电话": "12358"}, ["F103"]),
        ({"监督电话": "12315"}, []),
        ({"监督电话": "0000-12358"}, []),
        ({"监督电话": "1235800"}, []),
        ({"概述": "举报电话：12358。"}, ["F103"]),
        ({"概述": "举报电话 12315（原 12358）。"}, []),
        ({"收费": f"[{fee(减免='咨询 12358')}]"}, ["F103"]),
        ({"监督电话": "12358", "概述": "举报电话 12358。"}, ["F103"]),
        ({"监督电话": "12358", "草稿": "是"}, []),
        ({"body": "举报电话 12358。"}, []),
    ],
)
def test_the_old_number(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, record(**fields)) == expected


STANDARD = {"关联": "春"}
OVER = "2026-07-20"


@pytest.mark.parametrize(
    ("standard", "settled", "expected"),
    [
        (fee(), fee(standard="299.99元"), []),
        (fee(), fee(standard="300元"), []),
        (fee(), fee(standard="300.01元"), ["F104"]),
        (fee("代办费"), fee("代 办", "320元"), ["F104"]),
        (fee(unit="每生"), fee(standard="320元", unit="元/人"), ["F104"]),
        (fee(), fee("研学", "320元"), []),
        (fee(), fee(standard="320元", unit="全校"), []),
        (fee(standard="按实结算"), fee(standard="320元"), []),
        (fee(), fee(standard="按实结算"), []),
        (f"{fee()}, {fee(standard='350元', 范围='初中')}", fee(standard="320元"), []),
        (f"{fee()}, {fee('研学', '60元')}", f"{fee(standard='301元')}, {fee('研学', '61元')}", ["F104", "F104"]),
    ],
)
def test_a_settlement_beside_its_standard(standard: str, settled: str, expected: list[str], tmp_path: Path) -> None:
    one = written("2026-0001", "X01", standard, **STANDARD)
    two = written("2026-0002", "X02", settled, 公布日期="2026-07-09", **STANDARD)
    assert codes(tmp_path, one, two, today=OVER) == expected


def test_what_goes_beyond_the_standard_is_an_error_in_its_line(tmp_path: Path) -> None:
    one = written("2026-0001", "X01", fee(), **STANDARD)
    lines = ["收费:", f"  - {fee('研学')}", f"  - {fee(standard='320.50元')}"]
    two = written("2026-0002", "X02", 公布日期="2026-07-09", **STANDARD)
    two = two.replace("责任部门", "\n".join(lines) + "\n责任部门")
    (found,) = problems_of(make_school(tmp_path, one, two, school=TERMS, catalogue=CATALOGUE), date(2026, 7, 20))
    assert (found.code, found.severity) == ("F104", Severity.ERROR)
    assert two.splitlines()[found.line - 1] == lines[2]
    assert "320.5 元" in found.message and "300 元" in found.message and "20.5 元" in found.hint


def test_the_standard_that_was_replaced_does_not_count(tmp_path: Path) -> None:
    old = written("2026-0001", "X01", fee(standard="400元"), **STANDARD)
    new = written("2026-0002", "X01", fee(), 更正="2026-0001", **STANDARD)
    settled = written("2026-0003", "X02", fee(standard="320元"), 公布日期="2026-07-09", **STANDARD)
    assert codes(tmp_path, old, new, settled, today=OVER) == ["F104"]


@pytest.mark.parametrize(
    ("standard", "settlement", "expected"),
    [
        ({}, {}, []),
        ({}, {"关联": ""}, ["F107"]),
        ({}, {"关联": "秋"}, ["F107"]),
        ({"关联": ""}, {}, ["F107"]),
        ({"事项": "X04"}, {}, []),
        ({"事项": "X05"}, {}, ["F107"]),
        ({"草稿": "是"}, {}, ["F107"]),
        ({"撤销": "{日期: 2026-03-02, 理由: 有误, 批准: 校长办公会}"}, {}, ["F107"]),
        ({}, {"关联": "", "草稿": "是"}, ["F105"]),
        ({}, {"事项": "X03"}, []),
    ],
)
def test_standard_and_settlement_find_each_other(
    standard: dict[str, str], settlement: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    one = written("2026-0001", "X01", fee(), **(STANDARD | standard))
    two = written("2026-0002", **({"item": "X02", "公布日期": "2026-07-09"} | STANDARD | settlement))
    assert codes(tmp_path, one, two, today="2026-08-20") == expected


def test_a_school_that_publishes_no_standards_need_not_refer_to_them(tmp_path: Path) -> None:
    two = written("2026-0002", "X02", 公布日期="2026-07-09")
    assert codes(tmp_path, two, today=OVER, catalogue=CATALOGUE.replace("{id: X01", "{enabled: 否, id: X01")) == []


@pytest.mark.parametrize(
    ("today", "fields", "expected"),
    [
        ("2026-07-10", {}, []),
        ("2026-08-09", {}, []),
        ("2026-08-10", {}, ["F105"]),
        ("2026-08-10", {"期号": "2026-2027学年第一学期"}, []),
        ("2026-08-10", {"期号": "2020-2021学年第一学期"}, []),
        ("2026-08-10", {"期号": "2026年第1期"}, ["F105"]),
        ("2026-08-10", {"公布日期": "2025-12-31"}, []),
        ("2026-08-10", {"公布日期": "2026-01-01"}, ["F105"]),
        ("2026-08-10", {"公布日期": "2026-07-10"}, ["F105"]),
        ("2026-08-10", {"公布日期": "2026-07-11"}, []),
        ("2026-08-10", {"草稿": "是"}, []),
        ("2026-08-10", {"关联": ""}, ["F105"]),
    ],
)
def test_the_slowest_of_two_settlements_decides_when_a_term_is_late(
    today: str, fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, written("2026-0001", "X01", fee(), **(STANDARD | fields)), today=today) == expected


def test_the_finding_names_the_term_its_end_and_how_long_there_was(tmp_path: Path) -> None:
    text = written("2026-0001", "X01", fee(), **STANDARD)
    (found,) = problems_of(make_school(tmp_path, text, school=TERMS, catalogue=CATALOGUE), date(2026, 8, 10))
    for word in ("2025-2026学年第二学期", "2026-07-10", "30天", "结算", "另一种结算"):
        assert word in found.message
    assert "关联: 春" in found.hint


def test_each_standard_of_a_term_needs_its_own_settlement(tmp_path: Path) -> None:
    one, other = (written(f"2026-000{n}", "X01", fee(), 关联=series) for n, series in ((1, "春甲"), (2, "春乙")))
    settled = written("2026-0003", "X02", 公布日期="2026-07-09", 关联="春甲")
    root = make_school(tmp_path, one, other, settled, school=TERMS, catalogue=CATALOGUE)
    found = problems_of(root, date(2026, 8, 20))
    assert [(problem.code, problem.path.stem) for problem in found] == [("F105", "b")]


AUTUMN = {"期号": "2026-2027学年第一学期"}


@pytest.mark.parametrize(
    ("published", "today", "fields", "expected"),
    [
        ("2026-08-31", "2026-09-20", AUTUMN, []),
        ("2026-09-01", "2026-09-20", AUTUMN, []),
        ("2026-09-02", "2026-09-20", AUTUMN, ["F106"]),
        ("2026-09-02", "2026-09-20", {}, ["F106"]),
        ("2026-09-02", "2026-08-20", AUTUMN, ["F106"]),
        ("2026-09-02", "2027-01-22", AUTUMN, ["F106"]),
        ("2026-09-02", "2027-01-23", AUTUMN, []),
        ("2026-09-02", "2026-09-20", AUTUMN | {"草稿": "是"}, []),
        ("2026-09-02", "2026-09-20", AUTUMN | {"事项": "X04"}, []),
        ("2026-09-02", "2026-09-20", AUTUMN | {"事项": "X05"}, []),
    ],
)
def test_before_the_term_begins(
    published: str, today: str, fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    text = written("2026-0001", **({"item": "X01", "公布日期": published} | fields))
    assert codes(tmp_path, text, today=today) == expected


@pytest.mark.parametrize(
    ("last", "now", "today", "expected"),
    [
        ({}, None, "2026-08-31", []),
        ({}, None, "2026-09-01", ["F106"]),
        ({}, None, "2027-01-22", ["F106"]),
        ({}, None, "2027-01-23", []),
        ({}, {"草稿": "是"}, "2026-09-01", ["F106"]),
        ({}, {}, "2026-09-01", []),
        ({"期号": "2025-2026学年"}, None, "2026-09-01", []),
        ({"期号": "2025-2026学年", "截止日期": "2026-08-31"}, None, "2026-09-01", ["F106"]),
        ({"期号": "2025-2026学年", "截止日期": "2026-09-01"}, None, "2026-09-01", []),
        ({"公布日期": "2025-09-01", "期号": ""}, None, "2026-09-01", []),
        (None, None, "2026-09-01", []),
    ],
)
def test_what_was_published_last_term_is_missed_this_term(
    last: dict[str, str] | None, now: dict[str, str] | None, today: str, expected: list[str], tmp_path: Path
) -> None:
    records = []
    if last is not None:
        records.append(written("2026-0001", **({"item": "X01", "期号": "2025-2026学年第二学期"} | last)))
    if now is not None:
        records.append(written("2026-0002", **({"item": "X01", "公布日期": "2026-08-28"} | AUTUMN | now)))
    without_settlements = CATALOGUE.replace("{id: X02", "{enabled: 否, id: X02").replace(
        "{id: X03", "{enabled: 否, id: X03"
    )
    assert codes(tmp_path, *records, today=today, catalogue=without_settlements) == expected


@pytest.mark.parametrize(("published", "expected"), [("2026-08-28", []), ("2026-09-01", []), ("2026-09-02", ["F106"])])
def test_a_record_for_the_whole_year_covers_a_late_one(published: str, expected: list[str], tmp_path: Path) -> None:
    year = written("2026-0001", "X01", 公布日期=published, 期号="2026-2027学年")
    more = written("2026-0002", "X01", 公布日期="2026-09-10", **AUTUMN)
    assert codes(tmp_path, year, more, today="2026-09-20") == expected


def test_a_school_without_terms_hears_nothing_of_them(tmp_path: Path) -> None:
    text = written("2026-0001", "X01", fee(), 公布日期="2026-09-02", **STANDARD)
    assert codes(tmp_path, text, today="2027-09-01", school=REACHED) == []
