"""`/registers/…`: a page, a workbook and csv of every volume of the registers that the edition has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.publishing.comma_values import csv_bytes
from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile
from disclosure.publishing.structured_data import framed_head
from disclosure.publishing.workbooks import workbook_bytes
from disclosure.rendering.register_page import register_head, register_key, register_page
from disclosure.rendering.site import Site
from disclosure.rendering.table_page import table_digest
from disclosure.rendering.volumes import Volume


def register_pages(site: Site, *, framing: Framing, basis: str = "") -> Iterator[OutputFile]:
    """All of them. The tables of a volume are made once, when the first of its files is asked for.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    for volume in site.volumes():
        yield framing.page(
            volume.url, title=volume.title, column="", key=register_key(volume, site),
            content=partial(register_page, volume, site), head=partial(_head, volume, site), changed=None,
        )  # fmt: skip
        day = _day(volume, site)
        yield OutputFile(
            path=volume.workbook, key=digest_of(basis, "xlsx", volume.digest, day.isoformat()),
            make=partial(workbook_bytes, volume.tables, day=day, site_url=site.edition.school.site_url),
        )  # fmt: skip
        for table in volume.tables:
            key = digest_of(basis, "csv", table_digest(table))
            yield OutputFile(path=volume.comma_values(table), key=key, make=partial(csv_bytes, table))


def _head(volume: Volume, site: Site) -> str:
    return framed_head(volume.title, volume.url, school=site.edition.school) + register_head(volume)


def register_urls(site: Site) -> list[str]:
    """URLs of the pages, for the sitemap."""
    return [volume.url for volume in site.volumes()]


def _day(volume: Volume, site: Site) -> date:
    """What a workbook tells as its day: that of the build, or the last of a year that is over, whose files then stay."""
    today = site.edition.today
    return today if volume.year is None else min(today, volume.year.end)
