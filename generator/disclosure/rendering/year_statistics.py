"""The statistics of each year: page, workbook and csv of one year are made from the same tables."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.edition import Edition
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Table
from disclosure.domain.year import Year
from disclosure.registers.statistics import figures_list, statistics_tables
from disclosure.rendering.table_page import table_digest
from disclosure.statistics.figures import Figures, figures_of_years, years_of


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStatistics:
    """What is counted of one year."""

    figures: Figures
    tables: tuple[Table, ...]
    digest: str
    """Digest of the tables."""

    @property
    def year(self) -> Year:
        """The year."""
        return self.figures.year

    @property
    def url(self) -> str:
        """Its page."""
        return urls.statistics_url(self.year.slug)

    @property
    def title(self) -> str:
        """`2026年校务公开统计`"""
        return f"{self.year.label}校务公开统计"

    @property
    def workbook(self) -> str:
        """URL of the workbook with all tables."""
        return f"{self.url}statistics-{self.year.slug}.xlsx"

    @property
    def files(self) -> tuple[tuple[str, str, Table], ...]:
        """Name, URL and table of each csv: all figures in one, and the departments' figures of each quarter and month."""
        stem, named = f"{self.url}statistics-{self.year.slug}", {table.id: table for table in self.tables}
        return (
            ("全部数字", f"{stem}.csv", figures_list(self.figures, self.tables)),
            ("各部门每季度", f"{stem}-quarters.csv", named["department-quarter"]),
            ("各部门每月", f"{stem}-months.csv", named["department-month"]),
        )


def statistics_of(edition: Edition) -> tuple[YearStatistics, ...]:
    """The statistics of every year in which something was disclosed, newest first; none where they are not open."""
    if RegisterName.STATISTICS.id not in edition.open_registers:
        return ()
    found = figures_of_years(edition, years_of(edition), duties=edition.duties)
    return tuple(_counted(figures) for figures in found.values())


def _counted(figures: Figures) -> YearStatistics:
    tables = statistics_tables(figures)
    return YearStatistics(figures=figures, tables=tables, digest=digest_of(*map(table_digest, tables)))
