"""What a pack holds beside records: catalogue, registers, ledger, statistics, report, self-assessment, last issues."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.domain import urls
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.selection import LAST_ISSUES
from disclosure.domain.year import Year
from disclosure.publishing.report_pages import document_urls, report_urls
from disclosure.rendering.pack_page import Material
from disclosure.rendering.register_page import ABOUT_REGISTERS
from disclosure.rendering.site import Site

ISSUES = "issues/"
"""URL of the page of the last issues."""


def materials_of(site: Site, year: Year) -> list[Material]:
    """Everything of a year that has a page of its own, in the order in which it is listed."""
    return [*_catalogue(), *_registers(site, year), *_figures(site, year), *_issues()]


def _catalogue() -> Iterator[Material]:
    about = "应公开的事项、依据、时限，现在到期没有"
    yield Material(url=urls.CATALOGUE, title="公开目录", about=about, files=(urls.CATALOGUE_XLSX, urls.CATALOGUE_CSV))


def _registers(site: Site, year: Year) -> Iterator[Material]:
    for volume in site.volumes():
        if volume.year in (year, None):
            files = (volume.workbook, *map(volume.comma_values, volume.tables))
            name = volume.register.name
            yield Material(url=volume.url, title=name.label, about=ABOUT_REGISTERS[name], files=files)


def _figures(site: Site, year: Year) -> Iterator[Material]:
    for found in site.statistics():
        if found.year == year:
            files = (found.workbook, *(url for _, url, _ in found.files))
            yield Material(url=found.url, title="统计", about=ABOUT_REGISTERS[RegisterName.STATISTICS], files=files)
    url = urls.report_url(year.slug)
    if url in report_urls(site):
        about = ABOUT_REGISTERS[RegisterName.REPORTS]
        yield Material(url=url, title="年度报告", about=about, files=document_urls(year))


def _issues() -> Iterator[Material]:
    yield Material(url=ISSUES, title=f"最近{LAST_ISSUES}期", about=f"定期公开的事项，每项最近{LAST_ISSUES}期")
