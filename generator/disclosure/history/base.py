"""The state of a repository from which a change starts, such as a pull request: what the change touches, and a copy of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.domain.history import Reach
from disclosure.history.git import GitError, Repository, ask, commit_of, names, open_repository
from disclosure.history.log import RECORDS

_WANTED = ("data", "site_src")
"""What is read of a school; both may be missing."""
_INDEX = "/index.md"
_FETCH_ALL = (
    "请取完整历史：运行 git fetch --unshallow；GitHub Actions 在 actions/checkout 下面写 with: {fetch-depth: 0}"
)
_WITHOUT = {
    Reach.NO_PROGRAM: "没有安装 git",
    Reach.NO_REPOSITORY: "这个文件夹不在 git 仓库里",
    Reach.NOT_TRUSTED: "文件夹属于另一个用户，git 不肯读取；运行 git config --global --add safe.directory 文件夹的完整路径",
    Reach.NO_ANSWER: "git 没有回答",
}


class NoBaseError(ValueError):
    """The base cannot be found. The message is Chinese and says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """What is different in the school's folder, committed or not, since the base. Paths are relative to that folder."""

    repository: Repository
    base: str
    """Hash of the commit where the change left the line that it is meant for."""
    files: tuple[str, ...]
    """Files of the school at the base."""
    folders: frozenset[str]
    """Folders that are one record, at the base or now: what lies in them changes together."""
    changed: frozenset[str]
    """Files, and folders of records, that are new, different or gone."""

    def touches(self, path: str) -> bool:
        """Whether a file is concerned; a record that has a folder is, where anything in it is."""
        return _unit(path, self.folders) in self.changed

    @contextmanager
    def checked_out(self) -> Iterator[Path]:
        """A copy, for as long as it is looked at, of the school's settings, its pages and its changed records at the base.

        The files are those of a checkout. `git archive` would leave out what .gitattributes tells it to, and a record
        could be deleted unseen.
        """
        root = self.repository.root
        wanted = [path for path in self.files if not path.startswith(RECORDS) or self.touches(path)]
        with TemporaryDirectory(prefix="disclosure-base-") as folder:
            index, tree = Path(folder, "index"), Path(folder, "tree")
            school = tree / self.repository.prefix
            school.mkdir(parents=True)
            with _in_chinese("改动以前的文件"):
                ask(root, "read-tree", self.base, index=index)
                place = f"--prefix={tree}/"
                ask(root, "checkout-index", "--quiet", "-z", "--stdin", place, index=index, stdin=_listed(wanted))
            yield school


def open_change_set(root: Path, revision: str) -> ChangeSet:
    """What was changed since the state that a change is meant for.

    Args:
        revision: the branch that the change is meant for, such as `origin/main`.

    Raises:
        NoBaseError: there is no git, no such revision, or nothing in common with it.
    """
    with _in_chinese(revision):
        repository = open_repository(root.resolve())
        base = _base(repository, revision)
        changed = ask(
            repository.root, "diff", "--name-only", "-z", "--no-renames", "--no-color", "--no-ext-diff", "--relative",
            "--ignore-submodules=all", base, "--",
        )  # fmt: skip
        untracked = ask(repository.root, "ls-files", "--others", "--exclude-standard", "-z")
        files = names(ask(repository.root, "ls-tree", "-r", "-z", "--name-only", base, "--", *_WANTED))
    different = names(changed + untracked)
    folders = frozenset(path.removesuffix(_INDEX) for path in (*files, *different) if path.endswith(_INDEX))
    units = frozenset(_unit(path, folders) for path in different)
    return ChangeSet(repository=repository, base=base, files=tuple(files), folders=folders, changed=units)


def committed_files(changes: ChangeSet) -> tuple[str, ...]:
    """Files that the commits of a change touch, whatever lies in the folder now; a pipeline may have put the base's own
    programs there, so as to run none of the change's. Those outside of the school's folder begin with `/`.

    Raises:
        NoBaseError: git does not answer.
    """
    repository = changes.repository
    with _in_chinese(changes.base):
        answer = ask(
            repository.root, "diff", "--name-only", "-z", "--no-renames", "--no-color", "--no-ext-diff", "--no-relative",
            "--ignore-submodules=all", changes.base, repository.head, "--",
        )  # fmt: skip
    inside = repository.prefix
    return tuple(sorted(path[len(inside) :] if path.startswith(inside) else f"/{path}" for path in names(answer)))


def _unit(path: str, folders: frozenset[str]) -> str:
    """The folder of a record that a file lies in, the outermost; else the file itself."""
    if not path.startswith(RECORDS):
        return path
    ends = (end for end, character in enumerate(path) if character == "/")
    return next((path[:end] for end in ends if path[:end] in folders), path)


def _listed(paths: Iterable[str]) -> bytes:
    return b"".join(path.encode(errors="surrogateescape") + b"\0" for path in paths)


def _base(repository: Repository, revision: str) -> str:
    if not repository.head:
        raise NoBaseError(f"还没有提交过，无法与 {revision} 对比")
    commit = commit_of(repository.root, revision)
    if not commit:
        if repository.is_shallow:
            raise NoBaseError(f"这是浅克隆，里面没有 {revision}，无法对比。{_FETCH_ALL}")
        raise NoBaseError(f"没有版本 {revision}，无法对比。用 git branch --all 看有哪些，例如 --base origin/main")
    base = ask(repository.root, "merge-base", commit, repository.head, empty_on=(1,)).decode().strip()
    if not base and repository.is_shallow:
        raise NoBaseError(f"这是浅克隆，看不到是从 {revision} 的哪里分出来的，无法对比。{_FETCH_ALL}")
    if not base:
        raise NoBaseError(f"现在的文件和 {revision} 没有共同的来历，无法对比")
    return base


@contextmanager
def _in_chinese(revision: str) -> Iterator[None]:
    """Say in Chinese that git failed."""
    try:
        yield
    except GitError as error:
        said = f"（{error.said}）" if error.said and error.reach is Reach.NO_ANSWER else ""
        raise NoBaseError(f"{_WITHOUT[error.reach]}{said}，无法与 {revision} 对比") from None
