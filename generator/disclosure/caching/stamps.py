"""Whether a file is still the one that was read: by its stamp where that can be relied on, else by its content.

The rule is git's (its index and "racy" entries): size, times and inode stand for the content, unless the file was changed
so shortly before it was read that a later change could have left the same stamp.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from disclosure.caching.cache import Cache

_GRANULE = 2_000_000_000
"""Nanoseconds; the coarsest time of a file system in use (FAT)."""
_FINE_GRANULE = 100_000_000
"""Nanoseconds; far more than the clock tick by which other file systems note times (Linux: 1 to 10 ms)."""
_SECOND = 1_000_000_000


class Stamp(NamedTuple):
    """What the file system says of a file: bytes, nanoseconds of the last change of content and of inode, inode."""

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, stat: os.stat_result) -> Stamp:
        """The stamp in the answer of a system call."""
        return cls(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)

    def is_settled(self, at: int) -> bool:
        """Whether a file read at a time (nanoseconds) cannot have changed since without getting another stamp."""
        is_fine = self.modified % _SECOND and self.changed % _SECOND
        return max(self.modified, self.changed) < at - (min(_FINE_GRANULE, _GRANULE) if is_fine else _GRANULE)


@dataclass(frozen=True, slots=True)
class Known:
    """A file as it was read."""

    stamp: Stamp
    read_at: int
    """Nanoseconds since 1970 by this machine's clock."""
    digest: str


@dataclass(slots=True)
class Digests:
    """SHA-256 of files by path; what is known from the last build and settled is not read again."""

    now: int
    """Nanoseconds, from before any file is read."""
    known: dict[str, Known] = field(default_factory=dict)
    """From the last build."""
    used: dict[str, Known] = field(default_factory=dict)
    """For the next one."""

    def of(self, path: Path) -> str:
        """Digest of a file; of a link, of where it leads. Raises OSError."""
        stamp, known = Stamp.of(path.stat()), self.known.get(str(path))
        if known is None or known.stamp != stamp or not stamp.is_settled(known.read_at):
            known = Known(stamp, self.now, hashlib.sha256(path.read_bytes()).hexdigest())
        self.used[str(path)] = known
        return known.digest

    def of_all(self, paths: Iterable[Path]) -> str:
        """One digest of the names and contents of some files."""
        return digest_of(*(part for path in sorted(paths) for part in (str(path), self.of(path))))


_BOX = "digests"


def load_digests(cache: Cache, *, now: int) -> Digests:
    """Digests with what the last build knew."""
    return Digests(now=now, known=cache.load(_BOX, dict[str, Known]) or {})


def save_digests(digests: Digests, cache: Cache) -> None:
    """Keep what this build used, where it is new."""
    if digests.used != digests.known:
        cache.save(_BOX, digests.used)


def digest_of(*parts: str) -> str:
    """One digest of some texts, in order; no two lists of texts have the same."""
    return text_digest("".join([f"{len(part)}:{part}" for part in parts]))


def text_digest(text: str) -> str:
    """Digest of one text."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
