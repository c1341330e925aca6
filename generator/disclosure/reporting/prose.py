"""The school's own words, from safe HTML into a text document that has the styles of `document`."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import html as lxml_html
from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD, _ITALIC = ("b", "strong"), ("i", "em")
_LISTS = {"ul": "List Bullet", "ol": "List Number"}


def add_html(document: Docx, text: str) -> None:
    """Append paragraphs, headings, lists and tables; pictures are told by their description."""
    if not text.strip():
        return
    for element in lxml_html.fragment_fromstring(text, create_parent="div"):
        if isinstance(element.tag, str):
            _add_block(document, element)


def _add_block(document: Docx, element: HtmlElement) -> None:
    if element.tag in _HEADINGS:
        _add_inline(document.add_heading(level=2), element)
    elif element.tag in _LISTS:
        for number, item in enumerate(element.iterchildren("li"), start=1):
            _add_item(document, item, number if element.tag == "ol" else 0)
    elif element.tag == "table":
        _add_table(document, element)
    elif element.tag in ("blockquote", "details", "div", "section"):
        for child in element:
            if isinstance(child.tag, str):
                _add_block(document, child)
    elif element.tag == "pre":
        document.add_paragraph(element.text_content().strip("\n"))
    elif element.tag != "hr":
        _add_inline(document.add_paragraph(), element)


def _add_item(document: Docx, item: HtmlElement, number: int) -> None:
    """One item of a list; its number is written out, so that it is the same in every program."""
    paragraph = document.add_paragraph(f"{number}. " if number else "")
    if not number:
        paragraph.style = "List Bullet"
        paragraph.paragraph_format.first_line_indent = Pt(-18)
    below = [child for child in item if isinstance(child.tag, str) and child.tag in (*_LISTS, "table")]
    for child in below:
        item.remove(child)
    _add_inline(paragraph, item)
    for child in below:
        _add_block(document, child)


def _add_inline(paragraph: Paragraph, element: HtmlElement, *, bold: bool = False, italic: bool = False) -> None:
    _add_run(paragraph, element.text, bold, italic)
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                paragraph.add_run().add_break()
            elif child.tag == "img":
                _add_run(paragraph, f"（图：{child.get('alt')}）" if child.get("alt") else "", bold, italic)
            else:
                _add_inline(paragraph, child, bold=bold or child.tag in _BOLD, italic=italic or child.tag in _ITALIC)
        _add_run(paragraph, child.tail, bold, italic)


def _add_run(paragraph: Paragraph, text: str | None, bold: bool, italic: bool) -> None:
    words = " ".join((text or "").split("\n"))
    if words:
        run = paragraph.add_run(words)
        run.bold, run.italic = bold or None, italic or None


def _add_table(document: Docx, element: HtmlElement) -> None:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    columns = max(map(len, rows), default=0)
    if not columns:
        return
    table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    for row in rows:
        for made, cell in zip(table.add_row().cells, row, strict=False):
            made.paragraphs[0].style = "Table Head" if cell.tag == "th" else "Table Text"
            _add_inline(made.paragraphs[0], cell)
    document.add_paragraph().paragraph_format.line_spacing = 0.5
