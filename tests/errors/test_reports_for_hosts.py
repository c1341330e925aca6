"""What code hosts make of a report: annotations, and problems that stay the same when lines move."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from awkward_problems import AWKWARD, problem
from disclosure.errors.explained import explanation_markdown, explanation_text
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.fingerprints import fingerprints
from disclosure.errors.formats.github import as_github
from disclosure.errors.formats.gitlab import as_gitlab
from disclosure.errors.formats.junit import as_junit
from disclosure.errors.formats.sarif import as_sarif
from disclosure.errors.problem import Problem, Severity

WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.HINT)
MOVED = [
    replace(one, line=one.line and one.line + 7, message=one.message.replace("第 2 行", "第 9 行")) for one in AWKWARD
]
"""The same problems after seven lines were added above them."""


def run_of(problems: list[Problem]) -> Any:
    (run,) = json.loads(as_sarif(problems))["runs"]
    return run


def cases(problems: list[Problem]) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(as_junit(problems)).iter("testcase"))


def spoken(annotation: str) -> tuple[str, dict[str, str], str]:
    """An annotation as GitHub's runner reads it (actions/runner, ActionCommand.cs): level, properties, message."""
    head, _, data = annotation.removeprefix("::").partition("::")
    level, _, properties = head.partition(" ")
    for sign, escape in (("\r", "%0D"), ("\n", "%0A")):
        data = data.replace(escape, sign)
    pairs = dict(part.split("=", 1) for part in properties.split(","))
    for sign, escape in (("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        pairs = {key: value.replace(escape, sign) for key, value in pairs.items()}
    return level, pairs, data.replace("%25", "%")


@pytest.mark.parametrize(
    "found",
    [
        problem(),
        problem("涨了 5%", "写作 %0A"),
        problem("甲\n::error::乙", "写\n---\n---"),
        problem("标题: 甲, 乙", path="data/收费, 100%:a.md"),
        problem(path="data/a%2Cb.md"),
        problem(path="data/a\nb.md"),
    ],
)
def test_an_annotation_is_read_as_it_was_meant(found: Problem) -> None:
    properties = {"file": str(found.path), "line": "3", "title": "R109 值的写法不对"}
    assert spoken(as_github([found])) == ("error", properties, f"{found.message}\n怎么改：{found.hint}")


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "notice")]
)
def test_an_annotation_has_the_level_of_its_problem(severity: Severity, level: str) -> None:
    assert spoken(as_github([problem(severity=severity)]))[0] == level


def test_a_problem_of_the_whole_file_is_at_its_first_line() -> None:
    assert spoken(as_github([problem(line=0)]))[1]["line"] == "1"
    assert json.loads(as_gitlab([problem(line=0)]))[0]["location"]["lines"] == {"begin": 1}


def test_fingerprints_stay_when_lines_move() -> None:
    assert fingerprints(MOVED) == fingerprints(AWKWARD)


def test_fingerprints_are_all_different() -> None:
    others = [problem(), problem(), problem("丙"), problem(code="R105"), problem(path="data/b.md")]
    names = fingerprints([*AWKWARD, *others])
    assert len(set(names)) == len(names)


def test_gitlab_knows_a_problem_again_after_lines_moved() -> None:
    before, after = json.loads(as_gitlab(AWKWARD)), json.loads(as_gitlab(MOVED))
    assert [row["fingerprint"] for row in before] == [row["fingerprint"] for row in after]
    assert [row["location"] for row in before] != [row["location"] for row in after]


def test_gitlab_has_the_weights_in_order() -> None:
    rows = json.loads(as_gitlab([problem(severity=severity) for severity in WEIGHTS]))
    assert [row["severity"] for row in rows] == ["blocker", "major", "info"]


def test_sarif_tells_every_rule_whether_or_not_it_was_broken() -> None:
    rules = run_of([])["tool"]["driver"]["rules"]
    assert rules == run_of(AWKWARD)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(EXPLANATIONS)
    for rule, one in zip(rules, EXPLANATIONS.values(), strict=True):
        assert (rule["name"], rule["fullDescription"]["text"]) == (one.title, one.why)
        assert rule["help"] == {"text": explanation_text(one), "markdown": explanation_markdown(one)}


def test_sarif_finds_the_rule_of_a_result_by_its_index() -> None:
    run = run_of(AWKWARD)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_has_the_school_s_own_weight_beside_the_usual_one() -> None:
    run = run_of([problem(code="L104", severity=severity) for severity in WEIGHTS])
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "L104"]
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_sarif_names_a_line_only_where_there_is_one() -> None:
    with_line, without = (run_of([problem(line=line)])["results"][0] for line in (3, 0))
    assert with_line["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}
    assert "region" not in without["locations"][0]["physicalLocation"]
    assert "primaryLocationLineHash" not in with_line["partialFingerprints"]
    assert without["partialFingerprints"]["primaryLocationLineHash"]


def test_junit_has_a_suite_for_each_file_with_its_counts() -> None:
    problems = [
        problem(),
        problem(severity=Severity.WARNING),
        problem(severity=Severity.HINT),
        problem(path="data/b.md"),
    ]
    suites = [suite.attrib for suite in ElementTree.fromstring(as_junit(problems))]
    assert suites == [
        {"name": "data/a.md", "tests": "3", "failures": "2", "errors": "0", "skipped": "1"},
        {"name": "data/b.md", "tests": "1", "failures": "1", "errors": "0", "skipped": "0"},
    ]


@pytest.mark.parametrize(
    ("severity", "outcome"), [(Severity.ERROR, "failure"), (Severity.WARNING, "failure"), (Severity.HINT, "skipped")]
)
def test_a_hint_is_no_failed_case(severity: Severity, outcome: str) -> None:
    assert [told.tag for case in cases([problem(severity=severity)]) for told in case] == [outcome]


def test_a_clean_school_is_one_case_that_passed() -> None:
    (case,) = cases([])
    assert list(case) == []


def test_cases_have_names_of_their_own_that_stay_when_lines_move() -> None:
    names = [(case.get("classname"), case.get("name")) for case in cases(AWKWARD)]
    assert len(set(names)) == len(AWKWARD)
    assert names == [(case.get("classname"), case.get("name")) for case in cases(MOVED)]
