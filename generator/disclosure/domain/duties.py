"""What an edition has to disclose and by when, what of it was disclosed, and what is late (requirements A4, G3).

All of it follows from the entries of one edition, so that no edition can betray what another one shows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.domain.catalogue import Item
from disclosure.domain.disclosed import WHEN_IT_HAPPENS, Disclosed, disclosed_of
from disclosure.domain.due import DueKind, DueRule
from disclosure.domain.edition import Edition, Entry, Stub
from disclosure.domain.fulfilment import fulfil
from disclosure.domain.periods import Deadlines, Period, periods_of
from disclosure.domain.school import Term
from disclosure.domain.vocabulary import State, Word

_ONE_DAY = timedelta(days=1)
AFTER = frozenset({DueKind.AFTER_CHANGE, DueKind.AFTER_FORMED})
"""Rules that count from the record itself."""


class DutyState(Word):
    """State of one duty on a day."""

    DONE = "已公开"
    LATE = "迟公开"
    OPEN = "未到期"
    DUE_SOON = "将到期"
    MISSING = "未公开"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One disclosure that falls due: an item, a rule of it, and a period."""

    item: Item
    rule: DueRule
    period: str
    """Name of the period: `2026年9月`, `2026年第3季度`, `2026-2027学年第一学期`, or the record's title for what a change brings."""
    opens: date
    """First day on which a disclosure counts for it."""
    due: date
    """Last day, inclusive, on which it is in time; in calendar days where the working days are not known."""
    is_known: bool = True
    """Whether the day is certain: the working days of later years are not (see `workdays`)."""
    latest: date | None = None
    """Where it is not, the latest day that may still be in time. Before that day nothing is called late."""
    entries: tuple[str, ...] = ()
    """Ids of the records by which it was fulfilled, the first of them first."""
    done_on: date | None = None
    """When it was fulfilled."""

    @property
    def last_day(self) -> date:
        """The last day on which nobody can call it late."""
        return self.latest or self.due

    def warned_from(self, warn_days: int) -> date:
        """The first day of 将到期; never more than half of the time there is, or every week would always be."""
        half = max(self.due - self.opens, timedelta()) // 2
        return self.due - min(timedelta(days=warn_days), timedelta(days=half.days))

    def state(self, today: date, *, warn_days: int) -> DutyState:
        """Where it stands on a day.

        Args:
            warn_days: how many days ahead it counts as 将到期.
        """
        if self.done_on and self.done_on <= today:
            return DutyState.DONE if self.done_on <= self.last_day else DutyState.LATE
        if today > self.last_day:
            return DutyState.MISSING
        return DutyState.DUE_SOON if today >= self.warned_from(warn_days) else DutyState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What all items of an edition are measured by."""

    since: date
    today: date
    terms: tuple[Term, ...]
    deadlines: Deadlines


def duties_of(edition: Edition) -> tuple[Duty, ...]:
    """Every duty of the edition's items from `ledger_since` to the end of the periods that run today and the next ones.

    By day due, then in the order of the catalogue. Items that are switched off or not meant for the edition's readers
    have none; no item has any where nothing was ever published. A record counts as disclosed even after it was removed
    or replaced, but not after it was withdrawn. 即时 and 分期 items have a duty in a period only if something was
    published in it: what did not happen need not be disclosed.
    """
    entries: dict[str, list[Entry]] = defaultdict(list)
    first: date | None = None  # entries come newest first
    for entry in edition.entries():
        if entry.item:
            entries[entry.item.id].append(entry)
        first = entry.published
    since = edition.school.settings.ledger_since or first
    if since is None:
        return ()
    ground = _Ground(
        since=since, today=edition.today, terms=tuple(sorted(edition.school.terms, key=lambda term: term.start)),
        deadlines=Deadlines(edition.calendar, since=since),
    )  # fmt: skip
    duties = [duty for item in due_items(edition) if item.due for duty in _of_item(item, entries[item.id], ground)]
    return tuple(sorted(duties, key=lambda duty: duty.due))


def due_items(edition: Edition) -> list[Item]:
    """Items that are switched on and meant for the edition's readers, in the order of the catalogue."""
    return [item for item in edition.catalogue.items.values() if item.enabled and item.audience & edition.audience]


def next_turn(duties: Iterable[Duty], today: date, *, warn_days: int) -> date | None:
    """The first day after `today` on which the state of a duty changes by itself, or the next one comes into sight."""
    days: list[date] = []
    for duty in duties:
        if duty.opens > today:
            days.append(duty.opens)
        if duty.done_on is None:
            days += (duty.warned_from(warn_days), duty.last_day + _ONE_DAY)
    return min((day for day in days if day > today), default=None)


def _of_item(item: Item, entries: list[Entry], ground: _Ground) -> Iterator[Duty]:
    groups = _groups(item, ground)
    disclosed = disclosed_of(item, entries, ground.terms) if groups else []
    happens = item.cadence in WHEN_IT_HAPPENS
    if happens:
        groups = _with_something(groups, disclosed)
    for periods, found in zip(groups, fulfil(groups, disclosed, item, by_name_only=happens), strict=True):
        for index, period in enumerate(periods):
            yield _duty(item, period, found.get(index, ()))
    for rule in item.due:
        if rule.kind in AFTER:
            yield from _after(item, rule, entries, ground)


def _groups(item: Item, ground: _Ground) -> list[list[Period]]:
    """Periods of each rule; all `每年某日前` of an item are one sequence of days."""
    dated = [rule for rule in item.due if rule.kind is DueKind.BEFORE_DATE]
    others = [[rule] for rule in item.due if rule.kind is not DueKind.BEFORE_DATE and rule.kind not in AFTER]
    rules = [*others, dated] if dated else others
    made = (
        periods_of(rule, item, since=ground.since, today=ground.today, terms=ground.terms, deadlines=ground.deadlines)
        for rule in rules
    )
    return [periods for periods in made if periods]


def _with_something(groups: list[list[Period]], disclosed: Sequence[Disclosed]) -> list[list[Period]]:
    """Periods in which something was published, or which a record names."""
    days, named = [one.day for one in disclosed], {one.stretch for one in disclosed}
    kept = (
        [
            period
            for period in periods
            if bisect_left(days, period.start) < bisect_right(days, period.end) or (period.start, period.end) in named
        ]
        for periods in groups
    )
    return [periods for periods in kept if periods]


def _duty(item: Item, period: Period, found: Sequence[Disclosed]) -> Duty:
    done = sorted(found, key=lambda one: one.day)
    return Duty(
        item=item, rule=period.rule, period=period.label, opens=period.opens, due=period.due,
        is_known=period.latest is None, latest=period.latest, entries=tuple(one.id for one in done), done_on=done[0].day if done else None,
    )  # fmt: skip


def _after(item: Item, rule: DueRule, entries: list[Entry], ground: _Ground) -> Iterator[Duty]:
    """`变动后20个工作日内`: one for each record that says when it was formed; it is fulfilled by that record itself."""
    assert rule.within is not None
    earliest = ground.since - timedelta(days=2 * rule.within.count + 30)  # what was formed before was due before
    for entry in entries:
        record = entry if isinstance(entry, Stub) else entry.record
        if record.formed is None or entry.state is State.WITHDRAWN or record.formed < earliest:
            continue
        due, latest = ground.deadlines.after(rule.within, record.formed)
        if due >= ground.since:
            yield Duty(
                item=item, rule=rule, period=record.issue or entry.title, opens=record.formed, due=due,
                is_known=latest is None, latest=latest, entries=(entry.id,), done_on=entry.published,
            )  # fmt: skip
