"""Where git cannot answer, the reasons are told apart, and nothing is invented."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from disclosure.domain.history import History, Reach
from disclosure.history.first_commits import read_history
from disclosure.history.git import GitError, ask, commit_of
from repository import Repository, text_of

A = "data/records/a.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    made.commit("2026-09-01")
    made.write(b=text_of("b"))
    made.commit("2026-09-08")
    return made


def history_of(root: Path) -> History:
    return read_history([A], root=root)


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone_says_nothing_about_days(depth: int, repository: Repository, tmp_path: Path) -> None:
    repository.write(c=text_of("c"))
    repository.commit("2026-09-15")
    assert history_of(repository.shallow_clone(tmp_path / "clone", depth=depth)) == History(reach=Reach.SHALLOW)


def test_a_shallow_clone_that_was_filled_up_knows_everything(repository: Repository, tmp_path: Path) -> None:
    clone = repository.shallow_clone(tmp_path / "clone")
    shutil.copytree(clone, tmp_path / "full")
    Repository(tmp_path / "full").git("fetch", "--quiet", "--unshallow")
    assert history_of(tmp_path / "full") == history_of(repository.folder)
    assert history_of(tmp_path / "full").reach is Reach.WHOLE


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    assert history_of(tmp_path).reach is Reach.NO_REPOSITORY


def test_a_folder_that_its_repository_leaves_out(repository: Repository) -> None:
    repository.write_at({".gitignore": "/cache/\n", "cache/school/data/records/a.md": text_of("a")})
    assert history_of(repository.folder / "cache/school").reach is Reach.NO_REPOSITORY


def test_the_inside_of_a_repository_is_no_school(repository: Repository) -> None:
    assert history_of(repository.folder / ".git").reach is Reach.NO_REPOSITORY


def test_a_repository_without_commits_has_no_days(tmp_path: Path) -> None:
    made = Repository(tmp_path / "school")
    made.write(a=text_of("a"))
    assert history_of(made.folder) == History(reach=Reach.WHOLE)


def test_a_machine_without_git(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history_of(repository.folder).reach is Reach.NO_PROGRAM


def test_a_folder_of_another_user(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    assert history_of(repository.folder).reach is Reach.NOT_TRUSTED


def test_a_damaged_repository_gives_no_answer_and_its_own_words(repository: Repository) -> None:
    for path in (repository.folder / ".git/objects").rglob("*"):
        if path.is_file():
            path.unlink()
    found = history_of(repository.folder)
    assert found.reach is Reach.NO_ANSWER
    assert "bad object" in found.said


def test_git_may_not_take_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "bin/git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(slow.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{slow.parent}:/bin:/usr/bin")
    with pytest.raises(GitError) as caught:
        ask(tmp_path, "version", seconds=1)
    assert caught.value.reach is Reach.NO_ANSWER and "1 秒" in caught.value.said


@pytest.mark.parametrize(
    "revision",
    ["", "-h", "--help", "--output=x", "--all", "nope", "HEAD:data", "main..main", "main main", "HEAD\n", "^HEAD"],
)
def test_what_is_no_revision_names_no_commit(revision: str, repository: Repository) -> None:
    assert commit_of(repository.folder, revision) == ""
    assert not (repository.folder / "x").exists()


@pytest.mark.parametrize("revision", ["HEAD", "main", "main~1", "HEAD^", "refs/heads/main", "v1", "主干", "@"])
def test_a_revision_names_a_commit(revision: str, repository: Repository) -> None:
    repository.git("tag", "--annotate", "--message=x", "v1")
    repository.git("branch", "主干")
    assert len(commit_of(repository.folder, revision)) == 40


def test_a_hook_may_ask_about_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    assert history_of(repository.folder).first_commits


def test_a_repository_can_start_no_program(repository: Repository, tmp_path: Path) -> None:
    """Settings and hooks of a repository name programs; none of them runs because somebody checks."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    repository.write_at({".gitattributes": "*.md diff=trap\n"})
    repository.commit("2026-09-09")
    for key in ("core.fsmonitor", "diff.external", "diff.trap.command", "diff.trap.textconv", "gpg.program"):
        repository.git("config", key, trap)
    repository.git("config", "log.showSignature", "true")
    hooks = repository.folder / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-index-change", "post-checkout", "reference-transaction"):
        shutil.copy(trap, hooks / hook)
    repository.move(A, "data/records/moved.md")
    assert read_history(["data/records/moved.md"], root=repository.folder).first_commits
    assert not (tmp_path / "sprung").exists()
