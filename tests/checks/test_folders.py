"""A passing and a failing folder for each rule of the gate: what the clerk is told, word for word.

`folders/<CODE>/<what it is>/` is laid over the small school of `sample.py`. `expected.txt` is the whole report, empty
where nothing is told; `today.txt` is the day, where it is not that of `sample.py`. A folder fails where its report
names its code.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.report import text_of
from sample import TODAY, make_school, problems_of

FOLDERS = Path(__file__).parent / "folders"
CASES = sorted(path for path in FOLDERS.glob("*/*") if path.is_dir())
NOT_LAID_OVER = shutil.ignore_patterns("expected.txt", "today.txt")
CODES = [code for code in EXPLANATIONS if code[0] in "PSF" or code == "D109" or "G101" <= code < "G130"]
"""Codes of the gate, but for H: those need a repository with a history and are tested in tests/history."""


def name_of(case: Path) -> str:
    return f"{case.parent.name}-{case.name}"


def day_of(case: Path) -> date:
    file = case / "today.txt"
    return date.fromisoformat(file.read_text().strip()) if file.exists() else TODAY


def told(case: Path, folder: Path) -> str:
    """The report about a case's files, laid over a small school that is in order."""
    root = make_school(folder)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=NOT_LAID_OVER)
    return "".join(text_of(problem) + "\n" for problem in problems_of(root, day_of(case)))


def fails(case: Path) -> bool:
    """Whether the report of a case names the code of its folder."""
    return bool(re.search(rf" {case.parent.name} ", (case / "expected.txt").read_text()))


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_the_report(case: Path, tmp_path: Path) -> None:
    assert told(case, tmp_path) == (case / "expected.txt").read_text()


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_passing_and_a_failing_folder(code: str) -> None:
    assert {fails(case) for case in CASES if case.parent.name == code} == {True, False}


def test_every_folder_is_named_after_a_code() -> None:
    assert {path.name for path in FOLDERS.iterdir()} <= set(EXPLANATIONS)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_every_finding_names_its_place_and_says_how_to_mend_it(case: Path) -> None:
    report = (case / "expected.txt").read_text().splitlines()
    findings = [line for line in report if not line.startswith("    ")]
    for line in findings:
        assert re.match(r"(data|site_src)/\S+?(:\d+)?: (错误|警告|提示) [A-Z]\d{3} .*[\u4e00-\u9fff]", line), line
    assert sum("怎么改" in line for line in report) == len(findings)
