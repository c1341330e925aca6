"""Text files, and tables and markup that are text."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import PurePosixPath

from disclosure.documents.decoding import decode
from disclosure.documents.found import Document, Found, Unreadable
from disclosure.documents.limits import MAX_LINES
from disclosure.documents.passage import Passage
from disclosure.documents.xml_grammar import MARKUP, PLAIN_XML
from disclosure.documents.xml_text import read_html, read_xml

_TABLES = {".csv": ",;\t，", ".tsv": "\t"}
"""By the end of the name, the characters that may separate cells."""
_HTML = re.compile(r"\s*(<!--.*?-->\s*)?<(!doctype html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL)
_XML = re.compile(r"\s*<(\?xml|!doctype|svg|!--)", re.IGNORECASE)

_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+")


def read_text(document: Document) -> Iterator[Found]:
    """A table row by row, a page or XML by its elements, and any other text line by line.

    Word and Excel save pages and tables under the names of documents, so markup is known by how it begins.
    """
    text = decode(document.content)
    suffix = PurePosixPath(document.name.lower()).suffix
    if suffix in _TABLES:
        yield from _rows(text, _TABLES[suffix])
    elif suffix == ".ics":
        yield from _lines(text, folded=True)
    elif suffix == ".json":
        yield from _lines(_ESCAPES.sub(_unescaped, text))
    elif _HTML.match(text[:4096]) or (suffix in (".html", ".htm", ".xhtml") and "<" in text):
        yield from read_html(text)
    elif _XML.match(text[:4096]) or suffix in (".xml", ".svg"):
        yield from _xml(document.content, text)
    else:
        yield from _lines(text)


def _lines(text: str, *, folded: bool = False) -> Iterator[Passage]:
    """Lines that are not empty; folded ones go on in the next that begins with a blank (RFC 5545, 3.1)."""
    start, parts = 1, list[str]()
    for number, line in enumerate(_counted(text), 1):
        if folded and parts and line[:1] in (" ", "\t"):
            parts.append(line[1:].rstrip("\n"))
            continue
        if whole := "".join(parts).strip():
            yield Passage(f"第{start}行", whole)
        start, parts = number, [line.rstrip("\n")]
    if whole := "".join(parts).strip():
        yield Passage(f"第{start}行", whole)


def _unescaped(escapes: re.Match[str]) -> str:
    """Characters that JSON writes as `\\u5f20` (RFC 8259, 7)."""
    return bytes.fromhex(escapes[0].replace("\\u", "")).decode("utf-16-be", "replace")


def _counted(text: str) -> Iterator[str]:
    """The lines as editors count them. Raises Unreadable if they are too many."""
    for number, line in enumerate(StringIO(text, newline=None)):
        if number == MAX_LINES:
            raise Unreadable("行数太多，后面的没有看")
        yield line


def _rows(text: str, separators: str) -> Iterator[Passage]:
    """Rows of a table. From where quotes do not close, which would make one cell of all the rest, it is lines."""
    head = text[:4096].partition("\n")[0]
    separator = max(separators, key=head.count)
    reader = csv.reader(_counted(text), delimiter=separator)
    start = 1
    try:
        for row in reader:
            if cells := "\t".join(cell.strip() for cell in row).rstrip():
                yield Passage(f"第{start}行", cells)
            start = reader.line_num + 1
    except csv.Error:
        for number, line in enumerate(_counted(text), 1):
            if number >= start and line.strip():
                yield Passage(f"第{number}行", line.strip())


def _xml(content: bytes, text: str) -> Iterator[Passage]:
    """XML by its elements; what is not well-formed is read as lines from the beginning."""
    from lxml import etree

    grammar = MARKUP if re.search(r"<([a-z]+:)?(svg|html)\b", text[:8192]) else PLAIN_XML
    try:
        yield from read_xml(content, grammar)
    except etree.XMLSyntaxError:
        yield from _lines(text)
