"""The delivery of a build: make what changed, side by side, and let it take its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from disclosure.delivery.making import Aside, Making, Progress, Told, begin_aside, begin_making
from disclosure.delivery.manifest import Delivered, Lying, Manifest
from disclosure.delivery.workshop import Workshop
from disclosure.publishing.output import OutputFile

_FEW = 10
"""Files are moved in one by one where the others are so many times as many, else the whole site is swapped."""
_MANY = 1000
"""A site with fewer files than this is always swapped."""


ReadFile = Callable[[str], bytes]
"""Content of a file of the site as it is going to be, by its path. Raises OSError where there is none."""


class AddressTakenError(ValueError):
    """Two files of a site have the same path."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Files of the site that are told together."""

    files: Callable[[ReadFile], Iterable[OutputFile]]
    is_aside: bool = False
    """Whether another process may tell and make them all, while this one goes on with the next batches."""
    is_made_of_others: bool = False
    """Whether the files of the batches before it, but for those aside, have to be there when the first of its own is told."""


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
    batches: Iterable[Batch], *, manifest: Manifest, lying: dict[str, Lying], workshop: Workshop, processes: int = 1,
    is_large: bool = False, progress: Progress | None = None,
) -> Delivery:  # fmt: skip
    """Bring a site's folder to what the batches say. A file whose content stays the same is not touched.

    Args:
        batches: files of the site.
        manifest: the last delivery.
        lying: what lies in the folder now.
        processes: how many may make files at the same time.
        is_large: whether the site has so many records that even a few files of it, its feeds and lists, take long to make.

    Raises:
        AddressTakenError: two files have the same path. Nothing has taken its place then.
    """
    at_hand = _AtHand(manifest=manifest, lying=lying)
    read, known, at_once = _reader(workshop), manifest.files, processes if is_large else 1
    with ExitStack() as under_way:
        for batch in batches:
            if batch.is_aside:
                aside = begin_aside(partial(batch.files, read), known, lying, workshop, processes=at_once)
                under_way.callback(aside.stop)
                at_hand.asides.append(aside)
                continue
            told = batch.files(read)
            if batch.is_made_of_others:
                at_hand.finish()
            todo = at_hand.todo(told)
            making = begin_making(todo, lying, workshop, processes=processes, progress=progress)
            under_way.callback(making.stop)
            at_hand.under_way.append(making)
        at_hand.finish()
        at_hand.finish_asides()
    files, changed = at_hand.files, tuple(sorted(at_hand.changed))
    gone = tuple(sorted(lying.keys() - files.keys()))
    _take_place(changed, gone, files, workshop)
    return Delivery(files=files, changed=changed, gone=gone)


def _reader(workshop: Workshop) -> ReadFile:
    def read(path: str) -> bytes:
        try:
            with open(f"{workshop.new}/{path}", "rb") as stream:
                return stream.read()
        except FileNotFoundError:
            with open(f"{workshop.site}/{path}", "rb") as stream:
                return stream.read()

    return read


@dataclass(slots=True, kw_only=True)
class _AtHand:
    """The files of the site as far as they are known."""

    manifest: Manifest
    lying: dict[str, Lying]
    files: dict[str, Delivered] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    under_way: list[Making] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    def todo(self, told: Iterable[OutputFile]) -> list[OutputFile]:
        """What has to be made; what lies there as it was delivered is known, and noted.

        What takes longest, lists and home page, comes last: taken first, it leaves no process alone at the end.
        """
        todo: dict[str, OutputFile] = {}
        files, known_files, lying = self.files, self.manifest.files, self.lying
        for file in told:
            path = file.path
            if path in files or path in todo:
                raise AddressTakenError(path)
            known = known_files.get(path)
            if known and known.key == file.key and lying.get(path) == known.lying:
                files[path] = known
            else:
                todo[path] = file
        return list(reversed(todo.values()))

    def finish(self) -> None:
        """Take part in the making of what is under way, the latest first, until all is there."""
        while self.under_way:
            making = self.under_way.pop()
            for file, made in zip(making.todo, making.results(), strict=True):
                self._note(Told(file.path, file.key, made))

    def finish_asides(self) -> None:
        """The same for what others do alone."""
        for aside in self.asides:
            for told in aside.results():
                self._note(told)

    def _note(self, told: Told) -> None:
        path, key, made = told
        if path in self.files:
            raise AddressTakenError(path)
        self.files[path] = Delivered(key, made.size, made.modified)
        if made.is_new:
            self.changed.append(path)


def _take_place(changed: Sequence[str], gone: Sequence[str], files: dict[str, Delivered], workshop: Workshop) -> None:
    """Move in a few files one by one; else swap the whole site, so that nobody sees half of each."""
    if not changed and not gone:
        return
    kept = len(files) - len(changed)
    if kept >= _MANY and kept >= _FEW * (len(changed) + len(gone)):
        workshop.move_in(list(changed), list(gone))
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
