"""One table on one sheet: what its cells look like, how it prints, where it leads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from disclosure.domain.table import Cell, Heading, Holds, Light, Table
from disclosure.publishing.cell_texts import lines_of, text_for_cell, words_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_LINKS = 65_530
"""Links that Excel takes on a sheet."""
_LONGEST_LINK = 2_079
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts days from 1900 on and believes that there was a 29 February 1900."""
_LINE_HEIGHT, _HIGHEST = 13.5, 409.0
"""Points; Excel takes no higher row."""
_A4, _A3 = 9, 8
_WIDEST_ON_A4 = 180
"""Sum of the widths of columns from which on A4 would be too small to read."""
_SAFE = "%/:?#[]@!$&'()*+,;=~"
_NUMBER_FORMATS = {Holds.DATE: "yyyy-mm-dd", Holds.COUNT: "#,##0", Holds.YUAN: "#,##0.00", Holds.PERCENT: "0.0%"}
_FONT = {"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "top"}
_HEADER = _FONT | {"bold": True, "border": 1, "bg_color": "#E8EEF3", "align": "center", "valign": "vcenter"}
_LIGHTS = {
    Light.GREEN: {"bg_color": "#E2F1E6", "font_color": "#14502A"},
    Light.AMBER: {"bg_color": "#FFF0D1", "font_color": "#6B3A00"},
    Light.RED: {"bg_color": "#FADCDA", "font_color": "#8A1414"},
}


class Look:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[object, Format] = {}
        self.title = workbook.add_format(_FONT | {"font_size": 14, "bold": True, "valign": "vcenter"})
        self.text = workbook.add_format(_FONT)
        self.header = workbook.add_format(_HEADER)

    def cell(self, cell: Cell, heading: Heading, *, is_link: bool) -> Format:
        """How a cell looks: by what its column holds, its colour, and whether it leads somewhere."""
        is_text = isinstance(cell.value, str) or cell.value is None
        key = (heading.holds, heading.is_title, cell.light, is_link, is_text, _is_broken(cell))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(_properties(cell, heading, is_link=is_link, is_text=is_text))
        return self._made[key]


def _is_broken(cell: Cell) -> bool:
    """Whether a number is no whole one: half a point is not rounded to a whole."""
    return isinstance(cell.value, Decimal) and cell.value != cell.value.to_integral_value()


def _properties(cell: Cell, heading: Heading, *, is_link: bool, is_text: bool) -> dict[str, Any]:
    given: dict[str, Any] = _FONT | {"border": 1, "bold": heading.is_title}
    if is_link:
        given |= {"font_color": "#15568F", "underline": 1}
    if cell.light:
        given |= _LIGHTS[cell.light]
    if not is_text and heading.holds in _NUMBER_FORMATS:
        told = f'"（{cell.light.label}）"' if cell.light else ""
        decimals = ".0#" if heading.holds is Holds.COUNT and _is_broken(cell) else ""
        given |= {"num_format": _NUMBER_FORMATS[heading.holds] + decimals + told}
        given |= {
            "align": "left" if heading.holds is Holds.DATE else "right",
            "indent": int(heading.holds is not Holds.DATE),
        }
    return given


class Addresses:
    """Where the cells of a sheet lead, as long as Excel has room for links."""

    def __init__(self, site_url: str) -> None:
        self._base = quote(site_url, safe=_SAFE)
        self._left = MOST_LINKS if site_url else 0

    def of(self, cell: Cell) -> str:
        """The first of a cell's places, for a cell has one link; '' for none."""
        if not cell.places or not self._left:
            return ""
        address = f"{self._base}{quote(cell.places[0].url, safe=_SAFE)}"
        if len(address) > _LONGEST_LINK:
            return ""
        self._left -= 1
        return address


def write_sheet(sheet: Worksheet, table: Table, look: Look, *, site_url: str) -> None:
    """Write a table on an empty sheet: its title, what it is about, header, rows and notes.

    Args:
        site_url: in front of the addresses of links; '' for none.
    """
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, heading.width)
    top = _words_above(sheet, table, look)
    header = _header(sheet, table, look, top)
    addresses = Addresses(site_url)
    for number, row in enumerate(table.rows, start=header + 1):
        lines = 1
        for column, (cell, heading) in enumerate(zip(row.cells, table.headings, strict=True)):
            words, address = words_of(cell), addresses.of(cell)
            _write(sheet, (number, column), cell, words, look.cell(cell, heading, is_link=bool(address)), address)
            lines = max(lines, lines_of(words, heading.width))
        _set_height(sheet, number, lines)
    end = header + len(table.rows)
    for number, note in enumerate(table.notes, start=end + 2):
        _across(sheet, number, note, table, look.text)
    sheet.autofilter(header, 0, end, len(table.headings) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{end + 1}"})
    sheet.freeze_panes(header + 1, 0)
    sheet.repeat_rows(top, header)
    _prepare_print(sheet, table)


def _words_above(sheet: Worksheet, table: Table, look: Look) -> int:
    """Title and what it is about; returns the number of the row below them."""
    _across(sheet, 0, table.title, table, look.title, size=2)
    if table.about:
        _across(sheet, 1, table.about, table, look.text)
    return 2 if table.about else 1


def _header(sheet: Worksheet, table: Table, look: Look, top: int) -> int:
    """One row, or two where columns are grouped; returns the number of the last."""
    start = 0
    for name, span in table.groups:
        if name and span > 1:
            sheet.merge_range(top, start, top, start + span - 1, text_for_cell(name), look.header)
        elif name:
            sheet.write_string(top, start, text_for_cell(name), look.header)
        start += span
    header = top + bool(table.groups)
    for column, heading in enumerate(table.headings):
        sheet.write_string(header, column, text_for_cell(heading.label), look.header)
    _set_height(sheet, header, max(lines_of(heading.label, heading.width) for heading in table.headings))
    return header


def _across(sheet: Worksheet, row: int, text: str, table: Table, form: Format, *, size: int = 1) -> None:
    """A text over all columns that a screen shows."""
    told = text_for_cell(text)
    columns = _columns_on_screen(table)
    width = sum(heading.width for heading in table.headings[:columns])
    _set_height(sheet, row, size * lines_of(told, width // size))
    if columns > 1:
        sheet.merge_range(row, 0, row, columns - 1, told, form)
    else:
        sheet.write_string(row, 0, told, form)


def _columns_on_screen(table: Table) -> int:
    """How many columns fit a screen: longer words would not be seen whole."""
    width = 0
    for column, heading in enumerate(table.headings):
        width += heading.width
        if width > 120 and column:
            return column
    return len(table.headings)


def _set_height(sheet: Worksheet, row: int, lines: int) -> None:
    """Make a row high enough: not every spreadsheet reckons that when it opens a file, and none does for merged cells."""
    if lines > 1:
        sheet.set_row(row, min(_HIGHEST, _LINE_HEIGHT * lines + 2))


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, words: str, form: Format, address: str) -> None:
    """A value as what it is, over its link if it has one. A text is written as a text, so that none becomes a formula."""
    row, column = at
    value = cell.value
    if address:
        sheet.write_url(row, column, address, form, words or "查看")
    if isinstance(value, int | Decimal):
        sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value, form)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, value, form)
    elif words:
        sheet.write_string(row, column, words, form)
    elif not address:
        sheet.write_blank(row, column, None, form)


def _prepare_print(sheet: Worksheet, table: Table) -> None:
    """Across, as wide as the sheet, header on each, numbered."""
    is_large = sum(heading.width for heading in table.headings) > _WIDEST_ON_A4
    sheet.set_landscape()
    sheet.set_paper(_A3 if is_large else _A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
