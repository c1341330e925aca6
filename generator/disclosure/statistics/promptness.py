"""How soon what was formed was published (requirements R06, A10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from disclosure.domain.edition import Entry, Shown
from disclosure.domain.promptness import overdue
from disclosure.domain.workdays import WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Promptness:
    """Days from formed to published, of some records. Every record is in exactly one of the last five."""

    days: tuple[tuple[str, int], ...]
    """Id and days of each record that says when it was formed."""
    on_time: tuple[str, ...]
    late: tuple[str, ...]
    unknown: tuple[str, ...]
    """Those for which the working days of an unknown year decide."""
    without_limit: tuple[str, ...]
    """Those that say when they were formed, but belong to no item, so that no limit is known."""
    without_formed: tuple[str, ...]

    @property
    def median_days(self) -> Decimal | None:
        """Median of the days, None without any."""
        return Decimal(median(days for _, days in self.days)) if self.days else None

    @property
    def share_on_time(self) -> Decimal | None:
        """Share on time among those of which it is known."""
        return share_of(len(self.on_time), len(self.on_time) + len(self.late))


def promptness_of(entries: Iterable[Entry], calendar: WorkCalendar) -> Promptness:
    """How soon each of some records was published."""
    days: list[tuple[str, int]] = []
    sorts: dict[str, list[str]] = {
        name: [] for name in ("on_time", "late", "unknown", "without_limit", "without_formed")
    }
    for entry in entries:
        formed = entry.record.formed if isinstance(entry, Shown) else entry.formed
        if formed:
            days.append((entry.id, (entry.published - formed).days))
        sorts[_sort(entry, formed, calendar)].append(entry.id)
    return Promptness(days=tuple(days), **{name: tuple(ids) for name, ids in sorts.items()})


def share_of(part: int, whole: int) -> Decimal | None:
    """A part of a whole, 0 to 1, to a tenth of a per cent; None of nothing."""
    return (Decimal(part) / whole).quantize(Decimal("0.001")) if whole else None


def _sort(entry: Entry, formed: date | None, calendar: WorkCalendar) -> str:
    if not formed:
        return "without_formed"
    if not entry.item:
        return "without_limit"
    is_late = overdue(entry.item.publish_within, start=formed, end=entry.published, calendar=calendar)
    return "unknown" if is_late is None else "late" if is_late else "on_time"
