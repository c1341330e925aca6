"""The cells of a worksheet, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_ROW
from disclosure.documents.passage import Passage
from disclosure.documents.workbook import Workbook, date_text, number_text
from disclosure.documents.xml_grammar import OOXML
from disclosure.documents.xml_parsing import fed, xml_parser
from disclosure.documents.xml_text import Events

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576


def read_sheet(content: bytes, workbook: Workbook, *, label: str) -> Iterator[Passage]:
    """One passage for each row that is not empty, cells joined by tabs; headers, footers, links and rules besides.

    A formula counts as the value that was last computed; where there is none, it is a passage of its own. Not read by
    openpyxl, see `docs/decisions/0007-looking-into-attachments.md`.

    Raises:
        Unreadable: rows, columns or texts beyond what a sheet can have.
        lxml.etree.XMLSyntaxError: not well-formed; what stands before is yielded first.
    """
    events = _SheetEvents(workbook, label)
    yield from fed(xml_parser(events), content, events.outside.frames)


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _SheetEvents:
    """A Target: cells are put together here, all else is text like that of other parts."""

    def __init__(self, workbook: Workbook, label: str) -> None:
        self.outside = Events(OOXML, label)
        self._workbook = workbook
        self._label = label
        self._in_cells = False
        self._row = 0
        self._cells: list[str] = []
        self._length = 0
        self._cell: Mapping[str, str] = {}
        self._texts: dict[str, list[str]] = {"v": [], "f": [], "t": []}
        self._current: list[str] | None = None
        self._readings = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if not self._in_cells:
            self._in_cells = name == "sheetData"
            self.outside.start(tag, attributes)
            return
        self._readings += name == "rPh"
        self._current = None if self._readings else self._texts.get(name)
        if name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "c":
            self._cell = dict(attributes)

    def data(self, text: str) -> None:
        """Text within an element."""
        if not self._in_cells:
            self.outside.data(text)
        elif self._current is not None:
            self._current.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition("}")[2]
        if name == "sheetData":
            self._in_cells = False
        if not self._in_cells:
            self.outside.end(tag)
            return
        self._current = None
        self._readings -= name == "rPh"
        if name == "c":
            self._end_cell()
        elif name == "row" and (text := "\t".join(self._cells).rstrip()):
            self.outside.frames.tell(f"{self._label}第{self._row}行", text)

    def comment(self, text: str) -> None:
        """A remark in the source."""
        self.outside.comment(text)

    def close(self) -> None:
        """The file ends."""

    def _begin_row(self, number: str) -> None:
        self._row = int(number) if re.fullmatch("[0-9]{1,8}", number) else self._row + 1
        if self._row > _LAST_ROW:
            raise Unreadable("工作表的行数不可能这么多，后面的没有看")
        self._cells, self._length = [], 0

    def _end_cell(self) -> None:
        value, formula, inline = ("".join(self._texts[name]) for name in ("v", "f", "t"))
        for texts in self._texts.values():
            texts.clear()
        reference = self._cell.get("r", "")
        if formula and not value:
            self.outside.frames.tell(f"{self._label}{reference}公式", f"={formula}")
        found = _REFERENCE.fullmatch(reference)
        column = column_number(found[1]) if found else len(self._cells) + 1
        text = inline if self._cell.get("t") == "inlineStr" else self._shown(value.strip("\n"))
        self._length += len(text)
        if column > _LAST_COLUMN or len(self._cells) > _LAST_COLUMN or self._length > MAX_ROW:
            raise Unreadable("工作表的一行太长，后面的没有看")
        self._cells.extend("" for _ in range(column - 1 - len(self._cells)))
        self._cells.append(text)

    def _shown(self, value: str) -> str:
        kind, style = self._cell.get("t", "n"), self._cell.get("s", "")
        if not value:
            return ""
        if kind == "s":
            index = int(value) if re.fullmatch("[0-9]{1,8}", value) else -1
            return self._workbook.texts[index] if 0 <= index < len(self._workbook.texts) else value
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n":
            return value
        span = self._workbook.date_formats.get(int(style)) if re.fullmatch("[0-9]{1,6}", style) else None
        return number_text(value) if span is None else date_text(value, self._workbook, is_span=span)
