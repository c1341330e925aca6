"""The list of rules is complete, and what rules report can be explained."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import disclosure.checks
from disclosure.checks.run import RULES
from disclosure.errors.explanations import EXPLANATIONS
from sample import make_school, problems_of, record

FOLDER = Path(disclosure.checks.__file__).parent


def test_every_rule_of_the_folder_is_run_once() -> None:
    modules = [import_module(f"disclosure.checks.{path.stem}") for path in sorted(FOLDER.glob("*.py"))]
    written = {value for module in modules for name, value in vars(module).items() if name.startswith("check_")}
    assert len(written) >= 6
    assert written == set(RULES)
    assert len(RULES) == len(written)


def test_rules_do_not_hide_each_other_and_every_finding_can_be_explained(tmp_path: Path) -> None:
    wrong = record(
        body="[甲](record:9) [乙](column:无此栏目) [丙](预算.pdf) ![图](https://other.example/a.png)", 栏目="", 事项="I42",
        截止日期="2026-08-31", 形成日期="2062-01-01", 复核日期="2026-08-31", 替代="2026-0001", 更正="2026-9999",
    )  # fmt: skip
    found = problems_of(make_school(tmp_path, wrong, record("2026-0002", 到期处理="撤下")))
    assert {problem.code for problem in found} >= {
        "C105", "D101", "D102", "D103", "D107", "D108", "L101", "L102", "L103", "L104", "L105", "L106",
    }  # fmt: skip
    assert {problem.code for problem in found} <= set(EXPLANATIONS)
    assert list(found) == sorted(
        found, key=lambda problem: (str(problem.path), problem.line, problem.code, problem.message)
    )
