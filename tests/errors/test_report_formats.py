"""Problems as people and machines read them: text, annotations of a pull request with their escapes, JSON."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from disclosure.errors.problem import Problem, Severity
from disclosure.errors.report import FORMATS, as_github, as_json, as_text, place_of, text_of


def problem(
    message: str = "甲",
    hint: str = "乙",
    *,
    severity: Severity = Severity.ERROR,
    path: str = "data/a.md",
    line: int = 3,
) -> Problem:
    return Problem(code="R109", severity=severity, path=PurePosixPath(path), line=line, message=message, hint=hint)


def test_the_formats_of_the_command_line() -> None:
    assert {"text": as_text, "github": as_github, "json": as_json} == FORMATS


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


@pytest.mark.parametrize(
    ("severities", "counts"),
    [
        ([Severity.ERROR], ["1 个错误"]),
        ([Severity.HINT, Severity.ERROR, Severity.ERROR], ["2 个错误", "1 个提示"]),
        ([Severity.WARNING, Severity.HINT, Severity.WARNING], ["2 个警告", "1 个提示"]),
        ([Severity.HINT, Severity.WARNING, Severity.ERROR], ["1 个错误", "1 个警告", "1 个提示"]),
    ],
)
def test_the_last_line_counts_by_weight_the_heaviest_first(severities: list[Severity], counts: list[str]) -> None:
    *rows, last = as_text([problem(severity=severity, hint="") for severity in severities]).splitlines()
    assert len(rows) == len(severities)
    assert [last.find(count) >= 0 for count in counts] == [True] * len(counts)
    assert sorted(counts, key=last.index) == counts
    assert last.count(" 个") == len(counts)


def test_nothing_is_wrong() -> None:
    assert as_text([]) == "没有问题。"
    assert as_github([]) == ""
    assert as_json([]) == "[]"


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")]
)
def test_an_annotation_of_a_pull_request(severity: Severity, level: str) -> None:
    assert as_github([problem(severity=severity)]) == f"::{level} file=data/a.md,line=3,title=R109::甲%0A乙"


@pytest.mark.parametrize(
    ("found", "annotation"),
    [
        (problem(line=0), "::error file=data/a.md,line=1,title=R109::甲%0A乙"),
        (problem(hint=""), "::error file=data/a.md,line=3,title=R109::甲"),
        (problem("涨了 5%", ""), "::error file=data/a.md,line=3,title=R109::涨了 5%25"),
        (problem("写作 %0A", ""), "::error file=data/a.md,line=3,title=R109::写作 %250A"),
        (problem("甲\n::error::乙", ""), "::error file=data/a.md,line=3,title=R109::甲%0A::error::乙"),
        (problem("甲\r\n乙", ""), "::error file=data/a.md,line=3,title=R109::甲%0D%0A乙"),
        (problem("标题: 甲, 乙", ""), "::error file=data/a.md,line=3,title=R109::标题: 甲, 乙"),
        (problem("甲", "写\n---\n---"), "::error file=data/a.md,line=3,title=R109::甲%0A写%0A---%0A---"),
        (problem(path="a,b:c%d.md", hint=""), "::error file=a%2Cb%3Ac%25d.md,line=3,title=R109::甲"),
        (problem(path="a\nb.md", hint=""), "::error file=a%0Ab.md,line=3,title=R109::甲"),
        (problem(path="a%2Cb.md", hint=""), "::error file=a%252Cb.md,line=3,title=R109::甲"),
    ],
)
def test_what_has_a_meaning_to_the_host_is_escaped(found: Problem, annotation: str) -> None:
    assert as_github([found]) == annotation


def test_each_annotation_is_one_line() -> None:
    assert as_github([problem("一\n二"), problem("三\r四", "五\n六")]).count("\n") == 1


def test_json_is_one_list_with_every_field_as_it_is() -> None:
    text = as_json(
        [problem('甲 "乙" \\ %\n丙', "丁: 戊", path="data/records/收费/a.md"), problem(severity=Severity.HINT, line=0)]
    )
    assert json.loads(text) == [
        {"code": "R109", "severity": "error", "path": "data/records/收费/a.md", "line": 3, "message": '甲 "乙" \\ %\n丙', "hint": "丁: 戊"},
        {"code": "R109", "severity": "hint", "path": "data/a.md", "line": 0, "message": "甲", "hint": "乙"},
    ]  # fmt: skip
    assert "收费" in text
