"""How much of something was done, with everything that was and was not: what a self-assessment is computed from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from disclosure.domain import urls
from disclosure.domain.edition import Edition, Entry
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Place
from disclosure.domain.year import Year
from disclosure.statistics.answers import Answered, opinions_of, requests_of
from disclosure.statistics.dimensions import months_of
from disclosure.statistics.fulfilment import Fulfilment, fulfilment_of
from disclosure.statistics.promptness import Promptness, promptness_of

One = TypeVar("One", bound=Entry)


MOST = 20
"""Pages that are named of what was done, and of what was not; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much was done and how much was not, with pages that show it."""

    done: tuple[Place, ...] = ()
    """The first of them."""
    missing: tuple[Place, ...] = ()
    """The first of them."""
    done_count: int = 0
    missing_count: int = 0
    unit: str = "条"
    percent: int | None = None
    """The share, where it was asked for instead of counted."""

    @property
    def total(self) -> int:
        """How much there was to do."""
        return self.done_count + self.missing_count

    @property
    def share(self) -> int | None:
        """Per cent done, rounded down, so that only everything is 100; None where there was nothing to do."""
        if self.percent is not None:
            return self.percent
        return 100 * self.done_count // self.total if self.total else None

    @property
    def words(self) -> str:
        """`12 条中 11 条（91%）`"""
        if self.percent is not None:
            return f"{self.percent}%"
        return (
            f"{self.total} {self.unit}中 {self.done_count} {self.unit}（{self.share}%）"
            if self.total
            else "没有这类情况"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An edition as it stands in a year: on its last day, or today. Every number is the one that the statistics show."""

    edition: Edition
    year: Year
    day: date
    """Up to which it is looked at."""
    entries: Mapping[str, Entry] = field(repr=False)
    """By id, newest first."""
    disclosed: tuple[Entry, ...] = field(repr=False)
    """Published in the year, newest first."""
    promptness: Promptness = field(repr=False)
    fulfilment: Fulfilment = field(repr=False)
    opinions: Answered = field(repr=False)
    requests: Answered = field(repr=False)

    @property
    def is_now(self) -> bool:
        """Whether it is the year that runs, so that what stands today may be asked for."""
        return self.edition.today in self.year

    def row(self, register: RegisterName, row_id: str, text: str = "") -> Place:
        """A row of a register's page for the year."""
        return Place(url=f"{urls.register_url(register.id, self.year.slug)}#{row_id}", text=text or row_id)


def see(edition: Edition, year: Year) -> Seen:
    """Everything that measures look at, computed once."""
    entries, months = edition.entries(), months_of(year)
    disclosed = tuple(entry for entry in entries if entry.published in year)
    return Seen(
        edition=edition, year=year, day=min(year.end, edition.today), entries={entry.id: entry for entry in entries},
        disclosed=disclosed, promptness=promptness_of(disclosed, edition.calendar),
        fulfilment=fulfilment_of(edition.duties, year, today=edition.today),
        opinions=opinions_of(edition, year, months), requests=requests_of(edition, year, months),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A way to compute the answer to an indicator."""

    name: str
    about: str
    """What counts as done."""
    of: Callable[[Seen], Tally]
    needs: tuple[RegisterName, ...] = ()
    """Registers that it is computed from; an edition without them cannot tell."""
    listed_in: RegisterName | None = None
    """The register in which everything that it looks at is listed."""
    is_of_today: bool = False
    """Whether it tells of the present alone: nobody knows how it was in an earlier year."""


def counted(done: Sequence[Place], missing: Sequence[Place], unit: str) -> Tally:
    """Things that are named by places."""
    return Tally(
        done=tuple(done[:MOST]),
        missing=tuple(missing[:MOST]),
        done_count=len(done),
        missing_count=len(missing),
        unit=unit,
    )


def counted_records(done: Sequence[str], missing: Sequence[str], unit: str = "条") -> Tally:
    """Records, each by its number."""
    return Tally(
        done=of_records(done[:MOST]), missing=of_records(missing[:MOST]), done_count=len(done), missing_count=len(missing),
        unit=unit,
    )  # fmt: skip


def of_records(ids: Iterable[str]) -> tuple[Place, ...]:
    """Links to records, each under its number."""
    return tuple(Place(url=urls.record_url(one), text=one) for one in ids)


def split(entries: Iterable[One], is_done: Callable[[One], bool]) -> Tally:
    """Records for which something was done, and the others."""
    done: list[str] = []
    missing: list[str] = []
    for entry in entries:
        (done if is_done(entry) else missing).append(entry.id)
    return counted_records(done, missing)
