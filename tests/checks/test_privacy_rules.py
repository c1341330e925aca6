"""What the school knows to be fine, what was agreed, and numbers that are masked in different places."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.privacy.digest import value_digest
from sample import SCHOOL, make_school, problems_of, record

ID = "11010519491231002X"
"""The example of GB 11643-1999."""


def codes(root: Path) -> list[str]:
    return [one.code for one in problems_of(root) if one.code.startswith("P")]


def waiver(value: str, record_id: str = "2026-0001") -> str:
    return f"[{{摘要: {value_digest(record_id, value)}, 理由: 国家标准里的示例, 核准人: 沈某某, 日期: 2026-08-28}}]"


@pytest.mark.parametrize(
    ("phones", "text", "expected"),
    [
        ("{supervision: 13800001234}", "监督电话 138-0000-1234", []),
        ("{office: [0000-5550101, 139 0000 5678]}", "办公电话 13900005678", []),
        ("{authority: 0000-5550199、13700000001}", "投诉电话 137 0000 0001", []),
        ("{supervision: 13800001234}", "监督电话 13800001235", ["P103"]),
        ("{supervision: 0000-5550102}", "监督电话 0000-5550102，12345，12315", []),
    ],
)
def test_the_schools_own_numbers_are_fine(phones: str, text: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(tmp_path, record(body=text), school=f"{SCHOOL}phones: {phones}\n")
    assert codes(root) == expected


def test_the_schools_own_addresses_are_fine(tmp_path: Path) -> None:
    school = f"{SCHOOL}mailbox: Letters2026@school.example\nguide: {{mailbox: wangsy@school.example}}\n"
    root = make_school(tmp_path, record(body="letters2026@school.example wangsy@school.example"), school=school)
    assert codes(root) == []


def test_a_waiver_counts_for_its_value_and_its_record_alone(tmp_path: Path) -> None:
    agreed = record(body=f"{ID}，13800001234", 隐私核准=waiver(ID))
    root = make_school(tmp_path, agreed, record("2026-0002", body=ID, 隐私核准=waiver(ID)))
    assert codes(root) == ["P103", "P130", "P101"]


def test_a_waiver_that_was_right_once_is_told_when_the_value_is_gone(tmp_path: Path) -> None:
    assert codes(make_school(tmp_path, record(body="每餐 15 元。", 隐私核准=waiver(ID)))) == ["P130"]


def test_a_waiver_for_what_stands_twice_counts_for_both(tmp_path: Path) -> None:
    assert codes(make_school(tmp_path, record(body=f"{ID}\n\n110105-19491231-002X", 隐私核准=waiver(ID)))) == []


def test_an_attachment_that_was_looked_through_by_a_person_is_waived_too(tmp_path: Path) -> None:
    root = make_school(tmp_path)
    folder = root / "data/records/a"
    folder.mkdir()
    (folder / "旧表.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (folder / "index.md").write_text(record())
    (told,) = [one for one in problems_of(root) if one.code == "P114"]
    digest = told.hint.partition("摘要: ")[2][:12]
    (folder / "index.md").write_text(
        record(隐私核准=f"[{{摘要: {digest}, 理由: 已人工核对, 核准人: 沈某某, 日期: 2026-08-28}}]")
    )
    assert codes(root) == []


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("| 王思源 | 110105********002X |", "| 王思源 | 1101051949******** |", ["P111"]),
        ("王思源 138****1234", "王思源 1380000****", ["P111"]),
        ("| 王思源 | 110105********002X |", "| 李明远 | 1101051949******** |", []),
        ("| 王思源 | 110105********002X |", "| 王思源 | 110105********002X |", []),
        ("| 王思源 | 110105********002X |", "| 王思源 | 1101********** 002X |", []),
        ("| 王思源 | 110105********002X |", "| 王思源 | 3301062012******** |", []),
        ("110105********002X", "1101051949********", []),
        ("| 110105********002X | 王思源 |", "| 1101051949******** | 王思源 |", ["P111"]),
    ],
)
def test_two_masks_of_one_person_must_not_tell_the_number(
    here: str, there: str, expected: list[str], tmp_path: Path
) -> None:
    root = make_school(tmp_path, record(body=here), record("2026-0002", body=there))
    assert codes(root) == expected


def test_masks_are_laid_together_across_attachments(tmp_path: Path) -> None:
    root = make_school(tmp_path, record("2026-0002", body="王思源 110105********002X"))
    folder = root / "data/records/b"
    folder.mkdir()
    (folder / "index.md").write_text(record())
    (folder / "名单.csv").write_text("姓名,证件\n王思源,1101051949********\n")
    (problem,) = [one for one in problems_of(root) if one.code == "P111"]
    assert "data/records/b/名单.csv" in problem.message or str(problem.path) == "data/records/b/名单.csv"


@pytest.mark.parametrize(("severity", "expected"), [("off", []), ("hint", ["hint"]), ("warning", ["warning"])])
def test_a_school_weighs_the_codes_itself(severity: str, expected: list[str], tmp_path: Path) -> None:
    root = make_school(tmp_path, record(body=ID), school=f"{SCHOOL}severities: {{P101: {severity}}}\n")
    assert [one.severity.value for one in problems_of(root) if one.code == "P101"] == expected
