"""Strict YAML: text stays text, every value knows its line, and what could expand or execute is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from disclosure.reading.strict_yaml import parse

GUESSED_ELSEWHERE = [
    "no", "yes", "on", "off", "y", "true", "False", "否", "null", "~", "Null", "007", "1e3", "0x1F", "0o17", "1_000", "+1",
    "3.140", ".inf", ".nan", "2026-09-01", "2026-13-01", "2026-09-01 08:30:00", "12:30", "190:20:30", "=", "330106001",
]  # fmt: skip
"""Plain words of which other readers of YAML make numbers, dates, times, yes and no, or nothing."""


def value_of(written: str) -> Node:
    node = parse(f"键: {written}\n")
    assert isinstance(node, Mapping)
    return node.values["键"]


def refused(text: str, *, first_line: int = 1) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        parse(text, first_line=first_line)
    return caught.value


def scalars(node: Node) -> Iterator[tuple[str, int]]:
    """Every text of a document with its line, keys included, in order."""
    match node:
        case Scalar():
            yield node.text, node.line
        case Sequence():
            for item in node.items:
                yield from scalars(item)
        case Mapping():
            for key, child in node.values.items():
                yield key, node.lines[key]
                yield from scalars(child)


@pytest.mark.parametrize("written", GUESSED_ELSEWHERE)
def test_a_plain_value_stays_as_it_was_written(written: str) -> None:
    assert value_of(written) == Scalar(text=written, line=1, plain=True)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'null'", "null"), ('"007"', "007"), ("'~'", "~"), ('"a: b # c"', "a: b # c"), ("'甲''乙'", "甲'乙"),
        ('"甲\\n乙"', "甲\n乙"), ("''", ""), ("|\n  甲\n  乙\n", "甲\n乙\n"), (">-\n  甲\n  乙\n", "甲 乙"),
    ],
)  # fmt: skip
def test_a_quoted_or_block_value_is_known_as_such(written: str, text: str) -> None:
    assert value_of(written) == Scalar(text=text, line=1, plain=False)


@pytest.mark.parametrize(
    ("written", "text"),
    [("", ""), ("# 以后再写", ""), ("甲 # 备注", "甲"), ("甲#乙", "甲#乙"), ("a:b", "a:b"), ("甲\n  乙", "甲 乙")],
)
def test_comments_and_folded_lines(written: str, text: str) -> None:
    assert value_of(written) == Scalar(text=text, line=1, plain=True)


NESTED = """\
# 说明

编号: 2026-0001
审签:
  - 角色: 校长

    姓名: 沈某某
  - {角色: 监督小组,
     姓名: 顾某某}
概述: |
  第一行
  第二行
渠道: [网站,
  公开栏]
"""


@pytest.mark.parametrize("first_line", [1, 2, 40])
def test_every_value_has_its_line_of_the_file(first_line: int) -> None:
    found = [(text, line - first_line + 1) for text, line in scalars(parse(NESTED, first_line=first_line))]
    assert found == [
        ("编号", 3), ("2026-0001", 3), ("审签", 4), ("角色", 5), ("校长", 5), ("姓名", 7), ("沈某某", 7), ("角色", 8),
        ("监督小组", 8), ("姓名", 9), ("顾某某", 9), ("概述", 10), ("第一行\n第二行\n", 10), ("渠道", 13), ("网站", 13),
        ("公开栏", 14),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有说明\n"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    assert parse(text, first_line=5) == Mapping(values={}, lines={}, line=5)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("标题: 甲\n编号: 1\n标题: 乙\n", 5, "「标题」写了两次\uff08第 3 行已有\uff09"),
        ("标题: 甲\n标题: 甲\n", 4, "「标题」"),
        ('标题: 甲\n"标题": 乙\n', 4, "「标题」"),
        ("备案:\n  单位: 甲\n  单位: 乙\n", 5, "「单位」"),
        ("审签:\n  - 角色: 甲\n    角色: 乙\n", 5, "「角色」"),
        ("备案: {单位: 甲, 单位: 乙}\n", 3, "「单位」"),
    ],
)
def test_a_key_may_stand_only_once(text: str, line: int, said: str) -> None:
    error = refused(text, first_line=3)
    assert (error.code, error.line) == ("R105", line)
    assert said in error.message


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    node = parse("审签:\n  - 角色: 甲\n  - 角色: 乙\n角色: 丙\n")
    assert [text for text, _ in scalars(node) if text in "甲乙丙"] == ["甲", "乙", "丙"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("标题: &a 甲\n", 1), ("&a 标题: 甲\n", 1), ("编号: 1\n标题: *a\n", 2), ("*a : 甲\n", 1), ("渠道:\n  - 甲\n  - &a 乙\n", 3),
        ("备案: &a {单位: 甲}\n", 1), ("渠道: [甲, *a]\n", 1), ("标题: !!str 甲\n", 1), ("标题: !own 甲\n", 1), ("标题: ! 甲\n", 1),
        ("标题: !!python/object/apply:os.getcwd []\n", 1), ("编号: 1\n!!str 标题: 甲\n", 2), ("渠道: !!seq [甲]\n", 1), ("!!map {a: b}\n", 1),
    ],
)  # fmt: skip
def test_anchors_aliases_and_tags_are_refused(text: str, line: int) -> None:
    error = refused(text)
    assert (error.code, error.line) == ("R106", line)


def test_a_merge_key_is_an_ordinary_key() -> None:
    node = parse("<<: {标题: 甲}\n")
    assert isinstance(node, Mapping) and list(node.values) == ["<<"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{k: ", "}")])
def test_eight_levels_are_the_deepest(opening: str, closing: str) -> None:
    value_of(opening * 7 + "甲" + closing * 7)
    error = refused("编号: 1\n键: " + opening * 8 + "甲" + closing * 8)
    assert (error.code, error.line) == ("R117", 2)


def test_deep_blocks_are_refused_at_the_line_that_is_too_deep() -> None:
    rows = [" " * level + f"k{level}:" for level in range(8)]
    parse("\n".join([*rows[:-1], " " * 7 + "k7: 甲"]))
    error = refused("\n".join([*rows, " " * 8 + "k8: 甲"]))
    assert (error.code, error.line) == ("R117", 9)


def test_a_mapping_has_at_most_a_thousand_keys() -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(1001))
    parse(keys.removesuffix("k1000: 1\n"))
    error = refused(keys)
    assert (error.code, error.line) == ("R117", 1001)


def test_the_limit_of_keys_is_for_each_mapping() -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(600))
    assert sum(1 for _ in scalars(parse(f"甲:\n{keys}乙:\n{keys}"))) == 2 + 4 * 600


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("编号: 1\n? [甲]\n: 乙\n", 2),
        ("{甲: 乙}: 丙\n", 1),
        ("甲: 1\n---\n乙: 2\n", 3),
        ("甲: 1\x01\n", 1),
        ("甲: 1\n- 乙\n", 2),
    ],
)
def test_what_is_no_mapping_of_texts_is_refused(text: str, line: int) -> None:
    error = refused(text)
    assert (error.code, error.line) == ("R104", line)
