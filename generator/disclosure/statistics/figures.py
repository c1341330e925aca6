"""The figures of a year: what an edition disclosed, how soon, and what it answered. Every figure keeps what it counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from disclosure.domain.duties import Duty
from disclosure.domain.edition import Edition, Entry
from disclosure.domain.year import Year, YearKind, calendar_year, school_year, years_with
from disclosure.statistics.answers import Answered, opinions_of, requests_of
from disclosure.statistics.dimensions import (
    Happened,
    attachments_of,
    changes_in,
    changes_of,
    counted,
    crossed,
    months_of,
)
from disclosure.statistics.fulfilment import Fulfilment, fulfilment_of
from disclosure.statistics.groups import Group, group_of
from disclosure.statistics.promptness import Promptness, promptness_of


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBefore:
    """The year before, for comparison."""

    year: Year
    disclosed: tuple[str, ...]
    """Ids of what was disclosed in all of it."""
    so_far: tuple[str, ...]
    """Of these, those up to the same day of that year; all where the year that it is compared with is over."""
    dimensions: Mapping[str, tuple[Group, ...]]
    """As in `Figures`, without `promptness` and `change`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of one year, as known on a day."""

    year: Year
    until: date
    """The last day counted: the last of the year, or today."""
    disclosed: tuple[Entry, ...]
    """Every record and stub published in the year, newest first."""
    dimensions: Mapping[str, tuple[Group, ...]]
    """By id of `dimensions.DIMENSIONS`, in its order."""
    files: int
    """附件: how many files lie beside the records disclosed; those of stubs are not counted."""
    promptness: Promptness
    prompt_by_month: tuple[tuple[Group, Group], ...]
    """For each month, what was published in time and what was late, of that for which it is known."""
    fulfilment: Fulfilment
    """Duties whose day lies in the year."""
    fulfilment_by_month: tuple[Fulfilment, ...]
    """The same for each month of the year."""
    opinions: Answered
    requests: Answered
    before: YearBefore | None
    """None where the edition has nothing from the year before."""
    open_registers: frozenset[str]
    """Ids of the registers that have pages in the edition."""

    @property
    def total(self) -> int:
        """公开总数"""
        return len(self.disclosed)

    @property
    def is_over(self) -> bool:
        """Whether nothing can be added any more by time alone."""
        return self.until == self.year.end

    def group(self, dimension: str, id: str) -> Group:
        """One count. Raises KeyError where there is no such group."""
        for group in self.dimensions[dimension]:
            if group.id == id:
                return group
        raise KeyError(f"{dimension}: {id}")


def years_of(edition: Edition) -> list[Year]:
    """Years of the school's kind in which something was disclosed, and the one of today; newest first."""
    kind = edition.school.settings.year_kind
    days = {entry.published for entries in (edition.shown, edition.stubs) for entry in entries}
    return years_with(days, kind, today=edition.today)


def figures_of(edition: Edition, year: Year, *, duties: Sequence[Duty] = ()) -> Figures:
    """The figures of a year. Counts as disclosed what was published in it up to today, withdrawn and removed ones too.

    Args:
        duties: of the edition (`domain.duties.duties_of`).
    """
    return figures_of_years(edition, [year], duties=duties)[year]


def figures_of_years(edition: Edition, years: Iterable[Year], *, duties: Sequence[Duty] = ()) -> dict[Year, Figures]:
    """The figures of several years: what they share is looked up once."""
    entries = edition.entries()
    counting = _Counting(edition=edition, entries=entries, happened=changes_of(entries), duties=duties)
    return {year: counting.figures(year) for year in years}


@dataclass(slots=True, kw_only=True)
class _Counting:
    """What the years of one edition share."""

    edition: Edition
    entries: Sequence[Entry]
    """Newest first."""
    happened: Sequence[Happened]
    duties: Sequence[Duty]
    _counted: dict[Year, dict[str, tuple[Group, ...]]] = field(default_factory=dict)

    def disclosed(self, year: Year) -> Sequence[Entry]:
        """What was published in a year, newest first."""
        first = bisect_left(self.entries, -year.end.toordinal(), key=_backwards)
        return self.entries[first : bisect_right(self.entries, -year.start.toordinal(), key=_backwards)]

    def counted(self, year: Year) -> dict[str, tuple[Group, ...]]:
        """The plain dimensions of a year; counted once, though the next year is compared with it."""
        if year not in self._counted:
            self._counted[year] = counted(self.edition, year, self.disclosed(year))
        return self._counted[year]

    def figures(self, year: Year) -> Figures:
        """All figures of a year."""
        edition, months, disclosed = self.edition, months_of(year), tuple(self.disclosed(year))
        prompt, dimensions = promptness_of(disclosed, edition.calendar), dict(self.counted(year))
        dimensions["change"] = changes_in(self.happened, year)
        dimensions["promptness"] = _prompt_groups(prompt)
        for other in ("month", "quarter"):
            dimensions[f"department-{other}"] = crossed(dimensions["department"], dimensions[other])
        by_month: dict[str, list[Duty]] = {month: [] for month, _ in months}
        for duty in self.duties:
            if duty.due in year:
                by_month.setdefault(duty.due.isoformat()[:7], []).append(duty)
        return Figures(
            year=year,
            until=min(year.end, edition.today),
            disclosed=disclosed,
            dimensions=dimensions,
            files=sum(map(attachments_of, disclosed)),
            promptness=prompt,
            prompt_by_month=_by_month(prompt, dimensions["month"]),
            fulfilment=fulfilment_of(self.duties, year, today=edition.today),
            fulfilment_by_month=tuple(fulfilment_of(due, year, today=edition.today) for due in by_month.values()),
            opinions=opinions_of(edition, year, months),
            requests=requests_of(edition, year, months),
            before=self._before(year),
            open_registers=edition.open_registers,
        )

    def _before(self, year: Year) -> YearBefore | None:
        first, today = year.start.year - 1, self.edition.today
        last = calendar_year(first) if year.kind is YearKind.CALENDAR else school_year(first)
        disclosed = self.disclosed(last)
        if not disclosed:
            return None
        same_day = _a_year_earlier(today) if today in year else last.end
        return YearBefore(
            year=last,
            disclosed=tuple(entry.id for entry in disclosed),
            so_far=tuple(entry.id for entry in disclosed if entry.published <= same_day),
            dimensions=self.counted(last),
        )


def _backwards(entry: Entry) -> int:
    return -entry.published.toordinal()


def _a_year_earlier(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _prompt_groups(prompt: Promptness) -> tuple[Group, ...]:
    return (
        group_of("on-time", "按时公布", prompt.on_time),
        group_of("late", "超过时限", prompt.late),
        group_of("unknown", "工作日安排未知，无法判断", prompt.unknown),
        group_of("without-limit", "未分事项，没有时限", prompt.without_limit),
        group_of("without-formed", "没有写形成日期", prompt.without_formed),
    )


def _by_month(prompt: Promptness, months: Sequence[Group]) -> tuple[tuple[Group, Group], ...]:
    on_time, late = set(prompt.on_time), set(prompt.late)
    return tuple(
        (
            group_of(month.id, month.label, filter(on_time.__contains__, month.entries)),
            group_of(month.id, month.label, filter(late.__contains__, month.entries)),
        )
        for month in months
    )
