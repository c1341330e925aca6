"""The annual report as a text document (docx): A4, Chinese fonts by name, headings, tables whose header repeats."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from datetime import date, datetime

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.table import CT_Row
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from disclosure.domain.annual_report import Report
from disclosure.domain.table import Heading, Holds, Table
from disclosure.rendering.report_page import chapter_number, status
from disclosure.rendering.words import day_in_words
from disclosure.reporting.cells import cell_text
from disclosure.reporting.filling import plain_text
from disclosure.reporting.package import with_fixed_dates
from disclosure.reporting.prose import add_html

_SONG, _FANG, _HEI = "宋体", "仿宋", "黑体"
_LATIN = "Times New Roman"
_TEXT_WIDTH = 15.6
"""Centimetres between the margins of A4."""
_LEAST = {Holds.DATE: 16, Holds.YUAN: 15, Holds.PERCENT: 11}
"""How wide columns are at least, in characters of Latin script, so that no day or amount is broken."""
_STYLES = {
    (False, False): "Table Text", (False, True): "Table Number", (True, False): "Table Head", (True, True): "Table Head Number",
}  # fmt: skip
"""Styles of paragraphs in tables, by whether they are in the header and hold a number."""
_NUMBERS = (Holds.COUNT, Holds.YUAN, Holds.PERCENT)
_INK = RGBColor(0, 0, 0)
RenderProse = Callable[[str], str]
"""From Markdown to safe HTML."""


def report_document(report: Report, *, day: date, render_prose: RenderProse) -> bytes:
    """The document. The same report and day give the same bytes.

    Args:
        day: told as the day on which it was made.
    """
    document = Document()
    _prepare(document, report, day)
    _cover(document, report, day)
    for number, chapter in enumerate(report.chapters, start=1):
        document.add_heading(f"{chapter_number(number)}、{chapter.title}", level=1)
        if chapter.sentences:
            document.add_paragraph("".join(map(plain_text, chapter.sentences)))
        if chapter.prose:
            add_html(document, render_prose(plain_text(chapter.prose)))
        for table in chapter.tables:
            _add_table(document, table)
        if chapter.is_empty:
            document.add_paragraph("（这一章还没有内容。）")
    made = io.BytesIO()
    document.save(made)
    return with_fixed_dates(made.getvalue(), day)


def _prepare(document: Docx, report: Report, day: date) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(3), Cm(2.6)
    _style(document, "Normal", _FANG, 14, line=1.5)
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(28)
    _style(document, "Title", _SONG, 24, bold=True, line=1.4)
    for level, (font, size) in enumerate(((_HEI, 16), (_SONG, 14), (_SONG, 14)), start=1):
        _style(document, f"Heading {level}", font, size, bold=True, line=1.4)
    for name in ("List Bullet", "List Number"):
        _style(document, name, _FANG, 14, line=1.5)
    for (is_head, is_number), name in _STYLES.items():
        _table_style(document, name, bold=is_head, is_number=is_number)
    core = document.core_properties
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - office programs want it without a zone
    core.title, core.author, core.language, core.comments = report.title, "", "zh-CN", ""
    core.created = core.modified = made
    core.last_modified_by, core.revision = "", 1


def _style(document: Docx, name: str, font: str, size: float, *, bold: bool = False, line: float) -> None:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold, style.font.italic = _LATIN, Pt(size), bold, False
    style.font.color.rgb = _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi"):
        fonts.set(qn(f"w:{kind}"), _LATIN)
    fonts.set(qn("w:eastAsia"), font)
    shape = style.paragraph_format
    shape.line_spacing, shape.space_before, shape.space_after = line, Pt(8 if bold else 0), Pt(4 if bold else 0)
    if bold:
        shape.first_line_indent = Pt(0)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _table_style(document: Docx, name: str, *, bold: bool, is_number: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _style(document, name, _FANG, 10.5, line=1.2)
    assert isinstance(style, ParagraphStyle)
    style.font.bold = bold
    shape = style.paragraph_format
    shape.first_line_indent, shape.space_before, shape.space_after = Pt(0), Pt(2), Pt(2)
    shape.alignment = WD_ALIGN_PARAGRAPH.RIGHT if is_number else WD_ALIGN_PARAGRAPH.LEFT


def _cover(document: Docx, report: Report, day: date) -> None:
    """A sheet of its own: school, title, which days, who made it."""
    for _ in range(6):
        _centred(document, "")
    _centred(document, report.school, size=18)
    title = document.add_paragraph(style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(report.title)
    _centred(document, status(report))
    for _ in range(8):
        _centred(document, "")
    lines = (("编制人", report.compiler), ("联系电话", report.phone), ("编制日期", day_in_words(day)))
    for label, text in lines:
        if text:
            _centred(document, f"{label}：{text}")
    body = document.add_section(WD_SECTION.NEW_PAGE)
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    body._sectPr.append(numbering)
    body.footer.is_linked_to_previous = False
    _page_numbers(body.footer.paragraphs[0])


def _centred(document: Docx, text: str, *, size: float | None = None) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    run = paragraph.add_run(text)
    if size:
        run.font.size = Pt(size)


def _page_numbers(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    for part in ("第 ", "PAGE", " 页"):
        run = paragraph.add_run("" if part == "PAGE" else part)
        run.font.size = Pt(10.5)
        if part == "PAGE":
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE")
            run._r.addprevious(field)
            field.append(run._r)
            run.text = "1"


def _add_table(document: Docx, table: Table) -> None:
    title = document.add_paragraph()
    title.paragraph_format.first_line_indent = Pt(0)
    title.paragraph_format.space_before = Pt(6)
    title.paragraph_format.keep_with_next = True
    title.add_run(table.title).font.bold = True
    made = document.add_table(rows=1, cols=len(table.headings))
    made.style, made.autofit = "Table Grid", False
    widths = _widths(table.headings)
    for cell, heading, width in zip(made.rows[0].cells, table.headings, widths, strict=True):
        _write(cell, heading.label, heading, width, is_head=True)
    _repeat(made.rows[0]._tr, "w:tblHeader")
    _repeat(made.rows[0]._tr, "w:cantSplit")
    for row in table.rows:
        added = made.add_row()
        _repeat(added._tr, "w:cantSplit")
        for cell, value, heading, width in zip(added.cells, row.cells, table.headings, widths, strict=True):
            _write(cell, cell_text(value, heading), heading, width)
    for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Cm(width)
    for note in table.notes:
        _small(document, f"注：{note}")


def _small(document: Docx, text: str) -> None:
    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    shape.first_line_indent, shape.line_spacing, shape.space_before = Pt(0), 1.2, Pt(3)
    paragraph.add_run(text).font.size = Pt(10.5)


def _widths(headings: Iterable[Heading]) -> list[float]:
    """Centimetres of each column: as wide as its heading asks, fitted to the sheet."""
    asked = [max(_LEAST.get(heading.holds, 8), heading.width, 2 * len(heading.label)) for heading in headings]
    return [round(_TEXT_WIDTH * width / sum(asked), 2) for width in asked]


def _write(cell: _Cell, text: str, heading: Heading, width: float, *, is_head: bool = False) -> None:
    cell.width = Cm(width)
    paragraph = cell._tc.p_lst[0]
    paragraph.style = _STYLES[is_head, heading.holds in _NUMBERS].replace(
        " ", ""
    )  # its id: to look it up takes longer than all the rest
    paragraph.add_r().text = text


def _repeat(row: CT_Row, name: str) -> None:
    row.get_or_add_trPr().append(OxmlElement(name))
