"""提前送达: by when a report to a meeting has to reach those who examine it, counted back from the meeting (requirements R16, S05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure.domain.catalogue import Lead
from disclosure.domain.library import Library
from disclosure.domain.promptness import latest_start
from disclosure.domain.record import Record, SignOff
from disclosure.domain.roles import fills, group_part

_DELEGATE = "代表"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One report that has to be with one role by a day."""

    record: Record
    lead: Lead
    meeting: date
    last_day: date
    """Last day, inclusive, on which it is early enough."""
    received: SignOff | None
    """The first sign-off of the role, None while there is none."""


def deliveries_of(record: Record, leads: tuple[Lead, ...], library: Library) -> Iterator[Delivery]:
    """Every delivery that a record's meeting asks for; none where it names no meeting."""
    if record.meeting is None:
        return
    for lead in leads:
        last_day, _ = latest_start(lead.span, end=record.meeting, calendar=library.calendar)
        received = [signoff for signoff in record.signoffs if _is(signoff.role, lead.role)]
        yield Delivery(
            record=record, lead=lead, meeting=record.meeting, last_day=last_day,
            received=min(received, key=lambda signoff: signoff.day, default=None),
        )  # fmt: skip


def open_deliveries(library: Library, today: date) -> Iterator[Delivery]:
    """Reports to meetings that are to come and that nobody has signed for, of drafts too: those are being written now."""
    for record in library.records.values():
        item = library.catalogue.items.get(record.item)
        if item and item.leads and record.meeting and record.meeting >= today and not record.withdrawn:
            yield from (one for one in deliveries_of(record, item.leads, library) if one.received is None)


def _is(role: str, asked: str) -> bool:
    """Delegates go by many names: 教职工代表, 教代会代表, 职工代表."""
    if asked.endswith(_DELEGATE):
        return group_part(role).endswith(_DELEGATE)
    return fills(role, asked)
