"""Files of a site that are being made in the workshop, side by side."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.delivery.manifest import Delivered, Lying
from disclosure.delivery.workshop import Workshop
from disclosure.publishing.output import OutputFile
from disclosure.side_by_side import Shared, chunked, share

_CHUNK = 32
"""Files that a process makes at a time."""
_WORTH_SHARING = 200
"""Fewer files are made sooner than another process has begun."""
_HELD = 1 << 20
"""Bytes of content that are made before they are written. A processor that does the same again and again is faster; what is
larger, attachments, is not to fill the memory."""

Progress = Callable[[int, int], None]
"""Told how many parts of the work have been taken in hand, and how many there are."""


class Made(NamedTuple):
    """What came of a file."""

    is_new: bool
    """False where the very same lies in its place already."""
    size: int
    modified: int
    """Nanoseconds, as `os.stat` tells them."""


class Told(NamedTuple):
    """A file of the site that is there."""

    path: str
    key: str
    made: Made


@dataclass(frozen=True, slots=True)
class Making:
    """Files under way. Other processes may make them while this one does something else."""

    todo: Sequence[OutputFile]
    shared: Shared[list[Made]]

    def results(self) -> list[Made]:
        """Take part until all are made. In the order of the files; raises what making one raises."""
        return [one for result in self.shared.results() for one in result]

    def stop(self) -> None:
        """Make no more of them."""
        self.shared.stop()


@dataclass(frozen=True, slots=True)
class Aside:
    """Files that another process tells and makes, all of them, while this one does something else."""

    shared: Shared[list[Told]]

    def results(self) -> list[Told]:
        """All of them, those that were left alone too. Raises what telling or making one raises."""
        return self.shared.results()[0]

    def stop(self) -> None:
        """Make no more of them."""
        self.shared.stop()


def begin_making(
    todo: Sequence[OutputFile], lying: dict[str, Lying], workshop: Workshop, *, processes: int = 1,
    progress: Progress | None = None,
) -> Making:  # fmt: skip
    """Begin to make files, each under its path in the workshop.

    Args:
        lying: what lies in the site's folder.
        processes: how many may take part, this one included.
    """
    are_many = len(todo) >= _WORTH_SHARING
    chunks = chunked(todo, _CHUNK if are_many else 1)
    site, new = str(workshop.site), str(workshop.new)
    os.makedirs(new, exist_ok=True)
    here = os.getpid()

    def make(number: int) -> list[Made]:
        if progress and os.getpid() == here:  # copies take the same numbers in turn
            progress(number + 1, len(chunks))
        return list(_all_made(chunks[number], site, new, lying))

    shared = share(make, len(chunks), list[Made], processes=processes if are_many else 1)
    if shared.has_copies:
        _make_folders(todo, new)
    return Making(todo, shared)


def begin_aside(
    files: Callable[[], Iterable[OutputFile]], known: dict[str, Delivered], lying: dict[str, Lying], workshop: Workshop,
    *, processes: int,
) -> Aside:  # fmt: skip
    """Begin to tell and make files by one other process.

    Args:
        known: what was delivered last. A file with the key it had then is not made where it lies as it was left.
        processes: 1 where there are no others.
    """
    site, new = str(workshop.site), str(workshop.new)

    def told(file: OutputFile) -> Told:
        path, was = file.path, known.get(file.path)
        if was and was.key == file.key and lying.get(path) == was.lying:
            return Told(path, file.key, Made(False, was.size, was.modified))
        return Told(path, file.key, _made(path, file.make(), site, new, lying))

    return Aside(share(lambda _: [told(file) for file in files()], 1, list[Told], processes=processes))


def _make_folders(todo: Sequence[OutputFile], new: str) -> None:
    """Make the folders of all files, while copies make files: copies that made folders, too, would wait for each other."""
    for folder in dict.fromkeys(os.path.dirname(f"{new}/{file.path}") for file in todo):
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)


def _all_made(files: Iterable[OutputFile], site: str, new: str, lying: dict[str, Lying]) -> Iterator[Made]:
    """Make files, in order, some at a time."""
    held: list[tuple[str, bytes]] = []
    size = 0
    for file in files:
        held.append((file.path, file.make()))
        size += len(held[-1][1])
        if size >= _HELD:
            yield from (_made(path, content, site, new, lying) for path, content in held)
            held, size = [], 0
    yield from (_made(path, content, site, new, lying) for path, content in held)


def _made(path: str, content: bytes, site: str, new: str, lying: dict[str, Lying]) -> Made:
    """Write one file, unless the very same lies in its place."""
    there = lying.get(path)
    if there and there.size == len(content):
        with open(f"{site}/{path}", "rb") as stream:
            if stream.read() == content:
                return Made(False, there.size, there.modified)
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
    return Made(True, stat.st_size, stat.st_mtime_ns)
