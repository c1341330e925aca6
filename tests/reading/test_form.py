"""A form collects every problem of a mapping: unknown, doubled, missing and wrong keys, each at its line."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest

from disclosure.reading import values
from disclosure.reading.form import Findings, Form, Key, Part, lines_of, read_form
from disclosure.reading.nodes import Mapping
from disclosure.reading.strict_yaml import parse

STEP = Form("步骤", (
    Key("name", "名称", values.text, "初审", "", required=True),
    Key("on", "日期", values.day, "2026-09-01", ""),
))  # fmt: skip
FORM = Form("表单", (
    Key("title", "标题", values.text, "收费公示", "", required=True),
    Key("limit", "上限", values.count, "7", ""),
    Part("step", "步骤", STEP, lambda found, line: (line, found), "{名称: 初审}", ""),
    Part("steps", "各步骤", STEP, lambda found, line: (line, found["name"]), "[{名称: 初审}]", "", many=True, shorthand="name"),
    Part("groups", "小组", Form("小组", (
        Key("id", "标识", values.text, "a", "", required=True), Key("name", "名称", values.text, "甲组", "", required=True),
    )), lambda found, _: (found["id"], found["name"]), "{a: {名称: 甲组}}", "", keyed=True),
))  # fmt: skip


def read(text: str) -> tuple[dict[str, Any], list[tuple[str, int, str, str]]]:
    node = parse(text)
    assert isinstance(node, Mapping)
    findings = Findings(path=PurePosixPath("data/a.yml"))
    found = read_form(node, FORM, findings)
    assert {problem.path for problem in findings.problems} <= {PurePosixPath("data/a.yml")}
    return found, [(p.code, p.line, p.message, p.hint) for p in findings.problems]


@pytest.mark.parametrize("text", ["标题: 甲\n上限: 3\n", "title: 甲\nlimit: 3\n", "上限: 3\ntitle: 甲\n"])
def test_both_languages_and_any_order(text: str) -> None:
    assert read(text) == ({"title": "甲", "limit": 3}, [])


def test_all_problems_are_found_at_once() -> None:
    found, problems = read("上限: 很多\n步聚: {名称: 甲}\n步骤: {日期: 明天}\n")
    assert [(code, line) for code, line, _, _ in problems] == [
        ("R109", 1),
        ("R107", 2),
        ("R109", 3),
        ("R108", 3),
        ("R108", 1),
    ]
    assert found == {"limit": None, "step": None}


@pytest.mark.parametrize(
    ("key", "hint"),
    [("标題", "是不是想写「标题」\uff1f"), ("tilte", "是不是想写「title」\uff1f"), ("步聚", "是不是想写「步骤」\uff1f"),
     ("Title", "是不是想写「title」\uff1f"), ("xyz", "可用的键\uff1a标题、上限、步骤、各步骤、小组")],
)  # fmt: skip
def test_an_unknown_key_is_answered_with_the_nearest(key: str, hint: str) -> None:
    assert read(f"标题: 甲\n{key}: 乙\n") == ({"title": "甲"}, [("R107", 2, f"表单没有「{key}」这个键", hint)])


def test_a_key_in_both_languages_is_written_twice() -> None:
    found, [(code, line, message, _)] = read("标题: 甲\n上限: 1\ntitle: 乙\n")
    assert (code, line) == ("R105", 3)
    assert "title" in message and "标题" in message
    assert found == {"title": "甲", "limit": 1}


@pytest.mark.parametrize(
    ("text", "line"),
    [("上限: 3\n", 1), ("\n\n上限: 3\n", 3), ("上限: 3\n标题:\n", 2), ("上限: 3\n标题: ''\n", 2), ('上限: 3\ntitle: "  "\n', 2), ("上限: 3\n标题: # 以后\n", 2)],
)  # fmt: skip
def test_a_required_key_that_is_missing_or_empty(text: str, line: int) -> None:
    found, problems = read(text)
    assert found == {"limit": 3}
    assert problems == [("R108", line, "表单缺少「标题」", "加一行\uff1a标题: 收费公示")]


def test_an_optional_key_that_is_empty_is_absent() -> None:
    assert read("标题: 甲\n上限:\n步骤: ''\n") == ({"title": "甲"}, [])


def test_a_wrong_value_names_its_key_and_shows_a_right_one() -> None:
    assert read("标题: 甲\n上限: 很多\n")[1] == [("R109", 2, "上限\uff1a「很多」不是正整数", "正确写法\uff1a7")]


def test_a_part_is_made_with_the_line_it_stands_on() -> None:
    found, problems = read("标题: 甲\n步骤:\n  名称: 初审\n  on: 2026-09-01\n")
    assert problems == []
    assert found["step"][0] == 3 and found["step"][1]["name"] == "初审"


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("[{名称: 初审}, {name: 终审}]", ((2, "初审"), (2, "终审"))),
        ("\n  - 名称: 初审\n  - 名称: 终审\n", ((3, "初审"), (4, "终审"))),
        ("{名称: 初审}", ((2, "初审"),)),
        ("初审", ((2, "初审"),)),
        ("[初审, {名称: 终审}]", ((2, "初审"), (2, "终审"))),
        ("[]", ()),
    ],
)
def test_a_list_of_parts(written: str, made: tuple[tuple[int, str], ...]) -> None:
    assert read(f"标题: 甲\n各步骤: {written}") == ({"title": "甲", "steps": made}, [])


@pytest.mark.parametrize(
    ("written", "code", "line"),
    [
        ("[{名称: 初审}, {日期: 2026-09-01}]", "R108", 2),
        ("\n  - 名称: 初审\n  - 名稱: 终审\n    名称: 终审\n", "R107", 4),
        ("\n  - 名称: 初审\n    日期: 明天\n", "R109", 4),
        ("\n  - 初审\n  - [终审]\n", "R109", 4),
    ],
)
def test_one_wrong_part_makes_the_whole_list_absent(written: str, code: str, line: int) -> None:
    found, [problem] = read(f"标题: 甲\n各步骤: {written}")
    assert problem[:2] == (code, line)
    assert found == {"title": "甲", "steps": None}


def test_parts_by_names_of_the_authors_choice() -> None:
    found, problems = read("标题: 甲\n小组:\n  a: {名称: 甲组}\n  b: {name: 乙组}\n")
    assert (found["groups"], problems) == ((("a", "甲组"), ("b", "乙组")), [])
    assert [p[:2] for p in read("标题: 甲\n小组:\n  a: {名称: 甲组}\n  b: {}\n")[1]] == [("R108", 4)]
    assert [p[:2] for p in read("标题: 甲\n小组:\n  a: 甲组\n")[1]] == [("R109", 3)]


def test_lines_of_known_keys_by_english_name() -> None:
    node = parse("标题: 甲\n\nlimit: 3\n别的: 1\n", first_line=2)
    assert isinstance(node, Mapping)
    assert lines_of(node, FORM) == {"title": 2, "limit": 4}
