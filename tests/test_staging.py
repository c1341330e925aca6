"""A finished site takes the old one's place at once; nothing else is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from building import disclosure
from disclosure.staging import staged
from sample import TODAY, make_school, record

MARK = "next-change.json"


def site_in(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in (MARK, *names):
        (folder / name).write_text(f"old {name}")
    return folder


def test_the_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site", "gone.html")
    with staged(site, mark=MARK) as folder:
        (folder / MARK).write_text("new")
        assert (site / "gone.html").exists()
    assert [path.name for path in site.iterdir()] == [MARK]
    assert list(tmp_path.iterdir()) == [site]


def test_a_failure_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    with pytest.raises(RuntimeError, match="broken"), staged(site, mark=MARK) as folder:
        (folder / MARK).write_text("half")
        raise RuntimeError("broken")
    assert (site / MARK).read_text() == f"old {MARK}"
    assert list(tmp_path.iterdir()) == [site]


def test_hidden_files_such_as_a_repository_move_over(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site", ".nojekyll")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    with staged(site, mark=MARK) as folder:
        (folder / MARK).write_text("new")
    assert (site / ".git/HEAD").read_text() == "ref"
    assert (site / ".nojekyll").exists()


@pytest.mark.parametrize("name", ["letters.doc", "index.html"])
def test_a_folder_of_other_files_is_not_touched(name: str, tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    target = tmp_path / "documents"
    target.mkdir()
    (target / name).write_text("precious")
    done = disclosure("build", "--root", root, "--site-dir", target, "--today", TODAY.isoformat())
    assert done.returncode == 2
    assert str(target) in done.stderr
    assert "不会覆盖" in done.stderr
    assert (target / name).read_text() == "precious"


def test_an_empty_folder_and_an_own_site_are_fine(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record())
    target = tmp_path / "site"
    target.mkdir()
    for _ in range(2):
        assert disclosure("build", "--root", root, "--site-dir", target, "--today", TODAY.isoformat()).returncode == 0


def test_a_school_in_disorder_keeps_its_last_good_site(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record(body="每餐 15 元。"))
    options = ("--root", root, "--site-dir", tmp_path / "site", "--today", TODAY.isoformat())
    assert disclosure("build", *options).returncode == 0
    (root / "data/records/a.md").write_text(record(公布日期="下周一"))
    assert disclosure("build", *options).returncode == 1
    assert "每餐 15 元。" in (tmp_path / "site/r/2026-0001/index.html").read_text()
