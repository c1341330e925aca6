"""S101-S108: who signed, when, in which role, and which body agreed. The folders show the usual cases, this the edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.errors.problem import Severity
from sample import SCHOOL, make_school, problems_of, record

ROSTERS = (
    SCHOOL
    + """\
phones: {supervision: 0000-5550102}
groups:
  leading:
    name: 校务公开领导小组
    terms: [{start: 2025-09-01, end: 2028-08-31, members: [{name: 沈某某, role: 组长（校长）}, {name: 许某某, role: 副组长（副校长）}]}]
  supervision:
    name: 校务公开监督小组
    terms:
      - {start: 2022-09-01, end: 2026-08-31, members: [{name: 祝某某, role: 组长}]}
      - {start: 2026-09-01, end: 2028-08-31, members: [{name: 程某某, role: 组长（工会主席）}, {name: 齐某, role: 成员}]}
"""
)
CATALOGUE = """\
items:
  - {id: X01, name: 验收, column: other, publish_within: 5天, signoffs: [监督小组, 校长]}
  - {id: X02, name: 收支, column: other, publish_within: 5天, kind: 财务, signoffs: [监督小组全体]}
  - {id: X03, name: 采购, column: other, publish_within: 5天, thresholds: [{amount: 1万元, body: 校务委员会}, {amount: 5万元, body: 教代会}]}
  - {id: X04, name: 报告, column: other, publish_within: 5天, leads: [{role: 监督小组, span: 14天}, {role: 教职工代表, span: 5个工作日}]}
  - {id: X05, name: 停用, column: other, publish_within: 5天, enabled: 否, signoffs: [校长]}
"""


def signed(*signoffs: tuple[str, str, str]) -> str:
    """审签 in one line, from role, name and day."""
    return "[" + ", ".join(f"{{角色: {role}, 姓名: {name}, 日期: {day}}}" for role, name, day in signoffs) + "]"


def written(item: str, *signoffs: tuple[str, str, str], **fields: str) -> str:
    signatures = {"审签": signed(*signoffs)} if signoffs else {}
    return record(**({"事项": item, "栏目": "", "公布日期": "2026-09-11"} | signatures | fields))


def codes(folder: Path, *records: str, school: str = ROSTERS) -> list[str]:
    return [problem.code for problem in problems_of(make_school(folder, *records, school=school, catalogue=CATALOGUE))]


WATCH = ("监督小组", "程某某", "2026-09-09")
HEAD = ("校长", "沈某某", "2026-09-10")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, ["S101"]),
        ({"草稿": "是"}, []),
        ({"公布日期": "2027-03-01"}, ["S101"]),
        ({"撤销": "{日期: 2026-11-23, 理由: 有误, 批准: 校长办公会}"}, []),
        ({"撤销": "{日期: 2026-11-24, 理由: 有误, 批准: 校长办公会}"}, ["S101"]),
        ({"事项": "X05"}, ["C107"]),
        ({"事项": "", "栏目": "其他"}, []),
    ],
)
def test_whose_sign_offs_are_missed(fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, written("X01", **fields)) == expected


def test_all_roles_that_are_missing_are_told_at_once_and_at_the_item(tmp_path: Path) -> None:
    text = written("X01")
    (found,) = problems_of(make_school(tmp_path, text, school=ROSTERS, catalogue=CATALOGUE))
    assert "监督小组、校长" in found.message and found.severity is Severity.WARNING
    assert text.splitlines()[found.line - 1] == "事项: X01"


def test_a_group_of_another_name_counts_by_its_place_in_the_school(tmp_path: Path) -> None:
    school = ROSTERS.replace("校务公开监督小组", "校务监督委员会")
    text = written("X01", ("校务监督委员会", "程某某", "2026-09-09"), HEAD)
    assert codes(tmp_path, text, school=school) == []


@pytest.mark.parametrize(
    ("signoff", "expected"),
    [
        (("监督小组", "祝某某", "2026-08-31"), []),
        (("监督小组", "祝某某", "2026-09-01"), ["S102"]),
        (("监督小组", "程某某", "2026-08-31"), ["S102"]),
        (("监督小组", "程某某", "2026-09-01"), []),
        (("监督小组", "程某某、王某某", "2026-09-01"), ["S102"]),
        (("监督小组", "第3次会议", "2026-09-01"), []),
        (("监督小组", "程某某", "2022-08-31"), ["S106"]),
        (("校长", "沈 某某", "2026-09-01"), []),
        (("校长", "许某某", "2026-09-01"), ["S102"]),
        (("副校长", "许某某", "2026-09-01"), []),
        (("副校长", "沈某某", "2026-09-01"), ["S102"]),
        (("校长", "沈某某", "2025-08-31"), ["S106"]),
        (("德育主任", "某某", "2026-09-01"), []),
        (("教代会", "某某", "2026-09-01"), []),
    ],
)
def test_the_roster_of_the_day(signoff: tuple[str, str, str], expected: list[str], tmp_path: Path) -> None:
    assert codes(tmp_path, record(公布日期="2026-09-11", 审签=signed(signoff))) == expected


def test_each_stranger_is_told_in_the_line_of_the_sign_off(tmp_path: Path) -> None:
    lines = [
        "审签:",
        "  - {角色: 监督小组, 姓名: 程某某, 日期: 2026-09-09}",
        "  - {角色: 校长, 姓名: 许某某, 日期: 2026-09-09}",
    ]
    text = record(公布日期="2026-09-11").replace("责任部门", "\n".join(lines) + "\n责任部门")
    (found,) = problems_of(make_school(tmp_path, text, school=ROSTERS))
    assert text.splitlines()[found.line - 1] == lines[2]
    assert "许某某" in found.message and "沈某某" in found.message + found.hint


def test_an_empty_office_is_told_once_a_day(tmp_path: Path) -> None:
    one, two = ("监督小组", "程某某", "2022-08-31"), ("监督小组", "齐某", "2022-08-31")
    assert codes(tmp_path, record(公布日期="2026-09-11", 审签=signed(one, two))) == ["S106"]


def test_a_group_that_never_had_members_is_empty(tmp_path: Path) -> None:
    school = SCHOOL + "groups: {meals: {name: 膳食委员会}}\n"
    text = record(审签=signed(("膳食委员会", "江某", "2026-09-01")))
    assert codes(tmp_path, text, school=school) == ["S106"]


@pytest.mark.parametrize(
    ("signoffs", "missing"),
    [
        ([WATCH, ("监督小组", "齐 某", "2026-09-09")], ""),
        ([("监督小组全体", "程某某、齐某", "2026-09-09")], ""),
        ([WATCH], "齐某"),
        ([("监督小组", "齐某", "2026-09-09")], "程某某"),
        ([("监督小组全体", "全体成员", "2026-09-09")], "程某某、齐某"),
        ([("监督小组", "程某某等2人", "2026-09-09")], "齐某"),
        ([("监督小组", "祝某某", "2026-08-31")], ""),
        ([("监督小组", "祝某某", "2026-08-31"), WATCH], "齐某"),
    ],
)
def test_finance_is_signed_by_the_whole_group_of_the_day(
    signoffs: list[tuple[str, str, str]], missing: str, tmp_path: Path
) -> None:
    found = problems_of(make_school(tmp_path, written("X02", *signoffs), school=ROSTERS, catalogue=CATALOGUE))
    assert [problem.code for problem in found] == (["S103"] if missing else [])
    assert all(f"还缺{missing}" in problem.message for problem in found)


@pytest.mark.parametrize(("signoffs", "expected"), [([HEAD], ["S101"]), ([], ["S101"])])
def test_nobody_of_the_group_is_told_once(
    signoffs: list[tuple[str, str, str]], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, written("X02", *signoffs)) == expected


def test_without_a_roster_nobody_knows_who_the_whole_group_is(tmp_path: Path) -> None:
    assert codes(tmp_path, written("X02", WATCH), school=SCHOOL) == []


@pytest.mark.parametrize(
    ("days", "fields", "expected"),
    [
        (["2026-09-10"], {}, []),
        (["2026-09-11"], {}, []),
        (["2026-09-12"], {}, ["S104"]),
        (["2026-09-12"], {"公布日期": "2026-09-11 23:59"}, ["S104"]),
        (["2026-09-12"], {"草稿": "是"}, []),
        (["2026-09-10", "2026-09-14"], {"变更": "[{日期: 2026-09-14, 说明: 补充}]"}, []),
        (["2026-09-11", "2026-09-14"], {"变更": "[{日期: 2026-09-14, 说明: 补充}]"}, []),
        (["2026-09-10", "2026-09-15"], {"变更": "[{日期: 2026-09-14, 说明: 补充}]"}, ["S104"]),
        (["2026-09-10", "2026-09-14"], {"变更": "[{日期: 2026-09-12, 说明: 甲}, {日期: 2026-09-14, 说明: 乙}]"}, []),
        (["2026-09-14"], {"变更": "[{日期: 2026-09-14, 说明: 补签}]"}, ["S104"]),
        (["2026-09-20"], {"补公开": "{日期: 2026-09-20, 理由: 遗漏}"}, []),
        (["2026-09-21"], {"补公开": "{日期: 2026-09-20, 理由: 遗漏}"}, ["S104"]),
    ],
)
def test_first_signed_then_published(
    days: list[str], fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    heads = [("校长", "沈某某", day) for day in days]
    assert codes(tmp_path, written("X01", WATCH, *heads, **fields)) == expected


def test_a_body_that_nobody_asked_for_may_agree_to_a_change(tmp_path: Path) -> None:
    congress = ("教代会", "第六届第三次会议", "2026-09-13")
    change = {"变更": "[{日期: 2026-09-14, 说明: 金额增加}]"}
    assert codes(tmp_path / "change", written("X01", WATCH, HEAD, congress, **change)) == []
    assert codes(tmp_path / "none", written("X01", WATCH, HEAD, congress)) == ["S104"]


@pytest.mark.parametrize(
    ("roles", "combined", "expected"),
    [
        (("经办", "监督小组"), "", ["S105"]),
        (("监督小组", "校务公开监督小组组长"), "", []),
        (("监督小组全体", "监督小组"), "", []),
        (("工会主席", "主席"), "", []),
        (("工会主席", "监督小组"), "", ["S105"]),
        (("工会主席", "监督小组"), "工会主席, 监督小组", []),
        (("工会主席", "监督小组"), "工会主席", ["S105"]),
        (("教代会", "监督小组"), "", []),
        (("教代会", "工会主席", "监督小组"), "", ["S105"]),
        (("经办", "复核", "监督小组"), "", ["S105"]),
    ],
)
def test_one_person_in_two_roles(roles: tuple[str, ...], combined: str, expected: list[str], tmp_path: Path) -> None:
    school = ROSTERS + (f"combined_roles: [{combined}]\n" if combined else "")
    text = record(公布日期="2026-09-11", 审签=signed(*((role, "程某某", "2026-09-09") for role in roles)))
    assert codes(tmp_path, text, school=school) == expected


def test_the_line_that_is_offered_lets_the_roles_be_combined(tmp_path: Path) -> None:
    text = record(公布日期="2026-09-11", 审签=signed(("经办", "程某某", "2026-09-08"), WATCH))
    (found,) = problems_of(make_school(tmp_path / "told", text, school=ROSTERS))
    offered = found.hint.rpartition("data/school.yml：")[2]
    school = "".join(f"{line}\n" for line in [*SCHOOL.splitlines(), offered])
    assert "S105" not in codes(tmp_path / "mended", text, school=school)


COUNCIL, CONGRESS = ("校务会", "沈某某", "2026-06-01"), ("议题审议", "第六届教代会第三次会议", "2026-06-18")


@pytest.mark.parametrize(
    ("amount", "signoffs", "missing"),
    [
        ("9999.99元", [], []),
        ("1万元", [], ["校务委员会"]),
        ("1万元", [COUNCIL], []),
        ("1万元", [CONGRESS], ["校务委员会"]),
        ("49999.99元", [COUNCIL], []),
        ("5万元", [COUNCIL], ["教代会"]),
        ("5万元", [COUNCIL, CONGRESS], []),
        ("5万元", [], ["校务委员会", "教代会"]),
        ("1亿元", [COUNCIL, CONGRESS], []),
        ("", [], []),
    ],
)
def test_every_threshold_that_is_reached(
    amount: str, signoffs: list[tuple[str, str, str]], missing: list[str], tmp_path: Path
) -> None:
    text = written("X03", *signoffs, 金额=amount)
    found = problems_of(make_school(tmp_path, text, school=ROSTERS, catalogue=CATALOGUE))
    assert [problem.code for problem in found] == (["S107"] if missing else [])
    for problem in found:
        assert [body for body in ("校务委员会", "教代会") if f"要经{body}同意" in problem.message] == missing


def test_the_decision_of_another_matter_does_not_count(tmp_path: Path) -> None:
    decided = record("2026-0001", 公布日期="2026-09-11", 关联="2026-图书", 审签=signed(COUNCIL))
    same = written("X03", 编号="2026-0002", 金额="1万元", 关联="2026-图书")
    other = written("X03", 编号="2026-0003", 金额="1万元", 关联="2026-电脑")
    assert codes(tmp_path / "same", decided, same) == []
    assert codes(tmp_path / "other", decided, other) == ["S107"]


@pytest.mark.parametrize(
    ("amount", "people", "expected"),
    [("48000元", "96", ["S107"]), ("47999元", "96", []), ("500元", "1", ["S107"]), ("48000元", "", [])],
)
def test_thresholds_for_each_person(amount: str, people: str, expected: list[str], tmp_path: Path) -> None:
    catalogue = (
        CATALOGUE
        + "  - {id: X06, name: 福利, column: other, publish_within: 5天, thresholds: [{amount: 500元, per_person: 是, body: 教职工会议}]}\n"
    )
    text = written("X06", 金额=amount, 人数=people)
    found = problems_of(make_school(tmp_path, text, school=ROSTERS, catalogue=catalogue))
    assert [problem.code for problem in found] == expected


@pytest.mark.parametrize(
    ("group", "delegates", "expected"),
    [
        ("2026-09-24", "2026-09-23", []),
        ("2026-09-24", "2026-09-24", ["S108"]),
        ("2026-09-25", "2026-09-23", ["S108"]),
        ("2026-09-25", "2026-09-28", ["S108", "S108"]),
        ("", "2026-09-23", ["S108"]),
        ("", "", ["S108", "S108"]),
    ],
)
def test_two_weeks_or_five_working_days_before_a_meeting(
    group: str, delegates: str, expected: list[str], tmp_path: Path
) -> None:
    """Working days before 8 October 2026: 30, 29, 28, 24 and 23 September; 25 to 27 are days off."""
    signoffs = [("监督小组", "程某某", group)] * bool(group) + [("职工代表", "江某", delegates)] * bool(delegates)
    text = written("X04", *signoffs, 公布日期="2026-10-12", 会议日期="2026-10-08")
    assert codes(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"环节": "会前征求意见"}, ["S108"]),
        ({"环节": "提案办理"}, []),
        ({"环节": "大会报告", "草稿": "是"}, []),
        ({"事项": "X01", "环节": "大会报告"}, ["S101"]),
    ],
)
def test_a_meeting_is_missed_only_where_there_is_one(
    fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert codes(tmp_path, written("X04", **fields)) == expected
