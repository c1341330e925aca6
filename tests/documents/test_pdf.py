"""PDF files."""

from __future__ import annotations

from io import BytesIO

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, pdf, texts, unread, zipped


def made() -> FPDF:
    document = FPDF()
    document.set_font("Helvetica", size=12)
    document.add_page()
    return document


def page_of(content: bytes, contents: str, **resources: object) -> bytes:
    """The first page with other drawing instructions."""
    writer = PdfWriter(clone_from=BytesIO(content))
    stream = StreamObject()
    stream.set_data(contents.encode())
    page = writer.pages[0]
    page[NameObject("/Contents")] = writer._add_object(stream)
    for name, value in resources.items():
        page["/Resources"][NameObject(f"/{name}")] = value
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_text_is_read_page_by_page() -> None:
    result = texts(pdf("first", "", NUMBER))
    assert result["第1页"] == "first"
    assert result["第3页"] == NUMBER
    assert "第2页" not in result


def test_notes_links_and_bookmarks_are_read() -> None:
    document = made()
    document.start_section("bookmark")
    document.cell(text="text", link=f"https://school.example/{PHONE}")
    document.text_annotation(10, 10, "note", title="Test A")
    content = bytes(document.output())
    result = texts(content)
    assert result["第1页链接地址"] == f"https://school.example/{PHONE}"
    assert result["第1页批注"] == "note"
    assert result["书签"] == "bookmark"
    assert Passage("第1页批注的作者", "Test A", Part.AUTHOR) in found(content)


def test_properties_are_read_and_the_author_is_told_as_a_person() -> None:
    document = made()
    document.set_author("测试甲")
    document.set_title("名单")
    document.set_xmp_metadata(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<rdf:Description><dc:creator><rdf:Seq><rdf:li>测试甲</rdf:li><rdf:li>测试乙</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:source>{NUMBER}</dc:source></rdf:Description></rdf:RDF>"
    )
    result = found(bytes(document.output()))
    assert Passage("文档属性「作者」", "测试甲", Part.AUTHOR) in result
    assert Passage("文档属性「creator」", "测试乙", Part.AUTHOR) in result
    assert Passage("文档属性「source」", NUMBER) in result
    assert [p.text for p in result].count("测试甲") == 1


def test_form_fields_are_read() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf("form")))
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"), NameObject("/FT"): NameObject("/Tx"),
        NameObject("/T"): TextStringObject("证号"), NameObject("/V"): TextStringObject(NUMBER), NameObject("/TU"): TextStringObject("填十八位"),
    })  # fmt: skip
    reference = writer._add_object(field)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([reference])})
    out = BytesIO()
    writer.write(out)
    result = found(out.getvalue())
    assert Passage("表单「证号」", NUMBER) in result
    assert Passage("表单「证号」", "填十八位") in result


def test_files_in_a_pdf_are_looked_into() -> None:
    document = made()
    document.embed_file(bytes=zipped({"名单.txt": PHONE}), basename="list.zip")
    document.file_attachment_annotation(__file__, 10, 10)
    result = found(bytes(document.output()))
    assert Passage("附件「list.zip」压缩包内「名单.txt」第1行", PHONE) in result
    assert Passage("第1页附件「test_pdf.py」第1行", '"""PDF files."""') in result
    assert [p.text for p in result if p.place == "附件的文件名"] == ["test_pdf.py", "list.zip"]


def test_pages_that_are_only_a_picture_are_named_once() -> None:
    document = FPDF()
    document.set_font("Helvetica", size=12)
    for number in range(1, 8):
        document.add_page()
        if number == 4:
            document.cell(text="text")
        if number != 7:
            document.image(Image.new("RGB", (8, 8)), w=100)
    assert unread(bytes(document.output())) == ["：第1—3、5—6页是图片，看不到文字"]


def test_a_picture_among_the_drawing_instructions_is_noticed() -> None:
    content = page_of(pdf("x"), "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
    assert unread(content) == ["：第1页是图片，看不到文字"]


def test_text_in_forms_within_forms_is_read() -> None:
    content = pdf("outer")
    writer = PdfWriter(clone_from=BytesIO(content))
    page, fonts = writer.pages[0], writer.pages[0]["/Resources"]["/Font"]
    font = next(iter(fonts))
    form = _form(writer, f"BT {font} 12 Tf ({NUMBER}) Tj ET", Font=fonts)
    outer = _form(writer, "/F0 Do", XObject=DictionaryObject({NameObject("/F0"): form}))
    stream = StreamObject()
    stream.set_data(b"/F1 Do")
    page[NameObject("/Contents")] = writer._add_object(stream)
    page["/Resources"][NameObject("/XObject")] = DictionaryObject({NameObject("/F1"): outer})
    out = BytesIO()
    writer.write(out)
    assert texts(out.getvalue())["第1页"] == NUMBER


def _form(writer: PdfWriter, instructions: str, **resources: object) -> object:
    form = StreamObject()
    form.set_data(instructions.encode())
    form.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/Resources"): DictionaryObject({NameObject(f"/{name}"): value for name, value in resources.items()}),
    })  # fmt: skip
    return writer._add_object(form)


def test_a_font_without_a_table_of_letters_is_told_of() -> None:
    document = FPDF()
    document.add_font("L", "", "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
    document.set_font("L", size=12)
    document.add_page()
    document.cell(text="letters")
    content = bytes(document.output())
    assert unread(content) == []
    assert unread(content.replace(b"/ToUnicode", b"/NoUnicode")) == ["：第1页的字体没有文字对照表，看不到全部文字"]


@pytest.mark.parametrize("password", ["", "secret"])
@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256])
def test_an_encrypted_file_is_read_if_it_opens_without_a_password(method: EncryptionMethod, password: str) -> None:
    document = made()
    document.cell(text=NUMBER)
    document.set_encryption("owner", password, encryption_method=method, permissions=AccessPermission.none())
    content = bytes(document.output())
    if password:
        assert found(content) == [Passage("", "PDF 有密码，看不到里面的文字", Part.UNREAD)]
    else:
        assert texts(content)["第1页"] == NUMBER


def test_a_kind_of_encryption_that_cannot_be_undone_is_told_of() -> None:
    writer = PdfWriter(clone_from=BytesIO(pdf(NUMBER)))
    plain = BytesIO()
    writer.write(plain)
    content = plain.getvalue().replace(
        b"trailer\n<<", b"trailer\n<<\n/Encrypt << /Filter /Of.Its.Own /V 5 /R 6 /Length 256 /P -4 /O <" + b"00" * 48 + b"> /U <" + b"00" * 48
        + b"> /OE <" + b"00" * 32 + b"> /UE <" + b"00" * 32 + b"> /Perms <" + b"00" * 16 + b"> /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF >>",
    )  # fmt: skip
    assert unread(content) == ["：PDF 加了密，看不到里面的文字，请另存为不加密的 PDF"]


def test_a_pdf_whose_table_of_contents_is_broken_is_repaired() -> None:
    content = pdf(NUMBER)
    broken = content[: content.rindex(b"startxref")] + b"startxref\n99999999\n%%EOF\n"
    assert texts(broken)["第1页"] == NUMBER


def test_bytes_before_the_header_do_not_hide_a_pdf() -> None:
    assert Passage("第1页", NUMBER) in found(b"\r\n<junk>\r\n" + pdf(NUMBER))
