"""The examples of the explanations are true: the wrong one is reported with its code, the right one is in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import Problem, Severity
from sample import make_school, problems_of, record

FRONT_MATTER = [
    "R104", "R105", "R106", "R107", "R109", "R115", "C102", "C103", "C104", "C105", "D101", "D102", "D103", "D104", "D105", "D107", "D108",
    "L105", "L106", "A102", "A103", "S104", "F101", "F102", "F103", "F107", "P121", "P122", "P123",
]  # fmt: skip
"""Codes whose examples are lines of a front matter."""
BODY = ["L101", "L102", "L103", "L104"]
"""Codes whose examples are lines of a body."""
PERSONAL = ["P101", "P102", "P103", "P104", "P105", "P106", "P107", "P108", "P109", "P110", "P120"]
"""Codes whose examples are personal data in a body."""
WHOLE = ["R103", "R108"]
"""Codes whose examples are files or front matters of their own."""
TOLD = [
    "R101",
    "R102",
    "R110",
    "R111",
    "R112",
    "R113",
    "R117",
    "C101",
    "C106",
    "C107",
    "D106",
    "A101",
    "A104",
    "A105",
    "A106",
    "P111",
    "P112",
    "P113",
    "P114",
    "P124",
    "P130",
    "S101",
    "S102",
    "S103",
    "S105",
    "S106",
    "S107",
    "S108",
    "D109",
    "F104",
    "F105",
    "F106",
    "H101",
    "H102",
    "H103",
    "H110",
    "H111",
    "H112",
    "H113",
    "G101",
    "G102",
    "G103",
    "G104",
    "G105",
    "G106",
    "G107",
    "G108",
    "G109",
    "G110",
    "G111",
    "G112",
    "G113",
    "G114",
    "G115",
    "G116",
    "G117",
    "G118",
    "G119",
    "G140",
    "G141",
    "G142",
    "G143",
    "G144",
    "G150",
    "G151",
    "G152",
    "G153",
    "G154",
    "G155",
    "U101",
    "U102",
    "U103",
]
"""Codes whose examples tell of files, bytes, people, terms or years, or are no line that could stand alone."""
RIGHT = [code for code in FRONT_MATTER if code not in ("C105", "A103", "S104", "F102", "F107")]
"""The right example of C105 answers one of several reports of its item; those of the others speak of what to do."""

USUAL = {"编号": "2026-0009", "标题": "甲", "栏目": "招生收费", "公布日期": "2026-09-01", "责任部门": "总务处"}
LIST = {"事项": "X02", "公示期": "7天", "到期处理": "撤下"}
AROUND = {
    "C104": {"栏目": ""},
    "R115": {"编号": ""},
    "D104": {"事项": "X01"},
    "P121": LIST,
    "P122": LIST,
    "P123": LIST | {"公示期": ""},
}
"""Lines that an example needs around it, or that must not stand beside it."""
CATALOGUE = """\
事项:
  - {编号: X01, 名称: 校车, 栏目: other, 时限: 5天, 最短公示期: 15天}
  - {编号: X02, 名称: 名单, 栏目: other, 时限: 5天, 含个人信息: 是}
"""
_REMARK = re.compile("\uff08[^\uff09]*\uff09$")


def file_with(code: str, example: str) -> str:
    """A record that has the lines of an example in place of its own."""
    example = _REMARK.sub("", example)
    given = {re.split("[:\uff1a]", row)[0] for row in example.splitlines()}
    lines = [f"{key}: {value}" for key, value in (USUAL | AROUND.get(code, {})).items() if value and key not in given]
    return "\n".join(["---", *lines, example, "---", "", "正文", ""])


def reported(folder: Path, text: str) -> list[Problem]:
    """What is said about a record in a school that has one other, 2026-0001."""
    own = "编号: 2026-0001\n" in text
    root = make_school(folder, record("2026-0002" if own else "2026-0001"), catalogue=CATALOGUE)
    place = root / "data/records/new"
    place.mkdir()
    (place / "index.md").write_text(text)
    for name in ("甲.pdf", "乙.pdf"):
        (place / name).write_bytes(b"x")
    return [one for one in problems_of(root) if str(one.path) == "data/records/new/index.md"]


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


def test_every_code_is_in_one_of_the_lists() -> None:
    assert sorted([*FRONT_MATTER, *BODY, *PERSONAL, *WHOLE, *TOLD]) == sorted(EXPLANATIONS)


@pytest.mark.parametrize("code", FRONT_MATTER)
def test_a_wrong_line_is_reported_with_its_code(code: str, tmp_path: Path) -> None:
    assert code in codes(reported(tmp_path, file_with(code, EXPLANATIONS[code].wrong)))


@pytest.mark.parametrize("code", RIGHT)
def test_a_right_line_is_not_and_has_no_other_error(code: str, tmp_path: Path) -> None:
    problems = reported(tmp_path, file_with(code, EXPLANATIONS[code].right))
    assert code not in codes(problems)
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", BODY)
def test_a_wrong_link_is_reported_with_its_code(code: str, tmp_path: Path) -> None:
    problems = reported(tmp_path, record("2026-0009", body="一\n\n" + EXPLANATIONS[code].wrong))
    assert [(problem.code, problem.line) for problem in problems if problem.code == code] == [(code, 11)]


@pytest.mark.parametrize("code", ["L101", "L102", "L104"])
def test_a_right_link_is_not(code: str, tmp_path: Path) -> None:
    assert code not in codes(reported(tmp_path, record("2026-0009", body=EXPLANATIONS[code].right)))


@pytest.mark.parametrize("code", PERSONAL)
def test_personal_data_is_reported_with_its_code_and_what_may_stand_there_is_not(code: str, tmp_path: Path) -> None:
    one = EXPLANATIONS[code]
    fields = LIST if code == "P120" else {}
    wrong = reported(tmp_path / "wrong", record("2026-0009", body="一\n\n" + one.wrong, **fields))
    right = reported(tmp_path / "right", record("2026-0009", body="一\n\n" + one.right, **fields))
    assert code in codes(wrong)
    assert [problem for problem in right if problem.code.startswith("P1") and problem.code < "P124"] == []


def test_a_file_without_front_matter(tmp_path: Path) -> None:
    one = EXPLANATIONS["R103"]
    assert codes(reported(tmp_path / "wrong", one.wrong)) == {"R103"}
    assert "R103" not in codes(reported(tmp_path / "right", one.right))


def test_a_front_matter_with_too_little_in_it(tmp_path: Path) -> None:
    one = EXPLANATIONS["R108"]
    wrong, right = (reported(tmp_path / name, f"---\n{getattr(one, name)}\n---\n") for name in ("wrong", "right"))
    assert [problem.message for problem in wrong if problem.code == "R108"] == [
        "记录缺少「公布日期」",
        "记录缺少「标题」",
        "记录缺少「责任部门」",
    ]
    assert "R108" not in codes(right)
