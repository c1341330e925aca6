"""A small school in a folder of its own, for tests that need nothing but a record or two."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.errors.problem import Problem, SetupError
from disclosure.pipeline import read_and_check

TODAY = date(2026, 11, 23)
SCHOOL = "name: 示例学校\nsite_url: https://school.example/xwgk/\n"


def record(record_id: str = "2026-0001", body: str = "每餐 15 元。", **fields: str) -> str:
    """A record's file. Fields are given by Chinese key; a field set to '' is left out."""
    given = {
        "编号": record_id,
        "标题": f"第{record_id}件",
        "栏目": "招生收费",
        "公布日期": "2026-09-01",
        "责任部门": "总务处",
    }
    lines = [f"{key}: {value}" for key, value in (given | fields).items() if value]
    return "\n".join(["---", *lines, "---", "", body, ""])


def make_school(root: Path, *texts: str, school: str = SCHOOL, catalogue: str = "") -> Path:
    """Write a school with records `a.md`, `b.md`, …, `27.md` and return its folder."""
    (root / "data/records").mkdir(parents=True, exist_ok=True)
    (root / "site_src").mkdir(exist_ok=True)
    (root / "site_src/index.md").write_text("# 校务公开\n")
    (root / "mkdocs.yml").write_text(
        "site_name: 示例\ndocs_dir: site_src\ntheme: {name: disclosure}\nplugins: [disclosure]\n"
    )
    (root / "data/school.yml").write_text(school)
    if catalogue:
        (root / "data/catalogue.yml").write_text(catalogue)
    for number, text in enumerate(texts):
        name = chr(ord("a") + number) if number < 26 else number + 1
        (root / f"data/records/{name}.md").write_text(text)
    return root


def problems_of(root: Path, today: date = TODAY) -> list[Problem]:
    """Everything that is wrong with a school, whether or not it can be read."""
    try:
        return list(read_and_check(root, today).problems)
    except SetupError as error:
        return list(error.problems)


def codes_of(root: Path, today: date = TODAY) -> list[str]:
    """Codes of the problems, sorted by file and line."""
    return [problem.code for problem in problems_of(root, today)]
