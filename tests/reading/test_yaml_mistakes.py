"""What YAML cannot read is told in a clerk's words, at the line where the mistake was made, with the line mended."""

from __future__ import annotations

import pytest

from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.strict_yaml import parse

BEFORE = ["编号: 2026-0001", "栏目: 招生收费"]
AFTER = ["公布日期: 2026-09-01", "责任部门: 总务处", "责任人: 总务主任", "文号: 〔2026〕8号", "期号: 2026-09"]

MISTAKES: list[tuple[str, str, str]] = [
    ("标题\uff1a秋季收费公示", "全角", "标题: 秋季收费公示"),
    ("标题:秋季收费公示", "少了一个空格", "标题: 秋季收费公示"),
    ("标题:2026年秋季收费公示", "少了一个空格", "标题: 2026年秋季收费公示"),
    ("标题: 秋季: 收费公示", "需要加引号", '标题: "秋季: 收费公示"'),
    ("标题: 一: 二: 三", "需要加引号", '标题: "一: 二: 三"'),
    ("链接: https://school.example/: 见", "需要加引号", '链接: "https://school.example/: 见"'),
    ("标题: @全体家长", "以「@」开头", '标题: "@全体家长"'),
    ("标题: `代码`", "以「`」开头", '标题: "`代码`"'),
    ("标题: %d 收费", "以「%」开头", '标题: "%d 收费"'),
    ("\t标题: 甲", "制表符", ""),
    ("  \t标题: 甲", "制表符", ""),
    ('标题: "秋季收费公示', "引号没有成对", '标题: "秋季收费公示"'),
    ("标题: '秋季收费公示", "引号没有成对", '标题: "秋季收费公示"'),
    ("公开渠道: [网站, 公开栏", "方括号没有成对", "公开渠道: [网站, 公开栏]"),
    ("备案: {单位: 示例市教育局", "花括号没有成对", "备案: {单位: 示例市教育局, 日期: 2026-09-01}"),
]


def mistake_in(rows: list[str], *, first_line: int = 2) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        parse("\n".join(rows) + "\n", first_line=first_line)
    assert caught.value.code == "R104"
    return caught.value


@pytest.mark.parametrize(("row", "said", "mended"), MISTAKES)
def test_the_mistake_is_named_at_its_line(row: str, said: str, mended: str) -> None:
    error = mistake_in([*BEFORE, row, *AFTER])
    assert said in error.message
    assert error.line == 4
    assert error.example == mended


@pytest.mark.parametrize(("row", "said", "mended"), MISTAKES)
def test_the_mistake_is_named_in_the_first_and_in_the_last_line(row: str, said: str, mended: str) -> None:
    first, last = mistake_in([row, *AFTER]), mistake_in([*BEFORE, row])
    assert said in first.message and said in last.message
    assert (first.line, last.line) == (2, 4)


@pytest.mark.parametrize("example", [mended for _, _, mended in MISTAKES if mended])
def test_the_mended_line_can_be_read(example: str) -> None:
    read = parse("\n".join([*BEFORE, example, *AFTER]))
    assert isinstance(read, Mapping) and len(read.values) == len(BEFORE) + 1 + len(AFTER)


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (["审签:", "  - 角色\uff1a校长", "    姓名: 沈某某"], 3),
        (["审签:", "  - 角色:校长", "    姓名: 沈某某"], 3),
        (["审签:", "  - 角色: 校长: 书记", "    姓名: 沈某某"], 3),
        (["审签:", "  - 角色: 校长", "    姓名: @沈某某"], 4),
        (["审签:", "  - 角色: 校长", "\t姓名: 沈某某"], 4),
        (["编号: 1", "标题 甲", "栏目: 乙"], 3),
        (["公开渠道:", "  - 12:30", "  - @甲"], 4),
    ],
)
def test_mistakes_within_a_list(rows: list[str], line: int) -> None:
    assert mistake_in([*rows, *AFTER]).line == line


def test_a_line_that_only_looks_odd_is_not_blamed() -> None:
    """Colons within addresses, times and quotes are right; the mistake is below."""
    rows = ["链接: https://school.example/a:b", "时间: 12:30", '概述: "甲: 乙"', "标题: @丙"]
    error = mistake_in(rows)
    assert error.line == 5 and "「@」" in error.message


def test_a_tab_that_is_told_without_an_example_is_told_with_advice() -> None:
    assert mistake_in([*BEFORE, "\t标题: 甲"]).advice == "用空格缩进"


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (["编号: 1", "  标题: 甲"], 3),
        (["编号: 1", '标题: "甲"乙'], 3),
        (["链接:", "  - https://school.example/", '标题: "甲"乙'], 4),
        (["编号: ]"], 2),
    ],
)
def test_what_is_not_recognised_is_told_in_general_with_a_right_line(rows: list[str], line: int) -> None:
    error = mistake_in(rows)
    assert error.line == line
    assert "格式有误" in error.message and error.example == "标题: 秋季收费公示"
