"""公开栏: what hangs on the school's wall, since when, and when it has to come down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.domain.edition import Edition, Entry, Shown, Stub
from disclosure.domain.vocabulary import State

WALL = "公开栏"
"""The channel (公开渠道) that is the wall."""
_HANGING = frozenset({State.CURRENT, State.EXPIRING, State.STANDING, State.REVIEW_DUE})
_LATELY = timedelta(days=30)


def may_hang(shown: Shown) -> bool:
    """Whether a record can be put on the wall: it holds on the day, and its channels do not leave the wall out."""
    channels = shown.record.channels
    return shown.state in _HANGING and (not channels or WALL in channels)


def has_print_page(shown: Shown) -> bool:
    """Whether the site has a page for printing it; not so where a file of its own takes that page's address."""
    if not may_hang(shown):
        return False
    return not any(str(one.file).lower() == "print" for one in shown.record.attachments)


def take_down_day(expires: date | None) -> date | None:
    """The day on which it has to be taken down: the first after its notice period. None where it stays."""
    return expires + timedelta(days=1) if expires else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComesDown:
    """A record that may still hang and has to be taken down now."""

    entry: Entry
    reason: str
    since: date
    """First day on which it should no longer hang."""


def due_down(edition: Edition) -> list[ComesDown]:
    """What ceased to hold in the last 30 days, the longest overdue first.

    Channels of a stub are not known any more: better to look once too often than to leave a withdrawn list hanging.
    """
    found = [*_ceased(edition.shown), *_taken_away(edition.stubs)]
    lately = [one for one in found if edition.today - _LATELY <= one.since <= edition.today]
    return sorted(lately, key=lambda one: (one.since, one.entry.id))


def _ceased(shown: Iterable[Shown]) -> Iterable[ComesDown]:
    for one in shown:
        channels, over = one.record.channels, take_down_day(one.expires)
        if one.state in _HANGING or (channels and WALL not in channels):
            continue
        if one.state is State.REPLACED and one.left_list_on:
            since = min(one.left_list_on, over) if over else one.left_list_on
            yield ComesDown(entry=one, reason=one.state_label, since=since)
        elif over:
            yield ComesDown(entry=one, reason="公示期满", since=over)


def _taken_away(stubs: Iterable[Stub]) -> Iterable[ComesDown]:
    for one in stubs:
        over = take_down_day(one.expires)
        if one.withdrawn:
            since = min(one.withdrawn.day, over) if over else one.withdrawn.day
            yield ComesDown(entry=one, reason="已撤销", since=since)
        elif over:
            yield ComesDown(entry=one, reason="公示期满", since=over)
