"""What can be seen of a sheet: cells in visible rows and columns, formulas as their results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from disclosure.masking.header_rows import Cell
from disclosure.masking.tally import Tally

_DAMAGED = 15
"""Digits that a number of Excel holds; what is longer is a number of a person or a card, with zeros at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSheet:
    """A sheet, as its reader sees it."""

    sheet: Worksheet
    rows: list[list[Cell]]
    """Cells with something in them, of visible rows with something in them."""
    sources: list[list[SheetCell]]
    """For each of them the cell that holds its value."""
    lines: list[int]
    """For each of the rows its number in the sheet."""
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    """Counted from 0, as in tables."""


def see_sheet(sheet: Worksheet, formulas: Worksheet, tally: Tally) -> SeenSheet:
    """Read a sheet.

    Args:
        formulas: the same sheet with formulas instead of results.
        tally: is told what is hidden, and the formulas.
    """
    hidden_rows = frozenset(row for row, one in sheet.row_dimensions.items() if one.hidden or one.height == 0)
    hidden_columns = frozenset(_hidden_columns(sheet))
    spans = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    found: dict[int, list[tuple[Cell, SheetCell]]] = {}
    lost_rows, lost_columns = set(), set()
    for (row, column), cell in sorted(sheet._cells.items()):
        _tell_of_formula(cell, formulas, tally)
        if isinstance(cell, MergedCell) or cell.value is None:
            continue
        span = spans.get((row, column))
        last_row, last_column = (span.max_row, span.max_col) if span else (row, column)
        line = next((one for one in range(row, last_row + 1) if one not in hidden_rows), None)
        if line is None:
            lost_rows.add(row)
        elif hidden_columns.issuperset(range(column - 1, last_column)):
            lost_columns.add(column)
        elif text_of(cell).strip():
            found.setdefault(line, []).append((Cell(text_of(cell), column - 1, last_column), cell))
    for what, lost in (("隐藏的行", lost_rows), ("隐藏的列", lost_columns)):
        if lost:
            tally.left_out[what] += len(lost)
    lines = sorted(found)
    ordered = [sorted(found[line], key=lambda pair: pair[0].start) for line in lines]
    return SeenSheet(
        sheet=sheet,
        rows=[[cell for cell, _ in row] for row in ordered],
        sources=[[source for _, source in row] for row in ordered],
        lines=lines,
        hidden_rows=hidden_rows,
        hidden_columns=hidden_columns,
    )


def text_of(cell: SheetCell) -> str:
    """A value as text. Numbers are written out: mobile numbers are often stored as numbers."""
    value = cell.value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e20:
        return str(int(value))
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "" if value is None else str(value)


def is_damaged(cell: SheetCell) -> bool:
    """Whether a value is a number longer than numbers can be: somebody typed an ID or card number without an apostrophe."""
    return isinstance(cell.value, int | float) and len(text_of(cell)) >= _DAMAGED and text_of(cell).isdecimal()


def _hidden_columns(sheet: Worksheet) -> set[int]:
    hidden: set[int] = set()
    for one in sheet.column_dimensions.values():
        if (one.hidden or one.width == 0) and one.min and one.max:
            hidden.update(range(one.min - 1, one.max))
    return hidden


def _tell_of_formula(cell: SheetCell | MergedCell, formulas: Worksheet, tally: Tally) -> None:
    twin = formulas._cells.get((cell.row or 0, cell.column or 0))
    if twin is not None and twin.data_type == "f":
        if cell.value is None:
            note = "有的公式没有存下结果，副本里是空的。请用 Excel 或 WPS 打开原件，保存一次，再运行。"
            if note not in tally.notes:
                tally.notes.append(note)
        else:
            tally.left_out["公式（换成了结果）"] += 1
