"""A folder for each kind of broken input: what the clerk is told, word for word, with file and line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from disclosure.errors.report import text_of
from sample import make_school, problems_of

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if (path / "expected.txt").exists())


def told(case: Path, folder: Path) -> str:
    """The report about a case's files, laid over a small school that is in order."""
    root = make_school(folder)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    if (root / "data/school.yml").read_text().strip() == "<absent>":
        (root / "data/school.yml").unlink()
    return "".join(text_of(problem) + "\n" for problem in problems_of(root))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_report(case: Path, tmp_path: Path) -> None:
    assert told(case, tmp_path) == (case / "expected.txt").read_text()


def test_there_are_at_least_forty_kinds() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_every_report_names_a_file_and_says_how_to_mend_it(case: Path) -> None:
    report = (case / "expected.txt").read_text().splitlines()
    findings = [line for line in report if not line.startswith("    ")]
    assert findings
    for line in findings:
        assert re.match(r"(?:data|site_src)/\S+?(?::\d+)?: (?:错误|警告|提示) [A-Z]\d{3} .*[\u4e00-\u9fff]", line), line
    assert sum("怎么改" in line for line in report) == len(findings)
