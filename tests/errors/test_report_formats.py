"""All formats of a report: word for word, by the contracts of their readers, and for any text at all."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from awkward_problems import AWKWARD, FILES, GOLDEN, problem, written
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.table import FORMATS
from disclosure.errors.formats.text import as_coloured_text, as_text
from disclosure.errors.problem import Problem, Severity

CONTRACTS = Path(__file__).parent / "contracts"
ANY_TEXT = st.text(st.characters(), max_size=40)
"""Surrogates and control characters included."""
FOUND = st.builds(
    problem,
    ANY_TEXT.filter(bool),
    ANY_TEXT,
    code=st.sampled_from(sorted(EXPLANATIONS)),
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.HINT]),
    path=st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=20).map(lambda name: f"data/{name}"),
    line=st.integers(min_value=0, max_value=10**6),
)
A_FEW = settings(max_examples=40, deadline=None)
GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def contract(name: str) -> Any:
    schema = json.loads((CONTRACTS / f"{name}.schema.json").read_text())
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def breaches(form: str, problems: list[Problem]) -> list[str]:
    """How a report breaks the contract of its reader, who gets it as bytes."""
    report = FORMATS[form](problems).encode(errors="replace")
    if form == "junit":
        schema = etree.XMLSchema(etree.parse(CONTRACTS / "junit.xsd"))
        schema.validate(etree.fromstring(report))
        return [str(error) for error in schema.error_log]
    name = {"gitlab": "code-quality", "sarif": "sarif"}[form]
    return [error.message for error in contract(name).iter_errors(json.loads(report))]


@pytest.mark.parametrize("form", FILES)
def test_awkward_problems_word_for_word(form: str) -> None:
    assert written(form).encode(errors="replace") + b"\n" == (GOLDEN / FILES[form]).read_bytes()


def test_every_format_has_a_word_for_word_report() -> None:
    assert set(FILES) == {*FORMATS, "coloured"}


@pytest.mark.parametrize("form", ["gitlab", "sarif", "junit"])
@pytest.mark.parametrize("problems", [[], AWKWARD, AWKWARD * 2], ids=["none", "awkward", "twice"])
def test_a_report_keeps_the_contract_of_its_reader(form: str, problems: list[Problem]) -> None:
    assert breaches(form, problems) == []


@pytest.mark.parametrize("form", ["gitlab", "sarif", "junit"])
@A_FEW
@given(problems=st.lists(FOUND, max_size=4))
def test_any_text_keeps_the_contract(form: str, problems: list[Problem]) -> None:
    assert breaches(form, problems) == []


@A_FEW
@given(problems=st.lists(FOUND, max_size=4))
def test_any_text_is_one_annotation_for_each_problem(problems: list[Problem]) -> None:
    lines = FORMATS["github"](problems).split("\n") if problems else []
    assert [line.split(" ")[0] for line in lines] == [f"::{GITHUB_LEVELS[one.severity]}" for one in problems]


@A_FEW
@given(problems=st.lists(FOUND, max_size=4))
def test_any_text_is_in_the_list_as_it_is(problems: list[Problem]) -> None:
    rows = json.loads(FORMATS["json"](problems))
    assert rows == [
        {
            "code": one.code,
            "severity": one.severity.value,
            "path": str(one.path),
            "line": one.line,
            "message": one.message,
            "hint": one.hint,
        }
        for one in problems
    ]


@pytest.mark.parametrize("form", ["text", "coloured"])
@A_FEW
@given(problems=st.lists(FOUND, min_size=1, max_size=4))
def test_no_text_reaches_the_terminal_as_a_command(form: str, problems: list[Problem]) -> None:
    report = as_text(problems) if form == "text" else as_coloured_text(problems)
    for painted in ("\x1b[1m", "\x1b[1;31m", "\x1b[33m", "\x1b[36m", "\x1b[0m") if form == "coloured" else ():
        report = report.replace(painted, "")
    assert [sign for sign in report if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t"] == []


@pytest.mark.parametrize(
    ("form", "report"), [("text", "没有问题。"), ("github", ""), ("gitlab", "[]"), ("json", "[]")]
)  # fmt: skip
def test_nothing_is_wrong(form: str, report: str) -> None:
    assert FORMATS[form]([]) == report
