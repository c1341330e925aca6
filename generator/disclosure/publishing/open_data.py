"""`records.json` and `records.csv`: what the edition shows, for programs and for spreadsheets, with their descriptions.

They tell what the pages tell and nothing else. A stub's row has no amount, fees, changes, attachments or digest. The next
check compares with `records.json` whether anything that was public vanished or changed (`history/live_site.py`). Keys and
headings, and what each of them means, are in `interface.py`.

Both are written anew whenever a record changes, and there may be ten thousand: rows are put together as text, which takes
a third of the time that json and dictionaries would.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from functools import partial
from json.encoder import encode_basestring as quoted
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.publishing.interface import COLUMNS, json_schema, key_of, site_head, table_metadata
from disclosure.publishing.output import OutputFile, ready
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site

_ID, _TITLE, _URL, _COLUMN, _DEPARTMENT, _PUBLISHED, _STATE = map(
    key_of, ("id", "title", "url", "column", "department", "published", "state")
)
_ITEM, _EXPIRES, _SERIES, _STAGE, _NUMBER = map(key_of, ("item", "expires", "series", "stage", "document_number"))
_WITHDRAWN, _ISSUE, _AMOUNT, _DIGEST = map(key_of, ("withdrawn", "issue", "amount", "source_sha256"))
_FEES, _CHANGES, _ATTACHMENTS = map(key_of, ("fees", "changes", "attachments"))
_FORMULA = frozenset("=+-@\t\r")
"""How a text begins that a spreadsheet would compute."""


def open_data(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """`records.json` and `records.csv`, all entries by number, and the files that describe them.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    entries = sorted(site.entries.values(), key=lambda entry: entry.id)
    key = digest_of(basis, "\n".join([_key(entry, site) for entry in entries]))
    yield OutputFile(path=urls.RECORDS_JSON, key=key, make=partial(_json, entries, site))
    yield OutputFile(path=urls.RECORDS_CSV, key=key, make=partial(_csv, entries, site))
    school = site.edition.school
    yield ready(urls.RECORDS_SCHEMA, _readable(json_schema(school)))
    yield ready(urls.RECORDS_CSV_METADATA, _readable(table_metadata(school)))


def _readable(description: dict[str, Any]) -> bytes:
    return f"{json.dumps(description, ensure_ascii=False, indent=1)}\n".encode()


def _key(entry: Entry, site: Site) -> str:
    """What a row is made from: of a record that is shown its files and what the day makes of it."""
    if not isinstance(entry, Shown):
        return content_key(entry, site)
    record = entry.record
    key = f"{record.id} {record.source.digest} {entry.state.value} {record.expires} {len(entry.changes)}"
    return key + "".join(f" {one.file} {one.sha256}" for one in record.attachments) if record.attachments else key


def _json(entries: list[Entry], site: Site) -> bytes:
    """One line for each record, so that two versions can be compared line by line. What is not known is left out."""
    rows = ",\n".join([_row(entry) for entry in entries])
    return f'{site_head(site.edition.school, edition=site.edition.name)},"records":[\n{rows}\n]}}\n'.encode()


def _row(entry: Entry) -> str:
    """An object: first what a stub tells too, then what is known of a record only as long as its text is shown."""
    row = (
        f'{{{_ID[1:]}{quoted(entry.id)}{_TITLE}{quoted(entry.title)}{_URL}"{urls.record_url(entry.id)}"{_COLUMN}"{entry.column}"'
        f'{_DEPARTMENT}{quoted(entry.department)}{_PUBLISHED}"{entry.published.isoformat()}"{_STATE}"{entry.state.value}"'
    )
    if entry.item:
        row += f"{_ITEM}{quoted(entry.item.id)}"
    if entry.expires:
        row += f'{_EXPIRES}"{entry.expires.isoformat()}"'
    if entry.series:
        row += f"{_SERIES}{quoted(entry.series)}"
    if entry.stage:
        row += f"{_STAGE}{quoted(entry.stage)}"
    return f"{row}{_shown(entry) if isinstance(entry, Shown) else _stub(entry)}}}"


def _stub(stub: Stub) -> str:
    number = f"{_NUMBER}{quoted(stub.document_number)}" if stub.document_number else ""
    return f'{number}{_WITHDRAWN}"{stub.withdrawn.day.isoformat()}"' if stub.withdrawn else number


def _shown(shown: Shown) -> str:
    record, row = shown.record, ""
    if record.document_number:
        row += f"{_NUMBER}{quoted(record.document_number)}"
    if record.issue:
        row += f"{_ISSUE}{quoted(record.issue)}"
    if record.amount is not None:
        row += f'{_AMOUNT}"{_amount(shown)}"'
    if record.fees:
        row += _FEES + _list([{"name": fee.name, "standard": fee.standard, "unit": fee.unit} for fee in record.fees])
    if shown.changes:
        row += _CHANGES + _list([{"date": one.day.isoformat(), "note": one.note} for one in shown.changes])
    if record.attachments:
        files = record.attachments
        row += _ATTACHMENTS + _list([{"file": str(one.file), "sha256": one.sha256, "size": one.size} for one in files])
    return f'{row}{_DIGEST}"{record.source.digest}"'


def _list(objects: list[dict[str, Any]]) -> str:
    return json.dumps(objects, ensure_ascii=False, separators=(",", ":"))


def _amount(shown: Shown) -> str:
    """Yuan as plain digits, '' where none is given."""
    amount = shown.record.amount
    return "" if amount is None else f"{amount.normalize():f}"


def _csv(entries: list[Entry], site: Site) -> bytes:
    """A table that spreadsheets open as it is: with a byte-order mark, and no text that they would compute."""
    stream = io.StringIO()
    columns = {column.path: column.full_name for column in site.edition.catalogue.walk()}
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow([column.heading for column in COLUMNS])
    table.writerows([_cells(entry, columns[entry.column]) for entry in entries])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _cells(entry: Entry, column: str) -> list[str]:
    """A row of the table, in the order of its headings."""
    amount = issue = files = withdrawn = ""
    if isinstance(entry, Shown):
        record = entry.record
        amount, issue, number = _amount(entry), record.issue, record.document_number
        files = "；".join([str(one.file) for one in record.attachments]) if record.attachments else ""
    else:
        number = entry.document_number
        withdrawn = entry.withdrawn.day.isoformat() if entry.withdrawn else ""
    cells = [
        entry.id, entry.title, urls.record_url(entry.id), column, entry.item.name if entry.item else "",
        entry.department, entry.published.isoformat(), entry.expires.isoformat() if entry.expires else "",
        entry.state_label, withdrawn, amount, issue, number, entry.series, entry.stage, files,
    ]  # fmt: skip
    return [f"'{cell}" if cell[:1] in _FORMULA else cell for cell in cells]
