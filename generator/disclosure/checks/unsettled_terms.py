"""F105: charges of a term that has ended are settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.promptness import due_by, overdue
from disclosure.domain.record import Record
from disclosure.domain.school import Settings, Term
from disclosure.domain.settlement import in_force, is_standard_for
from disclosure.domain.terms import term_of
from disclosure.errors.problem import Problem


def check_unsettled_terms(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every standard whose term is over, once the settling item's 时限 has passed (requirements R13, E7)."""
    terms = library.school.terms
    settling: dict[str, list[Item]] = {}
    for item in library.catalogue.items.values():
        if item.settles and item.enabled:
            settling.setdefault(item.settles, []).append(item)
    if not terms or not settling:
        return
    published = [record for record in examined(library, today) if record.published <= today]
    for item_id, items in settling.items():
        settlements = [record for record in published if record.item in {item.id for item in items}]
        settled = {record.series for record in settlements if record.series}
        told = _terms_told_of(settlements, published, items[0], library)
        for standard in in_force(record for record in published if record.item == item_id):
            term = term_of(standard, terms)
            if term and standard.series not in settled and term not in told:
                yield from _late(standard, term, items, library, today)


def _terms_told_of(
    settlements: list[Record], published: list[Record], settling: Item, library: Library
) -> set[Term | None]:
    """Terms with a settlement that has no standard in its series: F107 tells of it, one of the two is enough."""
    items = library.catalogue.items
    paired = {one.series for one in published if one.series and is_standard_for(items.get(one.item), settling)}
    return {term_of(one, library.school.terms) for one in settlements if one.series not in paired}


def _late(standard: Record, term: Term, items: list[Item], library: Library, today: date) -> Iterator[Problem]:
    """Of several items that settle, the slowest decides."""
    calendar = library.calendar
    if all(overdue(item.publish_within, start=term.end, end=today, calendar=calendar) for item in items):
        names = "」或「".join(item.name for item in items)
        slowest = max(items, key=lambda item: due_by(item.publish_within, start=term.end, calendar=calendar)[0])
        series = standard.series or f"{term.start.year}-代办费"
        yield at(
            standard, "item", "F105", f"{term.name} {term.end} 结束，{slowest.publish_within}内要结算，现在还没有「{names}」",
            f"公布结算，写同一个关联：- 事项: {items[0].id}，关联: {series}",
        )  # fmt: skip
