"""Word files for tests: python-docx for what it can, plain XML for the rest."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.table import Table

from disclosure.masking.rules import Rules
from masking.invented import copy_of

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def put(document: WordDocument, xml: str) -> None:
    """A new paragraph with XML of its own in it."""
    document.add_paragraph()._p.append(parse_xml(re.sub(r"^<[\w:]+", rf"\g<0> {SPACES}", xml)))


def add_table(document: WordDocument, *rows: str) -> Table:
    """A table; its cells are drawn with blanks between them, `_` for an empty one."""
    cells = [row.split() for row in rows]
    table = document.add_table(rows=len(cells), cols=len(cells[0]))
    for number, row in enumerate(cells):
        for column, text in enumerate(row):
            table.cell(number, column).text = "" if text == "_" else text
    return table


def word_copy(document: WordDocument, tmp_path: Path, rules: Rules | None = None) -> tuple[WordDocument, str]:
    """Mask a document; the copy, and the summary."""
    document.save(str(tmp_path / "名单.docx"))
    copy, tally = copy_of(tmp_path / "名单.docx", rules)
    return Document(str(copy)), "\n".join(tally.lines())


def drawn(table: Table) -> list[str]:
    """A table as `add_table` takes it."""
    return [" ".join(cell.text or "_" for cell in row.cells) for row in table.rows]


def parts(path: Path) -> dict[str, str]:
    """All parts of a file, as text."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def with_parts(path: Path, **changes: str) -> None:
    """Change parts of a file; `word_document` is word/document.xml."""
    old = parts(path)
    new = old | {name.replace("_", "/", 1) + ".xml": text for name, text in changes.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in new.items():
            archive.writestr(name, text)


def texts(document: WordDocument) -> Iterator[str]:
    """The paragraphs outside of tables."""
    return (paragraph.text for paragraph in document.paragraphs)
