"""A build from memory tells of opinions, consultations and the self-assessment what a fresh one would tell."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from building import contents
from disclosure.caching import stamps
from disclosure.site_build import Builder
from sample import TODAY, make_school, record

OPINION = "- {编号: YJ1, 收到日期: 2026-11-09, 来源: 意见箱, 意见: 人工费怎样算的, 记录: 2026-0001%s}\n"
ANSWER = ", 答复日期: 2026-11-16, 答复: 按餐次, 处理结果: 采纳改正, 再公布: 2026-0002"
ASKED = record("2026-0003", 公布日期="2026-10-01", 截止日期="2026-10-26", 关联="作息", 环节="征求意见")
RESULT = record("2026-0004", 公布日期="2026-11-20", 关联="作息", 环节="意见采纳情况")
LIMIT = date(2026, 11, 23)
"""Ten working days after the opinion came, and twenty after the consultation ended."""
Change = Callable[[Path], object]


@pytest.fixture(autouse=True)
def at_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(stamps, "_GRANULE", 0)
    monkeypatch.setenv("DISCLOSURE_EDITION", "internal")


def write(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / "data" / name).parent.mkdir(exist_ok=True)
        (root / "data" / name).write_text(text)

    return change


def nothing(_: Path) -> None:
    """Only the day goes on."""


CHAIN = {"r/2026-0001/index.html", "r/2026-0002/index.html", "feed.xml"}
CASES: dict[str, tuple[list[Change], Change, date, date, set[str]]] = {
    "an opinion": ([], write("registers/opinions.yml", OPINION % ""), TODAY, TODAY, {"r/2026-0001/index.html"}),
    "an answer": ([write("registers/opinions.yml", OPINION % "")], write("registers/opinions.yml", OPINION % ANSWER), TODAY, TODAY, CHAIN),
    "overdue": ([write("registers/opinions.yml", OPINION % "")], nothing, LIMIT, LIMIT + timedelta(days=1),
                {"r/2026-0001/index.html", "r/2026-0003/index.html"}),
    "a day more": ([write("registers/opinions.yml", OPINION % "")], nothing, date(2026, 11, 25), date(2026, 11, 26),
                   {"r/2026-0001/index.html"}),
    "a result": ([], write("records/d.md", RESULT), TODAY, TODAY, {"r/2026-0002/index.html", "r/2026-0003/index.html", "r/2026-0004/index.html", "r/2026-0004/print/index.html"}),
    "an indicator": ([], write("self-assessment.yml", "自评:\n  - {年度: 2026, 回答: [{指标: N04, 结论: 绿}]}\n"), TODAY, TODAY,
                     {"registers/self-assessment/2026/index.html"}),
}  # fmt: skip


@pytest.mark.parametrize(("before", "change", "first", "then", "expected"), CASES.values(), ids=CASES)
def test_what_changed_is_made_again_and_is_right(
    before: list[Change], change: Change, first: date, then: date, expected: set[str], tmp_path: Path
) -> None:
    root = make_school(tmp_path / "school", record(), record("2026-0002", 公布日期="2026-11-17"), ASKED)
    for one in before:
        one(root)
    Builder(root, processes=1).build(first, site_dir=root / "site")
    old = contents(root / "site")
    change(root)
    copy = root.parent / "copy"
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site"))
    Builder(copy, processes=1).build(then, site_dir=tmp_path / "fresh/site")
    Builder(root, processes=1).build(then, site_dir=root / "site")
    warm, fresh = contents(root / "site"), contents(tmp_path / "fresh/site")
    assert sorted(path for path in warm | fresh if warm.get(path) != fresh.get(path)) == []
    changed = {path for path in warm if warm[path] != old.get(path)}
    assert expected <= changed
    pages = {path for path in changed if path.startswith("r/") and path.endswith("/index.html")}
    assert pages == {path for path in expected if path.startswith("r/")}, "no page of a record that is not concerned"
