"""Volumes of registers: what a register says of one year. Page, workbook and csv of one volume are made from the same tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.edition import Edition
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Place, Table
from disclosure.domain.year import Year
from disclosure.registers.all import REGISTERS, Register
from disclosure.rendering.table_page import is_wide, table_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One year of a register; all time where it knows no years."""

    register: Register
    year: Year | None
    tables: tuple[Table, ...]
    digest: str
    """Digest of the tables."""

    @property
    def url(self) -> str:
        """Its page."""
        return urls.register_url(self.register.name.id, self.year.slug if self.year else "")

    @property
    def title(self) -> str:
        """`意见登记册（2026年）`"""
        return f"{self.register.name.label}（{self.year.label}）" if self.year else self.register.name.label

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(table.rows) for table in self.tables)

    @property
    def is_wide(self) -> bool:
        """Whether it is printed across."""
        return any(map(is_wide, self.tables))

    @property
    def workbook(self) -> str:
        """URL of the workbook with all its tables: `registers/opinions/2026/opinions-2026.xlsx`."""
        return f"{self._stem}.xlsx"

    def comma_values(self, table: Table) -> str:
        """URL of the csv of one of its tables; of several, each has in its name what tells it from the others."""
        if len(self.tables) == 1:
            return f"{self._stem}.csv"
        year = f"{self.year.slug}-" if self.year else ""
        return f"{self._stem}-{table.id.removeprefix(f'{self.register.name.id}-').removeprefix(year)}.csv"

    def is_open_on(self, day: date) -> bool:
        """Whether the year runs on a day, so that more will come; always where there are no years."""
        return self.year is None or day in self.year

    @property
    def _stem(self) -> str:
        name = self.register.name.id
        return f"{self.url}{name}-{self.year.slug}" if self.year else f"{self.url}{name}"


def volumes_of(edition: Edition) -> tuple[Volume, ...]:
    """All volumes of the registers that an edition has, register by register, the newest year first."""
    given = [
        (register, year)
        for register in REGISTERS
        if register.name.id in edition.open_registers
        for year in (register.years(edition) if register.by_year else [None])
    ]
    pages = {urls.register_url(register.name.id, year.slug if year else "") for register, year in given}
    ways = Ways(pages=frozenset(pages), opened=edition.open_registers)
    return tuple(_volume(register, year, edition, ways) for register, year in given)


def _volume(register: Register, year: Year | None, edition: Edition, ways: Ways) -> Volume:
    tables = tuple(ways.kept(table) for table in register.make(edition, year))
    return Volume(register=register, year=year, tables=tables, digest=digest_of(*map(table_digest, tables)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where tables may lead: a register says which volume of another it means, and need not know whether there is one."""

    pages: frozenset[str]
    """URLs of all volumes."""
    opened: frozenset[str]

    def kept(self, table: Table) -> Table:
        """A table without the links to pages of registers, statistics and reports that the edition does not have."""
        if all(self._leads(place) for row in table.rows for cell in row.cells if cell.places for place in cell.places):
            return table
        rows = (replace(row, cells=tuple(map(self._cell, row.cells))) for row in table.rows)
        return replace(table, rows=tuple(rows))

    def _cell(self, cell: Cell) -> Cell:
        places = tuple(place for place in cell.places if self._leads(place))
        if len(places) == len(cell.places):
            return cell
        words = "、".join(place.text for place in cell.places if place.text)
        return replace(cell, places=places, value=cell.value if cell.value is not None else words or None)

    def _leads(self, place: Place) -> bool:
        url = place.url
        if url.startswith(urls.REGISTERS):
            return url == urls.REGISTERS or url.partition("#")[0] in self.pages
        for start, name in ((urls.STATISTICS, RegisterName.STATISTICS), (urls.REPORTS, RegisterName.REPORTS)):
            if url.startswith(start):
                return name.id in self.opened
        return True
