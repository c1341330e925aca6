"""`/catalogue/catalogue.xlsx` and `.csv`: the catalogue in the columns of the national standard."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.publishing.comma_values import csv_bytes
from disclosure.publishing.output import OutputFile
from disclosure.publishing.workbooks import workbook_bytes
from disclosure.registers.national_catalogue import national_catalogue
from disclosure.rendering.site import Site
from disclosure.rendering.table_page import table_digest


def catalogue_files(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """Both of them.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    edition = site.edition
    table = national_catalogue(edition, site.standings)
    digest = table_digest(table)
    newest = max(site.last_changes.values(), default=edition.today)
    yield OutputFile(
        path=urls.CATALOGUE_XLSX, key=digest_of(basis, "xlsx", digest, newest.isoformat()),
        make=partial(workbook_bytes, (table,), day=newest, site_url=edition.school.site_url),
    )  # fmt: skip
    yield OutputFile(path=urls.CATALOGUE_CSV, key=digest_of(basis, "csv", digest), make=partial(csv_bytes, table))
