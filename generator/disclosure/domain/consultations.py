"""征求意见、预公开: until when a consultation is open, by when its result is due, and which record is the result (S08, S31)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Protocol, TypeVar

from disclosure.domain.catalogue import Item
from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.life import CONSULTATION_STAGES, is_published
from disclosure.domain.promptness import due_by, overdue
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.domain.vocabulary import Kind, State
from disclosure.domain.workdays import WorkCalendar

_ASKS = re.compile(r"征求|征集|预公开|意见稿|草案|事前")
"""What the steps of a matter are called in which its item asks for opinions."""
_RESULT = re.compile(r"采纳|反馈|定稿|正式|意见(情况|汇总|处理|说明)|^结果|结果$")
"""What steps are called that tell what came of a consultation: 征求意见结果, 意见采纳情况, 结果反馈, 定稿, 正式公布."""
_OTHER_RESULT = re.compile(r"[中开评废]标|验收|评审|成交|结算|决算")
"""Results of something else in the same matter: 中标结果, 验收结果."""


class Step(Protocol):
    """What has to be known of a record, shown or not, to find results."""

    @property
    def id(self) -> str:
        """Number of the record."""

    @property
    def series(self) -> str:
        """Key of the matter it belongs to."""

    @property
    def stage(self) -> str:
        """Step within the matter."""

    @property
    def sort_key(self) -> tuple[date, time, str]:
        """Total order by time of publication."""


S = TypeVar("S", bound=Step)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A record that asks for opinions, with what is owed for it."""

    entry: Entry
    open_until: date
    """Last day, inclusive, on which opinions can be given."""
    due: date
    """Last day, inclusive, on which the result is in time."""
    is_known: bool
    """Whether that day is certain: the working days of later years are not (`workdays`)."""
    result: Entry | None = None
    """The record that tells what came of it."""
    is_overdue: bool = False
    """Whether the result should have been published by now, by any arrangement of working days, and was not."""


def asks_for_opinions(stage: str, item: Item | None) -> bool:
    """Whether a record is a consultation: its step says so, or its item, unless it is a later step (决定, 采纳情况)."""
    if stage in CONSULTATION_STAGES:
        return True
    is_first = not stage or (bool(_ASKS.search(stage)) and not tells_result(stage))
    return item is not None and item.kind is Kind.CONSULTATION and is_first


def tells_result(stage: str) -> bool:
    """Whether a step within a matter is the one that tells what came of a consultation."""
    return stage not in CONSULTATION_STAGES and bool(_RESULT.search(stage)) and not _OTHER_RESULT.search(stage)


def result_due(open_until: date, settings: Settings, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day on which the result of a consultation is in time, and whether it is known; the day it ends is not counted."""
    return due_by(settings.consultation_result, start=open_until, calendar=calendar)


def first_overdue(open_until: date, settings: Settings, calendar: WorkCalendar) -> date:
    """The first day on which a missing result is late by any arrangement of the working days that are not known yet."""
    span, day = settings.consultation_result, result_due(open_until, settings, calendar)[0] + timedelta(days=1)
    while not overdue(span, start=open_until, end=day, calendar=calendar):
        day += timedelta(days=1)
    return day


def consultations_of(edition: Edition) -> dict[str, Consultation]:
    """Every consultation of an edition that has an end, by id of the record; the first to end first.

    What was taken back asks for nothing any more; a consultation that another one replaced hands its result on to it.
    """
    everything: tuple[Entry, ...] = (*edition.shown, *edition.stubs)
    entries = [one for one in everything if one.state is not State.WITHDRAWN]
    asking = {one.id: one for one in entries if _asks(one)}
    if not asking:
        return {}
    matters = {one.series for one in asking.values() if one.series}
    places = {by: one.id for one in asking.values() for by in one.replaced_by}
    related = [one for one in entries if one.series in matters or one.id in places]
    results = results_of(asking, related, places)
    settings, found = edition.school.settings, []
    for one in asking.values():
        if one.expires is None or any(by in asking for by in one.replaced_by):
            continue
        due, is_known = result_due(one.expires, settings, edition.calendar)
        result = results.get(one.id)
        is_late = (
            result is None
            and edition.today > due
            and edition.today >= first_overdue(one.expires, settings, edition.calendar)
        )
        found.append(Consultation(
            entry=one, open_until=one.expires, due=due, is_known=is_known, result=result, is_overdue=is_late
        ))  # fmt: skip
    return {one.entry.id: one for one in sorted(found, key=lambda one: (one.open_until, one.entry.id))}


def results_of(asking: Mapping[str, S], related: Iterable[S], places: Mapping[str, str]) -> dict[str, S]:
    """The result of each consultation that has one, by the consultation's id: the first record after it that takes its
    place, or belongs to the same matter and says by its step that it is the result.

    Args:
        related: what may be a result; nothing that was withdrawn.
        places: whose place a record takes, by its id.
    """
    matters = defaultdict(list)
    for one in asking.values():
        matters[one.series].append(one)
    found: dict[str, S] = {}
    for other in sorted(related, key=lambda one: one.sort_key):
        if other.id in asking:
            continue
        if other.id in places:
            found.setdefault(places[other.id], other)
        if other.series and tells_result(other.stage):
            for one in matters.get(other.series, ()):
                if one.sort_key < other.sort_key:
                    found.setdefault(one.id, other)
    return found


def missing_result_days(
    records: Iterable[Record], items: Mapping[str, Item], settings: Settings, calendar: WorkCalendar, *, today: date
) -> Iterator[date]:
    """Days after `today` from which a result is overdue, unless it is published by then.

    Args:
        records: those that one edition shows, now or later.
    """
    known, pending = [], []
    for one in records:
        known.append(one)
        if one.expires and not one.draft and asks_for_opinions(one.stage, items.get(one.item)):
            first = first_overdue(one.expires, settings, calendar)
            if first > today and _stands(one, first):
                pending.append((one, first))
    matters = {one.series for one, _ in pending if one.series}
    ids = {one.id for one, _ in pending}
    near = [o for o in known if o.series in matters or o.replaces in ids or o.corrects in ids] if pending else []
    for one, first in pending:
        related = [other for other in near if _stands(other, first)]
        is_replaced = any(one.id in (other.replaces, other.corrects) for other in related)
        if not is_replaced and one.id not in results_of({one.id: one}, related, {}):
            yield first


def _asks(entry: Entry) -> bool:
    return entry.is_consultation if isinstance(entry, Shown) else asks_for_opinions(entry.stage, entry.item)


def _stands(record: Record, day: date) -> bool:
    return is_published(record, day) and not (record.withdrawn and record.withdrawn.day <= day)
