"""The delivery of a build: make what changed, side by side, and let it take its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from disclosure.caching.cache import decoded, encoded
from disclosure.delivery.manifest import Delivered, Lying, Manifest
from disclosure.delivery.workshop import Workshop
from disclosure.publishing.output import OutputFile
from disclosure.side_by_side import chunked, share

_CHUNK = 32
"""Files that a process makes at a time."""
_WORTH_SHARING = 200
"""Fewer files are made sooner than another process has begun, but for those of a large site: its feeds and lists are long."""
_FEW = 10
"""Files are moved in one by one where the others are so many times as many, else the whole site is swapped."""
_MANY = 2000
"""A site with fewer files than this is always swapped."""


Progress = Callable[[int, int], None]
"""Told how many parts of the work have been taken in hand, and how many there are."""


ReadFile = Callable[[str], bytes]
"""Content of a file of the site as it is going to be, by its path. Raises OSError where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a build did to a site's folder."""

    files: dict[str, Delivered]
    """All files that now lie there, by path."""
    changed: tuple[str, ...]
    """Paths of new files and of those with new content, sorted."""
    gone: tuple[str, ...]
    """Paths of files that were deleted, sorted."""


def deliver(
    output: Iterable[OutputFile], *, manifest: Manifest, lying: dict[str, Lying], workshop: Workshop, processes: int = 1,
    progress: Progress | None = None, then: Callable[[ReadFile], Iterable[OutputFile]] = lambda _: (),
) -> Delivery:  # fmt: skip
    """Bring a site's folder to what the output says. A file whose content stays the same is not touched.

    Args:
        output: files of the site; no two with the same path.
        manifest: the last delivery.
        lying: what lies in the folder now.
        processes: how many may make files at the same time.
        then: the rest of the files, which are made from the others.
    """
    files: dict[str, Delivered] = {}

    def read(path: str) -> bytes:
        try:
            with open(f"{workshop.new}/{path}", "rb") as stream:
                return stream.read()
        except FileNotFoundError:
            with open(f"{workshop.site}/{path}", "rb") as stream:
                return stream.read()

    changed: list[str] = []
    for some in (output, then(read)):
        todo = _todo(some, files, manifest, lying)
        is_large = len(todo) >= _WORTH_SHARING
        at_once = processes if is_large or len(files) >= _MANY else 1
        made = _make(todo, lying, workshop, at_once, progress, size=_CHUNK if is_large else 1)
        for file, (is_new, size, modified) in zip(todo, made, strict=True):
            files[file.path] = Delivered(file.key, size, modified)
            if is_new:
                changed.append(file.path)
    gone = sorted(lying.keys() - files.keys())
    _take_place(sorted(changed), gone, files, workshop)
    return Delivery(files=files, changed=tuple(sorted(changed)), gone=tuple(gone))


def _todo(
    output: Iterable[OutputFile], files: dict[str, Delivered], manifest: Manifest, lying: dict[str, Lying]
) -> list[OutputFile]:
    """What has to be made; what lies there as it was delivered is known, and noted in `files`.

    Feeds and lists, which take longest, come last: taken first, they leave no process alone at the end.
    """
    todo = []
    for file in output:
        path = file.path
        known = manifest.files.get(path)
        if known and known.key == file.key and lying.get(path) == known.lying:
            files[path] = known
        else:
            todo.append(file)
    todo.reverse()
    return todo


def _make(
    todo: Sequence[OutputFile],
    lying: dict[str, Lying],
    workshop: Workshop,
    processes: int,
    progress: Progress | None,
    *,
    size: int,
) -> list[tuple[bool, int, int]]:
    chunks = chunked(todo, size)
    site, new = str(workshop.site), str(workshop.new)
    os.makedirs(new, exist_ok=True)

    here = os.getpid()

    def make(number: int) -> bytes:
        if progress and os.getpid() == here:  # copies take the same numbers in turn
            progress(number + 1, len(chunks))
        return encoded([_made(file, site, new, lying) for file in chunks[number]])

    shared = share(make, len(chunks), processes=processes)
    if shared.has_copies:
        _make_folders(todo, new)
    return [one for result in shared.results() for one in decoded(result, list[tuple[bool, int, int]])]


def _make_folders(todo: Sequence[OutputFile], new: str) -> None:
    """Make the folders of all files, while copies make files: copies that made folders, too, would wait for each other."""
    for folder in dict.fromkeys(os.path.dirname(f"{new}/{file.path}") for file in todo):
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)


def _made(file: OutputFile, site: str, new: str, lying: dict[str, Lying]) -> tuple[bool, int, int]:
    """Make one file, unless the very same lies in its place: whether it is new, its size and time."""
    content, path = file.make(), file.path
    there = lying.get(path)
    if there and there.size == len(content):
        with open(f"{site}/{path}", "rb") as stream:
            if stream.read() == content:
                return False, there.size, there.modified
    place = f"{new}/{path}"
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        written = os.write(descriptor, content)
        while written < len(content):  # a disk that runs full takes a part first
            written += os.write(descriptor, memoryview(content)[written:])
        stat = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    return True, stat.st_size, stat.st_mtime_ns


def _take_place(changed: list[str], gone: list[str], files: dict[str, Delivered], workshop: Workshop) -> None:
    """Move in a few files one by one; else swap the whole site, so that nobody sees half of each."""
    if not changed and not gone:
        return
    kept = len(files) - len(changed)
    if kept >= _MANY and kept >= _FEW * (len(changed) + len(gone)):
        workshop.move_in(changed, gone)
        return
    new = set(changed)
    for path in files:
        if path not in new:
            _keep(workshop.site / path, workshop.new / path)
    workshop.swap([path for path in gone if path.startswith(".")])


def _keep(there: Path, here: Path) -> None:
    """The same file in the new folder, with its time: another name for it, or a copy where there are no hard links."""
    here.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(there, here, follow_symlinks=False)
    except OSError:
        shutil.copy2(there, here, follow_symlinks=False)
