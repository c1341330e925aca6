"""OpenDocument, OFD, and what is enclosed in documents."""

from __future__ import annotations

import openpyxl

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, office, paragraph, picture, saved, texts, unread, word, xml, zipped


def test_open_document_text_is_read_with_notes_tables_and_properties() -> None:
    body = (
        "<text:p>正<text:span>文</text:span><text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>字</text:p>"
        f"<table:table><table:table-row><table:table-cell><text:p>测试甲</text:p></table:table-cell><table:table-cell><text:p>{NUMBER}</text:p></table:table-cell></table:table-row></table:table>"
    )
    content = zipped({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": xml("office:document-content", body),
        "styles.xml": xml("office:document-styles", "<text:p>眉</text:p>"),
        "meta.xml": xml("office:document-meta", "<meta:initial-creator>测试乙</meta:initial-creator>"),
    })  # fmt: skip
    assert texts(content) == {
        "脚注第1段": "注",
        "第1段": "正文字",
        "表格1第1行": f"测试甲\t{NUMBER}",
        "页眉页脚第1段": "眉",
        "文档属性「作者」": "测试乙",
    }
    assert Passage("文档属性「作者」", "测试乙", Part.AUTHOR) in found(content)


def ofd(*objects: tuple[str, str]) -> bytes:
    drawn = "".join(
        f'<ofd:TextObject Boundary="{boundary}"><ofd:TextCode X="0" Y="3">{text}</ofd:TextCode></ofd:TextObject>'
        for boundary, text in objects
    )
    page = f'<ofd:Content><ofd:Layer>{drawn}<ofd:PathObject><ofd:AbbreviatedData>M 1 1 L {PHONE} 2</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer></ofd:Content>'  # fmt: skip
    return zipped({
        "OFD.xml": xml("ofd:OFD", "<ofd:DocInfo><ofd:Author>测试甲</ofd:Author><ofd:Title>通知</ofd:Title></ofd:DocInfo>"),
        "Doc_0/Pages/Page_0/Content.xml": xml("ofd:Page", page),
        "Doc_0/Signs/Sign_0/SignedValue.dat": b"\x30\x82\x00\x01",
    })  # fmt: skip


def test_objects_of_an_ofd_page_at_the_same_height_are_one_line() -> None:
    content = ofd(("10 20 4 4", "9901"), ("14 20 4 4", "01"), ("40 20.5 4 4", "测试乙"), ("10 30 4 4", "下一行"))
    assert texts(content) == {
        "第1页第1行": "990101\t测试乙",
        "第1页第2行": "下一行",
        "文中注明的作者": "测试甲",
        "「Title」": "通知",
    }
    assert Passage("文中注明的作者", "测试甲", Part.AUTHOR) in found(content)


def test_an_ofd_page_without_usable_boxes_is_read() -> None:
    assert texts(ofd(("", "甲"), ("x y", "乙")))["第1页第1行"] == "甲乙"


def test_files_within_a_document_are_looked_into() -> None:
    made = openpyxl.Workbook()
    made.create_sheet("名单").append(["测试甲", int(PHONE)])
    exif = picture("JPEG").replace(b"\xff\xd8", b"\xff\xd8\xff\xfe\x00\x08" + "照片".encode(), 1)
    content = office({
        "word/document.xml": xml("w:document", paragraph("正文")),
        "word/embeddings/表.xlsx": saved(made),
        "word/media/image1.jpeg": exif,
    })  # fmt: skip
    assert Passage("内嵌文件「表.xlsx」工作表「名单」第1行", f"测试甲\t{PHONE}") in found(content)
    assert Passage("内嵌文件「image1.jpeg」图片信息「注释」", "照片") in found(content)


def test_old_objects_and_macros_are_told_of_once() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    content = office({
        "word/document.xml": xml("w:document", paragraph("正文")),
        "word/embeddings/oleObject1.bin": old,
        "word/embeddings/oleObject2.bin": old,
        "word/vbaProject.bin": old,
    })  # fmt: skip
    assert unread(content) == ["内嵌文件「oleObject1.bin」等 3 个：旧格式的对象或宏，看不到里面的文字"]


def test_formats_and_fonts_are_not_text() -> None:
    content = word("", styles="<w:styles", theme=xml("a:theme", ""), fontTable="<", numbering="<")
    assert found(content) == []
