"""What fell due in a year, and how much of it was disclosed in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from disclosure.domain.duties import Duty, DutyState
from disclosure.domain.year import Year
from disclosure.statistics.promptness import share_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """Duties whose day lies in a year, by how they stand; each is in exactly one of the four."""

    on_time: tuple[Duty, ...] = ()
    late: tuple[Duty, ...] = ()
    missing: tuple[Duty, ...] = ()
    open: tuple[Duty, ...] = ()
    """Those whose day has not come yet."""

    @property
    def due(self) -> int:
        """How many should have been fulfilled by now: all whose day is over, and those fulfilled early."""
        return len(self.on_time) + len(self.late) + len(self.missing)

    @property
    def fulfilled(self) -> int:
        """How many were, in time or not."""
        return len(self.on_time) + len(self.late)

    @property
    def share_on_time(self) -> Decimal | None:
        """Share fulfilled in time among those that should have been fulfilled."""
        return share_of(len(self.on_time), self.due)


def fulfilment_of(duties: Iterable[Duty], year: Year, *, today: date) -> Fulfilment:
    """How the duties of a year stand on a day."""
    sorts: dict[DutyState, list[Duty]] = {state: [] for state in DutyState}
    for duty in duties:
        if duty.due in year:
            sorts[duty.state(today, warn_days=0)].append(duty)
    return Fulfilment(
        on_time=tuple(sorts[DutyState.DONE]),
        late=tuple(sorts[DutyState.LATE]),
        missing=tuple(sorts[DutyState.MISSING]),
        open=tuple(sorts[DutyState.OPEN] + sorts[DutyState.DUE_SOON]),
    )
