"""A pull request can bring a workshop along: nothing is written, moved or deleted where it leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from building import contents
from disclosure.caching.cache import Cache
from disclosure.errors.problem import SetupError
from disclosure.site_build import Builder
from sample import TODAY, make_school, record


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    """A folder of the user's that is laid out as if it were a workshop."""
    folder = tmp_path / "precious"
    for name in ("new", "old", "new/.ssh"):
        (folder / name).mkdir(parents=True)
        (folder / name / "letter.txt").write_text("precious")
    return folder


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """With a site of yesterday's text."""
    root = make_school(tmp_path / "school", record())
    Builder(root).build(TODAY, site_dir=root / "site")
    (root / "data/records/a.md").write_text(record(body="今天改过的。"))
    return root


def whole_workshop(school: Path, precious: Path) -> None:
    (school / ".site.workshop").symlink_to(precious)


def part_of_a_workshop(name: str) -> Callable[[Path, Path], None]:
    def make(school: Path, precious: Path) -> None:
        (school / ".site.workshop").mkdir()
        (school / ".site.workshop" / name).symlink_to(precious)

    return make


def moves_without_a_key(school: Path, precious: Path) -> None:
    moves(school, Cache(folder=school / ".site.workshop"))


def moves_with_another_key(school: Path, precious: Path) -> None:
    moves(school, Cache(folder=school / ".site.workshop", key=b"another user"))


def moves(school: Path, cache: Cache) -> None:
    (school / ".site.workshop/new").mkdir(parents=True)
    (school / ".site.workshop/new/index.html").write_text("forged")
    gone = ["../../precious/new/letter.txt"]
    cache.save(
        "moves", {"folder": str(school / "site"), "new": ["index.html", "../../precious/letter.txt"], "gone": gone}
    )


TRAPS = {
    "the workshop is a link": whole_workshop,
    "its new folder is a link": part_of_a_workshop("new"),
    "its old folder is a link": part_of_a_workshop("old"),
    "its lock is a link": part_of_a_workshop("lock"),
    "its list of moves is a link": part_of_a_workshop("moves"),
    "moves sealed without a key": moves_without_a_key,
    "moves sealed by another user": moves_with_another_key,
}


@pytest.mark.parametrize("is_kept", [True, False], ids=["with a cache", "the cache is a link, too"])
@pytest.mark.parametrize("trap", TRAPS)
def test_no_trap_leads_out_of_the_site(trap: str, is_kept: bool, school: Path, precious: Path, tmp_path: Path) -> None:
    before = contents(precious)
    TRAPS[trap](school, precious)
    if not is_kept:
        (school / ".cache").rename(tmp_path / "away")
        (school / ".cache").symlink_to(tmp_path / "nowhere")
    Builder(school).build(TODAY, site_dir=school / "site")
    assert contents(precious) == before
    assert not (school / "site").is_symlink()
    assert "今天改过的" in (school / "site/r/2026-0001/index.html").read_text()
    assert "forged" not in (school / "site/index.html").read_text()
    assert not (school / ".site.workshop").exists()


@pytest.mark.parametrize("place", ["site", ".gitignore", "records.new", "frames.new"])
def test_no_box_is_written_through_a_link(place: str, school: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/letter.txt").write_text("precious")
    target = "elsewhere" if place == "site" else "elsewhere/letter.txt"
    (school / ".cache").rename(tmp_path / "away")
    (school / ".cache/disclosure").mkdir(parents=True)
    (school / ".cache/disclosure" / place).symlink_to(tmp_path / target)
    Builder(school).build(TODAY, site_dir=school / "site")
    assert contents(tmp_path / "elsewhere") == {"letter.txt": b"precious"}


def test_a_refused_build_leaves_no_workshop(school: Path) -> None:
    (school / "data/school.yml").write_text("名称: 只有名称\n")
    before = contents(school / "site")
    with pytest.raises(SetupError):
        Builder(school).build(TODAY, site_dir=school / "site")
    assert contents(school / "site") == before
    assert not (school / ".site.workshop").exists()
