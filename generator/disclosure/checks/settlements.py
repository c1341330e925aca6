"""F104, F107: a settlement has its standard, and does not go beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.domain.settlement import Charge, charge, highest_standards, in_force, is_standard_for
from disclosure.errors.problem import Problem


def check_settlements(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records of items that settle another (结算事项), with the records of the same series (requirements E7).

    Only lines of 收费 of the same name and unit are compared: what stands in tables of bodies is not known here.
    """
    items = library.catalogue.items
    series: dict[str, list[Record]] = {}
    settlements: list[tuple[Record, Item]] = []
    for record in examined(library, today):
        item = items.get(record.item)
        if record.series:
            series.setdefault(record.series, []).append(record)
        if item and item.settles and _is_published_here(item.settles, library):
            settlements.append((record, item))
    known: dict[tuple[str, str], Mapping[Charge, Decimal] | None] = {}
    for record, item in settlements:
        key = (record.series, item.id)
        if key not in known:
            known[key] = _allowed(series.get(record.series, ()), item, library)
        allowed = known[key]
        if allowed is None:
            yield _alone(record, items[item.settles])
        else:
            yield from _beyond(record, allowed)


def _allowed(related: Sequence[Record], settling: Item, library: Library) -> Mapping[Charge, Decimal] | None:
    """The amounts that a settlement may not go beyond; None where its series has no standard."""
    standards = [one for one in related if is_standard_for(library.catalogue.items.get(one.item), settling)]
    return highest_standards(in_force(standards)) if standards else None


def _is_published_here(item_id: str, library: Library) -> bool:
    item = library.catalogue.items.get(item_id)
    return item is not None and item.enabled


def _alone(record: Record, standard: Item) -> Problem:
    hint = f"在「{standard.name}」和结算里写同一个关联，例如 关联: {record.published.year}-秋季代办费"
    if not record.series:
        return at(record, "item", "F107", f"结算没有写关联，对不上「{standard.name}」", hint)
    return at(record, "series", "F107", f"没有关联同为「{record.series}」的「{standard.name}」", hint)


def _beyond(record: Record, highest: Mapping[Charge, Decimal]) -> Iterator[Problem]:
    for line in record.fees:
        allowed = highest.get(charge(line))
        if allowed is not None and line.amount is not None and line.amount > allowed:
            over = line.amount - allowed
            yield at(
                record, "fees", "F104",
                f"「{line.name}」结算 {line.amount.normalize():f} 元，超过标准 {allowed.normalize():f} 元（{line.unit}）",
                f"超支的 {over.normalize():f} 元由学校承担，不得补收；数字写错了就改正，例如 标准: {allowed.normalize():f}元",
                line=line.line,
            )  # fmt: skip
