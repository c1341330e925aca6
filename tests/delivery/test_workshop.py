"""A finished site takes the old one's place at once; nothing else is ever lost."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from building import disclosure
from disclosure.caching.cache import Cache
from disclosure.delivery.exchange import exchange
from disclosure.delivery.workshop import Workshop, workshop
from sample import TODAY, make_school, record

MARK = "next-change.json"
CACHE = Cache(folder=None, key=b"of this user")


def at_work(site: Path, cache: Cache = CACHE) -> AbstractContextManager[Workshop]:
    return workshop(site, mark=MARK, cache=cache)


def site_in(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in (MARK, *names):
        (folder / name).write_text(f"old {name}")
    return folder


def test_the_new_site_replaces_the_old_one_whole(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site", "gone.html")
    with at_work(site) as shop:
        shop.new.mkdir()
        (shop.new / MARK).write_text("new")
        assert (site / "gone.html").exists()
        shop.swap()
    assert [path.name for path in site.iterdir()] == [MARK]
    assert list(tmp_path.iterdir()) == [site]


def test_a_failure_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    with pytest.raises(RuntimeError, match="broken"), at_work(site) as shop:
        shop.new.mkdir()
        (shop.new / MARK).write_text("half")
        raise RuntimeError("broken")
    assert (site / MARK).read_text() == f"old {MARK}"
    assert list(tmp_path.iterdir()) == [site]


def test_hidden_files_such_as_a_repository_move_over(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site", ".nojekyll")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref")
    with at_work(site) as shop:
        shop.new.mkdir()
        (shop.new / MARK).write_text("new")
        shop.swap()
    assert (site / MARK).read_text() == "new"
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


def test_a_first_site_comes_whole(tmp_path: Path) -> None:
    with at_work(tmp_path / "site") as shop:
        shop.new.mkdir()
        (shop.new / MARK).write_text("new")
        assert not (tmp_path / "site").exists()
        shop.swap()
    assert [path.name for path in tmp_path.rglob("*")] == ["site", MARK]


def moved(site: Path, cache: Cache) -> None:
    """Leave what a build leaves that was killed while it moved files in: one is in its place, one is not, one is to go."""
    workshop_folder = site.parent / ".site.workshop"
    (workshop_folder / "new/r/2").mkdir(parents=True)
    (workshop_folder / "new/r/2/index.html").write_text("new")
    (site / "r").mkdir()
    (site / "r/1.html").write_text("new")
    (site / "r/gone.html").write_text("old")
    moves = {"folder": str(site), "new": ["r/1.html", "r/2/index.html"], "gone": ["r/gone.html"]}
    Cache(folder=workshop_folder, key=cache.key).save("moves", moves)


def test_the_next_build_finishes_what_a_killed_one_had_begun_to_move(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    moved(site, CACHE)
    with at_work(site):
        assert (site / "r/1.html").read_text() == (site / "r/2/index.html").read_text() == "new"
        assert not (site / "r/gone.html").exists()
    assert list(tmp_path.iterdir()) == [site]


def test_a_list_of_moves_by_somebody_else_is_swept_away(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    (tmp_path / "precious").write_text("x")
    moved(site, Cache(folder=None, key=b"of another user"))
    with at_work(site):
        assert (site / "r/gone.html").exists()
        assert not (site / "r/2").exists()
    assert (tmp_path / "precious").exists()


def test_a_site_that_was_put_aside_comes_back(tmp_path: Path) -> None:
    """Where the system cannot exchange two folders in one step, a build can be killed between the two."""
    site_in(tmp_path / "site").rename(tmp_path / "aside")
    (tmp_path / ".site.workshop").mkdir()
    (tmp_path / "aside").rename(tmp_path / ".site.workshop/old")
    with at_work(tmp_path / "site"):
        assert (tmp_path / "site" / MARK).read_text() == f"old {MARK}"


def test_a_repository_in_the_old_site_is_rescued_from_a_killed_swap(tmp_path: Path) -> None:
    site = site_in(tmp_path / "site")
    old = site_in(tmp_path / "old")
    (old / ".git").mkdir()
    (old / ".git/HEAD").write_text("ref")
    (tmp_path / ".site.workshop").mkdir()
    old.rename(tmp_path / ".site.workshop/new")
    with at_work(site):
        pass
    assert (site / ".git/HEAD").read_text() == "ref"
    assert list(tmp_path.iterdir()) == [site]


def test_two_builds_do_not_work_on_one_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("disclosure.delivery.workshop._PATIENCE", 0.1)
    with at_work(tmp_path / "site"), pytest.raises(OSError, match="另一个生成正在进行"), at_work(tmp_path / "site"):
        pass


def test_a_build_that_waits_never_gets_the_lock_of_one_that_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the file deleted after its release, a third build could make another while the second holds the first."""
    there: list[bool] = []

    class Watched(FileLock):
        def release(self, force: bool = False) -> None:
            there.append(Path(self.lock_file).exists())
            super().release(force)

    monkeypatch.setattr("disclosure.delivery.workshop.FileLock", Watched)
    with at_work(tmp_path / "site"):
        pass
    assert there[:1] == [False]


def test_a_build_that_ends_may_take_the_folder_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    class Swept(FileLock):
        def acquire(self, *arguments: Any, **named: Any) -> Any:
            if not ended:
                ended.append(self.lock_file)
                Path(self.lock_file).parent.rmdir()
            return super().acquire(*arguments, **named)

    monkeypatch.setattr("disclosure.delivery.workshop.FileLock", Swept)
    with at_work(tmp_path / "site") as shop:
        assert ended == [str(shop.folder / "lock")]
        assert shop.folder.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_new", [False, True], ids=["in two steps", "in one"])
def test_folders_change_places(is_new: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not is_new:
        monkeypatch.setattr("disclosure.delivery.exchange._exchanged", lambda one, other: False)
    site, new = site_in(tmp_path / "site", "a"), site_in(tmp_path / "new", "b")
    exchange(new, site, tmp_path / "old")
    assert (site / "b").exists()
    assert ((new if is_new else tmp_path / "old") / "a").exists()
