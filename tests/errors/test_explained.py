"""An explanation in words: the whole of it, what a school can change about it, and the list of all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.errors.explained import (
    GROUPS,
    changing,
    explanation_markdown,
    explanation_text,
    grouped,
    listing,
    setting,
    weight,
)
from disclosure.errors.explanation import Explanation
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import SetupError, Severity
from disclosure.reading.school import read_school
from sample import SCHOOL, make_school

CHANGEABLE = [code for code, one in EXPLANATIONS.items() if not one.fixed]
FIXED = [code for code, one in EXPLANATIONS.items() if one.fixed]


def invented(right: str = "右", *, severity: Severity = Severity.WARNING, fixed: bool = False) -> Explanation:
    return Explanation(code="L104", title="题", severity=severity, why="由", wrong="左", right=right, fixed=fixed)


def severities(root: Path, line: str) -> dict[str, Severity]:
    """What a school's folder says about severities with a line added to data/school.yml."""
    make_school(root, school=f"{SCHOOL}{line}\n")
    return dict(read_school(root / "data/school.yml", root=root).settings.severities)


@pytest.mark.parametrize("code", EXPLANATIONS)
@pytest.mark.parametrize("told", [explanation_text, explanation_markdown])
def test_an_explanation_is_told_whole(code: str, told: object) -> None:
    one = EXPLANATIONS[code]
    text = explanation_text(one) if told is explanation_text else explanation_markdown(one)
    lines = [line.strip() for line in text.splitlines()]
    for part in (one.why, one.wrong, one.right, changing(one), setting(one)):
        assert [line for line in part.splitlines() if line.strip() not in lines] == []
    assert weight(one) in text


@pytest.mark.parametrize("code", CHANGEABLE)
def test_the_line_that_is_offered_makes_less_of_the_code(code: str, tmp_path: Path) -> None:
    order = [Severity.OFF, Severity.HINT, Severity.WARNING, Severity.ERROR]
    (lowered,) = severities(tmp_path, setting(EXPLANATIONS[code])).items()
    assert lowered[0] == code
    assert order.index(lowered[1]) < order.index(EXPLANATIONS[code].severity)


@pytest.mark.parametrize("code", FIXED)
def test_what_cannot_be_lowered_says_so_and_offers_no_line(code: str, tmp_path: Path) -> None:
    one = EXPLANATIONS[code]
    assert setting(one) == "" and changing(one).startswith("不能调低")
    with pytest.raises(SetupError, match="不能调低"):
        severities(tmp_path, f"检查等级: {{{code}: warning}}")


def test_every_weight_a_clerk_may_write_is_named(tmp_path: Path) -> None:
    words = re.findall(r"\b(error|warning|hint|off)\b", changing(invented()))
    assert words == ["error", "warning", "hint", "off"]
    for word in words:
        assert severities(tmp_path, f"检查等级: {{L104: {word}}}") == {"L104": Severity(word)}


@pytest.mark.parametrize(
    ("severity", "meaning"),
    [
        (Severity.ERROR, "错误（检查不通过，网站不生成）"),
        (Severity.WARNING, "警告（检查不通过，网站照样生成）"),
        (Severity.HINT, "提示（检查照样通过，加 --strict 才算不通过）"),
    ],
)
def test_a_weight_says_what_follows_from_it(severity: Severity, meaning: str) -> None:
    assert weight(invented(severity=severity)) == meaning


def test_every_code_is_listed_once_below_the_group_of_its_letter() -> None:
    listed = {title: re.findall(r"^  (\w\d{3}) ", block, re.MULTILINE) for title, block in blocks().items()}
    assert sorted(code for codes in listed.values() for code in codes) == sorted(EXPLANATIONS)
    for title, codes in listed.items():
        assert {GROUPS[code[0]] for code in codes} == {title}


def test_a_listed_code_has_its_weight_and_title() -> None:
    for one in EXPLANATIONS.values():
        assert f"\n  {one.code} {one.severity.label}  {one.title}\n" in listing()


def blocks() -> dict[str, str]:
    """The blocks of the list by their headings."""
    return {block.split("\n")[0]: block for block in listing().split("\n\n")[:-1]}


def test_a_group_without_codes_is_left_out() -> None:
    assert list(blocks()) == list(grouped())
    assert all(grouped().values())


def test_an_example_with_a_fence_stays_in_its_block() -> None:
    page = explanation_markdown(invented("```text\n甲\n```"))
    assert "````text\n```text\n甲\n```\n````" in page
