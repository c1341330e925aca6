"""From git's log to the day on which each file came: a fold over all commits, from the oldest to the newest.

A commit adds files, or moves them, and a file that moves takes its day along. Merges count with what they bring beyond
the branches they join. A file that was deleted and comes back has the day on which it first came: that is what happens
when a deletion is undone. A file that comes to a place whose file has moved elsewhere is a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from disclosure.history.git import text

LOG = (
    "log", "--reverse", "--topo-order", "-c", "--combined-all-paths", "-M", "--diff-filter=AR", "--name-status", "-z",
    "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules=all", "--no-notes",
    "--format=%x01%ct%x20%P", "--end-of-options",
)  # fmt: skip
"""What git is asked: of every commit the time and the parents, then status and names of files that came or moved."""
RECORDS = "data/records/"
_SHANGHAI = timezone(timedelta(hours=8))
_HEADER = b"\x01"


@dataclass(slots=True)
class Seen:
    """What the commits up to one of them brought."""

    head: str = ""
    """Hash of the last commit that was looked at."""
    root_day: date | None = None
    """Day of the first commit."""
    days: dict[str, date] = field(default_factory=dict)
    """Day of every file that was ever below a folder of records, by path from the repository's top."""
    left: set[str] = field(default_factory=set)
    """Paths of files that moved elsewhere."""

    def add(self, answer: bytes) -> None:
        """Go on with the commits of a log."""
        day = date.min
        tokens = iter(answer.split(b"\0"))
        for token in tokens:
            token = token.lstrip(b"\n")
            if token.startswith(_HEADER):
                time, _, parents = token[1:].partition(b" ")
                day = _day(time)
                if not parents:
                    self.root_day = min(day, self.root_day or day)
            elif token:
                self._bring(token.rstrip(b"0123456789").decode(), tokens, day)

    def _bring(self, status: str, tokens: Iterator[bytes], day: date) -> None:
        """Take in one file. A merge has a letter and a name for each of its parents, and the name in the merge."""
        is_move = "R" in status
        count = len(status) + 1 if is_move or len(status) > 1 else 1
        *sources, path = (text(next(tokens)) for _ in range(count))
        if not _is_record(path) or set(status) - {"A", "R"}:
            return
        known = [source for source in sources if source in self.days and source != path] if is_move else []
        if known:
            self.days[path] = min(self.days[source] for source in known)
            self.left.update(known)
            self.left.discard(path)
        elif path not in self.days or path in self.left:
            self.days[path] = day
            self.left.discard(path)
        else:
            self.days[path] = min(self.days[path], day)


def _is_record(path: str) -> bool:
    return RECORDS in path and f"/{RECORDS}" in f"/{path}"


def _day(time: bytes) -> date:
    """The day in Asia/Shanghai; 1 January 1970 for a time that no clock shows."""
    try:
        return datetime.fromtimestamp(int(time), _SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        return date(1970, 1, 1)
