"""What git told is remembered by commit, and later answers are those that a first look would give."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from disclosure.caching.cache import open_cache
from disclosure.domain.history import History
from disclosure.history import first_commits
from disclosure.history.first_commits import read_history
from repository import Repository, text_of


@pytest.fixture(autouse=True)
def own_seal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


def paths_of(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in sorted((root / "data/records").rglob("*.md"))]


def remembered(root: Path) -> History:
    return read_history(paths_of(root), root=root, cache=open_cache(root))


def fresh(root: Path) -> History:
    return read_history(paths_of(root), root=root)


def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every range of commits that git is asked for from now on."""
    ranges: list[str] = []
    ask = first_commits.ask

    def listen(root: Path, *arguments: str, **options: object) -> bytes:
        if arguments[0] == "log":
            ranges.append(arguments[-2])
        return ask(root, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(first_commits, "ask", listen)
    return ranges


def test_only_new_commits_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    first = made.commit("2026-09-01")
    ranges = asked(monkeypatch)
    assert remembered(made.folder) == remembered(made.folder) == fresh(made.folder)
    made.write(b=text_of("b"))
    second = made.commit("2026-09-08")
    assert remembered(made.folder) == remembered(made.folder)
    assert ranges == [first, first, f"{first}..{second}"]
    assert remembered(made.folder) == fresh(made.folder)


def test_a_history_that_was_written_anew_is_looked_at_anew(tmp_path: Path) -> None:
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    made.commit("2026-09-01")
    made.write(b=text_of("b"))
    made.commit("2026-09-08")
    remembered(made.folder)
    made.git("commit", "--quiet", "--amend", "--message=y", at="2026-10-01T12:00:00+08:00")
    made.git("reflog", "expire", "--expire=now", "--all")
    made.git("gc", "--quiet", "--prune=now")
    assert remembered(made.folder) == fresh(made.folder)
    assert f"{remembered(made.folder).first_commits['data/records/b.md']}" == "2026-10-01"


def test_another_branch_is_looked_at_anew(tmp_path: Path) -> None:
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    made.commit("2026-09-01")
    made.branch("side")
    made.write(b=text_of("b"))
    made.commit("2026-09-08")
    remembered(made.folder)
    made.git("checkout", "--quiet", "main")
    made.write(b=text_of("b"))
    made.commit("2026-09-15")
    assert remembered(made.folder) == fresh(made.folder)


@pytest.mark.parametrize("seed", range(6))
def test_any_history_step_by_step_is_what_git_says_of_each_file(seed: int, tmp_path: Path) -> None:
    """Against `git log --follow`, file by file, which is far too slow for a school."""
    chance, made = random.Random(seed), Repository(tmp_path / "school")
    made.write(**{f"r{number}": text_of(f"r{number}") for number in range(4)})
    made.commit("2026-01-01")
    for turn in range(2, 20):
        for _ in range(chance.randrange(1, 3)):
            edit(made, chance, turn)
        made.commit(f"2026-01-{turn:02}")
        if chance.random() < 0.5:
            found = remembered(made.folder)
            assert found == fresh(made.folder)
    found = remembered(made.folder)
    assert {path: day.isoformat() for path, day in found.first_commits.items()} == {
        path: followed(made, path) for path in paths_of(made.folder)
    }


def edit(made: Repository, chance: random.Random, turn: int) -> None:
    """Bring a file, change one or move one."""
    path = chance.choice(paths_of(made.folder))
    match chance.randrange(3):
        case 0:
            made.write(**{f"n{turn}-{chance.randrange(99)}": text_of(f"n{turn}{chance.random()}")})
        case 1:
            (made.folder / path).write_text((made.folder / path).read_text() + f"{turn}\n")
        case _:
            made.move(path, f"data/records/{chance.choice('abc')}/{turn}-{chance.randrange(99)}.md")


def followed(made: Repository, path: str) -> str:
    days = made.git("-c", "core.quotepath=off", "log", "--follow", "--format=%cs", "--", path).split()
    return days[-1]
