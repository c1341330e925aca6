"""What lies in a site's folder, by what it was made from: how a build knows what it need not make again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from disclosure.caching.cache import Cache
from disclosure.errors.problem import Problem


class Lying(NamedTuple):
    """A file as it lies there."""

    size: int
    """Bytes."""
    modified: int
    """Nanoseconds since 1970."""


class Delivered(NamedTuple):
    """A file as it was delivered."""

    key: str
    """Key of the OutputFile it was made from."""
    size: int
    modified: int

    @property
    def lying(self) -> Lying:
        """How it lies in the folder as long as nobody has touched it."""
        return Lying(self.size, self.modified)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last delivery to a folder."""

    folder: str = ""
    """Absolute path."""
    inputs: str = ""
    """Digest of everything that the whole site was made from."""
    problems: tuple[Problem, ...] = ()
    """What was reported then."""
    files: dict[str, Delivered] = field(default_factory=dict)
    """By path below the folder."""

    @property
    def lying(self) -> dict[str, Lying]:
        """What lies in the folder as long as nobody has touched it."""
        return {path: delivered.lying for path, delivered in self.files.items()}


def load_manifest(folder: Path, cache: Cache) -> Manifest:
    """What was delivered to a folder last; nothing where that is not known."""
    found = cache.load(_name(folder), Manifest)
    return found if found and found.folder == str(folder) else Manifest(folder=str(folder))


def save_manifest(manifest: Manifest, cache: Cache) -> None:
    """Keep it for the next build."""
    cache.save(_name(Path(manifest.folder)), manifest)


def _name(folder: Path) -> str:
    return f"{folder.name}/manifest"


def survey(manifest: Manifest) -> dict[str, Lying]:
    """All files in a site's folder by path. Hidden ones at the top are not ours, unless they were delivered."""
    if not os.path.isdir(manifest.folder):
        return {}
    found: dict[str, Lying] = {}
    _look(manifest.folder, "", found)
    found.update(_hidden(manifest.folder, manifest.files))
    return found


def _hidden(folder: str, delivered: Iterable[str]) -> Iterator[tuple[str, Lying]]:
    for path in delivered:
        if path.startswith("."):
            with suppress(OSError):
                stat = os.lstat(f"{folder}/{path}")
                yield path, Lying(stat.st_size, stat.st_mtime_ns)


def _look(folder: str, prefix: str, found: dict[str, Lying]) -> None:
    """Note all files below a folder; but for those hidden at the top."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not prefix and name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                _look(entry.path, f"{prefix}{name}/", found)
            else:
                stat = entry.stat(follow_symlinks=False)
                found[prefix + name] = Lying(stat.st_size, stat.st_mtime_ns)


def is_untouched(manifest: Manifest, lying: Mapping[str, Lying]) -> bool:
    """Whether the folder holds exactly what was delivered."""
    return lying.keys() == manifest.files.keys() and all(
        delivered.lying == lying[path] for path, delivered in manifest.files.items()
    )
