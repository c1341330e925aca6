"""docx: paragraphs, tables, headers, text boxes, footnotes; comments, changes and properties stay behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.shared import Inches
from PIL import Image as Picture

from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.refusal import StillThereError
from disclosure.masking.rules import Rules
from masking.invented import ID, MOBILE, OTHER_ID, OTHER_MOBILE, copy_of
from masking.word_files import add_table, drawn, parts, put, texts, with_parts, word_copy


def test_a_number_over_several_runs_takes_the_formatting_of_its_first(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("请打")
    for text, is_bold in ((MOBILE[:3], True), (MOBILE[3:6], False), (MOBILE[6:] + "找王老师", False)):
        paragraph.add_run(text).bold = is_bold
    copy, _ = word_copy(document, tmp_path)
    assert [(run.text, run.bold) for run in copy.paragraphs[0].runs if run.text] == [
        ("请打", None), ("（已隐去）", True), ("找王老师", False),
    ]  # fmt: skip


def test_columns_are_left_out_and_the_title_gets_narrower(tmp_path: Path) -> None:
    document = Document()
    table = add_table(
        document, "某校名单 _ _ _", "学号 姓名 班级 身份证号", f"0312 张三 1班 {ID}", f"0313 李四 2班 {OTHER_ID}"
    )
    table.cell(0, 0).merge(table.cell(0, 3))
    copy, told = word_copy(document, tmp_path)
    assert [[cell.text.strip() for cell in row.cells] for row in copy.tables[0].rows] == [
        ["某校名单"] * 2, ["姓名", "班级"], ["张三", "1班"], ["李四", "2班"],
    ]  # fmt: skip
    assert len(copy.tables[0].columns) == 2
    assert told == "去掉的列（个人信息）：学号（2）、身份证号（2）。"


def test_a_note_in_a_column_that_is_left_out_stays(tmp_path: Path) -> None:
    document = Document()
    add_table(document, "学号 姓名 班级", "0312 张三 1班", "注：共1人 _ _")
    copy, _ = word_copy(document, tmp_path)
    assert [row.cells[0].text for row in copy.tables[0].rows] == ["姓名", "张三", "注：共1人"]


def test_ends_and_names_are_masked_inside_their_runs(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("关于王小明同学的公示")
    table = add_table(document, "姓名 电话", f"王小明 {MOBILE}")
    table.cell(1, 0).paragraphs[0].runs[0].italic = True
    copy, _ = word_copy(document, tmp_path, Rules(names=NameMask.FIRST, numbers=NumberMask.ENDS))
    assert drawn(copy.tables[0]) == ["姓名 电话", "王** 138****5678"]
    assert copy.tables[0].cell(1, 0).paragraphs[0].runs[0].italic
    assert [*texts(copy)] == ["关于王**同学的公示"]


@pytest.mark.parametrize(
    "xml", ["<w:br/>", "<w:noBreakHyphen/>", "</w:t><w:softHyphen/><w:t>", "</w:t></w:r></w:p><w:p><w:r><w:t>"]
)
def test_a_number_broken_by_a_special_character_is_found(xml: str, tmp_path: Path) -> None:
    document = Document()
    add_table(document, "班级 备忘", "1班 @")
    document.save(str(tmp_path / "名单.docx"))
    text = parts(tmp_path / "名单.docx")["word/document.xml"]
    inner = xml if xml.startswith("</w:t>") else f"</w:t>{xml}<w:t>"
    with_parts(tmp_path / "名单.docx", word_document=text.replace("@", f"{ID[:6]}{inner}{ID[6:]}"))
    copy, _ = copy_of(tmp_path / "名单.docx")
    assert Document(str(copy)).tables[0].cell(1, 1).text.strip() == "（已隐去）"


PLACES = {
    "text box": '<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>',
    "new text box": '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>',
    "alternative text": '<w:r><w:pict><v:shape alt="{}"/></w:pict></w:r>',
    "word art": '<w:r><w:pict><v:shape><v:textpath string="{}"/></v:shape></w:pict></w:r>',
    "field": "<w:r><w:instrText>HYPERLINK tel:{}</w:instrText></w:r>",
    "simple field": '<w:fldSimple w:instr="QUOTE {}"/>',
    "content control": '<w:sdt><w:sdtPr><w:alias w:val="{}"/></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>',
    "inserted text": '<w:ins w:author="王老师"><w:r><w:t>{}</w:t></w:r></w:ins>',
    "deleted text": '<w:del w:author="王老师"><w:r><w:delText>{}</w:delText></w:r></w:del>',
    "moved text": '<w:moveFrom w:author="王老师"><w:r><w:t>{}</w:t></w:r></w:moveFrom>',
    "hidden text": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>",
    "link": '<w:hyperlink w:tooltip="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink>',
    "bookmark": '<w:bookmarkStart w:id="0" w:name="电话{}"/>',
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("number", [ID, MOBILE])
def test_a_number_is_found_wherever_word_puts_it(place: str, number: str, tmp_path: Path) -> None:
    document = Document()
    put(document, PLACES[place].replace("{}", number))
    document.add_paragraph("完")
    copy, _ = word_copy(document, tmp_path)
    assert [*texts(copy)][-1] == "完"
    assert [
        name for name, part in parts(tmp_path / "公示名单.docx").items() if number in part or "王老师" in part
    ] == []


def test_changes_are_accepted(tmp_path: Path) -> None:
    document = Document()
    for place in ("deleted text", "inserted text", "moved text", "hidden text"):
        put(document, PLACES[place].replace("{}", place))
    copy, told = word_copy(document, tmp_path)
    assert [*texts(copy)] == ["", "inserted text", "", ""]
    assert told.startswith("没有带到副本：修订中删去的文字 2 处、隐藏的文字 1 处")


def test_headers_footers_and_footnotes_are_masked(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = f"页眉{MOBILE}"
    document.sections[0].footer.paragraphs[0].text = f"页脚{OTHER_MOBILE}"
    copy, _ = word_copy(document, tmp_path)
    section = copy.sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == (
        "页眉（已隐去）",
        "页脚（已隐去）",
    )


def test_comments_properties_and_pictures_stay_behind(tmp_path: Path) -> None:
    Picture.new("RGB", (4, 4)).save(tmp_path / "章.png")
    document = Document()
    paragraph = document.add_paragraph("正文")
    document.add_comment(paragraph.runs, text=f"问{MOBILE}", author="王老师", initials="王")
    document.add_picture(str(tmp_path / "章.png"), width=Inches(1))
    document.core_properties.author = document.core_properties.last_modified_by = "王老师"
    document.core_properties.title = "张三的申请"
    copy, told = word_copy(document, tmp_path)
    assert [*texts(copy)] == ["正文", ""]
    assert "批注 1 处" in told and "图片 1 处" in told
    written = parts(tmp_path / "公示名单.docx")
    assert [name for name in written if "comments" in name or "media" in name or "docProps" in name] == []
    assert [name for name, part in written.items() if "王老师" in part or "张三" in part] == []


def test_the_same_file_gives_the_same_copy(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(f"请打{MOBILE}")
    word_copy(document, tmp_path)
    first = (tmp_path / "公示名单.docx").read_bytes()
    (tmp_path / "公示名单.docx").unlink()
    copy_of(tmp_path / "名单.docx")
    assert (tmp_path / "公示名单.docx").read_bytes() == first


def test_a_number_that_no_rule_reaches_stops_the_copy(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("正文")
    document.save(str(tmp_path / "名单.docx"))
    text = parts(tmp_path / "名单.docx")["word/document.xml"]
    with_parts(tmp_path / "名单.docx", word_document=text.replace("<w:body>", f"<w:body><!-- {ID} -->"))
    with pytest.raises(StillThereError, match=r"word/document.xml：身份证号"):
        copy_of(tmp_path / "名单.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["名单.docx"]
