"""The only place that starts another program: git, with fixed arguments, a limit of time and no shell.

Whatever the user's settings and language are, git is asked for the same form of answer. It runs none of the programs that
a repository's settings can name (hooks, file system monitors, external diffs), and it is told nothing but hashes and
paths that it gave itself, with the one exception of a revision, which may not look like an option.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from disclosure.domain.history import Reach

_SETTINGS = (
    "core.quotepath=off",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.sparseCheckout=false",
    "log.showSignature=false",
    "diff.renameLimit=4000",
)
_CHOSEN = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_OF_OTHER_REPOSITORIES = frozenset(
    "GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_COMMON_DIR GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_DIR GIT_GRAFT_FILE "
    "GIT_IMPLICIT_WORK_TREE GIT_INDEX_FILE GIT_NAMESPACE GIT_OBJECT_DIRECTORY GIT_PREFIX GIT_SHALLOW_FILE "
    "GIT_WORK_TREE GIT_EXTERNAL_DIFF GIT_DIFF_OPTS GIT_LITERAL_PATHSPECS GIT_GLOB_PATHSPECS GIT_ICASE_PATHSPECS "
    "GIT_NOGLOB_PATHSPECS GIT_TRACE".split()
)
"""Variables that a hook hands down: we ask about the folder we were given, whoever started us."""
_SECONDS = 60
_REASONS = (
    ("dubious ownership", Reach.NOT_TRUSTED),
    ("unsafe repository", Reach.NOT_TRUSTED),
    ("not a git repository", Reach.NO_REPOSITORY),
    ("must be run in a work tree", Reach.NO_REPOSITORY),
)


class GitError(Exception):
    """git gave no answer."""

    def __init__(self, reach: Reach, said: str = "") -> None:
        super().__init__(said)
        self.reach = reach
        self.said = said


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The repository that a school's folder lies in, at a moment."""

    root: Path
    """The school's folder."""
    prefix: str
    """Path from the repository's top to the school's folder, '' or with a slash at its end."""
    head: str
    """Hash of the commit that is checked out; '' where nothing is committed yet."""
    is_shallow: bool


def open_repository(root: Path) -> Repository:
    """The repository of a school. Raises GitError where there is none, or no git, or git refuses."""
    shallow, inside, prefix = _lines(
        ask(root, "rev-parse", "--is-shallow-repository", "--is-inside-work-tree", "--show-prefix"), 3
    )
    if inside != "true":
        raise GitError(Reach.NO_REPOSITORY)
    head = text(ask(root, "rev-parse", "--verify", "--quiet", "HEAD", empty_on=(1,))).strip()
    return Repository(root=root, prefix=prefix, head=head, is_shallow=shallow == "true")


def commit_of(root: Path, revision: str) -> str:
    """Hash of the commit that a revision names; '' where there is none, also for what git could take for an option."""
    if not revision or revision.startswith("-") or not revision.isprintable() or " " in revision:
        return ""
    named = f"{revision}^{{commit}}"
    found = text(ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", named, empty_on=(1, 128))).strip()
    return found if found.isalnum() else ""


def ask(
    root: Path, *arguments: str, empty_on: tuple[int, ...] = (), index: Path | None = None, stdin: bytes = b"",
    seconds: int = _SECONDS,
) -> bytes:  # fmt: skip
    """What git prints.

    Args:
        empty_on: codes other than 0 with which git says no; the answer is then empty.
        index: a list of files of our own instead of the repository's.

    Raises:
        GitError: git is not there, refuses, fails or takes too long.
    """
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command = ["git", "-C", str(root), "--no-pager", *settings, *arguments]
    given = {key: value for key, value in os.environ.items() if key not in _OF_OTHER_REPOSITORIES} | _CHOSEN
    if index:
        given["GIT_INDEX_FILE"] = str(index)
    try:
        done = subprocess.run(command, env=given, input=stdin, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise GitError(Reach.NO_ANSWER, f"等了 {seconds} 秒") from None
    except OSError as error:
        raise GitError(Reach.NO_PROGRAM, str(error)) from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    reach = next((reach for words, reach in _REASONS if words in said), Reach.NO_ANSWER)
    if done.returncode in empty_on and reach is Reach.NO_ANSWER:
        return b""
    raise GitError(reach, said.partition("\n")[0])


def names(answer: bytes) -> list[str]:
    """Names of files, as Python names them, in an answer that ends each with a zero byte."""
    return [name.decode(errors="surrogateescape") for name in answer.split(b"\0") if name]


def text(name: bytes) -> str:
    """A name that can be kept: one that is not UTF-8 becomes one that no file has."""
    return name.decode(errors="replace")


def _lines(answer: bytes, count: int) -> list[str]:
    return (text(answer).split("\n") + [""] * count)[:count]
