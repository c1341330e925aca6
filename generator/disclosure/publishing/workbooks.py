"""Tables as xlsx workbooks that can be printed as they are; `sheets.py` writes one of the sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO

from disclosure.domain.table import Table
from disclosure.publishing.sheets import Look, write_sheet

_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_RESERVED = {"history"}
"""Names that Excel keeps for itself."""


def workbook_bytes(tables: Sequence[Table], *, day: date, site_url: str = "") -> bytes:
    """A workbook with one sheet for each table: title, header, rows, notes.

    Args:
        day: told as the day on which it was made; the same tables and day give the same bytes.
        site_url: where the site lies, so that cells lead to its pages; '' for a workbook without links.

    Raises:
        ValueError: there is no table.
    """
    import xlsxwriter  # a build that makes no workbook does without

    if not tables:
        raise ValueError("a workbook has at least one sheet")
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as workbook:
        workbook.set_properties({"title": tables[0].title, "created": datetime.combine(day, time())})
        look = Look(workbook)
        for table, name in zip(tables, sheet_names([one.title for one in tables]), strict=True):
            write_sheet(workbook.add_worksheet(name), table, look, site_url=site_url)
    return stream.getvalue()


def sheet_names(titles: Sequence[str]) -> list[str]:
    """A name that Excel takes for each title: at most 31 characters, none twice (nor in other case), not all signs."""
    names: list[str] = []
    taken = set(_RESERVED)
    for title in titles:
        plain = _NOT_IN_A_NAME.sub(" ", title).strip(" '") or "表"
        name, number = _cut(plain, _LONGEST_NAME), 1
        while name.casefold() in taken:
            number += 1
            ending = f"（{number}）"
            name = _cut(plain, _LONGEST_NAME - len(ending)) + ending
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, most: int) -> str:
    """The beginning of a text, counted as Excel counts: what lies beyond U+FFFF is two."""
    while len(text.encode("utf-16-le")) // 2 > most:
        text = text[:-1]
    return text.rstrip(" '")
