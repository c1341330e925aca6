"""Which record fulfils which period of an item (requirements G3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from disclosure.domain.catalogue import Item
from disclosure.domain.disclosed import Disclosed
from disclosure.domain.due import DueKind
from disclosure.domain.period_names import Stretch
from disclosure.domain.periods import Period
from disclosure.domain.vocabulary import Kind

_MOSTLY = 0.8
"""What share of the shorter of two stretches of time lies in the other where the one is about the other."""
_AS_LONG = 1.12
"""Months are as long as each other, and so are terms."""
_NEARLY_A_YEAR = timedelta(days=300)


Found = dict[int, list[Disclosed]]
"""Records by the index of the period that they fulfil."""


def fulfil(
    groups: Sequence[Sequence[Period]], disclosed: Sequence[Disclosed], item: Item, *, by_name_only: bool
) -> list[Found]:
    """For the periods of each rule of an item, the records that fulfil them.

    1. A record that names a period such as one of the rules has is of that period alone: the account of a month does
       not make the account of a term. One that names something longer (a school year, for a rule of terms) is of all
       periods in it, one that names something shorter is of the period that it lies in.
    2. A record that names none is of the earliest period that is open on its day of publication and has no record yet,
       once for each rule. On a day on which none is open (in the holidays), it is late for the one just past; for rules
       with a date in the year also where that date is nearer than the next one.
    3. 收费 that name no term and are due before each of them hold for every term that begins before they expire
       (as in check F106).
    4. A record that takes another one's place is of the same periods.

    Args:
        groups: of each rule its periods, by time.
        disclosed: oldest first.
        by_name_only: leave step 2 and 3 out, for items whose other records are about single matters.
    """
    matchers = [_Matcher(group, item) for group in groups]
    by_day: list[tuple[_Matcher, Disclosed]] = []
    for one in disclosed:
        if not one.follows:
            by_day += [(matcher, one) for matcher in _asked(matchers, one) if not matcher.take_by_name(one)]
    if not by_name_only:
        for matcher, one in by_day:
            matcher.take_by_day(one)
    for one in disclosed:
        if one.follows:
            for matcher in matchers:
                matcher.follow(one)
    return [matcher.found for matcher in matchers]


def _asked(matchers: list[_Matcher], one: Disclosed) -> list[_Matcher]:
    """Rules that a record may be for: those whose periods it names, or all."""
    stretch = one.stretch
    named = [matcher for matcher in matchers if matcher.has_such(stretch)] if stretch and len(matchers) > 1 else []
    return named or matchers


class _Matcher:
    """The periods of one rule, as they are filled."""

    def __init__(self, periods: Sequence[Period], item: Item) -> None:
        kind = periods[0].rule.kind
        self.found: Found = {}
        self._where: dict[str, list[int]] = defaultdict(list)
        self._periods = periods
        self._starts = [period.start for period in periods]
        self._closes = [period.closes for period in periods]
        self._known: dict[Stretch, list[int]] = {
            (period.start, period.end): [index] for index, period in enumerate(periods)
        }
        self._is_dated = kind is DueKind.BEFORE_DATE
        self._is_before_terms = kind is DueKind.BEFORE_TERM
        self._holds_on = self._is_before_terms and item.kind is Kind.FEES

    def has_such(self, stretch: Stretch) -> bool:
        """Whether the rule has periods such as this one: months for a month, years for a date in each year."""
        if self._is_dated:
            return stretch[1] - stretch[0] >= _NEARLY_A_YEAR
        first = self._periods[0]
        own, other = _days(first.start, first.end), _days(*stretch)
        return own <= other * _AS_LONG and other <= own * _AS_LONG

    def take_by_name(self, one: Disclosed) -> bool:
        """Give a record to the periods that it names; False where its day of publication has to decide."""
        if one.stretch is None:
            return False
        start, end = one.stretch
        if self._is_dated and end >= one.day:
            return False
        indexes = self._about(end, end) if self._is_dated else self._about(start, end)
        if self._holds_on and any(_days(start, end) < _MOSTLY * self._length(index) for index in indexes):
            return False
        for index in indexes:
            self._give(index, one)
        return bool(indexes) or not self._touches(start, end)

    def take_by_day(self, one: Disclosed) -> None:
        """Give a record that names no period to the earliest open one that has none, else to the one just past."""
        first = bisect_left(self._closes, one.day)  # the first that has not closed
        found = self._open_on(one.day, first)
        if found is not None:
            self._give(found, one)
        if self._holds_on:
            self._hold_on(one, first)

    def follow(self, one: Disclosed) -> None:
        """Give a record to the periods of the one whose place it takes."""
        for index in self._where.get(one.follows, []):
            self._give(index, one)
        if self._holds_on:
            self._hold_on(one, bisect_left(self._closes, one.day))

    def _open_on(self, day: date, first: int) -> int | None:
        """The earliest period without a record that is open on a day; where none is open at all, the one just past."""
        is_missing = first > 0 and first - 1 not in self.found and not self._is_before_terms
        if self._is_dated and is_missing and self._is_nearer_to_the_last(day, first):
            return first - 1
        for index in range(first, len(self._periods)):
            if self._periods[index].opens > day:
                break
            if index not in self.found:
                return index
        is_between = first == len(self._periods) or self._periods[first].opens > day
        return first - 1 if is_between and is_missing else None

    def _is_nearer_to_the_last(self, day: date, first: int) -> bool:
        """Whether a day is nearer to the date that has passed than to the next one."""
        return first == len(self._periods) or day - self._closes[first - 1] < self._closes[first] - day

    def _hold_on(self, one: Disclosed, first: int) -> None:
        for index in range(first, len(self._periods)):
            start = self._starts[index]
            if one.day < start and (one.expires is None or one.expires >= start) and index not in self.found:
                self._give(index, one)

    def _about(self, start: date, end: date) -> list[int]:
        """Periods that lie mostly in a stretch, or the one in which it lies mostly."""
        if (start, end) in self._known:
            return self._known[start, end]
        found = self._known[start, end] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), bisect_right(self._starts, end)):
            period = self._periods[index]
            common = _days(max(start, period.start), min(end, period.end))
            if common >= _MOSTLY * min(_days(start, end), self._length(index)):
                found.append(index)
        return found

    def _touches(self, start: date, end: date) -> bool:
        return any(period.start <= end and start <= period.end for period in self._periods)

    def _length(self, index: int) -> int:
        return _days(self._periods[index].start, self._periods[index].end)

    def _give(self, index: int, one: Disclosed) -> None:
        self.found.setdefault(index, []).append(one)
        self._where[one.id].append(index)


def _days(start: date, end: date) -> int:
    return (end - start).days + 1
