"""年度报告: how a school wants it, and what it has become for one year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from disclosure.domain.report_figures import Figure
from disclosure.domain.table import Table
from disclosure.domain.vocabulary import Audience
from disclosure.domain.year import Year, YearKind, year_of

TABLES: Mapping[str, str] = {
    "栏目": "column", "事项": "item", "部门": "department", "月份": "month", "渠道": "channel", "频次": "cadence", "类型": "kind",
    "变动": "change", "意见": "opinions", "申请": "requests", "采购": "procurement", "应公开": "duties",
}  # fmt: skip
"""What can be appended to a chapter: Chinese name and id."""
DIMENSIONS = ("column", "item", "department", "month", "channel", "cadence", "kind")
"""Those that are a dimension of the statistics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with {figures}. Where one of its figures is not known, it is left out."""

    text: str
    when: str = ""
    """Id of the figure that must not be nought for it; '' for a sentence that always stands."""
    otherwise: str = ""
    """What is said where that figure is nought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterForm:
    """One chapter, before anything is counted."""

    id: str
    title: str
    lines: tuple[Line, ...] = ()
    tables: tuple[str, ...] = ()
    """Ids of `TABLES`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the school wrote for one chapter."""

    chapter: str
    """Id of the chapter."""
    text: str
    """Markdown with {figures}."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """data/reports/<year>.md"""

    path: str
    """Relative to the school's root folder, with `/`."""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPlan:
    """How a school wants its annual reports, and what it wrote for them. Nothing here is counted."""

    chapters: tuple[ChapterForm, ...] = ()
    compiler: str = ""
    phone: str = ""
    declared: Mapping[str, Mapping[str, int | Decimal]] = field(default_factory=dict)
    """By year (`2026`), then id of the figure."""
    prose: Mapping[str, Prose] = field(default_factory=dict)
    """By year."""


NO_PLAN = ReportPlan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """What a report is about: a year of either kind, or any days."""

    start: date
    end: date
    slug: str
    label: str
    year: Year | None = None
    """None for days that are no year."""

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def span(self) -> Year:
        """The same days as those who count want them."""
        return Year(start=self.start, end=self.end)


def interval_of(year: Year) -> Interval:
    """A year as an interval."""
    return Interval(start=year.start, end=year.end, slug=year.slug, label=year.label, year=year)


def days_between(start: date, end: date) -> Interval:
    """Any days, both inclusive. Raises ValueError where the end comes first."""
    if end < start:
        raise ValueError(f"结束 {end} 早于开始 {start}")
    for kind in YearKind:
        if (year := year_of(start, kind)) == Year(start=start, end=end):
            return interval_of(year)
    label = f"{_words(start)}至{_words(end)}"
    return Interval(start=start, end=end, slug=f"{start:%Y%m%d}-{end:%Y%m%d}", label=label)


def _words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


Piece = str | Figure
"""A piece of a text: words, or a figure that leads somewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One chapter of a report, filled in."""

    id: str
    title: str
    sentences: tuple[tuple[Piece, ...], ...] = ()
    prose: tuple[Piece, ...] = ()
    """Markdown."""
    tables: tuple[Table, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say yet."""
        return not (self.sentences or self.prose or self.tables)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An annual report of one edition on one day."""

    interval: Interval
    school: str
    today: date
    chapters: tuple[Chapter, ...]
    figures: Mapping[str, Figure]
    compiler: str = ""
    phone: str = ""
    records: Table | None = None
    """What is counted as disclosed, on pages of years that have no statistics."""
    wanting: tuple[str, ...] = ()
    """What the school has still to write, in words; for the school's eyes only."""

    @property
    def title(self) -> str:
        """`2026年校务公开年度报告`; of days that are no year, `2026年3月1日至2026年6月30日校务公开情况报告`."""
        return f"{self.interval.label}校务公开{'年度' if self.interval.year else '情况'}报告"

    @property
    def is_final(self) -> bool:
        """Whether the interval is over."""
        return self.today > self.interval.end


def edition_for(editions: Mapping[str, frozenset[Audience]], audience: frozenset[Audience]) -> str | None:
    """The edition in whose lists the figures of a report are counted: `public` where its readers are among those of the
    report, else the one with most readers of all that show it; None where none does.
    """
    showing = [name for name, readers in editions.items() if readers & audience]
    if "public" in showing:
        return "public"
    return max(showing, key=lambda name: len(editions[name]), default=None)
