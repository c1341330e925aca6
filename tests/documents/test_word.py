"""Documents of word processors."""

from __future__ import annotations

import docx
import pytest

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, office, paragraph, relations, saved, texts, word, xml

TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{1}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)


def table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    ) + "</w:tbl>"  # fmt: skip


def test_paragraphs_tables_headers_and_properties_of_an_ordinary_document() -> None:
    document = docx.Document()
    document.core_properties.author, document.core_properties.last_modified_by = "测试甲", "python-docx"
    document.core_properties.comments = "说明文字"
    document.sections[0].header.paragraphs[0].text = "某学校"
    document.add_paragraph("通知")
    document.add_paragraph("")
    document.add_paragraph("正文")
    cells = document.add_table(2, 3).rows
    cells[0].cells[0].text, cells[0].cells[1].text = "姓名", "电话"
    cells[1].cells[0].text, cells[1].cells[2].text = "测试乙", PHONE
    result = texts(saved(document))
    assert result["第1段"] == "通知"
    assert result["第2段"] == "正文"
    assert result["表格1第1行"] == "姓名\t电话"
    assert result["表格1第2行"] == f"测试乙\t\t{PHONE}"
    assert result["页眉第1段"] == "某学校"
    assert result["文档属性「备注」"] == "说明文字"
    assert Passage("文档属性「作者」", "测试甲", Part.AUTHOR) in found(saved(document))
    assert Passage("文档属性「最后保存者」", "python-docx", Part.TEXT) in found(saved(document))


def test_a_number_that_is_split_over_runs_is_whole() -> None:
    assert texts(word(paragraph(NUMBER[:3], NUMBER[3:4], NUMBER[4:])))["第1段"] == NUMBER


def test_a_cell_with_several_paragraphs_stays_one_cell() -> None:
    result = texts(word(table((paragraph("甲") + paragraph("乙"), paragraph("丙")), ("", paragraph("丁")))))
    assert result == {"表格1第1行": "甲\n乙\t丙", "表格1第2行": "\t丁"}


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    result = texts(word(table((paragraph("外") + table((paragraph("内"),)), paragraph("后")))))
    assert result == {"表格2第1行": "内", "表格1第1行": "外\t后"}


def test_a_text_box_is_read_once_and_does_not_cut_the_paragraph_it_is_anchored_in() -> None:
    box = TEXT_BOX.format(paragraph("框里"), paragraph("框里"))
    result = texts(word(f"<w:p><w:r><w:t>990</w:t></w:r><w:r>{box}</w:r><w:r><w:t>101</w:t></w:r></w:p>"))
    assert result == {"文本框第1段": "框里", "第1段": "990101"}


def test_what_only_old_programs_show_is_read_too() -> None:
    box = TEXT_BOX.format(paragraph("新"), paragraph("旧"))
    assert set(texts(word(f"<w:p><w:r>{box}</w:r></w:p>")).values()) == {"新", "旧"}


def test_a_text_box_in_a_cell_is_not_part_of_the_row() -> None:
    box = f"<w:p><w:r><w:t>格</w:t></w:r><w:r>{TEXT_BOX.format(paragraph('框'), '')}</w:r></w:p>"
    assert texts(word(table((box,)))) == {"文本框第1段": "框", "表格1第1行": "格"}


@pytest.mark.parametrize(
    ("part", "element", "place"),
    [
        ("header2", "hdr", "页眉第1段"),
        ("footer1", "ftr", "页脚第1段"),
        ("footnotes", "footnotes", "脚注第1段"),
        ("endnotes", "endnotes", "尾注第1段"),
        ("comments", "comments", "批注第1段"),
    ],
)
def test_what_stands_beside_the_body_is_read(part: str, element: str, place: str) -> None:
    content = word(paragraph("正文"), **{part: xml(f"w:{element}", paragraph(NUMBER))})
    assert texts(content) == {"第1段": "正文", place: NUMBER}


def test_text_that_a_tracked_change_deleted_is_read_as_it_was() -> None:
    content = word(
        "<w:p><w:r><w:t>电话100</w:t></w:r>"
        '<w:del w:author="测试丙"><w:r><w:delText>12345</w:delText></w:r></w:del>'
        '<w:ins w:author="测试丙"><w:r><w:t>略</w:t></w:r></w:ins>'
        "<w:r><w:t>678</w:t></w:r></w:p>"
    )
    assert texts(content) == {
        "第1段": "电话100略678",
        "第1段（修订前）": f"电话{PHONE}",
        "文中注明的作者": "测试丙",
    }


def test_a_row_that_a_tracked_change_deleted_is_read() -> None:
    deleted = f"<w:p><w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del></w:p>"
    assert texts(word(table((deleted,)))) == {"表格1第1行（修订前）": NUMBER}


def test_authors_of_changes_and_comments_are_named_once() -> None:
    comment = '<w:comment w:author="测试丙">' + paragraph("改") + "</w:comment>"
    content = word(
        '<w:p><w:ins w:author="测试丙"><w:r><w:t>新</w:t></w:r></w:ins></w:p>', comments=xml("w:comments", comment * 2)
    )
    assert [p for p in found(content) if p.part is Part.AUTHOR] == [Passage("文中注明的作者", "测试丙", Part.AUTHOR)]


def test_fields_and_the_targets_of_links_are_read() -> None:
    content = office({
        "word/document.xml": xml("w:document", f"<w:p><w:r><w:instrText> MERGEFIELD 证号 {NUMBER}</w:instrText></w:r></w:p>"),
        "word/_rels/document.xml.rels": relations(rId1=f"https://school.example/{PHONE}", rId2="media/none.png"),
    })  # fmt: skip
    assert texts(content) == {
        "链接地址": f"https://school.example/{PHONE}",
        "第1段（域代码）": f"MERGEFIELD 证号 {NUMBER}",
    }


def test_positions_of_drawings_are_not_text() -> None:
    anchor = (
        f"<wp:anchor><wp:posOffset>{PHONE}</wp:posOffset><wp:docPr id='1' name='图片 1' descr='名单.jpg'/></wp:anchor>"
    )
    assert texts(word(f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>")) == {"替代文字": "名单.jpg"}


def test_tabs_line_breaks_and_hyphens_stay_and_tab_stops_are_none() -> None:
    content = word("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>0571</w:t><w:noBreakHyphen/><w:t>8</w:t></w:r></w:p>")  # fmt: skip
    assert texts(content) == {"第1段": "甲\t乙\n0571-8"}


def test_hidden_data_beside_the_document_is_read() -> None:
    content = office({
        "word/document.xml": xml("w:document", paragraph("正文")),
        "word/settings.xml": xml("w:settings", f"<w:docVars><w:docVar w:name='x' w:val='{NUMBER}'/></w:docVars>"),
        "customXml/item1.xml": xml("root", f"<证号>{NUMBER}</证号><序>7</序>"),
        "docProps/custom.xml": xml("Properties", "<property name='经办人'><lpwstr>测试丁</lpwstr></property>"),
        "docProps/app.xml": xml("Properties", "<Manager>测试戊</Manager><Company>某单位</Company><Pages>3</Pages>"),
    })  # fmt: skip
    assert texts(content) == {
        "第1段": "正文",
        "设置「docVar」": NUMBER,
        "自定义数据「证号」": NUMBER,
        "文档属性「经办人」": "测试丁",
        "文档属性「主管」": "测试戊",
        "文档属性「单位」": "某单位",
    }


def test_a_damaged_part_does_not_hide_the_others() -> None:
    content = word(paragraph("正文"), header1="<w:hdr>", footnotes=xml("w:footnotes", paragraph("注")))
    assert Passage("脚注第1段", "注") in found(content)
    assert Passage("第1段", "正文") in found(content)
    assert [p.place for p in found(content) if p.part is Part.UNREAD] == ["页眉"]
