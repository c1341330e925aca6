"""The history of a school's records: one pass of git over the repository, remembered by commit."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.caching.cache import NO_CACHE, Cache
from disclosure.caching.product import product_digest
from disclosure.domain.history import History, Reach
from disclosure.history.git import GitError, Repository, ask, names, open_repository, text
from disclosure.history.log import LOG, RECORDS, Seen

_BOX = "history"
_SECONDS = 600
"""For the first pass over a large repository."""


@dataclass(frozen=True, slots=True)
class _Box:
    basis: str
    """Digest of the product, which decides how commits are read."""
    seen: Seen


def read_history(paths: Iterable[str], *, root: Path, cache: Cache = NO_CACHE) -> History:
    """The days on which some files of a school were first committed. Where git gives no answer, the result says why.

    Args:
        paths: relative to the school's folder, with `/`.
        cache: remembers what was seen, so that only new commits are looked at.
    """
    root = root.resolve()
    try:
        repository = open_repository(root)
        if repository.is_shallow:
            return History(reach=Reach.SHALLOW)
        return _history(sorted(paths), repository, cache)
    except GitError as error:
        return History(reach=error.reach, said=error.said)


def _history(paths: list[str], repository: Repository, cache: Cache) -> History:
    if not repository.head:
        return History(reach=Reach.WHOLE)
    seen, prefix = _seen(repository, cache), repository.prefix
    days = {path: day for path in paths if (day := seen.days.get(prefix + path))}
    if seen.days and len(days) < len(paths):
        for old, new in _moves(repository):
            if new not in days and (day := seen.days.get(prefix + old)):
                days[new] = day
    if paths and not days and _is_ignored(repository):
        return History(reach=Reach.NO_REPOSITORY)
    return History(reach=Reach.WHOLE, first_commits=days, root_day=seen.root_day)


def _seen(repository: Repository, cache: Cache) -> Seen:
    """What all commits brought: those that are remembered, and the new ones."""
    box = cache.load(_BOX, _Box)
    seen = box.seen if box and box.basis == product_digest() else Seen()
    if seen.head == repository.head:
        return seen
    commits = repository.head
    if seen.head and _is_before(seen.head, repository):
        commits = f"{seen.head}..{repository.head}"
    else:
        seen = Seen()
    seen.add(ask(repository.root, *LOG, commits, "--", seconds=_SECONDS))
    seen.head = repository.head
    cache.save(_BOX, _Box(product_digest(), seen))
    return seen


def _is_before(commit: str, repository: Repository) -> bool:
    """Whether what is checked out came after a commit; not so after another branch was checked out, or history rewritten."""
    base = ask(repository.root, "merge-base", commit, repository.head, empty_on=(1, 128))
    return base.decode().strip() == commit


def _moves(repository: Repository) -> list[tuple[str, str]]:
    """Files that were moved and not committed yet, as old and new path relative to the school's folder.

    git finds moves among files that it knows, so they are made known to a copy of its index.
    """
    root = repository.root
    with TemporaryDirectory(prefix="disclosure-index-") as folder:
        index = Path(folder) / "index"
        own = root / text(ask(root, "rev-parse", "--git-path", "index").rstrip(b"\n"))
        try:
            if own.exists():
                shutil.copyfile(own, index)
            ask(root, "add", "--all", "--intent-to-add", "--", RECORDS.rstrip("/"), index=index)
            answer = ask(
                root, "diff", "-M", "--diff-filter=R", "--name-status", "-z", "--no-color", "--no-ext-diff", "--no-textconv",
                "--relative", "--ignore-submodules=all", repository.head, "--", index=index,
            )  # fmt: skip
        except (GitError, OSError):  # such as a repository that may only be read
            return []
    tokens = names(answer)
    return list(zip(tokens[1::3], tokens[2::3], strict=True))


def _is_ignored(repository: Repository) -> bool:
    """Whether the school lies in a folder that its repository leaves out, so that nothing of it can be committed."""
    return bool(ask(repository.root, "check-ignore", "--", "data", empty_on=(1, 128)))
