"""The duties of a year, by item, and how many of them stand how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.domain.catalogue import Item
from disclosure.domain.duties import Duty, DutyState
from disclosure.domain.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many duties there are of each state."""

    in_time: int
    late: int
    missing: int
    open: int

    @property
    def values(self) -> tuple[int, ...]:
        """In the order of the headings: due, done, in time, late, missing, not due yet."""
        done = self.in_time + self.late
        return (done + self.missing, done, self.in_time, self.late, self.missing, self.open)


class DueInYear:
    """Duties of a year with what becomes of them on the edition's day, by item in the order of the catalogue."""

    def __init__(self, edition: Edition, duties: Iterable[Duty]) -> None:
        self.edition = edition
        self.by_item: dict[str, list[Duty]] = {}
        for duty in duties:
            self.by_item.setdefault(duty.item.id, []).append(duty)
        order = {item_id: number for number, item_id in enumerate(edition.catalogue.items)}
        columns = {column.path: number for number, column in enumerate(edition.catalogue.walk())}
        items = (duties[0].item for duties in self.by_item.values())
        self.items = sorted(items, key=lambda item: (columns.get(item.column, len(columns)), order[item.id]))

    def state(self, duty: Duty) -> DutyState:
        """Where a duty stands."""
        return duty.state(self.edition.today, warn_days=self.edition.school.settings.due_warn_days)

    def tally(self, items: Iterable[Item]) -> Tally:
        """Counts of some items' duties."""
        states = [self.state(duty) for item in items for duty in self.by_item[item.id]]
        return Tally(
            in_time=states.count(DutyState.DONE),
            late=states.count(DutyState.LATE),
            missing=states.count(DutyState.MISSING),
            open=states.count(DutyState.OPEN) + states.count(DutyState.DUE_SOON),
        )

    def with_state(self, items: Iterable[Item], state: DutyState) -> list[Item]:
        """Those of some items that have a duty in a state."""
        return [item for item in items if any(self.state(duty) is state for duty in self.by_item[item.id])]
