"""What people read: a problem in one paragraph for logs, a report grouped by file for the terminal."""

from __future__ import annotations

import re

import pytest

from awkward_problems import AWKWARD, problem
from disclosure.errors.formats.text import as_coloured_text, as_text
from disclosure.errors.formats.visible import one_line, visible
from disclosure.errors.problem import Problem, Severity
from disclosure.errors.report import place_of, text_of


@pytest.mark.parametrize(("line", "place"), [(0, "data/a.md"), (1, "data/a.md:1"), (1200, "data/a.md:1200")])
def test_a_place_has_a_line_where_one_is_meant(line: int, place: str) -> None:
    assert place_of(problem(line=line)) == place


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (problem(), "data/a.md:3: 错误 R109 甲\n    怎么改\uff1a乙"),
        (problem(severity=Severity.WARNING, line=0), "data/a.md: 警告 R109 甲\n    怎么改\uff1a乙"),
        (problem(severity=Severity.HINT), "data/a.md:3: 提示 R109 甲\n    怎么改\uff1a乙"),
        (problem(hint=""), "data/a.md:3: 错误 R109 甲"),
        (
            problem(hint="写\n---\n编号: 1"),
            "data/a.md:3: 错误 R109 甲\n    怎么改\uff1a写\n        ---\n        编号: 1",
        ),
    ],
)
def test_one_problem_in_words(found: Problem, told: str) -> None:
    assert text_of(found) == told


def test_a_file_is_named_once_above_its_problems() -> None:
    report = as_text([problem(line=1), problem(line=2), problem(path="data/b.md", line=0, hint="")])
    assert report.split("\n") == [
        "data/a.md",
        "  第 1 行 错误 R109 甲",
        "      怎么改：乙",
        "  第 2 行 错误 R109 甲",
        "      怎么改：乙",
        "",
        "data/b.md",
        "  错误 R109 甲",
        "",
        "共 3 个错误，在 2 个文件里。用 disclosure explain 代码 看说明。",
    ]


@pytest.mark.parametrize(
    ("severities", "counts"),
    [
        ([Severity.ERROR], "1 个错误"),
        ([Severity.HINT, Severity.ERROR, Severity.ERROR], "2 个错误、1 个提示"),
        ([Severity.WARNING, Severity.HINT, Severity.WARNING], "2 个警告、1 个提示"),
        ([Severity.HINT, Severity.WARNING, Severity.ERROR], "1 个错误、1 个警告、1 个提示"),
    ],
)
def test_the_last_line_counts_by_weight_the_heaviest_first(severities: list[Severity], counts: str) -> None:
    last = as_text([problem(severity=severity) for severity in severities]).splitlines()[-1]
    assert last.startswith(f"共 {counts}，在 1 个文件里。")


def test_colours_change_no_word() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", as_coloured_text(AWKWARD)) == as_text(AWKWARD)
    assert as_coloured_text([problem()]) != as_text([problem()])


def test_each_weight_has_a_colour_of_its_own() -> None:
    painted = {
        severity: re.findall(r"\x1b\[([0-9;]+)m(?:错误|警告|提示)", as_coloured_text([problem(severity=severity)]))[0]
        for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)
    }
    assert len(set(painted.values())) == 3


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲 é 🎓\n\t", "甲 é 🎓\n\t"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\r\n", "\\r\n"),
        ("\u202e\u2066\u200b", "\\u202e\\u2066\\u200b"),
        ("\ufeff\ufffe\uffff\udcff", "\\ufeff\\ufffe\\uffff\\udcff"),
    ],
)
def test_what_nobody_sees_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_name_is_one_line() -> None:
    assert one_line("甲\n乙\r\x85丙\u2028") == "甲 乙\\r\\x85丙\\u2028"
