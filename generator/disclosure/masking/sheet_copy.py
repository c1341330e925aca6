"""A sheet written anew: values, formats, sizes, merged cells, page set-up. Nothing else is known here, so nothing else gets through."""

from __future__ import annotations

from bisect import bisect_left
from copy import copy
from dataclasses import replace

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from disclosure.domain.personal_data import PersonalData
from disclosure.masking.edits import Edit, applied, edits_of
from disclosure.masking.header_rows import Cell
from disclosure.masking.masks import mask_number
from disclosure.masking.rules import Rules
from disclosure.masking.sheet import SeenSheet, is_damaged
from disclosure.masking.tables import MaskedTable
from disclosure.masking.tally import Tally

_TOO_LONG = "存成数字的号码"
_MOST_COLUMNS = 1000


class _Places:
    """Where the rows and columns of a sheet are in its copy."""

    def __init__(self, seen: SeenSheet, masked: MaskedTable) -> None:
        away = masked.left_out | seen.hidden_columns
        if away.issuperset(range(masked.width)):
            away -= {min(set(range(masked.width)) - seen.hidden_columns, default=0)}
        self.table = replace(masked, left_out=away)
        self._rows, self._columns = sorted(seen.hidden_rows), sorted(away)

    def row(self, row: int) -> int:
        """The copy's row for a row that is not hidden; for a hidden one, that of the next."""
        return row - bisect_left(self._rows, row)

    def column(self, column: int) -> int:
        """The same for columns, from 1."""
        return column - bisect_left(self._columns, column - 1)

    def stays(self, column: int) -> bool:
        """Whether a column, from 1, is in the copy."""
        return column - 1 not in self.table.left_out


def copy_sheet(seen: SeenSheet, masked: MaskedTable, new: Worksheet, rules: Rules, tally: Tally) -> None:
    """Write a sheet's masked copy into an empty sheet of the same workbook."""
    places = _Places(seen, masked)
    _copy_formats(seen, new, places)
    for line, row, sources, row_edits in zip(seen.lines, seen.rows, seen.sources, masked.edits, strict=True):
        for cell, source, edits in zip(row, sources, row_edits, strict=True):
            home = new.cell(places.row(line), places.table.home(cell) + 1)
            if isinstance(home, SheetCell):
                _copy_value(cell, source, home, _with_too_long(cell, source, edits, rules, tally))
    _copy_merged(seen, new, places)
    _copy_page(seen.sheet, new, rules, tally)


def _copy_value(cell: Cell, source: SheetCell, home: SheetCell, edits: list[Edit]) -> None:
    text = applied(cell.text, edits)
    if not text:
        return
    style = copy(source._style)  # type: ignore[attr-defined]
    if edits:
        home.value = text
        home.data_type = "s"
    else:
        home.value = source.value
        home.data_type = source.data_type
    home._style = style  # type: ignore[attr-defined]


def _with_too_long(cell: Cell, source: SheetCell, edits: list[Edit], rules: Rules, tally: Tally) -> list[Edit]:
    if edits or not is_damaged(source):
        return edits
    hidden = [Edit(0, len(cell.text), mask_number(PersonalData.FRAGMENT, cell.text, rules.numbers), _TOO_LONG)]
    tally.count(hidden)
    return hidden


def _copy_formats(seen: SeenSheet, new: Worksheet, places: _Places) -> None:
    last_row, width = max(seen.lines, default=0), places.table.width
    for (row, column), cell in seen.sheet._cells.items():
        if (
            row <= last_row
            and column <= width
            and row not in seen.hidden_rows
            and places.stays(column)
            and cell.has_style
        ):
            new.cell(places.row(row), places.column(column))._style = copy(cell._style)  # type: ignore[union-attr]
    for row, line in seen.sheet.row_dimensions.items():
        if row <= last_row and row not in seen.hidden_rows and line.height:
            new.row_dimensions[places.row(row)].height = line.height
    for group in seen.sheet.column_dimensions.values():
        for column in range(group.min or 1, min(group.max or 0, _MOST_COLUMNS) + 1):
            if places.stays(column) and group.width:
                new.column_dimensions[get_column_letter(places.column(column))].width = group.width


def _copy_merged(seen: SeenSheet, new: Worksheet, places: _Places) -> None:
    for one in seen.sheet.merged_cells.ranges:
        rows = [row for row in range(one.min_row, one.max_row + 1) if row not in seen.hidden_rows]
        columns = [column for column in range(one.min_col, one.max_col + 1) if places.stays(column)]
        if rows and columns and len(rows) * len(columns) > 1:
            new.merge_cells(
                start_row=places.row(rows[0]),
                end_row=places.row(rows[-1]),
                start_column=places.column(columns[0]),
                end_column=places.column(columns[-1]),
            )


def _copy_page(old: Worksheet, new: Worksheet, rules: Rules, tally: Tally) -> None:
    new.page_setup.orientation = old.page_setup.orientation
    new.page_setup.paperSize = old.page_setup.paperSize
    for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        for side in ("left", "center", "right"):
            text = getattr(getattr(old, name), side).text
            if text:
                edits = edits_of(text, rules)
                tally.count(edits)
                getattr(getattr(new, name), side).text = applied(text, edits)
