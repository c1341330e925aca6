"""Who takes whose place: replacements and corrections among the records of one edition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.domain.record import Record
from disclosure.domain.vocabulary import AfterExpiry, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """A record that takes the place of another."""

    record: Record
    is_correction: bool
    """Whether the other one was corrected; otherwise it was replaced."""


def successors(visible: Mapping[str, Record], today: date) -> dict[str, tuple[Successor, ...]]:
    """Who replaces or corrects each record, in the order of their numbers.

    What was taken back takes nobody's place; whoever replaces it takes over the places that it had taken.

    Args:
        visible: records that the edition shows or showed, by id.
    """
    found: dict[str, list[Successor]] = defaultdict(list)
    for record in visible.values():
        if record.supersedes and not _is_withdrawn(record, today):
            for target, is_correction in _places(record, visible, today):
                found[target].append(Successor(record=record, is_correction=is_correction))
    return {target: tuple(by) for target, by in found.items()}


def _places(record: Record, visible: Mapping[str, Record], today: date) -> Iterator[tuple[str, bool]]:
    """Each place that a record takes, and whether by correction."""
    seen, ahead = {record.id}, [record]
    while ahead:
        current = ahead.pop()
        for target in current.supersedes:
            if target in seen:
                continue
            seen.add(target)
            yield target, current.corrects == target
            if target in visible and _is_withdrawn(visible[target], today):
                ahead.append(visible[target])


def left_list_on(record: Record, state: State, replaced_by: tuple[Successor, ...], today: date) -> date | None:
    """The day on which a record left its column's current list; None while it is there."""
    if not state.is_archived:
        return None
    days = [max(record.published, successor.record.published) for successor in replaced_by]
    if _is_withdrawn(record, today) and record.withdrawn:
        days.append(record.withdrawn.day)
    if record.expires and record.expires < today and record.after_expiry is not AfterExpiry.BANNER:
        days.append(record.expires + timedelta(days=1))
    return min(days)


def _is_withdrawn(record: Record, today: date) -> bool:
    return record.withdrawn is not None and record.withdrawn.day <= today
