"""What the page 写记录 (`/compose/`) works with: fields, items, numbers, rules, as one script beside the page.

A script, because a page that was opened from a folder may load nothing else. Everything in it comes from the edition, whose
readers are the staff; the page itself is `rendering/templates/compose.html`, its scripts are `assets/compose*.js`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.editing.compose.catalogue import catalogue_data, field_data
from disclosure.editing.compose.numbers import next_numbers, number_ranges
from disclosure.editing.compose.rules import privacy_rules
from disclosure.editing.compose.school import school_data, working_days
from disclosure.editing.fields import record_fields
from disclosure.publishing.output import OutputFile
from disclosure.rendering.site import Site

DATA = f"{urls.COMPOSE}data.js"
_RECORDS = "data/records"


def compose_files(site: Site, *, root: Path, basis: str = "") -> Iterator[OutputFile]:
    """`compose/data.js` of an edition for the staff; nothing for all others.

    Args:
        root: the school's folder, which is asked which columns have a folder of records.
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    edition = site.edition
    if not edition.school.is_for_staff(edition.name):
        return
    folders = _column_folders(root, [column.path for column in edition.catalogue.walk()])
    ids = sorted(site.entries)
    yield OutputFile(
        path=DATA, key=digest_of(basis, *folders, "", *ids), make=partial(_script, site, folders=folders, ids=ids)
    )


def _script(site: Site, *, folders: list[str], ids: list[str]) -> bytes:
    data = compose_data(site, folders=folders, ids=ids)
    return f"disclosureCompose({json.dumps(data, ensure_ascii=False, separators=(',', ':'))})\n".encode()


def compose_data(site: Site, *, folders: list[str], ids: list[str]) -> dict[str, Any]:
    """The content of the script.

    Args:
        folders: paths of columns whose records lie in folders of their own.
        ids: numbers of all records that the edition knows, sorted; drafts and records of the future have others.
    """
    school, catalogue = site.edition.school, site.edition.catalogue
    return {
        "school": school_data(school),
        "fields": [field_data(field) for field in record_fields()],
        **catalogue_data(catalogue),
        "next": next_numbers(ids),
        "known": number_ranges(ids),
        "folders": folders,
        "workingDays": working_days(site.edition.calendar),
        "privacy": privacy_rules(),
    }


def _column_folders(root: Path, paths: list[str]) -> list[str]:
    """Columns with records in a folder of their own: `data/records/<path>/`, as `reading.draft.folder_of_new` looks for it.

    An empty folder is none: git does not keep it, and a build from memory does not see it.
    """
    return [path for path in paths if _has_record(root / _RECORDS / path)]


def _has_record(folder: Path) -> bool:
    return not folder.is_symlink() and any(name.endswith(".md") for _, _, names in os.walk(folder) for name in names)
