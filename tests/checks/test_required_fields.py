"""C105: a record gives what its item requires; drafts and records without an item need not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.errors.problem import Severity
from sample import SCHOOL, codes_of, make_school, problems_of, record


def catalogue(*required: str) -> str:
    """A catalogue whose item X01 requires some keys."""
    keys = "、".join(required)
    return f"事项:\n  - {{编号: X01, 名称: 校车收费, 栏目: admissions-fees, 时限: 20个工作日, 必填: {keys}}}\n"


def missing(folder: Path, required: tuple[str, ...], **fields: str) -> list[str]:
    """Words that are asked for."""
    root = make_school(folder, record(**({"栏目": "", "事项": "X01"} | fields)), catalogue=catalogue(*required))
    found = problems_of(root)
    assert {problem.code for problem in found} <= {"C105"}
    return [problem.message.split("「")[2].rstrip("」") for problem in found]


@pytest.mark.parametrize(
    ("required", "fields", "expected"),
    [
        (("概述",), {}, ["概述"]),
        (("概述",), {"概述": "秋季收费。"}, []),
        (("概述", "责任人"), {}, ["概述", "责任人"]),
        (("概述", "责任人"), {"责任人": "总务主任"}, ["概述"]),
        (("概述", "责任人"), {"责任人": "总务主任", "概述": "秋季收费。"}, []),
        (("概述",), {"草稿": "是"}, []),
        (("金额",), {}, ["金额"]),
        (("金额",), {"金额": "0元"}, []),
        (("概述",), {"草稿": "否"}, ["概述"]),
        (("概述",), {"公布日期": "2027-01-01"}, ["概述"]),
        (("概述",), {"公开范围": "教职工"}, ["概述"]),
        (("概述",), {"事项": "校车收费"}, ["概述"]),
        (("概述",), {"事项": "X01", "栏目": "其他/财务"}, ["概述"]),
        (("概述",), {"事项": "", "栏目": "招生收费"}, []),
        (("概述",), {"事项": "I05"}, []),
        (("审签",), {"审签": "[{角色: 校长, 姓名: 沈某某, 日期: 2026-08-28}]"}, []),
        (("附件",), {}, ["附件"]),
        (("金额",), {"金额": "0.01元"}, []),
    ],
)
def test_what_is_missing(
    required: tuple[str, ...], fields: dict[str, str], expected: list[str], tmp_path: Path
) -> None:
    assert missing(tmp_path, required, **fields) == expected


@pytest.mark.parametrize(
    ("required", "fields", "expected"),
    [
        (("expiry",), {}, ["公示期或截止日期"]),
        (("expiry",), {"截止日期": "长期"}, ["公示期或截止日期"]),
        (("expiry",), {"截止日期": "2026-09-15"}, []),
        (("expiry",), {"公示期": "15天"}, []),
        (("截止日期",), {}, ["截止日期"]),
        (("截止日期",), {"截止日期": "长期"}, []),
        (("截止日期",), {"截止日期": "2026-09-15"}, []),
        (("公示期",), {"截止日期": "2026-09-15"}, ["公示期"]),
        (("公示期",), {"公示期": "15天"}, []),
    ],
)
def test_ends_of_notice(required: tuple[str, ...], fields: dict[str, str], expected: list[str], tmp_path: Path) -> None:
    assert missing(tmp_path, required, **fields) == expected


@pytest.mark.parametrize(("listed", "expected"), [("", []), ("附件: [a.pdf]\n", []), ("附件: []\n", ["A102", "C105"])])
def test_files_in_the_folder_are_attachments_unless_the_list_says_otherwise(
    listed: str, expected: list[str], tmp_path: Path
) -> None:
    root = make_school(tmp_path, catalogue=catalogue("附件"))
    (root / "data/records/a").mkdir()
    (root / "data/records/a/a.pdf").write_text("预算")
    text = record(栏目="", 事项="X01").replace("责任部门", listed + "责任部门")
    (root / "data/records/a/index.md").write_text(text)
    assert sorted(codes_of(root)) == expected


def test_the_finding_stands_at_the_item_and_is_a_warning(tmp_path: Path) -> None:
    text = record(栏目="", 事项="X01")
    (found,) = problems_of(make_school(tmp_path, text, catalogue=catalogue("概述")))
    assert text.splitlines()[found.line - 1] == "事项: X01"
    assert "校车收费" in found.message
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(("severity", "expected"), [("error", ["C105"]), ("hint", ["C105"]), ("off", [])])
def test_a_school_decides_how_strict_it_is(severity: str, expected: list[str], tmp_path: Path) -> None:
    school = SCHOOL + f"severities: {{C105: {severity}}}\n"
    root = make_school(tmp_path, record(栏目="", 事项="X01"), catalogue=catalogue("概述"), school=school)
    found = problems_of(root, date(2026, 9, 1))
    assert [(problem.code, problem.severity.value) for problem in found] == [(code, severity) for code in expected]
