"""Life of a record on a given day (design §6): pure functions of the record and the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.domain.record import Change, Record
from disclosure.domain.vocabulary import AfterExpiry, State

CONSULTATION_STAGES = ("征求意见", "预公开")
_ONE_DAY = timedelta(days=1)
_AFTER_EXPIRY = {
    AfterExpiry.BANNER: State.EXPIRED,
    AfterExpiry.ARCHIVE: State.ARCHIVED,
    AfterExpiry.REMOVE: State.REMOVED,
}


def is_published(record: Record, today: date) -> bool:
    """Whether the record exists at all on a day. Time of day plays no part: a site is built for a whole day."""
    return not record.draft and record.published <= today


def state_on(record: Record, today: date, *, replaced: bool = False, warn_days: int = 7) -> State:
    """State of a published record.

    What forbids showing the text (withdrawn, removed) comes before everything else, so that a later replacement can
    never bring a removed name list back.

    Args:
        replaced: whether a record that is itself published takes this one's place.
        warn_days: length of 即将到期, the last day included.

    Raises:
        ValueError: the record is not published on that day.
    """
    if not is_published(record, today):
        raise ValueError(f"{record.id} is not published on {today}")
    if record.withdrawn and record.withdrawn.day <= today:
        return State.WITHDRAWN
    is_over = record.expires is not None and today > record.expires
    if is_over and record.after_expiry is AfterExpiry.REMOVE:
        return State.REMOVED
    if replaced:
        return State.REPLACED
    if is_over:
        return _AFTER_EXPIRY[record.after_expiry]
    if record.expires is not None:
        return State.EXPIRING if (record.expires - today).days < warn_days else State.CURRENT
    return State.REVIEW_DUE if record.review_by and today > record.review_by else State.STANDING


def days_left(record: Record, today: date) -> int | None:
    """Days until the notice period ends; 0 on its last day, None for standing records and periods that are over."""
    if record.expires is None or record.expires < today:
        return None
    return (record.expires - today).days


def changes_until(record: Record, today: date) -> tuple[Change, ...]:
    """What was changed up to a day, in the order in which it happened; nothing changes after the text was taken down."""
    if not record.changes:
        return ()
    last = today
    if record.withdrawn:
        last = min(last, record.withdrawn.day)
    if record.expires and record.after_expiry is AfterExpiry.REMOVE:
        last = min(last, record.expires)
    return tuple(sorted((change for change in record.changes if change.day <= last), key=lambda change: change.day))


def turning_days(record: Record, *, warn_days: int = 7) -> Iterator[date]:
    """Every day on which the record's state changes by itself, unordered. Drafts have none."""
    if record.draft:
        return
    yield record.published
    withdrawn = record.withdrawn.day if record.withdrawn else None
    for day in _days_of_change(record, warn_days):
        if day > record.published and (withdrawn is None or day < withdrawn):
            yield day
    if withdrawn and withdrawn > record.published:
        yield withdrawn


def may_turn(record: Record, today: date) -> bool:
    """Whether a record's state may still change by itself: a quick no for those that are over."""
    days = (record.published, record.expires, record.review_by)
    return bool(record.changes or record.withdrawn) or any(day is not None and day >= today for day in days)


def last_turn(record: Record, today: date, *, warn_days: int = 7) -> date:
    """The last day, up to `today`, on which the record's state changed by itself: since when it is as it is."""
    return max(day for day in turning_days(record, warn_days=warn_days) if day <= today)


def _days_of_change(record: Record, warn_days: int) -> Iterator[date]:
    if record.expires:
        yield record.expires - timedelta(days=warn_days - 1)
        yield record.expires + _ONE_DAY
    elif record.review_by:
        yield record.review_by + _ONE_DAY
    yield from (change.day for change in changes_until(record, date.max))
