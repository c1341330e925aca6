"""Interests (关注) that lead nowhere, twice, or to addresses that cannot be: told with line and advice."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.errors.problem import Problem, SetupError
from disclosure.reading.load import read_setup
from sample import SCHOOL, make_school

CATALOGUE = "事项:\n  - {编号: X01, 名称: 食堂收支, 栏目: other/finance, 时限: 20个工作日}\n"


def problems_of(interests: str, root: Path) -> list[Problem]:
    make_school(root, school=f"{SCHOOL}关注:\n{interests}", catalogue=CATALOGUE)
    with pytest.raises(SetupError) as caught:
        read_setup(root)
    assert all(str(problem.path) == "data/school.yml" for problem in caught.value.problems)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("interests", "code", "line", "words"),
    [
        ("  - {标识: a, 名称: 甲, 栏目: [收费招生]}\n", "C103", 4, ("甲", "收费招生", "不在公开目录里")),
        ("  - {标识: a, 名称: 甲, 栏目: [招生收废]}\n", "C103", 4, ("是不是想写「招生收费」？",)),
        ("  - {标识: a, 名称: 甲, 事项: [X09]}\n", "C102", 4, ("X09",)),
        ("  - {标识: a, 名称: 甲, 事项: [食堂收之]}\n", "C102", 4, ("是不是想写「食堂收支」？",)),
        ("  - {标识: a, 名称: 甲, 栏目: [其他]}\n  - {标识: a, 名称: 乙, 栏目: [其他]}\n", "R105", 5, ("第 4 行",)),
        ("  - {标识: a, 名称: 甲}\n", "R109", 4, ("没有写栏目", "栏目: [招生收费]")),
        ("  - {标识: a, 名称: 甲, 栏目: []}\n", "R109", 4, ("没有写栏目",)),
        ("  - {标识: 家长, 名称: 甲, 栏目: [其他]}\n", "R109", 4, ("「家长」不能作关注的标识", "小写字母")),
        ("  - {标识: ../a, 名称: 甲, 栏目: [其他]}\n", "R109", 4, ("../a",)),
        ("  - {标识: A, 名称: 甲, 栏目: [其他]}\n", "R109", 4, ("「A」",)),
        ("  - {标识: a.atom, 名称: 甲, 栏目: [其他]}\n", "R109", 4, ("a.atom",)),
        (f"  - {{标识: {'a' * 41}, 名称: 甲, 栏目: [其他]}}\n", "R109", 4, ("最多 40",)),
        ("  - {名称: 甲, 栏目: [其他]}\n", "R108", 4, ("标识",)),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    interests: str, code: str, line: int, words: tuple[str, ...], tmp_path: Path
) -> None:
    (found,) = problems_of(interests, tmp_path)
    assert (found.code, found.line) == (code, line)
    for word in words:
        assert word in found.message + found.hint


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = "  - {标识: a, 名称: 甲, 栏目: [子虚, 其他], 事项: [乌有]}\n  - {标识: a, 名称: 乙, 栏目: [子虚]}\n"
    assert [problem.code for problem in problems_of(text, tmp_path)] == ["C102", "C103", "C103", "R105"]


def test_every_spelling_leads_to_the_same_place(tmp_path: Path) -> None:
    text = "关注: [{标识: a, 名称: 甲, 栏目: [财务, 其他/财务, other/finance], 事项: [食堂收支, X01]}]\n"
    (interest,) = read_setup(make_school(tmp_path, school=SCHOOL + text, catalogue=CATALOGUE)).school.interests
    assert (interest.columns, interest.items) == (("other/finance",), ("X01",))
