"""PDF files that were made to choke their readers."""

from __future__ import annotations

import zlib

import pytest

from disclosure.documents.passage import Passage
from documents.making import NUMBER, found, pdf, unread

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
DAMAGED = "：文件损坏或不规范，没能看完"


def written(*objects: str | bytes) -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of contents."""
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + (text.encode() if isinstance(text, str) else text) + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(content: str, entries: str = "") -> bytes:
    data = zlib.compress(content.encode(), 9)
    return f"<< /Length {len(data)} /Filter /FlateDecode {entries} >>\nstream\n".encode() + data + b"\nendstream"


def page(contents: str, *more: str | bytes, resources: str = "") -> bytes:
    """A PDF of one page with a font /F and more objects, numbered from 6."""
    return written(
        CATALOGUE,
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> {resources} >> >>",
        stream(contents),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def form(contents: str, resources: str) -> bytes:
    return stream(contents, f"/Type /XObject /Subtype /Form /Resources << {resources} >>")


TEXT = f"BT /F 9 Tf ({NUMBER}) Tj ET "


def test_the_maker_of_these_files_makes_sound_ones() -> None:
    assert found(page(TEXT)) == [Passage("第1页", NUMBER)]


@pytest.mark.parametrize(
    "content",
    [
        written(CATALOGUE, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        written(
            CATALOGUE, "<< /Type /Pages /Kids [3 0 R] /Count 2 >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
        ),
        written(
            CATALOGUE,
            *(f"<< /Type /Pages /Kids [{f'{n} 0 R ' * 10}] /Count 1 >>" for n in range(3, 13)),
            "<< /Type /Page >>",
        ),
        written("<< /Type /Catalog /Pages 1 0 R >>"),
        written("1 0 R", "2 0 R"),
        b"%PDF-1.7\n" + b"1 0 obj << >> endobj\n" * 50_000,
        b"%PDF-1.7\n" + b"startxref\n" * 100_000,
        b"%PDF-1.7\n1 0 obj " + b"(" * 1_000_000,
        b"%PDF-1.7\n" + b"trailer << /Root 1 0 R >>\n" * 20_000,
    ],
    ids=["own kid", "circle", "multiplying", "catalogue as pages", "itself", "objects", "ends", "brackets", "trailers"],
)
def test_a_document_without_pages_that_end_is_told_of(content: bytes) -> None:
    assert unread(content) in ([DAMAGED], ["：PDF 里没有找到页面"])


def test_a_page_that_is_used_thousands_of_times_is_read_a_bearable_number_of_times() -> None:
    content = page(TEXT).replace(b"/Kids [3 0 R]", b"/Kids [" + b"3 0 R " * 3_000 + b"]")
    assert sum(passage.text == NUMBER for passage in found(content)) == 2_000
    assert unread(content) == ["：第2000页以后没有看"]


def test_forms_that_multiply_end_and_are_told_of() -> None:
    forms = [form("/X Do " * 10, f"/XObject << /X {number} 0 R >>") for number in range(7, 12)]
    content = page("/X Do " * 10, *forms, form(TEXT, "/Font << /F 5 0 R >>"), resources="/XObject << /X 6 0 R >>")
    assert unread(content) == ["第1页：图形太复杂，没有看完", "：第1页以后没有看"]


def test_a_form_of_a_megabyte_is_not_followed_again_and_again() -> None:
    content = page("/X Do " * 500, form("1 " * 500_000, ""), resources="/XObject << /X 6 0 R >>")
    assert unread(content) == ["第1页：图形太复杂，没有看完", "：第1页以后没有看"]


def test_a_form_that_uses_itself_ends() -> None:
    content = page(TEXT + "/X Do", form("/X Do " * 10, "/XObject << /X 6 0 R >>"), resources="/XObject << /X 6 0 R >>")
    assert Passage("第1页", NUMBER) in found(content)


@pytest.mark.parametrize("contents", [TEXT * 600_000, "[" * 300_000, "<<" * 300_000, "(" * 1_000_000, "q " * 2_100_000])
def test_instructions_without_end_are_told_of(contents: str) -> None:
    assert [reason for reason in unread(page(contents)) if reason.startswith("第1页：")] != []


def test_a_font_whose_table_of_letters_multiplies_is_left() -> None:
    table = "begincmap " + "1 beginbfrange <0000> <FFFF> <0000> endbfrange " * 100 + "endcmap"
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [] /ToUnicode 7 0 R >>"
    assert unread(page("BT /F 9 Tf <0041> Tj ET", font, stream(table)).replace(b"/F 5 0 R", b"/F 6 0 R"))[0].startswith(
        "第1页"
    )


def test_a_letter_that_stands_for_a_novel_ends() -> None:
    table = f"begincmap 1 beginbfchar <0041> <{'0041' * 120}> endbfchar endcmap"
    font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [] /ToUnicode 7 0 R >>"
    content = page(f"BT /F 9 Tf <{'0041' * 400_000}> Tj ET", font, stream(table)).replace(b"/F 5 0 R", b"/F 6 0 R")
    assert unread(content) == ["：文字太多，后面的没有看"]


def test_bookmarks_and_notes_in_circles_end() -> None:
    content = written(
        "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /AcroForm << /Fields [5 0 R 5 0 R] >> >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [{'6 0 R ' * 20_000}] >>",
        "<< /First 4 0 R /Next 4 0 R /Title (x) >>",
        "<< /T (x) /V (y) /Kids [5 0 R 5 0 R] >>",
        "<< /Contents (note) /A 6 0 R /FS 6 0 R /EF 6 0 R >>",
    )
    assert 0 < sum(passage.text == "note" for passage in found(content)) <= 5_000


@pytest.mark.parametrize("number", ["99999999999999999999", "-1", "1" * 5_000, "x"])
@pytest.mark.parametrize("key", ["/Length", "/Count", "/Size", "startxref\n"])
def test_absurd_numbers_are_borne(number: str, key: str) -> None:
    content = pdf(NUMBER)
    start = content.index(key.encode()) + len(key)
    damaged = content[:start] + f" {number} ".encode() + content[start:].lstrip(b" 0123456789")
    assert any(passage.text == NUMBER for passage in found(damaged)) or unread(damaged) != []
