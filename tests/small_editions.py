"""Editions made in memory, with the shipped catalogue, the official calendar, and registers: for tests of tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.outages import all_extended
from disclosure.domain.record import Record
from disclosure.domain.registers import Registers
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.school import School, Term
from disclosure.domain.table import Table
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.work_calendar import official_calendar
from domain_records import day, plain_record

DAY = date(2026, 11, 23)
TERMS = (
    Term(name="2025-2026学年第二学期", start=date(2026, 3, 2), end=date(2026, 7, 10)),
    Term(name="2026-2027学年第一学期", start=date(2026, 9, 1), end=date(2027, 1, 22)),
)


@cache
def standard_catalogue() -> Catalogue:
    """The catalogue of a school that has no file of its own."""
    return read_catalogue(Path("/nowhere/data/catalogue.yml"), root=Path("/nowhere"))


def of_item(item_id: str, record_id: str, published: str, **fields: Any) -> Record:
    """A record of an item of the shipped catalogue, in the item's column and department."""
    item = standard_catalogue().items[item_id]
    given = {"column": item.column, "department": item.department, "title": item.name}
    return plain_record(record_id, item=item_id, published=day(published), **(given | fields))


def edition_of(
    *records: Record, registers: Registers | None = None, today: date = DAY, name: str = "internal",
    open_to_all: bool = False, **school: Any,
) -> Edition:  # fmt: skip
    """What an edition shows of some records and registers, outages taken into account.

    Args:
        open_to_all: whether the public edition has all registers, as the catalogue can say.
    """
    catalogue = standard_catalogue()
    if open_to_all:
        catalogue = replace(catalogue, public_registers=frozenset(one.id for one in RegisterName))
    by_id = {one.id: one for one in sorted(records, key=lambda one: one.id)}
    registers, calendar = registers or Registers(), official_calendar()
    return Library(
        school=School(name="示例学校", site_url="https://school.example/", **school), catalogue=catalogue,
        records=all_extended(by_id, registers.outages, calendar), registers=registers, calendar=calendar,
    ).for_edition(name, today)  # fmt: skip


def column(table: Table, heading: str) -> list[Any]:
    """The values of a column, by the id of its heading, from the top."""
    index = [one.id for one in table.headings].index(heading)
    return [row.cells[index].value for row in table.rows]


def line(table: Table, row_id: str) -> Mapping[str, Any]:
    """The cells of a row by the ids of the headings."""
    row = next(row for row in table.rows if row.id == row_id)
    return dict(zip((one.id for one in table.headings), row.cells, strict=True))


def urls(table: Table) -> set[str]:
    """Everything that a table leads to."""
    return {place.url for row in table.rows for cell in row.cells for place in cell.places}
