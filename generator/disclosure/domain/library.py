"""Everything a school keeps, and the one gate through which it becomes public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from disclosure.domain.annual_report import NO_PLAN, ReportPlan
from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.consultations import asks_for_opinions, missing_result_days
from disclosure.domain.duties import duties_of, next_turn
from disclosure.domain.edition import Edition, Shown, Stub
from disclosure.domain.history import History
from disclosure.domain.indicators import NO_INDICATORS, Indicators, indicators_for
from disclosure.domain.life import (
    changes_until,
    days_left,
    is_published,
    may_turn,
    state_on,
    turning_days,
)
from disclosure.domain.page import HandWrittenPage
from disclosure.domain.record import Record
from disclosure.domain.register_days import days_of_opinions, days_of_other_registers, days_of_requests
from disclosure.domain.registers import NO_REGISTERS, Registers
from disclosure.domain.registers_shown import RegisterName, open_registers, registers_for, tally_of
from disclosure.domain.school import School
from disclosure.domain.succession import Successor, left_list_on, successors
from disclosure.domain.vocabulary import Audience, State
from disclosure.domain.workdays import NO_CALENDAR, WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All records of a school, whatever their audience or state."""

    school: School
    catalogue: Catalogue
    records: Mapping[str, Record]
    """By id, sorted by id."""
    pages: tuple[HandWrittenPage, ...] = ()
    """Pages that the school writes by hand, sorted by path."""
    registers: Registers = NO_REGISTERS
    """With senders; no edition shows those."""
    reports: ReportPlan = NO_PLAN
    """How the school wants its annual reports, and what it wrote for them."""
    indicators: Indicators = NO_INDICATORS
    """What the school is judged by, and what it answered."""
    calendar: WorkCalendar = NO_CALENDAR
    bodies: Mapping[str, str] = field(default_factory=dict)
    """GitHub-flavoured Markdown by id, as written. May be read from disk when asked for."""
    history: History | None = None
    """What git tells of the files; None where nobody asked. No site depends on it (docs/decisions/0008)."""

    def for_edition(self, name: str, today: date) -> Edition:
        """What the edition may show on a day: the only way from records to output.

        Drafts, scheduled records and other audiences are left out altogether. Withdrawn and removed records come back
        as stubs, a type that has no body, summary or attachments to leak. A record counts as replaced only by one that
        the same edition shows or showed and that was not taken back itself.

        Raises:
            KeyError: the school has no edition of that name.
        """
        audience = self.school.editions[name]
        visible = {r.id: r for r in self.records.values() if is_published(r, today) and r.audience & audience}
        replaced_by = successors(visible, today)
        is_open = open_registers(audience, self.catalogue)
        shown, stubs = [], []
        for record in sorted(visible.values(), key=lambda record: record.sort_key, reverse=True):
            by = replaced_by.get(record.id, ())
            state = state_on(record, today, replaced=bool(by), warn_days=self.school.settings.warn_days)
            item = self.catalogue.items.get(record.item)
            if state.is_stub:
                stubs.append(_stub(record, state, item, by, today))
            else:
                shown.append(_shown(record, state, item, by, today))
        edition = Edition(
            name=name,
            today=today,
            school=self.school,
            catalogue=self.catalogue,
            shown=tuple(shown),
            stubs=tuple(stubs),
            next_change=None,
            bodies=self.bodies,
            audience=audience,
            calendar=self.calendar,
            registers=registers_for(self.registers, audience, self.catalogue, visible=visible, today=today),
            tally=tally_of(self.registers, today=today),
            indicators=indicators_for(self.indicators, visible=visible, open_registers=is_open),
            open_registers=is_open,
        )
        return self._completed(edition)

    def next_change(self, name: str, today: date) -> date | None:
        """The first day after `today` on which the edition changes by itself; None where it never will."""
        return self.for_edition(name, today).next_change

    def _completed(self, edition: Edition) -> Edition:
        """An edition with what falls due in it, how its reports are wanted, and the day on which it changes."""
        duties = duties_of(edition)
        turn = next_turn(duties, edition.today, warn_days=self.school.settings.due_warn_days)
        days = [day for day in (self._next_turn_of_records(edition.name, edition.today), turn) if day]
        return replace(edition, duties=duties, reports=self.reports, next_change=min(days, default=None))

    def _next_turn_of_records(self, name: str, today: date) -> date | None:
        """The first day after `today` on which a record or a roster changes by itself."""
        audience, warn_days = self.school.editions[name], self.school.settings.warn_days
        days = [
            day
            for record in self.records.values()
            if record.audience & audience and may_turn(record, today)
            for day in turning_days(record, warn_days=warn_days)
        ]
        for group in self.school.groups:
            for term in group.terms:
                days += [term.start, term.end + timedelta(days=1)]
        days += self._days_of_answers(audience, today)
        return min((day for day in days if day > today), default=None)

    def _days_of_answers(self, audience: frozenset[Audience], today: date) -> Iterator[date]:
        """Days on which what an edition tells of consultations and of its registers changes by itself."""
        settings, items = self.school.settings, self.catalogue.items
        own = {one.id: one for one in self.records.values() if one.audience & audience}
        yield from missing_result_days(own.values(), items, settings, self.calendar, today=today)
        is_open = open_registers(audience, self.catalogue)
        if RegisterName.OPINIONS.id in is_open:
            opinions = [one for one in self.registers.opinions if not one.record or one.record in own]
            yield from days_of_opinions(opinions, today=today)
        if RegisterName.REQUESTS.id in is_open:
            yield from days_of_requests(self.registers.requests, self.school.guide, self.calendar, today=today)
        yield from days_of_other_registers(self.registers, is_open, today=today)


def _shown(record: Record, state: State, item: Item | None, by: tuple[Successor, ...], today: date) -> Shown:
    return Shown(
        record=record,
        state=state,
        item=item,
        days_left=days_left(record, today),
        changes=changes_until(record, today),
        replaced_by=tuple(successor.record.id for successor in by),
        is_corrected=any(successor.is_correction for successor in by),
        is_consultation=asks_for_opinions(record.stage, item),
        left_list_on=left_list_on(record, state, by, today),
    )


def _stub(record: Record, state: State, item: Item | None, by: tuple[Successor, ...], today: date) -> Stub:
    return Stub(
        id=record.id,
        title=record.title,
        state=state,
        column=record.column,
        item=item,
        department=record.department,
        document_number=record.document_number,
        published=record.published,
        published_time=record.published_time,
        expires=record.expires,
        withdrawn=record.withdrawn if state is State.WITHDRAWN else None,
        is_correction=bool(record.corrects),
        changed_on=tuple(change.day for change in changes_until(record, today)),
        replaced_by=tuple(successor.record.id for successor in by),
        left_list_on=left_list_on(record, state, by, today),
        series=record.series,
        stage=record.stage,
        hotline=record.hotline,
        issue=record.issue,
        formed=record.formed,
        owner=record.owner,
        signoffs=record.signoffs,
        filed=record.filed,
        channels=record.channels,
        supersedes=record.supersedes,
        extended=record.extended,
    )
