"""What reads a copy back sees numbers that were not masked, in every kind of file."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook

from disclosure.masking.read_back import left_in_package, left_in_table, left_in_text
from masking.invented import CARD, ID, MOBILE
from masking.test_word_copies import PLACES
from masking.word_files import put

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize("place", PLACES)
def test_every_place_of_a_word_file_is_looked_into(place: str) -> None:
    document = Document()
    put(document, PLACES[place].replace("{}", ID))
    out = BytesIO()
    document.save(out)
    assert "word/document.xml：身份证号" in left_in_package(out.getvalue(), NOTHING)


def test_a_number_cut_into_runs_is_seen() -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in (CARD[:7], CARD[7:9], CARD[9:]):
        paragraph.add_run(piece)
    out = BytesIO()
    document.save(out)
    assert "word/document.xml：银行卡号" in left_in_package(out.getvalue(), NOTHING)


@pytest.mark.parametrize("value", [MOBILE, int(MOBILE)])
def test_cells_are_looked_into_whether_text_or_number(value: str | int) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = value
    out = BytesIO()
    book.save(out)
    assert left_in_package(out.getvalue(), NOTHING) == ["xl/worksheets/sheet1.xml：手机号码"]


def test_numbers_in_cells_side_by_side_are_not_put_together() -> None:
    book = Workbook()
    book.worksheets[0].append([138, 1234, 5678])
    out = BytesIO()
    book.save(out)
    assert left_in_package(out.getvalue(), NOTHING) == []


def test_a_part_that_is_no_xml_cannot_be_answered_for() -> None:
    out = BytesIO()
    Document().save(out)  # python-docx puts a picture of the first page into new files
    assert left_in_package(out.getvalue(), NOTHING) == ["docProps/thumbnail.jpeg：这一部分没法检查"]


def test_places_in_text_files_are_named() -> None:
    assert left_in_table(f"a,b\nc,{ID}\n".encode("gb18030"), NOTHING) == ["第 2 行第 2 列：身份证号"]
    assert left_in_text(f"甲\n<b>{MOBILE[:3]}</b>{MOBILE[3:]}\n".encode(), NOTHING) == ["第 2 行：手机号码"]


def test_the_schools_own_numbers_are_no_reason_to_stop() -> None:
    own = frozenset({MOBILE})
    assert left_in_table(f"电话,{MOBILE}\n".encode(), own) == []
    assert left_in_text(f"电话 {MOBILE}\n".encode(), own) == []
