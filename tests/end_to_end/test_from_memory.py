"""A second build touches what changed and nothing else, and says what that is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from building import contents, disclosure
from sample import TODAY, make_school, record


def times(site: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(site).as_posix(): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in site.rglob("*")
        if path.is_file()
    }


def listed(root: Path) -> list[str]:
    lines = (root / ".cache/disclosure/site/changed-files.txt").read_text().splitlines()
    return [line for line in lines if not line.startswith("#")]


def command(root: Path, *options: str) -> str:
    done = disclosure("build", "--root", root, "--site-dir", root / "site", "--today", TODAY.isoformat(), *options)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_did_not_change_is_not_touched(tmp_path: Path) -> None:
    root = make_school(tmp_path, record(), record("2026-0002", 栏目="其他/财务"), record("2026-0003", 栏目="其他/财务"))
    assert "新增或改动" in command(root)
    assert sorted(listed(root)) == sorted(f"+ {path}" for path in contents(root / "site"))
    before = times(root / "site")
    assert "没有变化" in command(root)
    assert listed(root) == []
    (root / "data/records/a.md").write_text(record(body="改过的。"))
    command(root, "--jobs", "1")
    after = times(root / "site")
    changed = {path for path in after if after[path] != before[path]}
    assert {"r/2026-0001/index.html", "feed.xml", "admissions-fees/atom.xml"} <= changed
    assert not any(path.startswith(("r/2026-0002", "other/", "assets/")) for path in changed)
    assert listed(root) == [f"+ {path}" for path in sorted(changed)]
    (root / "data/records/a.md").unlink()
    command(root, "--jobs", "3")
    assert "- r/2026-0001/index.html" in listed(root)
    assert not (root / "site/r/2026-0001").exists()


def test_the_next_day_changes_only_pages_that_say_something_else(tmp_path: Path) -> None:
    running = record("2026-0002", 栏目="其他/财务", 截止日期="2026-12-20")
    root = make_school(tmp_path, record(), running, record("2026-0003", 截止日期="2026-10-01"))
    command(root)
    later = (TODAY + timedelta(days=1)).isoformat()
    done = disclosure("build", "--root", root, "--site-dir", root / "site", "--today", later)
    assert done.returncode == 0
    assert listed(root) == [
        "+ index.html", "+ next-change.json", "+ other/finance/index.html", "+ other/index.html", "+ r/2026-0002/index.html",
        "+ screen/index.html",
    ]  # fmt: skip


def test_a_warning_is_repeated_when_nothing_changed(tmp_path: Path) -> None:
    root = make_school(tmp_path, record(公布日期="2026-09-01", 审签="[{角色: 校长, 姓名: 沈某某, 日期: 1980-01-01}]"))
    said = [
        disclosure("build", "--root", root, "--site-dir", root / "site", "--today", TODAY.isoformat()).stderr
        for _ in "ab"
    ]
    assert "D103" in said[0]
    assert said[0] == said[1]
