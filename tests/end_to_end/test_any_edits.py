"""Whatever happened to a school's files: a build from memory gives the very site that a build from nothing gives."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from building import contents
from disclosure import site_output
from disclosure.caching import stamps
from disclosure.delivery import deliver, making
from disclosure.errors.problem import BuildRefusedError, SetupError
from disclosure.reading import load
from disclosure.site_build import Builder, Built
from edits import happen
from lives import Life
from thoroughness import times

REFUSALS = (BuildRefusedError, SetupError, ValueError)
SEEDS, STEPS = times(1, thorough=4), times(8, thorough=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a build."""

    site: dict[str, bytes]
    said: list[str]
    """Problems and warnings."""
    refused: str = ""
    """The name of the error where there was one."""
    built: Built | None = None


class Heard(logging.Handler):
    """What a build says to its user."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())

    def __enter__(self) -> Heard:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


@pytest.fixture(params=["alone", "trusting stamps", "together"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many build; the last two build small schools as others are built that are large and at rest."""
    if request.param != "alone":
        monkeypatch.setattr(stamps, "_GRANULE", 0)
    if request.param != "together":
        return 1
    for module in (load, making):
        monkeypatch.setattr(module, "_WORTH_SHARING", 1)
        monkeypatch.setattr(module, "_CHUNK", 2)
    monkeypatch.setattr(site_output, "_LARGE", 1)
    monkeypatch.setattr(deliver, "_MANY", 1)
    monkeypatch.setattr(deliver, "_FEW", 1)
    return 3


def outcome(life: Life, *, root: Path, site: Path, processes: int) -> Outcome:
    """Build a school as a process of its own would."""
    with Heard() as heard:
        try:
            built, refused = Builder(root, processes=processes).build(life.day, site_dir=site), ""
        except REFUSALS as error:
            built, refused = None, type(error).__name__
    said = sorted(message.replace(str(root), "") for message in heard.messages)
    return Outcome(site=contents(site), said=said, refused=refused, built=built)


def from_nothing(life: Life, folder: Path) -> Outcome:
    """The same school on the same day, built in another place, alone and without memory."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(life.root, folder / "elsewhere", ignore=shutil.ignore_patterns(".cache"))
    return outcome(life, root=folder / "elsewhere", site=folder / "other", processes=1)


def stamps_of(site: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of all files of a site."""
    stats = {path: path.lstat() for path in site.rglob("*") if not path.is_dir()}
    return {path.relative_to(site).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


def check_changes(there: dict[str, bytes], old: dict[str, tuple[int, int]], got: Outcome, site: Path) -> None:
    """Just the files that changed are told of and touched."""
    assert got.built
    new = stamps_of(site)
    assert list(got.built.gone) == sorted(there.keys() - got.site.keys())
    assert list(got.built.changed) == sorted(path for path, content in got.site.items() if there.get(path) != content)
    assert {path for path in new if old.get(path) != new[path]} == set(got.built.changed)
    assert not [path for path in site.rglob("*") if path.is_dir() and not any(path.iterdir())]


def check_rest(life: Life, got: Outcome, processes: int) -> None:
    """A build right afterwards says the same and does nothing."""
    old = stamps_of(life.site)
    again = outcome(life, root=life.root, site=life.site, processes=processes)
    assert again.built
    assert (again.built.changed, again.built.gone, again.said) == ((), (), got.said)
    assert stamps_of(life.site) == old
    listed = (life.root / f".cache/disclosure/{life.site.name}/changed-files.txt").read_text().splitlines()
    assert [line for line in listed if not line.startswith("#")] == []


def check_build(life: Life, folder: Path, processes: int) -> bool:
    """Build from memory and compare with a build from nothing. Returns False where both are refused."""
    wanted = from_nothing(life, folder / "reference")
    there, old = contents(life.site), stamps_of(life.site)
    got = outcome(life, root=life.root, site=life.site, processes=processes)
    assert (got.refused, got.said) == (wanted.refused, wanted.said)
    if wanted.refused:
        again = outcome(life, root=life.root, site=life.site, processes=processes)
        assert (again.refused, again.said) == (wanted.refused, wanted.said)
        assert (contents(life.site), stamps_of(life.site)) == (there, old)
        return False
    assert sorted(path for path in got.site | wanted.site if got.site.get(path) != wanted.site.get(path)) == []
    check_changes(there, old, got, life.site)
    check_rest(life, got, processes)
    return True


@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_any_edits_a_site_is_what_it_would_be_from_nothing(
    seed: int, processes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life.begin(tmp_path, seed=seed, records=8 + 5 * seed)
    built = 0
    for _ in range(STEPS):
        life.remember(tmp_path / "kept")
        happen(life)
        monkeypatch.setenv("DISCLOSURE_EDITION", life.edition)
        is_built = check_build(life, tmp_path, processes)
        built += is_built
        if not is_built:
            life.repent(tmp_path / "kept")
    assert built > STEPS / 2
