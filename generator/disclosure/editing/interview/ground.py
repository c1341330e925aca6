"""What an interview stands on: the school as it is today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from disclosure.checks.privacy import known_of, shortened
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.roster import Roster, holders, roster_of, seats
from disclosure.editing.interview.question import Question
from disclosure.editing.interview.suggestions import periods_to_come
from disclosure.privacy.finder import sightings_in
from disclosure.reading.nodes import Unreadable


@dataclass(slots=True, kw_only=True)
class Ground:
    """A school on a day, with what of it is looked up more than once."""

    library: Library
    today: date
    roster: Roster
    fine: frozenset[str]
    """Numbers and addresses that the school has published as its own."""
    _periods: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def periods(self, item: Item) -> tuple[str, ...]:
        """`suggestions.periods_to_come`"""
        if item.id not in self._periods:
            self._periods[item.id] = periods_to_come(item, self.library, self.today)
        return self._periods[item.id]

    def holders(self, role: str, day: date) -> tuple[str, ...]:
        """Who could sign in a role on a day; nobody where no roster names the role."""
        return holders(seats(role, self.roster) or (), day)

    def used(self, item: Item, key: str) -> tuple[str, ...]:
        """What the item's records give for a key, the newest first, each once."""
        mine = (record for record in self.library.records.values() if record.item == item.id and not record.withdrawn)
        newest = sorted(mine, key=lambda record: record.sort_key, reverse=True)
        return tuple(dict.fromkeys(text for record in newest if (text := str(getattr(record, key)))))


def ground_of(library: Library, today: date) -> Ground:
    """Where an interview in a school begins."""
    school = library.school
    return Ground(library=library, today=today, roster=roster_of(school.groups), fine=known_of(school))


def refuse_personal_data(question: Question, answer: str, ground: Ground) -> None:
    """Raises Unreadable where an answer has personal data in it that is not the school's own (requirements B7)."""
    for one in sightings_in(f"{question.context}{answer}"):
        if one.value not in ground.fine:
            raise Unreadable(
                f"这里有{one.kind.label} {shortened(one.value)}，写了就会公开", line=0,
                advice="删掉，或换成不含个人信息的写法，例如 请到办公室咨询",
            )  # fmt: skip
