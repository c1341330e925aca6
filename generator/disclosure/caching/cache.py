"""The build cache of a school: a folder of sealed boxes, one for each thing that a build can take from the last one."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from disclosure.caching.seal import machine_key, opened, sealed
from disclosure.serialisation import decoded, encoded

T = TypeVar("T")

FOLDER = PurePosixPath(".cache/disclosure")
"""Below the school's root folder."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Boxes by name. A box that is missing, damaged, foreign or of another shape is as good as none."""

    folder: Path | None
    """None: nothing is kept."""
    key: bytes = b""

    def load(self, name: str, kind: type[T]) -> T | None:
        """The content of a box, checked against its type."""
        if self.folder is None or not self.key:
            return None
        try:
            content = opened((self.folder / name).read_bytes(), name=name, key=self.key)
            return None if content is None else decoded(content, kind)
        except (OSError, ValueError):  # msgspec's errors are ValueErrors
            return None

    def save(self, name: str, content: Any) -> None:
        """Fill a box anew: whole, or not at all. A cache that cannot be written costs time later, nothing else."""
        if self.folder is None:
            return
        self._write(name, sealed(encoded(content), name=name, key=self.key))

    def note(self, name: str, text: str) -> Path | None:
        """Keep a text for people beside the boxes; None where it cannot be kept."""
        return self._write(name, text.encode()) if self.folder else None

    def _write(self, name: str, content: bytes) -> Path | None:
        place = Path(self.folder or "", name)
        unfinished = place.with_name(f"{place.name}.new")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.parent.is_symlink():
                return None
            _write_new(unfinished, content)
            return unfinished.replace(place)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            return None


NO_CACHE = Cache(folder=None)
"""Reads nothing and keeps nothing."""


def open_cache(root: Path) -> Cache:
    """The cache of a school's folder, kept out of its repository; none where a link leads out of the folder."""
    folder = root / FOLDER
    nothing = Cache(folder=None, key=machine_key())
    if (root / FOLDER.parts[0]).is_symlink() or folder.is_symlink():
        return nothing
    try:
        folder.mkdir(parents=True, exist_ok=True)
        note = folder / ".gitignore"
        if not os.path.lexists(note):
            note.write_text("# Made by disclosure build; may be deleted at any time.\n*\n", encoding="utf-8")
    except OSError:
        return nothing
    return Cache(folder=folder, key=nothing.key)


def _write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there; what lies in its place, perhaps a link, goes."""
    path.unlink(missing_ok=True)
    with path.open("xb") as stream:
        stream.write(content)
