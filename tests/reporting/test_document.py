"""The text document: what an office program finds in it, and that it is the same each time."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from disclosure.rendering.report_page import plain_prose
from disclosure.reporting.document import report_document
from office import converted
from printing_tools import pages_of, sizes_of
from reports import report_of, reporting_school, site_on

DAY = date(2026, 1, 15)
PROSE = """\
## 概述

**先**说 {公开总数} 条。

### 小标题

- 一
  - 一之一
- 二

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |

> 引用

见[收费](record:2025-0001)和<b>粗</b>，<script>alert(1)</script>没有脚本。
"""


def document_of(root: Path) -> bytes:
    """The document of 2025."""
    return report_document(report_of(root), day=DAY, render_prose=partial(plain_prose, site=site_on(root)))


@pytest.fixture
def content(tmp_path: Path) -> bytes:
    return document_of(reporting_school(tmp_path, prose=PROSE))


def test_the_same_report_gives_the_same_bytes(content: bytes, tmp_path: Path) -> None:
    assert document_of(tmp_path) == content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {member.date_time for member in package.infolist()} == {(2026, 1, 15, 0, 0, 0)}
        assert b"2026-01-15" in package.read("docProps/core.xml")


def test_it_names_nobody_and_has_chinese_fonts(content: bytes) -> None:
    document = Document(io.BytesIO(content))
    assert (document.core_properties.author, document.core_properties.last_modified_by) == ("", "")
    for style, font in (("Normal", "仿宋"), ("Heading 1", "黑体"), ("Title", "宋体")):
        assert document.styles[style].element.rPr.rFonts.get(qn("w:eastAsia")) == font


def test_chapters_are_headings_and_tables_repeat_their_header(content: bytes) -> None:
    document = Document(io.BytesIO(content))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings[:2] == ["一、概述", "二、主动公开情况"]
    assert len(headings) == 7
    columns = next(table for table in document.tables if table.rows[0].cells[0].text == "栏目")
    assert columns.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in columns.rows[-1].cells] == ["合计", "4", "100%"]
    assert "PAGE" in "".join(section.footer._element.xml for section in document.sections)


def test_the_schools_own_words(content: bytes) -> None:
    document = Document(io.BytesIO(content))
    texts = [one.text for one in document.paragraphs]
    for words in ("先说 4 条。", "小标题", "一之一", "引用", "见收费和粗，没有脚本。"):
        assert words in texts
    bold = [run.text for one in document.paragraphs for run in one.runs if run.bold]
    assert "先" in bold
    assert ["1", "2"] in [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def test_libreoffice_prints_it_on_a4(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(content)
    pdf = converted(tmp_path / "report.docx", "pdf", tmp_path)
    pages = pages_of(pdf)
    assert sizes_of(pdf) == {(210, 297)}
    assert "2025年校务公开年度报告" in pages[0].replace(" ", "")
    assert "1" in pages[1].splitlines()[-1]
    assert "一、概述" in pages[1]
