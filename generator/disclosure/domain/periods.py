"""The periods of a due rule, and by when each has to be disclosed (requirements A4)."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from disclosure.domain.catalogue import Item
from disclosure.domain.due import DueKind, DueRule
from disclosure.domain.promptness import due_by, latest_due
from disclosure.domain.school import Term
from disclosure.domain.terms import AHEAD
from disclosure.domain.vocabulary import Kind
from disclosure.domain.workdays import Span, Unit, WorkCalendar

LOOKS_BACK = frozenset({Kind.FINANCE, Kind.REPORT, Kind.PROCUREMENT})
"""Accounts, reports and summaries of purchases can only be made when a period is over: they have `publish_within` after it.
Everything else (a plan, a price list, a list of names) is about something that happens within the period."""
BEFORE_THE_END = timedelta(days=30)
"""每学期末: how long before a term ends its settlements begin."""
_ONE_DAY = timedelta(days=1)
_MONTHS = {DueKind.MONTHLY: 1, DueKind.QUARTERLY: 3, DueKind.HALF_YEARLY: 6, DueKind.YEARLY: 12}
_OF_TERMS = frozenset({DueKind.BEFORE_TERM, DueKind.EVERY_TERM, DueKind.END_OF_TERM})
_QUARTERS, _HALVES = "一二三四", "上下"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One period of a rule."""

    rule: DueRule
    label: str
    start: date
    end: date
    """What it is about, both days inclusive."""
    opens: date
    """First day on which a disclosure counts for it."""
    due: date
    """Last day, inclusive, on which it is in time."""
    closes: date
    """Last day on which a disclosure that names no period is taken to be of this one."""
    latest: date | None = None
    """Where the working days that decide `due` are not known, the latest day that it can be."""


class Deadlines:
    """Last days of spans, as `promptness.due_by` counts them, for thousands of records at once."""

    def __init__(self, calendar: WorkCalendar, *, since: date) -> None:
        """Working days are looked up from the year before `since`; earlier ones are counted one by one."""
        self._calendar = calendar
        self._first = date(max(calendar.first_year, since.year - 1, 1), 1, 1)
        self._working: list[date] = []

    def after(self, span: Span, start: date) -> tuple[date, date | None]:
        """Last day of a span that begins the day after `start`; where it is counted in calendar days because the
        working days are not known, also the latest day that it can be."""
        if span.unit is Unit.WORKING_DAYS and start >= self._first and self._calendar.knows(start):
            working = self._working_days()
            index = bisect_right(working, start) + span.count - 1
            if index < len(working):
                return working[index], None
        due, is_known = due_by(span, start=start, calendar=self._calendar)
        return due, None if is_known else latest_due(span, start=start, calendar=self._calendar)

    def _working_days(self) -> list[date]:
        if not self._working:
            days = range(self._first.toordinal(), date(self._calendar.last_year, 12, 31).toordinal() + 1)
            self._working = list(filter(self._calendar.is_working_day, map(date.fromordinal, days)))
        return self._working


def periods_of(
    rules: Sequence[DueRule], item: Item, *, since: date, today: date, terms: Sequence[Term], deadlines: Deadlines
) -> list[Period]:  # fmt: skip
    """The periods of one rule, or of all `每年某日前` of an item together, by time.

    From the first that is neither over nor due before `since` to those that are open today, and the next one to come.

    Args:
        terms: the school's, sorted; without them no rule of terms has a period, and every week counts.
    """
    kind = rules[0].kind
    if kind is DueKind.WEEKLY:
        endless: Iterable[Period] = _weeks(rules[0], since, today, terms)
    elif kind in _MONTHS:
        endless = _spans(rules[0], item, since, deadlines)
    elif kind in _OF_TERMS:
        endless = (_of_term(rules[0], item, term, deadlines) for term in terms)
    elif kind is DueKind.BEFORE_DATE:
        endless = _dated(rules, since)
    else:
        return []
    found = []
    for period in endless:
        if period.end < since or period.due < since:
            continue
        found.append(period)
        if period.opens > today:
            break
    return found


def _weeks(rule: DueRule, since: date, today: date, terms: Sequence[Term]) -> Iterator[Period]:
    """Monday to Sunday, due on the Sunday; where the school's terms are known, only weeks with a day of school."""
    monday = since - timedelta(days=since.weekday())
    last = terms[-1].end if terms else date.max - timedelta(days=7)
    while monday <= last and monday <= today + timedelta(days=400):
        sunday = monday + timedelta(days=6)
        if not terms or any(term.start <= sunday - timedelta(days=2) and monday <= term.end for term in terms):
            label = f"{monday.year}年{monday.month}月{monday.day}日—{sunday.month}月{sunday.day}日"
            yield Period(rule=rule, label=label, start=monday, end=sunday, opens=monday, due=sunday, closes=sunday)
        monday += timedelta(days=7)


def _spans(rule: DueRule, item: Item, since: date, deadlines: Deadlines) -> Iterator[Period]:
    """Months, quarters, half-years and years of the calendar."""
    months = _MONTHS[rule.kind]
    for number in count((since.month - 1) // months):
        year, index = since.year + number // (12 // months), number % (12 // months)
        start, last = date(year, index * months + 1, 1), (index + 1) * months
        end = date(year, last, monthrange(year, last)[1])
        due, latest = deadlines.after(item.publish_within, end) if item.kind in LOOKS_BACK else (end, None)
        yield Period(
            rule=rule, label=_label(year, index, months), start=start, end=end, opens=start, due=due, closes=due, latest=latest
        )  # fmt: skip


def _label(year: int, index: int, months: int) -> str:
    if months == 12:
        return f"{year}年"
    words = {1: f"{index + 1}月", 3: f"第{_QUARTERS[index % 4]}季度", 6: f"{_HALVES[index % 2]}半年"}
    return f"{year}年{words[months]}"


def _of_term(rule: DueRule, item: Item, term: Term, deadlines: Deadlines) -> Period:
    """开学前 is due the day before the term begins; what is settled at its end, so long after it."""
    due, latest, closes, opens = term.end, None, term.end, term.start - AHEAD
    if rule.kind is DueKind.BEFORE_TERM:
        due = term.start - _ONE_DAY
    elif rule.kind is DueKind.END_OF_TERM or item.kind in LOOKS_BACK:
        due, latest = deadlines.after(item.publish_within, term.end)
        closes = due
        opens = term.end - BEFORE_THE_END if rule.kind is DueKind.END_OF_TERM else term.start
    return Period(
        rule=rule, label=term.name, start=term.start, end=term.end, opens=opens, due=due, closes=closes, latest=latest
    )  # fmt: skip


def _dated(rules: Sequence[DueRule], since: date) -> Iterator[Period]:
    """`每年1月31日前`: from the day after the date before it, of whichever rule, to the day itself."""
    last: date | None = None
    for year in count(since.year - 1):
        for day, rule in sorted(((_day_of(rule, year), rule) for rule in rules), key=lambda pair: pair[0]):
            if last is not None:
                start = last + _ONE_DAY
                label = f"{year}年{day.month}月{day.day}日前"
                yield Period(rule=rule, label=label, start=start, end=day, opens=start, due=day, closes=day)
            last = day


def _day_of(rule: DueRule, year: int) -> date:
    """The rule's day in a year; 29 February is the 28th where there is none."""
    return date(year, rule.month, min(rule.day, monthrange(year, rule.month)[1]))
