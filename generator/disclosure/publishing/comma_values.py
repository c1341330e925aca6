"""Tables as comma-separated values, for whoever goes on working with them.

A spreadsheet computes a text that begins like a formula, and so runs what a stranger wrote into a letter box. Such a text
gets an apostrophe in front. All texts are quoted, so that nobody who splits at tabs or semicolons gets a formula either;
numbers are not, and stay numbers when they are negative.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from disclosure.domain.characters import without_controls
from disclosure.domain.table import Cell, Heading, Holds, Table, Value
from disclosure.rendering.words import percent

_FORMULA = frozenset("=+-@＝＋－＠")
"""How a text begins, blanks aside, that a spreadsheet would compute; some take full-width signs for the others."""
_BREAKS = re.compile(r"\s*[\t\r\n\v\f\x85\u2028\u2029]+\s*")


def csv_bytes(table: Table) -> bytes:
    """Header and rows in UTF-8 with byte order mark, lines ended by CRLF; nothing in it is a formula for a spreadsheet.

    Dates are ISO 8601, amounts plain decimals, shares as they are said (`12.5%`); lines of a cell are joined by a space.
    """
    lines = [",".join(map(_quoted, labels(table)))]
    for row in table.rows:
        cells = zip(row.cells, table.headings, strict=True)
        lines.append(",".join([_written(cell, heading) for cell, heading in cells]))
    return "\ufeff{}\r\n".format("\r\n".join(lines)).encode()


def labels(table: Table) -> list[str]:
    """The header in one row: `上学期 计划` for a column of a group."""
    groups = [name for name, span in table.groups for _ in range(span)]
    groups += [""] * (len(table.headings) - len(groups))
    return [f"{group} {one.label}".lstrip() for group, one in zip(groups, table.headings, strict=True)]


def safe_text(text: str) -> str:
    """A text on one line that no spreadsheet computes."""
    flat = _BREAKS.sub(" ", without_controls(text)).strip()
    return f"'{flat}" if flat[:1] in _FORMULA and flat else flat


def _quoted(text: str) -> str:
    return '"{}"'.format(safe_text(text).replace('"', '""'))


def _written(cell: Cell, heading: Heading) -> str:
    """A field: a number as it is, everything else quoted."""
    value, light = cell.value, cell.light
    if isinstance(value, str) and value:
        return _quoted(value)
    told = "" if value is None or value == "" else _told(value, heading)
    if light:
        return f'"{told}（{light.label}）"' if told else f'"{light.label}"'
    is_number = isinstance(value, int | Decimal) and heading.holds is not Holds.PERCENT
    return told if is_number else f'"{told}"'


def _told(value: Value, heading: Heading) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return (
            percent(value)
            if heading.holds is Holds.PERCENT
            else f"{value:f}"
            if isinstance(value, Decimal)
            else f"{value}"
        )
    return ""
