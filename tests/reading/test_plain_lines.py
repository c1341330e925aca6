"""Front matter of plain lines is read without YAML, and means what it means in YAML."""

from __future__ import annotations

import random

import pytest

from disclosure.reading.nodes import Unreadable
from disclosure.reading.plain_lines import plain_mapping
from disclosure.reading.strict_yaml import parse

KEYS = ["编号", "标题", "published", "after_expiry", "x1", "键_2", "null", "是"]
VALUES = [
    "2026-0001", "收费公示", "12:30", "价费〔2026〕8号", "https://school.example/", "a b  c", "一、二，三", "null", "no", "~x", "a#b",
    "a:b", "a: b", "a #b", "a:", "-a", "- a", '"a"', "'a'", "[a]", "{a: b}", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "?a", "? a",
    "", " ", "a ", "〔a〕", "“甲”", "\u3000甲", "甲\u3000乙", "a\tb", "a\u2028b", "a\x85b", "\xa0a", "\U0001f600", "a\U0001f600", "007", "#a",
]  # fmt: skip
LINES = [
    "",
    " ",
    "# 注",
    "---",
    "...",
    "  续",
    "- 甲",
    "  - 甲",
    "   - 乙",
    "  - 甲: 乙",
    "  -甲",
    "  -",
    "键:值",
    "键 : 值",
    "键：值",
    "\t甲: 乙",
]


def random_text(chance: random.Random) -> str:
    lines = []
    for _ in range(chance.randrange(1, 7)):
        kind = chance.random()
        if kind < 0.7:
            separator = chance.choice([": ", ": ", ": ", ":  ", ":"])
            lines.append(
                chance.choice(KEYS) + separator + chance.choice(VALUES[:12] if chance.random() < 0.7 else VALUES)
            )
        elif kind < 0.9:
            lines.append(chance.choice(KEYS) + ":")
            indent = chance.choice(["", "  ", "    "])
            lines += [f"{indent}- {chance.choice(VALUES[:12])}" for _ in range(chance.randrange(4))]
        else:
            lines.append(chance.choice(LINES))
    return "\n".join(lines) + chance.choice(["", "\n", "\n\n"])


def by_yaml(text: str) -> object:
    try:
        return parse(text, first_line=2)
    except Unreadable as error:
        return error.message


def test_what_is_understood_means_the_same_in_yaml() -> None:
    chance, understood = random.Random(1), 0
    for _ in range(20_000):
        text = random_text(chance)
        plain = plain_mapping(text, first_line=2)
        if plain is not None:
            understood += 1
            assert plain == by_yaml(text), text
    assert understood > 2_000


@pytest.mark.parametrize("value", VALUES)
def test_every_value_means_the_same_in_yaml_or_is_left_to_it(value: str) -> None:
    for text in (f"甲: {value}", f"甲: {value}\n乙: 丙\n", f"甲:\n  - {value}\n", f"甲:\n- {value}\n- 丁\n"):
        plain = plain_mapping(text, first_line=2)
        assert plain is None or plain == by_yaml(text)


@pytest.mark.parametrize(
    "text",
    [
        "甲: 乙\n甲: 丙", "甲: 'x'", "甲: [乙]", "甲: 乙 # 注", "# 注\n甲: 乙", "甲: 乙\n  丙", "甲:\n  乙: 丙", "甲:", "甲: 乙: 丙",
        "甲：乙", "甲: 乙\n\n丙: 丁", "甲: |\n  乙", "- 甲", "甲:\n  - 乙\n - 丙", "甲: &a 乙", "甲:乙", "甲: 乙\x85丙", "x: y\n" * 300,
    ],
)  # fmt: skip
def test_what_yaml_has_to_be_asked(text: str) -> None:
    assert plain_mapping(text, first_line=2) is None


def test_lines_are_those_of_the_file() -> None:
    read = plain_mapping("甲: 乙\n丙:\n  - 丁\n  - 戊\n己: 庚\n", first_line=2)
    assert read is not None
    assert read.lines == {"甲": 2, "丙": 3, "己": 6}
    assert read == by_yaml("甲: 乙\n丙:\n  - 丁\n  - 戊\n己: 庚\n")
