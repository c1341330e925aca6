"""Readings of records that are remembered from one build to the next, as long as their files stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from disclosure.caching.cache import Cache
from disclosure.caching.stamps import Stamp
from disclosure.domain.record import Attachment
from disclosure.reading.inspection import Looker, Seen
from disclosure.reading.nodes import Unreadable
from disclosure.reading.records import RecordReading
from disclosure.reading.scan import RecordFiles
from disclosure.reading.source_text import read_bytes

_BOX = "records"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A reading with what it was made from."""

    stamps: dict[str, Stamp]
    read_at: int
    """Nanoseconds, from before the files were read."""
    reading: RecordReading

    def fits(self, files: RecordFiles) -> bool:
        """Whether the files are certainly the same by their stamps alone."""
        if self.stamps != files.stamps:
            return False
        for stamp in files.stamps.values():  # noqa: SIM110 - of ten thousand files, a generator takes twice as long
            if not stamp.is_settled(self.read_at):
                return False
        return True


@dataclass(slots=True)
class Memory:
    """Readings by path of the Markdown file."""

    basis: str = ""
    """Digest of everything else that readings depend on: product and catalogue."""
    readings: dict[str, Remembered] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    """What was seen in documents of the hand-written part, see `inspection.Looker`."""
    is_new: bool = False
    """Whether something has to be kept that the last build did not know."""

    def recall(self, files: RecordFiles, *, root: Path, now: int) -> RecordReading | None:
        """The reading of some files, if they are still the same.

        A record that is a single file is compared by content where its stamp tells nothing (a fresh checkout).
        """
        known = self.readings.get(files.path)
        if known is None:
            return None
        if known.fits(files):
            return known.reading
        if len(files.stamps) == 1 and known.stamps.keys() == files.stamps.keys() and known.reading.digest:
            try:
                digest = sha256(read_bytes(f"{root}/{files.path}")).hexdigest()
            except (OSError, Unreadable):
                return None
            if digest == known.reading.digest:
                self.readings[files.path] = Remembered(files.stamps, now, known.reading)
                self.is_new = True
                return known.reading
        return None

    def look_with(self, looker: Looker) -> None:
        """Keep what was seen in documents of the hand-written part."""
        self.is_new = self.is_new or looker.used != self.seen
        self.seen = looker.used

    def attachments(self) -> Iterator[Attachment]:
        """All attachments of records that are remembered."""
        for known in self.readings.values():
            if known.reading.record:
                yield from known.reading.record.attachments

    def remember(self, files: RecordFiles, reading: RecordReading, *, now: int) -> None:
        """Keep a fresh reading."""
        self.readings[files.path] = Remembered(files.stamps, now, reading)
        self.is_new = True

    def forget_all_but(self, paths: Iterable[str]) -> None:
        """Forget the readings of files that are gone."""
        kept = set(paths)
        if gone := self.readings.keys() - kept:
            self.readings = {path: known for path, known in self.readings.items() if path not in gone}
            self.is_new = True


@dataclass(frozen=True, slots=True)
class _Box:
    basis: str
    readings: dict[str, Remembered]
    seen: dict[str, Seen]


def recall_memory(cache: Cache, *, basis: str) -> Memory:
    """What the last build remembered; nothing where it was made by another product or for another catalogue."""
    box = cache.load(_BOX, _Box)
    if box is None or box.basis != basis:
        return Memory(basis=basis)
    return Memory(basis=basis, readings=box.readings, seen=box.seen)


def keep_memory(memory: Memory, cache: Cache) -> None:
    """Keep it for the next build."""
    cache.save(_BOX, _Box(memory.basis, memory.readings, memory.seen))
