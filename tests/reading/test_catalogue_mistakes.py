"""Mistakes in catalogue.yml, each told with file and line, and addresses that no column may take."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.errors.problem import SetupError
from disclosure.reading.catalogue import read_catalogue


def refused(text: str, root: Path) -> list[tuple[str, int]]:
    path = root / "data/catalogue.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    with pytest.raises(SetupError) as caught:
        read_catalogue(path, root=root)
    assert all(str(problem.path) == "data/catalogue.yml" and problem.hint for problem in caught.value.problems)
    return [(problem.code, problem.line) for problem in caught.value.problems]


def accepted(text: str, root: Path) -> Catalogue:
    (root / "data").mkdir(exist_ok=True)
    (root / "data/catalogue.yml").write_text(text)
    return read_catalogue(root / "data/catalogue.yml", root=root)


def test_items_of_a_hidden_column_move_to_the_one_above(tmp_path: Path) -> None:
    found = accepted("栏目:\n  - {标识: other, 下级: [{标识: union, 启用: 否}]}\n", tmp_path)
    assert found.items["I64"].column == "other"
    assert "other/union" not in [column.path for column in found.walk()]


TREE = "栏目树:\n  - {标识: news, 名称: 全部公开%s}\n"
TOP = "organization, planning, regulations, admissions-fees, other"


def test_a_tree_of_ones_own_says_once_for_each_column_what_has_no_place(tmp_path: Path) -> None:
    assert set(refused(TREE % "", tmp_path)) == {("C101", 1)}
    assert len(refused(TREE % "", tmp_path)) < 20
    assert refused(TREE % ", 别名: [organization, planning, admissions-fees, other]", tmp_path) == [("C101", 1)]
    assert {item.column for item in accepted(TREE % f", 别名: [{TOP}]", tmp_path).items.values()} == {"news"}


def test_the_name_of_an_item_that_is_off_is_free(tmp_path: Path) -> None:
    text = "事项:\n  - {编号: I06, 启用: 否}\n  - {编号: X01, 名称: 校领导接待日, 栏目: other, 时限: 5天}\n"
    (tmp_path / "data").mkdir()
    (tmp_path / "data/catalogue.yml").write_text(text)
    assert read_catalogue(tmp_path / "data/catalogue.yml", root=tmp_path).item_names["校领导接待日"].id == "X01"


def test_a_catalogue_that_is_a_link_to_nowhere_is_not_taken_for_none(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/catalogue.yml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(SetupError) as caught:
        read_catalogue(tmp_path / "data/catalogue.yml", root=tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["R112"]


WRONG = [
    ("事项: []\n\n预设: 没有的\n", "R109", 3),
    ("事项:\n  - {编号: I42, 范围: []}\n", "R109", 2),
    ("事项:\n  - {编号: I42, 责任部门: 甲}\n  - {编号: I42, 责任部门: 乙}\n", "R105", 3),
    ("栏目:\n  - {标识: party, 名称: 甲}\n  - {标识: party, 名称: 乙}\n", "R105", 3),
    ("栏目:\n  - 标识: other\n    下级:\n      - {标识: archive, 名称: 甲}\n", "C101", 4),
    ("栏目:\n  - 标识: other\n    下级: [{标识: page, 名称: 甲}]\n", "C101", 3),
    ("事项:\n  - {编号: X01, 名称: 校领导接待日, 栏目: other, 时限: 5天}\n", "C101", 2),
    ("预设: 没有的\n", "R109", 1),
    ("事项:\n\n  - {编号: X01, 名称: 甲, 栏目: other}\n", "C101", 3),
    ("事项:\n  - {编号: X01, 名称: 甲, 时限: 5天}\n", "C101", 2),
    ("事项:\n  - {编号: X01, 栏目: other, 时限: 5天}\n", "C101", 2),
    ("事项:\n  - {编号: I42, 栏目: nowhere}\n", "C101", 2),
    ("事项:\n  - {名称: 甲}\n", "R108", 2),
    ("事项:\n  - {编号: I42, 部门: 甲}\n", "R107", 2),
    ("事项:\n  - {编号: I42, 范围: 老师}\n", "R109", 2),
    ("事项:\n  - 编号: I42\n    时间: 有空的时候\n", "R109", 3),
    ("事项:\n  - 编号: I42\n    时间: [每月, 每年13月1日前]\n", "R109", 3),
    ("事项:\n  - 编号: I42\n    必填: [概述, 心情]\n", "R109", 3),
    ("事项:\n  - 编号: I42\n    金额起点: [{金额: 50000, 机构: 教代会}]\n", "R109", 3),
    ("事项:\n  - 编号: I42\n    金额起点: [{金额: 5万元}]\n", "R108", 3),
    ("事项:\n  - 编号: I42\n    启用: 也许\n", "R109", 3),
    ("栏目:\n  - {名称: 党建}\n", "R108", 2),
    ("栏目:\n  - {标识: 党建}\n", "R109", 2),
    ("栏目:\n  - {标识: Party}\n", "R109", 2),
    ("栏目:\n  - {标识: a--b}\n", "R109", 2),
    ("栏目:\n  - {标识: a/b}\n", "R109", 2),
    ("栏目:\n  - {标识: party}\n  - {标识: search}\n", "C101", 3),
    ("栏目:\n  - {标识: r, 名称: 甲}\n", "C101", 2),
    ("栏目:\n  - {标识: party, 图标: 旗}\n", "R107", 2),
    ("栏目:\n  - 标识: other\n    下级:\n      - {标识: bus, 启用: 大概}\n", "R109", 4),
    ("栏目: 党建\n", "R109", 1),
    ("项目: []\n", "R107", 1),
    ("事项: []\n事项: []\n", "R105", 2),
    ("- 事项\n", "R109", 1),
]


@pytest.mark.parametrize(("text", "code", "line"), WRONG)
def test_a_mistake_is_told_with_file_and_line(text: str, code: str, line: int, tmp_path: Path) -> None:
    assert refused(text, tmp_path) == [(code, line)]


@pytest.mark.parametrize("name", ["r", "catalogue", "guide", "groups", "archive", "search", "subscribe", "screen", "accessibility",
                                  "registers", "statistics", "reports"])  # fmt: skip
def test_addresses_that_are_promised_to_other_pages_are_no_columns(name: str, tmp_path: Path) -> None:
    assert refused(f"栏目: [{{标识: {name}, 名称: 甲}}]\n", tmp_path) == [("C101", 1)]
