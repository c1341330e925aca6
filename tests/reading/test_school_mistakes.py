"""Mistakes in data/school.yml, with file and line: without a school there is no site."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.errors.problem import SetupError
from disclosure.reading.school import read_school

SHORTEST = "name: 示例实验学校\nsite_url: https://school.example/\n"
WRONG = [
    (SHORTEST + "severities: {R107: off}\n", "R109", 3),
    (SHORTEST + "severities:\n  L101: warning\n  A103: hint\n", "R109", 5),
    (SHORTEST + "warn_days: 367\n", "R109", 3),
    ("name: 甲\nsite_url: 'http://[::1'\n", "R109", 2),
    ("", "R108", 1),
    ("name: 甲\n", "R108", 1),
    ("# 资料\n\nname:\nsite_url: https://school.example/\n", "R108", 3),
    ("name: 甲\nsite_url: school.example\n", "R109", 2),
    ("name: 甲\nsite_url: ftp://school.example/\n", "R109", 2),
    ("name: 甲\nsite_url: https:///xwgk/\n", "R109", 2),
    (SHORTEST + "名称: 乙\n", "R105", 3),
    (SHORTEST + "name: 乙\n", "R105", 3),
    (SHORTEST + "校训: 乙\n", "R107", 3),
    (SHORTEST + "warn_days: 0\n", "R109", 3),
    (SHORTEST + "attachment_limit: 20MB\n", "R109", 3),
    (SHORTEST + "severities: {L999: error}\n", "R109", 3),
    (SHORTEST + "severities:\n  A102: error\n  L104: 错误\n", "R109", 5),
    (SHORTEST + "severities: off\n", "R109", 3),
    (SHORTEST + "editions:\n  public: [社会]\n  internal: [老师]\n", "R109", 5),
    (SHORTEST + "phones: 0000-5550101\n", "R109", 3),
    (SHORTEST + "terms:\n  - {name: 甲, start: 2026-09-01}\n", "R108", 4),
    (SHORTEST + "terms:\n  - {name: 甲, start: 2026-09-01, end: 一月}\n", "R109", 4),
    (SHORTEST + "groups:\n  a:\n    name: 甲\n    terms:\n      - {start: 2026-09-01, end: 2027-08-31}\n", "R108", 7),
    (SHORTEST + "groups:\n  a: {duties: 乙}\n", "R108", 4),
    (SHORTEST + "interests: [{id: a, 名字: 甲}]\n", "R107", 3),
    (SHORTEST + "guide: &a {office: 甲}\n", "R106", 3),
    ("名称\uff1a甲\n网址: https://school.example/\n", "R104", 1),
    ("- 甲\n", "R109", 1),
]


def refused(text: str, root: Path) -> list[tuple[str, int]]:
    path = root / "data/school.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    with pytest.raises(SetupError) as caught:
        read_school(path, root=root)
    assert all(str(problem.path) == "data/school.yml" and problem.hint for problem in caught.value.problems)
    return [(problem.code, problem.line) for problem in caught.value.problems]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_a_mistake_is_told_with_file_and_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    assert (code, line) in refused(text, tmp_path)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    assert refused("site_url: 甲\nwarn_days: 乙\n校训: 丙\n", tmp_path) == [
        ("R108", 1),
        ("R109", 1),
        ("R109", 2),
        ("R107", 3),
    ]


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        read_school(tmp_path / "data/school.yml", root=tmp_path)
    assert [(p.code, str(p.path), p.line) for p in caught.value.problems] == [("C101", "data/school.yml", 0)]
