"""Every problem code that the program can report is explained, and nothing is explained that is never reported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

import disclosure
from disclosure.errors.explanations import EXPLANATIONS, problem
from disclosure.errors.problem import Severity

PACKAGE = Path(disclosure.__file__).parent
CODE = re.compile(r"[A-Z]\d{3}")
LETTERS = {"R", "C", "D", "L", "A", "P", "S", "F", "H", "G", "U"}
"""What problem codes begin with (design §8)."""


def codes_in_source() -> Iterator[str]:
    """Every text of the source that is a code, but for the explanations themselves."""
    for path in PACKAGE.rglob("*.py"):
        if not path.name.startswith("about_"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                    yield node.value


def test_what_is_reported_is_explained_and_what_is_explained_is_reported() -> None:
    assert set(codes_in_source()) == set(EXPLANATIONS)


def test_codes_are_one_letter_of_the_design_and_three_digits() -> None:
    for code, explanation in EXPLANATIONS.items():
        assert CODE.fullmatch(code) and code[0] in LETTERS
        assert explanation.code == code


def test_no_code_is_explained_twice() -> None:
    written = [code for path in PACKAGE.rglob("about_*.py") for code in re.findall(r'code="(\w+)"', path.read_text())]
    assert sorted(written) == sorted(EXPLANATIONS)


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_an_explanation_has_its_reason_in_chinese_and_an_example_both_ways(code: str) -> None:
    one = EXPLANATIONS[code]
    for text in (one.title, one.why):
        assert re.search(r"[\u4e00-\u9fff]", text)
    assert one.wrong.strip() and one.right.strip() and one.wrong != one.right
    assert one.severity is not Severity.OFF


def test_titles_are_different() -> None:
    titles = [explanation.title for explanation in EXPLANATIONS.values()]
    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize(
    ("code", "severity"),
    [("R101", Severity.ERROR), ("R115", Severity.HINT), ("D103", Severity.WARNING), ("D106", Severity.WARNING), ("L104", Severity.WARNING),
     ("A105", Severity.ERROR), ("C105", Severity.WARNING)],
)  # fmt: skip
def test_a_problem_weighs_what_its_explanation_says(code: str, severity: Severity) -> None:
    found = problem(code, path=PurePosixPath("a.md"), line=3, message="甲", hint="乙")
    assert (found.code, found.severity, found.line, found.message, found.hint) == (code, severity, 3, "甲", "乙")


@pytest.mark.parametrize("code", ["Z999", "R999", "r101", ""])
def test_a_code_without_an_explanation_cannot_be_reported(code: str) -> None:
    with pytest.raises(KeyError):
        problem(code, path=PurePosixPath("a.md"), line=1, message="甲", hint="乙")
