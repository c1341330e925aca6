"""The day of the first commit that brought a file, asked of real repositories."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.domain.history import Reach
from disclosure.history.first_commits import read_history
from repository import Repository, text_of


def days_of(root: Path) -> dict[str, str]:
    """Month and day of the first commit of every file below `data/records` that was committed."""
    paths = [path.relative_to(root).as_posix() for path in sorted((root / "data/records").rglob("*.md"))]
    history = read_history(paths, root=root)
    assert history.reach is Reach.WHOLE
    return {path.removeprefix("data/records/"): f"{day:%m-%d}" for path, day in sorted(history.first_commits.items())}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """With files a and b, and b changed a week later."""
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    made.commit("2026-09-01")
    made.write(b=text_of("b"))
    made.commit("2026-09-08")
    made.write(b=text_of("b") + "more")
    made.commit("2026-09-15")
    return made


def test_the_commit_that_brought_a_file_counts_and_not_the_last_one(repository: Repository) -> None:
    assert days_of(repository.folder) == {"a.md": "09-01", "b.md": "09-08"}


def test_the_first_commit_of_all_is_known(repository: Repository) -> None:
    assert read_history([], root=repository.folder).root_day == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-09-20T15:59:59+00:00", "09-20"),
        ("2026-09-20T16:00:00+00:00", "09-21"),
        ("2026-09-20T00:30:00+09:00", "09-19"),
        ("2026-09-20T23:59:59+08:00", "09-20"),
        ("2026-09-20T20:00:00-05:00", "09-21"),
    ],
)
def test_days_are_those_of_shanghai(moment: str, day: str, repository: Repository) -> None:
    repository.write(c=text_of("c"))
    repository.commit(moment)
    assert days_of(repository.folder)["c.md"] == day


@pytest.mark.parametrize(
    "name",
    ["公告", "2026年秋季 收费公示", "a'b\"c", "带\t制表符", "-n", "é", "%d", "data/records/x", "\x01a", "两\n行"],
)
def test_any_name_is_understood(name: str, repository: Repository) -> None:
    repository.write_at({f"data/records/2026/{name}.md": text_of("c")})
    repository.commit("2026-09-22")
    assert days_of(repository.folder)[f"2026/{name}.md"] == "09-22"
    repository.move(f"data/records/2026/{name}.md", f"data/records/2027/{name}/index.md")
    repository.commit("2026-09-29")
    assert days_of(repository.folder)[f"2027/{name}/index.md"] == "09-22"


def test_a_file_that_moves_takes_its_day_along_again_and_again(repository: Repository) -> None:
    old = "a.md"
    for day, new in (("01", "2026/a.md"), ("02", "2026/autumn/a.md"), ("03", "2026/autumn/a/index.md")):
        repository.move(f"data/records/{old}", f"data/records/{new}")
        repository.commit(f"2026-10-{day}")
        old = new
    assert days_of(repository.folder) == {"2026/autumn/a/index.md": "09-01", "b.md": "09-08"}


def test_a_file_may_change_a_little_while_it_moves(repository: Repository) -> None:
    repository.move("data/records/a.md", "data/records/a/index.md")
    repository.write_at({"data/records/a/index.md": "附件: [a.pdf]\n" + text_of("a"), "data/records/a/a.pdf": "%PDF"})
    repository.commit("2026-10-01")
    assert days_of(repository.folder)["a/index.md"] == "09-01"


def test_a_new_file_in_the_place_of_one_that_moved_is_new(repository: Repository) -> None:
    repository.move("data/records/a.md", "data/records/old.md")
    repository.commit("2026-10-01")
    repository.write(a=text_of("quite another"))
    repository.commit("2026-10-08")
    assert days_of(repository.folder) == {"a.md": "10-08", "b.md": "09-08", "old.md": "09-01"}


def test_a_deletion_that_was_undone_changes_nothing(repository: Repository) -> None:
    (repository.folder / "data/records/a.md").unlink()
    repository.commit("2026-10-01")
    repository.git("revert", "--no-edit", "HEAD", at="2026-10-02T12:00:00+08:00")
    assert days_of(repository.folder)["a.md"] == "09-01"


def test_a_file_comes_when_it_comes_to_the_records(repository: Repository) -> None:
    repository.write_at({"drafts/c.md": text_of("c")})
    repository.commit("2026-09-20")
    repository.move("drafts/c.md", "data/records/c.md")
    repository.commit("2026-10-01")
    assert days_of(repository.folder)["c.md"] == "10-01"


def test_a_branch_counts_from_its_own_commits(repository: Repository) -> None:
    repository.branch("side", "HEAD~1")
    repository.write(c=text_of("c"))
    repository.commit("2026-09-10")
    repository.merge("side", "2026-10-01")
    assert days_of(repository.folder) == {"a.md": "09-01", "b.md": "09-08", "c.md": "09-10"}


def test_a_move_in_a_branch_meets_changes_in_another(repository: Repository) -> None:
    repository.branch("side")
    repository.move("data/records/a.md", "data/records/moved.md")
    repository.commit("2026-09-20")
    repository.git("checkout", "--quiet", "main")
    repository.write(a=text_of("a") + "one more line\n")
    repository.commit("2026-09-21")
    repository.merge("side", "2026-10-01")
    assert days_of(repository.folder) == {"b.md": "09-08", "moved.md": "09-01"}


def test_the_same_file_in_two_branches_came_with_the_first(repository: Repository) -> None:
    repository.branch("side")
    repository.write(c=text_of("c"))
    repository.commit("2026-09-17")
    repository.git("checkout", "--quiet", "main")
    repository.write(c=text_of("c"))
    repository.commit("2026-09-16")
    repository.merge("side", "2026-10-01")
    assert days_of(repository.folder)["c.md"] == "09-16"


def test_what_only_a_merge_brings_came_with_the_merge(repository: Repository) -> None:
    repository.branch("side")
    repository.write(c=text_of("c"))
    repository.commit("2026-09-16")
    repository.merge("side", "2026-10-01", more={"data/records/d.md": text_of("d")})
    assert days_of(repository.folder) == {"a.md": "09-01", "b.md": "09-08", "c.md": "09-16", "d.md": "10-01"}


def test_what_moves_in_a_merge_keeps_its_day(repository: Repository) -> None:
    repository.branch("side")
    repository.write(c=text_of("c"))
    repository.commit("2026-09-16")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    repository.move("data/records/a.md", "data/records/moved.md")
    repository.move("data/records/c.md", "data/records/also.md")
    repository.commit("2026-10-01")
    assert days_of(repository.folder) == {"also.md": "09-16", "b.md": "09-08", "moved.md": "09-01"}


def test_three_branches_are_merged_at_once(repository: Repository) -> None:
    for name, day in (("one", "2026-09-16"), ("two", "2026-09-17")):
        repository.branch(name, "main")
        repository.write(**{name: text_of(name)})
        repository.commit(day)
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-commit", "one", "two")
    repository.write(three=text_of("three"))
    repository.move("data/records/a.md", "data/records/moved.md")
    repository.commit("2026-10-01")
    assert days_of(repository.folder) == {
        "b.md": "09-08", "moved.md": "09-01", "one.md": "09-16", "three.md": "10-01", "two.md": "09-17",
    }  # fmt: skip


def test_histories_that_began_apart_have_one_first_day(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    other.write(old=text_of("old"))
    other.commit("2024-02-29")
    repository.git("fetch", "--quiet", other.folder, "main:other")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--allow-unrelated-histories", "--no-edit", "other")
    assert days_of(repository.folder)["old.md"] == "02-29"
    assert read_history([], root=repository.folder).root_day == date(2024, 2, 29)


def test_a_school_may_lie_in_a_folder_of_the_repository(repository: Repository) -> None:
    repository.write_at({"学校/网站/data/records/c.md": text_of("c")})
    repository.commit("2026-09-22")
    assert days_of(repository.folder / "学校/网站") == {"c.md": "09-22"}
    assert days_of(repository.folder) == {"a.md": "09-01", "b.md": "09-08"}


def test_a_school_may_move_within_the_repository(repository: Repository) -> None:
    for name in ("a", "b"):
        repository.move(f"data/records/{name}.md", f"学校/data/records/{name}.md")
    repository.commit("2026-10-01")
    assert days_of(repository.folder / "学校") == {"a.md": "09-01", "b.md": "09-08"}


def test_what_is_not_committed_is_not_known(repository: Repository) -> None:
    repository.write(c=text_of("c"), d=text_of("d"))
    repository.git("add", "data/records/d.md")
    assert days_of(repository.folder) == {"a.md": "09-01", "b.md": "09-08"}


@pytest.mark.parametrize("is_staged", [False, True])
def test_a_move_counts_before_it_is_committed(is_staged: bool, repository: Repository) -> None:
    repository.move("data/records/a.md", "data/records/a/index.md")
    repository.write_at({"data/records/a/index.md": text_of("a") + "附件\n", "data/records/c.md": text_of("c")})
    if is_staged:
        repository.git("add", "--all")
    before = repository.git("status", "--porcelain"), (repository.folder / ".git/index").read_bytes()
    assert days_of(repository.folder) == {"a/index.md": "09-01", "b.md": "09-08"}
    assert (repository.git("status", "--porcelain"), (repository.folder / ".git/index").read_bytes()) == before


def test_a_linked_work_tree_knows_the_same(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "--quiet", tmp_path / "linked")
    assert days_of(tmp_path / "linked") == {"a.md": "09-01", "b.md": "09-08"}
