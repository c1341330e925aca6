"""与哪一次相比: with which earlier record of its item the fees of a record are compared.

It shares a charge (name and unit) and is about a year older; where there is none, the newest of another issue is taken. What
was replaced, what the record itself replaces and what is going to be taken down are left out: an old page that nobody
rebuilds must not go on showing what has been removed.

A school publishes the fees of its meals every month for decades, so that nobody looks through all of them for each: records
are looked up by charge and day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from disclosure.domain.edition import Shown
from disclosure.domain.fee_comparison import ABOUT_A_YEAR
from disclosure.domain.vocabulary import AfterExpiry, State

_TOO_OLD = 1100
"""Days after which nothing is compared any more."""


@dataclass(slots=True)
class _Charge:
    """Records of one item with the same charge that may be compared with, newest first."""

    records: list[Shown] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Of each among all records of the item that have fees."""
    days: list[int] = field(default_factory=list)
    """Day on which each was published, counted from the year 1 and negated: so they rise, and can be bisected."""
    issues: list[int] = field(default_factory=list)
    """Where each issue begins; several years may have one of the same name."""

    def add(self, one: Shown, place: int) -> None:
        """Take in the next older record."""
        if not self.records or _issue_of(one) != _issue_of(self.records[-1]):
            self.issues.append(len(self.records))
        self.records.append(one)
        self.places.append(place)
        self.days.append(-one.published.toordinal())

    def first(self, one: Shown, *, after: int, until: int) -> int | None:
        """Place of the newest record that another may be compared with.

        Args:
            after: place of that other one.
            until: the last day on which it may have been published, counted from the year 1.
        """
        own, left_out = _issue_of(one), one.record.supersedes
        index = max(bisect_right(self.places, after), bisect_left(self.days, -until))
        while index < len(self.records):
            other = self.records[index]
            if _issue_of(other) == own:
                turn = bisect_right(self.issues, index)
                index = self.issues[turn] if turn < len(self.issues) else len(self.records)
            elif other.id in left_out:
                index += 1
            else:
                return self.places[index]
        return None


def earlier_fees_of(shown: Iterable[Shown]) -> Mapping[str, Shown]:
    """With which record each record's fees are compared, by its id.

    Args:
        shown: all records of an edition, newest first.
    """
    by_item: dict[str, list[Shown]] = {}
    for one in shown:
        if one.record.fees and one.record.item:
            by_item.setdefault(one.record.item, []).append(one)
    found: dict[str, Shown] = {}
    for records in by_item.values():
        charges = _charges(records)
        for place, one in enumerate(records):
            if earlier := _earlier(one, place, records, charges):
                found[one.id] = earlier
    return found


def _charges(records: Sequence[Shown]) -> dict[tuple[str, str], _Charge]:
    charges: dict[tuple[str, str], _Charge] = {}
    for place, one in enumerate(records):
        record = one.record
        if one.state is State.REPLACED or (record.expires and record.after_expiry is AfterExpiry.REMOVE):
            continue
        for key in dict.fromkeys((line.name, line.unit) for line in record.fees):
            charges.setdefault(key, _Charge()).add(one, place)
    return charges


def _earlier(
    one: Shown, place: int, records: Sequence[Shown], charges: Mapping[tuple[str, str], _Charge]
) -> Shown | None:
    keys = {(line.name, line.unit) for line in one.record.fees}
    own = [charges[key] for key in keys if key in charges]
    near, far = ABOUT_A_YEAR
    for days, most in ((near, far), (0, _TOO_OLD)):
        until = one.published.toordinal() - days
        firsts = [charge.first(one, after=place, until=until) for charge in own]
        newest = min((first for first in firsts if first is not None), default=None)
        if newest is not None and (one.published - records[newest].published).days <= most:
            return records[newest]
    return None


def _issue_of(one: Shown) -> tuple[str, int]:
    return one.record.issue, one.published.year
