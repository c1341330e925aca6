"""How much a problem weighs: a school's own strictness, silence, the order of reports, what refuses a build."""

from __future__ import annotations

import itertools
from pathlib import Path, PurePosixPath

import pytest

from disclosure.errors.problem import Problem, SetupError, Severity, fails_check, has_errors, with_severities
from sample import SCHOOL, make_school, problems_of, record


def problem(
    code: str = "R109", path: str = "a.md", line: int = 1, message: str = "甲", severity: str = "error"
) -> Problem:
    return Problem(
        code=code, severity=Severity(severity), path=PurePosixPath(path), line=line, message=message, hint=""
    )


IN_ORDER = [
    problem("D101", "data/records/a.md", 0),
    problem("C102", "data/records/a.md", 2),
    problem("R109", "data/records/a.md", 2, "一"),
    problem("R109", "data/records/a.md", 2, "二"),
    problem("A101", "data/records/a.md", 10),
    problem("A101", "data/records/a.md", 100),
    problem("A101", "data/records/b.md", 1, severity="hint"),
    problem("A101", "data/school.yml", 0),
]


def test_file_then_line_then_code_then_message() -> None:
    for seed in range(len(IN_ORDER)):
        turned = IN_ORDER[seed:] + IN_ORDER[:seed]
        assert list(with_severities(turned, {})) == IN_ORDER
        assert list(with_severities(reversed(turned), {})) == IN_ORDER
        assert list(SetupError(*turned).problems) == IN_ORDER


@pytest.mark.parametrize(
    ("severities", "left"),
    [
        ({}, [("A102", "warning"), ("L104", "warning"), ("R115", "hint")]),
        ({"A102": Severity.ERROR}, [("A102", "error"), ("L104", "warning"), ("R115", "hint")]),
        ({"A102": Severity.OFF}, [("L104", "warning"), ("R115", "hint")]),
        (
            {"L104": Severity.HINT, "R115": Severity.WARNING},
            [("A102", "warning"), ("L104", "hint"), ("R115", "warning")],
        ),
        ({"D101": Severity.OFF}, [("A102", "warning"), ("L104", "warning"), ("R115", "hint")]),
        ({"A102": Severity.OFF, "L104": Severity.OFF, "R115": Severity.OFF}, []),
    ],
)
def test_a_school_weighs_by_code(severities: dict[str, Severity], left: list[tuple[str, str]]) -> None:
    found = [problem("A102", severity="warning"), problem("L104", severity="warning"), problem("R115", severity="hint")]
    assert [(one.code, one.severity.value) for one in with_severities(found, severities)] == left


def test_weighing_changes_nothing_else() -> None:
    (weighed,) = with_severities([problem(severity="warning")], {"R109": Severity.ERROR})
    assert weighed == problem(severity="error")


@pytest.mark.parametrize("count", range(4))
def test_a_build_is_refused_by_an_error_and_by_nothing_less(count: int) -> None:
    for weights in itertools.combinations_with_replacement(["error", "warning", "hint", "off"], count):
        assert has_errors([problem(severity=weight) for weight in weights]) == ("error" in weights)


@pytest.mark.parametrize("count", range(4))
def test_a_check_fails_for_a_warning_and_for_a_hint_where_it_is_strict(count: int) -> None:
    for weights in itertools.combinations_with_replacement(["error", "warning", "hint"], count):
        found = [problem(severity=weight) for weight in weights]
        assert fails_check(found) == ("error" in weights or "warning" in weights)
        assert fails_check(found, strict=True) == bool(weights)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", [("D103", "warning"), ("L104", "warning")]),
        ("severities: {L104: error}\n", [("D103", "warning"), ("L104", "error")]),
        ("检查等级: {L104: off}\n", [("D103", "warning")]),
        ("检查等级: {L104: off, D103: hint}\n", [("D103", "hint")]),
    ],
)
def test_school_yml_decides(written: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    text = record(body="![图](https://other.example/a.png)", 形成日期="1926-08-20")
    root = make_school(tmp_path, text, school=SCHOOL + written)
    assert [(one.code, one.severity.value) for one in problems_of(root)] == expected


def test_a_broken_set_up_says_everything_at_once() -> None:
    error = SetupError(problem(line=2, message="乙"), problem(line=1, message="甲"))
    assert str(error).split("\n") == ["乙", "甲"]
    assert [one.line for one in error.problems] == [1, 2]


@pytest.mark.parametrize(
    ("severity", "label"), [("error", "错误"), ("warning", "警告"), ("hint", "提示"), ("off", "关闭")]
)
def test_each_weight_has_its_word(severity: str, label: str) -> None:
    assert Severity(severity).label == label
