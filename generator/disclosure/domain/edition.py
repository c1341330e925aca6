"""One edition on one day: exactly what may be published, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from disclosure.domain.annual_report import NO_PLAN, ReportPlan
from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.indicators import NO_INDICATORS, Indicators
from disclosure.domain.record import Change, Filing, Record, SignOff, Withdrawal
from disclosure.domain.registers import NO_REGISTERS, Registers
from disclosure.domain.school import School
from disclosure.domain.vocabulary import Audience, State
from disclosure.domain.workdays import NO_CALENDAR, WorkCalendar

if TYPE_CHECKING:
    from disclosure.domain.duties import Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A record whose text may be shown, with what the day and the other records make of it."""

    record: Record
    state: State
    item: Item | None
    days_left: int | None
    """Days until the notice period ends, 0 on its last day; None for standing records and periods that are over."""
    changes: tuple[Change, ...] = ()
    """What was changed so far, in the order in which it happened."""
    replaced_by: tuple[str, ...] = ()
    """Ids of records of this edition that replace or correct it."""
    is_corrected: bool = False
    """Whether one of them is a correction."""
    is_consultation: bool = False
    left_list_on: date | None = None
    """Day on which it left its column's current list; None while it is there."""
    id: str = field(init=False)
    """Number of the record. Kept, since it is asked for a dozen times for each page."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", self.record.id)

    @property
    def title(self) -> str:
        """Title of the record."""
        return self.record.title

    @property
    def column(self) -> str:
        """Path of the column."""
        return self.record.column

    @property
    def department(self) -> str:
        """责任部门"""
        return self.record.department

    @property
    def published(self) -> date:
        """公布日期"""
        return self.record.published

    @property
    def expires(self) -> date | None:
        """公示截止"""
        return self.record.expires

    @property
    def series(self) -> str:
        """Key of the matter it belongs to."""
        return self.record.series

    @property
    def stage(self) -> str:
        """Step within the series."""
        return self.record.stage

    @property
    def state_label(self) -> str:
        """Word for the state; of what took its place, a correction is called by its own name."""
        return "已更正" if self.is_corrected and self.state is State.REPLACED else self.state.label

    @property
    def is_correction(self) -> bool:
        """Whether it corrects another record."""
        return bool(self.record.corrects)

    @property
    def sort_key(self) -> tuple[date, time, str]:
        """Total order by time of publication."""
        return self.record.sort_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Stub:
    """存根: what remains of a withdrawn or removed record. There is no body here, so none can leak."""

    id: str
    title: str
    state: State
    column: str
    item: Item | None
    department: str
    document_number: str
    published: date
    published_time: time | None
    expires: date | None
    withdrawn: Withdrawal | None
    is_correction: bool
    """Whether it corrects another record."""
    changed_on: tuple[date, ...]
    """Days of its changes, so that their entries in feeds can lose their text."""
    replaced_by: tuple[str, ...]
    """Ids of records of this edition that replace or correct it."""
    left_list_on: date | None
    """Day on which it left its column's current list."""
    series: str
    stage: str
    hotline: str
    issue: str = ""
    formed: date | None = None
    owner: str = ""
    signoffs: tuple[SignOff, ...] = ()
    filed: Filing | None = None
    channels: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    """Ids of the records whose place it took."""
    extended: int = 0
    """By how many calendar days outages had put `expires` off."""

    @property
    def state_label(self) -> str:
        """Word for the state."""
        return self.state.label

    @property
    def sort_key(self) -> tuple[date, time, str]:
        """Total order by time of publication."""
        return (self.published, self.published_time or time(0, 0), self.id)


Entry = Shown | Stub
"""A line of a list: both have id, title, state, state_label, column, department, published, expires, series, stage and sort_key."""


def last_change(entry: Entry, today: date) -> date:
    """The last day on which the text of its page changed; what has to be read anew was taken down on that day."""
    if isinstance(entry, Shown) and not entry.changes:
        return entry.record.published
    days = [entry.published]
    if isinstance(entry, Shown):
        days += [change.day for change in entry.changes]
    elif entry.withdrawn:
        days.append(entry.withdrawn.day)
    elif entry.expires:
        days.append(entry.expires + timedelta(days=1))
    return max(day for day in days if day <= today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one site shows on one day."""

    name: str
    today: date
    school: School
    catalogue: Catalogue
    shown: tuple[Shown, ...]
    """Newest first."""
    stubs: tuple[Stub, ...]
    """Newest first."""
    next_change: date | None
    """First day on which this edition changes by itself."""
    bodies: Mapping[str, str]
    """All bodies of the library, by id; ask `body`, which gives those away that may be shown."""

    audience: frozenset[Audience] = frozenset(Audience)
    """For whom the edition is."""
    calendar: WorkCalendar = NO_CALENDAR
    registers: Registers = NO_REGISTERS
    """What this edition may show of the registers; never who sent something."""
    tally: Registers = NO_REGISTERS
    """What may be counted of all registers, open or not: days and outcomes, without any words of anybody's."""
    reports: ReportPlan = NO_PLAN
    """How the school wants its annual reports, and what it wrote for them."""
    indicators: Indicators = NO_INDICATORS
    """What the school is judged by, and what it answered; nothing where the self-assessment has no page."""
    open_registers: frozenset[str] = frozenset()
    """Ids of the registers, statistics and reports that have pages in this edition."""
    duties: tuple[Duty, ...] = ()
    """What it has to disclose, and by when (`duties.duties_of`)."""

    def body(self, shown: Shown) -> str:
        """GitHub-flavoured Markdown of a record whose text may be shown, as written."""
        return self.bodies[shown.id]

    def entries(self) -> list[Entry]:
        """Everything that has a page, newest first."""
        if not self.stubs:
            return list(self.shown)
        return sorted([*self.shown, *self.stubs], key=lambda entry: entry.sort_key, reverse=True)
