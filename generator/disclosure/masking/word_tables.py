"""Tables of Word: rows and cells with their columns, and columns taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from disclosure.masking.header_rows import Cell
from disclosure.masking.package import discard, local_name
from disclosure.masking.rules import Rules
from disclosure.masking.tables import MaskedTable, mask_table
from disclosure.masking.tally import Tally
from disclosure.masking.word_text import Passage, change, passage_of


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a table."""

    element: etree._Element
    passage: Passage
    start: int
    end: int


Rows = Sequence[Sequence[WordCell]]


def rows_of(table: etree._Element) -> list[list[WordCell]]:
    """All cells of a table, row by row, without those of tables inside it."""
    return [list(_cells(row)) for row in _inside(table, "tr")]


def filled(rows: Rows) -> list[list[Cell]]:
    """The cells with something in them, of the rows with something in them."""
    cells = ([Cell(one.passage.text, one.start, one.end) for one in row if one.passage.text.strip()] for row in rows)
    return [row for row in cells if row]


def mask_word_table(table: etree._Element, rules: Rules, tally: Tally) -> None:
    """Mask a table where it stands."""
    rows = rows_of(table)
    given = [[one for one in row if one.passage.text.strip()] for row in rows]
    given = [row for row in given if row]
    masked = mask_table(filled(rows), rules, tally)
    for row, row_edits in zip(given, masked.edits, strict=True):
        for cell, edits in zip(row, row_edits, strict=True):
            change(cell.passage, edits)
    if masked.left_out:
        for element, row in zip(_inside(table, "tr"), rows, strict=True):
            _narrow(element, row, masked)
        for column, grid_column in reversed(list(enumerate(_inside(table, "gridCol")))):
            if column in masked.left_out:
                discard(grid_column)


def _narrow(element: etree._Element, row: Sequence[WordCell], masked: MaskedTable) -> None:
    """Take the cells of columns that are left out from a row; a cell over several columns gets narrower."""
    stays = next((cell for cell in row if _text_left(cell)), None)
    for before in _properties(element, "trPr", "gridBefore"):
        _set_value(before, sum(column not in masked.left_out for column in range(_number(before))))
    for cell in row:
        kept = sum(column not in masked.left_out for column in range(cell.start, cell.end))
        if kept or cell is stays:
            _set_span(cell.element, kept or 1)
        else:
            _take_out(cell.element)
    if not _inside(element, "tc"):
        discard(element)


def _text_left(cell: WordCell) -> bool:
    return bool(passage_of(_inside(cell.element, "p")).text.strip())


def _cells(row: etree._Element) -> Iterator[WordCell]:
    column = sum(_number(one) for one in _properties(row, "trPr", "gridBefore"))
    for element in _inside(row, "tc"):
        span = next((_number(one) for one in _properties(element, "tcPr", "gridSpan")), 1) or 1
        yield WordCell(element, passage_of(_inside(element, "p")), column, column + span)
        column += span


def _inside(element: etree._Element, name: str) -> list[etree._Element]:
    """Elements of a name in a table, row or cell, but not in a table or text box inside it."""
    found = []
    for child in element:
        child_name = local_name(child)
        if child_name == name:
            found.append(child)
        elif child_name not in ("tbl", "p"):
            found += _inside(child, name)
    return found


def _properties(element: etree._Element, group: str, name: str) -> list[etree._Element]:
    return [one for each in element if local_name(each) == group for one in each if local_name(one) == name]


def _number(element: etree._Element) -> int:
    value = next((str(value) for name, value in element.attrib.items() if str(name).endswith("val")), "")
    return int(value) if value.isascii() and value.isdecimal() else 0


def _set_span(cell: etree._Element, columns: int) -> None:
    for span in _properties(cell, "tcPr", "gridSpan"):
        _set_value(span, columns)


def _set_value(element: etree._Element, value: int) -> None:
    for name in element.attrib:
        element.set(name, str(value))


def _take_out(cell: etree._Element) -> None:
    """A cell, and the content control around it that would be empty without it."""
    parent = cell.getparent()
    while (
        parent is not None
        and local_name(parent) in ("sdtContent", "sdt", "customXml")
        and len(_inside(parent, "tc")) == 1
    ):
        cell, parent = parent, parent.getparent()
    discard(cell)
