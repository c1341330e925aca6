"""A step brings a folder into a state, runs one command under the clock, and looks at what came of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measure import FailedError
from words import ADDED


def _nothing(turn: int) -> None:
    """Leave everything as the last step left it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The folders of one generator at one size."""

    origin: Path
    """Its part of the corpus; never built in."""
    source: Path
    site: Path
    pages: str
    """Pattern of the pages of records below the site."""
    count: int

    def renew(self, turn: int) -> None:
        """As after a fresh checkout: no cache, no earlier output."""
        for folder in (self.source, self.site):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.origin, self.source)

    def edit(self, turn: int) -> None:
        """Add a sentence to the record in the middle."""
        path = self._edited()
        path.write_text(path.read_text(encoding="utf-8") + f"\n{ADDED.format(number=turn)}\n", encoding="utf-8")

    def verify(self, turn: int) -> None:
        """Every record has its page."""
        found = len(list(self.site.glob(self.pages)))
        if found != self.count:
            raise FailedError(f"{found} pages of records in {self.site}, not {self.count}")

    def verify_edit(self, turn: int) -> None:
        """Every record has its page, and the edited one says so."""
        self.verify(turn)
        record = self._edited().stem
        page = next(path for path in self.site.glob(self.pages) if path.parent.name == record)
        if ADDED.format(number=turn) not in page.read_text(encoding="utf-8"):
            raise FailedError(f"{page} does not show the edit")

    def _edited(self) -> Path:
        records = sorted(self.source.rglob("20??-*.md"), key=lambda path: path.stem)
        return records[len(records) // 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of the table."""

    who: str
    what: str
    command: list[str | Path]
    prepare: Callable[[int], None] = _nothing
    """Called before the clock starts, with the number of the turn."""
    verify: Callable[[int], None] = _nothing
    """Called after it stopped, with the number of the turn; raises FailedError when the output is not right."""
    against: str | None = None
    """What Hugo does in the step that the time is divided by."""
    site: Path | None = None
    """The folder whose bytes and files are counted."""
