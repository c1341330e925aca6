"""Who takes whose place: replacements and corrections among the records of one edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from disclosure.domain.record import Record
from disclosure.domain.vocabulary import AfterExpiry, State


def successors(visible: Mapping[str, Record], today: date) -> dict[str, tuple[Record, ...]]:
    """The records that replace or correct each one, in the order of their numbers.

    What was taken back takes nobody's place; whoever replaces it takes over the places that it had taken.

    Args:
        visible: records that the edition shows or showed, by id.
    """
    found: dict[str, list[Record]] = defaultdict(list)
    for record in visible.values():
        if not _is_withdrawn(record, today):
            for target in dict.fromkeys(_places(record, visible, today, {record.id})):
                found[target].append(record)
    return {target: tuple(records) for target, records in found.items()}


def _places(record: Record, visible: Mapping[str, Record], today: date, seen: set[str]) -> Iterator[str]:
    for target in record.supersedes:
        if target in seen:
            continue
        seen.add(target)
        yield target
        if target in visible and _is_withdrawn(visible[target], today):
            yield from _places(visible[target], visible, today, seen)


def left_list_on(record: Record, state: State, replaced_by: tuple[Record, ...], today: date) -> date | None:
    """The day on which a record left its column's current list; None while it is there."""
    if not state.is_archived:
        return None
    days = [max(record.published, successor.published) for successor in replaced_by]
    if _is_withdrawn(record, today) and record.withdrawn:
        days.append(record.withdrawn.day)
    if record.expires and record.expires < today and record.after_expiry is not AfterExpiry.BANNER:
        days.append(record.expires + timedelta(days=1))
    return min(days)


def _is_withdrawn(record: Record, today: date) -> bool:
    return record.withdrawn is not None and record.withdrawn.day <= today
