"""Texts as a cell of a spreadsheet takes them, and how much room they need."""

from __future__ import annotations

from math import ceil

from disclosure.domain.characters import without_controls
from disclosure.domain.table import Cell

LONGEST_TEXT = 32_767
"""Characters that Excel takes in a cell; what lies beyond U+FFFF counts as two."""
_CUT_MARK = "……（太长，没有写完）"
_LATIN = "\u2e7f"
"""The last character that is as narrow as Latin script, or nearly."""


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column; a Chinese character is as wide as two of Latin script."""
    if 2 * len(text) <= width and "\n" not in text:
        return 1
    room = max(width - 1, 1)
    return sum(
        max(1, ceil((len(line) + sum(character > _LATIN for character in line)) / room)) for line in text.split("\n")
    )


def text_for_cell(text: str) -> str:
    """A text that Excel takes: without control characters, and cut with a mark where it is too long."""
    plain = without_controls(text)
    if len(plain) * 2 <= LONGEST_TEXT or len(plain.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return plain
    kept = plain.encode("utf-16-le")[: 2 * (LONGEST_TEXT - len(_CUT_MARK))]
    return kept.decode("utf-16-le", "ignore") + _CUT_MARK


def words_of(cell: Cell) -> str:
    """What a cell says where it is no number: its value, else its colour, else the words of its links."""
    if cell.value is None or cell.value == "":
        told = cell.light.label if cell.light else "、".join(place.text for place in cell.places if place.text)
    else:
        told = str(cell.value)
    return text_for_cell(told)
