"""The year that a ledger, statistics and a report are about: a calendar year or a school year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from disclosure.domain.vocabulary import Word

_FIRST_MONTH = 9
"""A school year changes on 1 September (requirements C1, E15)."""
_WRITTEN = re.compile(r"(\d{4})(?:\s*年度?)?|(\d{4})[-—–~至](\d{4})(?:\s*学年度?)?")


class YearKind(Word):
    """统计周期."""

    CALENDAR = "自然年"
    SCHOOL = "学年"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Year:
    """A year of either kind, both days inclusive."""

    start: date
    end: date

    @property
    def kind(self) -> YearKind:
        """Which kind it is."""
        return YearKind.CALENDAR if self.start.year == self.end.year else YearKind.SCHOOL

    @property
    def slug(self) -> str:
        """Its name in URLs and options: `2026`, `2025-2026`."""
        return f"{self.start.year}" if self.kind is YearKind.CALENDAR else f"{self.start.year}-{self.end.year}"

    @property
    def label(self) -> str:
        """`2026年`, `2025-2026学年`"""
        return f"{self.slug}{'年' if self.kind is YearKind.CALENDAR else '学年'}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def calendar_year(year: int) -> Year:
    """1 January to 31 December."""
    return Year(start=date(year, 1, 1), end=date(year, 12, 31))


def school_year(first: int) -> Year:
    """1 September of a year to 31 August of the next."""
    return Year(start=date(first, _FIRST_MONTH, 1), end=date(first + 1, _FIRST_MONTH - 1, 31))


def year_of(day: date, kind: YearKind) -> Year:
    """The year of a kind that a day lies in."""
    if kind is YearKind.CALENDAR:
        return calendar_year(day.year)
    return school_year(day.year if day.month >= _FIRST_MONTH else day.year - 1)


def year_named(written: str) -> Year | None:
    """`2026`, `2026年`, `2025-2026`, `2025-2026学年`; None for anything else."""
    match = _WRITTEN.fullmatch(written.strip())
    if not match:
        return None
    if match[1]:
        return calendar_year(int(match[1])) if 1900 <= int(match[1]) < 3000 else None
    first, second = int(match[2]), int(match[3])
    return school_year(first) if second == first + 1 and 1900 <= first < 3000 else None


def years_with(days: Iterable[date], kind: YearKind, *, today: date) -> list[Year]:
    """Every year of a kind in which one of some days lies, and the one of today; newest first."""
    return sorted({year_of(day, kind) for day in [*days, today] if day <= today}, reverse=True)
