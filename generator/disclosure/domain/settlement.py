"""标准 and 结算 of charges made on behalf of others: what belongs together, and which lines can be compared (E7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from disclosure.domain.catalogue import Item
from disclosure.domain.record import FeeLine, Record
from disclosure.domain.vocabulary import Kind

_NOT_IN_NAMES = re.compile(r"[\s费（）()]")
_NOT_IN_UNITS = re.compile(r"[\s元每/／·]")
_PUPILS = re.compile("学生|生")

Charge = tuple[str, str]
"""Name and unit, spelled alike."""


def is_standard_for(item: Item | None, settlement: Item) -> bool:
    """Whether records of an item can be what a settlement settles: of the item that it names, or charges of any kind."""
    return item is not None and (item.id == settlement.settles or item.kind is Kind.FEES)


def charge(line: FeeLine) -> Charge:
    """What two lines have in common that are about the same charge: `作业本费 元/生·学期`, `作业本 每人每学期`."""
    unit = _PUPILS.sub("人", _NOT_IN_UNITS.sub("", line.unit))
    return _NOT_IN_NAMES.sub("", line.name), unit


def highest_standards(records: Iterable[Record]) -> Mapping[Charge, Decimal]:
    """The amount of each charge. Where it stands in several lines (for several grades), the highest counts."""
    amounts: dict[Charge, Decimal] = {}
    for record in records:
        for line in record.fees:
            if line.amount is not None:
                key = charge(line)
                amounts[key] = max(line.amount, amounts.get(key, line.amount))
    return amounts


def in_force(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records without those whose place another of them takes."""
    listed = tuple(records)
    replaced = {target for record in listed for target in record.supersedes}
    return tuple(record for record in listed if record.id not in replaced)
