"""`records.json` and `records.csv`: what the edition shows, for programs and for spreadsheets.

They tell what the pages tell and nothing else. A stub's row has no amount, fees, changes, attachments or digest. The next
check compares with `records.json` whether anything that was public vanished or changed (`history/live_site.py`).

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
from disclosure.publishing.output import OutputFile
from disclosure.rendering.keys import content_key
from disclosure.rendering.site import Site

_HEADINGS = (
    "编号", "标题", "网址", "栏目", "公开事项", "责任部门", "公布日期", "截止日期", "状态", "撤销日期", "金额（元）", "期号", "文号", "关联", "环节", "附件",
)  # fmt: skip
_FORMULA = frozenset("=+-@\t\r")
"""How a text begins that a spreadsheet would compute."""


def open_data(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """`records.json` and `records.csv`, all entries by number.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    entries = sorted(site.entries.values(), key=lambda entry: entry.id)
    key = digest_of(basis, "\n".join([_key(entry, site) for entry in entries]))
    yield OutputFile(path="records.json", key=key, make=partial(_json, entries, site))
    yield OutputFile(path="records.csv", key=key, make=partial(_csv, entries, site))


def _key(entry: Entry, site: Site) -> str:
    """What a row is made from: of a record that is shown its files and what the day makes of it."""
    if not isinstance(entry, Shown):
        return content_key(entry, site)
    record = entry.record
    key = f"{record.id} {record.source.digest} {entry.state.value} {record.expires} {len(entry.changes)}"
    return key + "".join(f" {one.file} {one.sha256}" for one in record.attachments) if record.attachments else key


def _json(entries: list[Entry], site: Site) -> bytes:
    """One line for each record, so that two versions can be compared line by line. What is not known is left out."""
    school = site.edition.school
    rows = ",\n".join([_row(entry) for entry in entries])
    return (
        f'{{"school":{quoted(school.name)},"url":{quoted(school.site_url)},"edition":{quoted(site.edition.name)},'
        f'"records":[\n{rows}\n]}}\n'
    ).encode()


def _row(entry: Entry) -> str:
    """An object: first what a stub tells too, then what is known of a record only as long as its text is shown."""
    row = (
        f'{{"id":{quoted(entry.id)},"title":{quoted(entry.title)},"url":"{urls.record_url(entry.id)}","column":"{entry.column}",'
        f'"department":{quoted(entry.department)},"published":"{entry.published.isoformat()}","state":"{entry.state.value}"'
    )
    if entry.item:
        row += f',"item":{quoted(entry.item.id)}'
    if entry.expires:
        row += f',"expires":"{entry.expires.isoformat()}"'
    if entry.series:
        row += f',"series":{quoted(entry.series)}'
    if entry.stage:
        row += f',"stage":{quoted(entry.stage)}'
    return f"{row}{_shown(entry) if isinstance(entry, Shown) else _stub(entry)}}}"


def _stub(stub: Stub) -> str:
    number = f',"document_number":{quoted(stub.document_number)}' if stub.document_number else ""
    return f'{number},"withdrawn":"{stub.withdrawn.day.isoformat()}"' if stub.withdrawn else number


def _shown(shown: Shown) -> str:
    record, row = shown.record, ""
    if record.document_number:
        row += f',"document_number":{quoted(record.document_number)}'
    if record.issue:
        row += f',"issue":{quoted(record.issue)}'
    if record.amount is not None:
        row += f',"amount":"{_amount(shown)}"'
    if record.fees:
        row += _list("fees", [{"name": fee.name, "standard": fee.standard, "unit": fee.unit} for fee in record.fees])
    if shown.changes:
        row += _list("changes", [{"date": one.day.isoformat(), "note": one.note} for one in shown.changes])
    if record.attachments:
        files = record.attachments
        row += _list("attachments", [{"file": str(one.file), "sha256": one.sha256, "size": one.size} for one in files])
    return f'{row},"source_sha256":"{record.source.digest}"'


def _list(key: str, objects: list[dict[str, Any]]) -> str:
    return f',"{key}":{json.dumps(objects, ensure_ascii=False, separators=(",", ":"))}'


def _amount(shown: Shown) -> str:
    """Yuan as plain digits, '' where none is given."""
    amount = shown.record.amount
    return "" if amount is None else f"{amount.normalize():f}"


def _csv(entries: list[Entry], site: Site) -> bytes:
    """A table that spreadsheets open as it is: with a byte-order mark, and no text that they would compute."""
    stream = io.StringIO()
    columns = {column.path: column.full_name for column in site.edition.catalogue.walk()}
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(_HEADINGS)
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
