"""The workshop beside a site's folder: files are made there, and take their places when all of them are whole.

A build may be killed at any moment. What it leaves in the workshop is swept away by the next one, but for two things: files
that were being moved in, whose list is sealed in `moves`, are moved in first; and what is not ours (hidden files such as
`.git`, a whole old site) goes back to where it was.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from disclosure.caching.cache import Cache
from disclosure.delivery.exchange import exchange

_LOCK = "lock"
"""A file of the workshop; everything else in it is a build's own."""
_PATIENCE = 10
"""Seconds in which another build may end; a worker of a killed one ends in much less."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """What remains to be done for a site to be the new one."""

    folder: str
    new: list[str]
    """Paths of files to be moved from the workshop."""
    gone: list[str]
    """Paths of files to be deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A folder of its own for one build at a time."""

    site: Path
    folder: Path
    seal: Cache
    """Seals the list of moves."""

    @property
    def new(self) -> Path:
        """Where new files are made, each under its path."""
        return self.folder / "new"

    @property
    def _old(self) -> Path:
        return self.folder / "old"

    def move_in(self, new: list[str], gone: list[str]) -> None:
        """Move some files to their places in the site and delete others; where this is interrupted, the next build goes on."""
        self.seal.save("moves", _Moves(str(self.site), new, gone))
        self._go_on(_Moves(str(self.site), new, gone))

    def swap(self, gone: Iterable[str] = ()) -> None:
        """Let the new folder take the place of the site as a whole.

        Args:
            gone: paths of files of the old site that are not to come back, though they are hidden.
        """
        exchange(self.new, self.site, self._old)
        for old in (self.new, self._old):
            for path in gone:
                with suppress(FileNotFoundError, NotADirectoryError):
                    (old / path).unlink()
                    _drop_empty((old / path).parent, old)
        self._give_back()

    def recover(self) -> None:
        """Finish or undo what an interrupted build left, then make room."""
        for part in (self.new, self._old):
            _drop_link(part)
        moves = self.seal.load("moves", _Moves)
        if moves and moves.folder == str(self.site) and self.site.is_dir():
            self._go_on(moves)
        if self._old.exists() and not self.site.exists():
            self._old.rename(self.site)
        self._give_back()
        for part in self.folder.iterdir():
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part, ignore_errors=True)
            elif part.name != _LOCK:
                part.unlink()

    def _go_on(self, moves: _Moves) -> None:
        """Files in their places are skipped, so that this can be done again. What is linked to comes first."""
        for path in sorted(moves.new, key=_order):
            made, place = self.new / path, self.site / path
            if made.exists():
                _make_way(place, self.site)
                made.replace(place)
        for path in moves.gone:
            place = self.site / path
            if place.is_symlink() or not place.is_dir():  # else a folder has taken its place
                with suppress(FileNotFoundError, NotADirectoryError):
                    place.unlink()
            _drop_empty(place.parent, self.site)
        (self.folder / "moves").unlink(missing_ok=True)

    def _give_back(self) -> None:
        """Hidden files at the top, such as `.git` of a repository that holds the site, go to where the site is."""
        for part in (self.new, self._old):
            for entry in part.glob(".*") if self.site.is_dir() else ():
                if not (self.site / entry.name).exists():
                    entry.rename(self.site / entry.name)


@contextmanager
def workshop(site: Path, *, mark: str, cache: Cache) -> Iterator[Workshop]:
    """The workshop of a site's folder, for this build alone; empty, and gone afterwards.

    It lies beside the folder, on the same file system, so that moving a file is one rename.

    Args:
        mark: a file by which a site of ours is known; a folder with files and without this one is not touched.
        cache: its key seals what is left for the next build.

    Raises:
        OSError: the folder is not ours, another build is at work on it, or it cannot be made.
    """
    if _holds_foreign_files(site, mark):
        raise FileExistsError(
            errno.EEXIST, "里面有不是本程序生成的文件，不会覆盖；换一个文件夹，或先把它们移走", str(site)
        )
    folder = site.parent / f".{site.name}.workshop"
    _drop_link(folder)
    try:
        lock = _locked(folder)
    except Timeout:
        raise OSError(errno.EDEADLK, "另一个生成正在进行，请等它结束", str(site)) from None
    made = Workshop(site=site, folder=folder, seal=Cache(folder=folder, key=cache.key))
    try:
        made.recover()
        yield made
    finally:
        made.recover()
        with suppress(OSError):  # while it is ours: a build that waits finds its file gone, and makes another
            (folder / _LOCK).unlink(missing_ok=True)
        lock.release()
        with suppress(OSError):
            folder.rmdir()


def _locked(folder: Path) -> FileLock:
    """Make the folder and take its lock. A build that ends may take the folder away in between: then once more."""
    lock = FileLock(folder / _LOCK, timeout=_PATIENCE)
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        _drop_link(folder / _LOCK)
        with suppress(FileNotFoundError):
            lock.acquire()
            return lock


def _order(path: str) -> tuple[bool, bool, str]:
    """Assets, then records, then the pages and feeds that list them."""
    return (not path.startswith("assets/"), not path.startswith("r/"), path)


def _make_way(place: Path, site: Path) -> None:
    """Make the folders above a file; a file that stands where a folder has to be goes, and so does the reverse."""
    for above in reversed([one for one in place.parents if one.is_relative_to(site)]):
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            above.unlink()
        above.mkdir(exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)


def _drop_link(path: Path) -> None:
    """Nothing is written, moved or deleted through a link that somebody has put in our place."""
    if path.is_symlink():
        path.unlink()


def _drop_empty(folder: Path, site: Path) -> None:
    while folder != site and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _holds_foreign_files(folder: Path, mark: str) -> bool:
    if not folder.is_dir():
        return folder.exists()
    return not (folder / mark).exists() and any(not entry.name.startswith(".") for entry in folder.iterdir())
