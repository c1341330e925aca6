"""`/statistics/…`: of every year a page, a workbook and csv files, and the lists of what its figures count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.publishing.comma_values import csv_bytes
from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile
from disclosure.publishing.structured_data import framed_head
from disclosure.publishing.workbooks import workbook_bytes
from disclosure.rendering.counted_groups import counted_lists, counted_urls
from disclosure.rendering.site import Site
from disclosure.rendering.statistics_page import counted_page, statistics_key, statistics_page
from disclosure.rendering.table_page import style_link, table_digest
from disclosure.rendering.year_statistics import YearStatistics


def statistics_pages(site: Site, *, framing: Framing, basis: str = "") -> Iterator[OutputFile]:
    """All of them; nothing where the edition has no statistics.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    for found in site.statistics():
        yield framing.page(
            found.url, title=found.title, column="", key=statistics_key(found, site),
            content=partial(statistics_page, found, site, base=found.url), head=partial(_head, found.title, found.url, site), changed=None,
        )  # fmt: skip
        yield from _files(found, site, basis)
    for found, counted in counted_lists(site):
        yield framing.page(
            counted.url, title=counted.title, column="", key=counted.key, content=partial(counted_page, counted, found),
            head=partial(_head, counted.title, counted.url, site), changed=None,
        )  # fmt: skip


def statistics_urls(site: Site) -> list[str]:
    """URLs of the pages, for the sitemap."""
    return [*(found.url for found in site.statistics()), *counted_urls(site)]


def _head(title: str, url: str, site: Site) -> str:
    """What tells other people's programs of the page, and its style sheet."""
    return framed_head(title, url, school=site.edition.school) + style_link(base=url)


def _files(found: YearStatistics, site: Site, basis: str) -> Iterator[OutputFile]:
    day = min(site.edition.today, found.year.end)
    yield OutputFile(
        path=found.workbook, key=digest_of(basis, "xlsx", found.digest, day.isoformat()),
        make=partial(workbook_bytes, found.tables, day=day, site_url=site.edition.school.site_url),
    )  # fmt: skip
    for _, url, table in found.files:
        yield OutputFile(path=url, key=digest_of(basis, "csv", table_digest(table)), make=partial(csv_bytes, table))
