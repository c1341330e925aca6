"""Word files as clerks have them, made in code: numbers, tables, boxes, notes, changes and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from PIL import Image

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("japaneseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimalEnclosedCircle", "%4"),
)
"""一、（一）1. ①: how official papers are numbered."""


def saved(document: DocumentObject, *, author: str = "") -> bytes:
    document.core_properties.author = author
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def paper(*lines: str, title: str = "关于秋季学期收费的公示") -> DocumentObject:
    document = Document()
    document.add_heading(title, 1)
    for line in lines:
        document.add_paragraph(line)
    return document


def xml(inner: str) -> object:
    return parse_xml(
        inner.replace(">", f" {NAMESPACES}>", 1)
        if not inner.split(">", 1)[0].endswith("/")
        else inner.replace("/>", f" {NAMESPACES}/>", 1)
    )


def number_levels(document: DocumentObject, levels: Iterable[tuple[str, str]] = LEVELS) -> str:
    """Add a list of Chinese numbers to a document and return its numId."""
    numbering = document.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900">{made}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="900"/></w:num>'))
    return "900"


def numbered(document: DocumentObject, text: str, level: int, number: str = "900") -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def photo(*, place: bool = True, form: str = "JPEG", mode: str = "RGB") -> bytes:
    picture = Image.new(mode, (60, 40), "gray" if mode != "CMYK" else (10, 20, 30, 40))
    exif = Image.Exif()
    exif[0x010F] = "示例相机"
    if place:
        exif[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 10.0, 12.0)}
    file = BytesIO()
    picture.save(file, form, exif=exif)
    return file.getvalue()


def moving() -> bytes:
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green", "blue")]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=100, comment="拍摄：某某".encode())
    return file.getvalue()


def with_part(content: bytes, name: str, text: str, kind: str, relation: str) -> bytes:
    """The file with one more part, known to the document."""
    parts = {}
    with ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = text.encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>",
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/></Types>',
    ).encode()
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>",
        f'<Relationship Id="rIdX{kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation}" Target="{name.removeprefix("word/")}"/></Relationships>',
    ).encode()
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for one, part in parts.items():
            archive.writestr(one, part)
    return file.getvalue()


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The file with one part changed."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[name] = change(parts[name])
    return zipped(parts)


def plain() -> bytes:
    return saved(paper("本学期食堂伙食费每餐 15 元。", "以上收费接受监督。", "示例学校总务处", "2026年9月1日"))


def chinese_numbers() -> bytes:
    document = paper()
    number_levels(document)
    for text, level in (
        ("收费项目", 0),
        ("伙食费", 1),
        ("每餐十五元", 2),
        ("自愿就餐", 2),
        ("校服费", 1),
        ("减免办法", 0),
        ("困难学生免收", 1),
    ):
        numbered(document, text, level)
    document.add_paragraph("中间的一段。")
    numbered(document, "投诉电话", 0)
    return saved(document)


def lists() -> bytes:
    document = paper()
    for text in ("苹果", "梨"):
        document.add_paragraph(text, style="List Bullet")
    for text in ("报名", "缴费", "领取"):
        document.add_paragraph(text, style="List Number")
    return saved(document)


def tables() -> bytes:
    document = paper("收费如下：")
    table = document.add_table(4, 3)
    table.style = "Table Grid"
    for row, cells in zip(
        table.rows,
        (
            ("项目", "标准（元）", "备注"),
            ("伙食费", "15", "每餐|自愿"),
            ("校服费", "320", "两套\n夏装一套"),
            ("合计", "335", ""),
        ),
        strict=True,
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    return saved(document)


def merged() -> bytes:
    document = paper("合并的表格：")
    table = document.add_table(4, 3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "二〇二六年收费一览表"
    for at, text in enumerate(("类别", "项目", "标准")):
        table.cell(1, at).text = text
    table.cell(2, 0).merge(table.cell(3, 0)).text = "代办费"
    for row, cells in ((2, ("教辅", "80元")), (3, ("作业本", "12元"))):
        for at, text in enumerate(cells, 1):
            table.cell(row, at).text = text
    return saved(document)


def nested() -> bytes:
    document = paper("表中有表：")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "班级", "人数"
    table.cell(1, 0).text = "一班"
    inner = table.cell(1, 1).add_table(2, 2)
    for at, text in enumerate(("男生", "20", "女生", "22")):
        inner.cell(at // 2, at % 2).text = text
    return saved(document)


def wide() -> bytes:
    document = paper("宽的表格：")
    table = document.add_table(3, 26)
    for row in range(3):
        for at in range(26):
            table.cell(row, at).text = f"第{row}行{at}列"
    return saved(document)


def pictures() -> bytes:
    document = paper("校园照片：")
    document.add_picture(BytesIO(photo()), Cm(3))
    document.add_paragraph("第二张：")
    document.add_picture(BytesIO(moving()), Cm(2))
    return saved(document)


def tracked() -> bytes:
    document = paper("伙食费")
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph = document.paragraphs[-1]._p
    paragraph.append(
        xml(f'<w:del w:id="1" w:author="王某">{run.format("每餐十二元").replace("w:t>", "w:delText>")}</w:del>')
    )
    paragraph.append(xml(f'<w:ins w:id="2" w:author="王某">{run.format("每餐十五元")}</w:ins>'))
    moved = document.add_paragraph()._p
    moved.append(xml(f'<w:moveFrom w:id="3" w:author="王某">{run.format("挪走的话")}</w:moveFrom>'))
    moved.append(xml(f'<w:moveTo w:id="4" w:author="王某">{run.format("挪走的话")}</w:moveTo>'))
    return saved(document)


def boxes() -> bytes:
    document = paper("下面有文本框：")
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>{box.format("新式文本框里的话")}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{box.format('新式文本框里的话')}</v:textbox></v:shape></w:pict></mc:Fallback>"
    document.paragraphs[-1]._p.append(xml(f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"))
    document.add_paragraph("旧的：")._p.append(
        xml(f"<w:r><w:pict><v:shape><v:textbox>{box.format('旧式文本框里的话')}</v:textbox></v:shape></w:pict></w:r>")
    )
    only = new.replace("新式文本框里的话", "只有新式的话")
    document.add_paragraph("只有新的：")._p.append(xml(f"<w:r><mc:AlternateContent>{only}</mc:AlternateContent></w:r>"))
    return saved(document)


def notes() -> bytes:
    document = paper("学费免收")
    document.paragraphs[-1]._p.append(xml('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    note = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {NAMESPACES}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>依据义务教育法。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return with_part(saved(document), "word/footnotes.xml", note, "footnotes", "footnotes")


def comments() -> bytes:
    document = paper()
    paragraph = document.add_paragraph("这个数再核对一下。")
    document.add_comment(paragraph.runs, text="已经和财务核过，不要公开这句话", author="微软用户")
    return saved(document)


def headers() -> bytes:
    document = paper("正文一句。")
    document.sections[0].header.paragraphs[0].text = "示例学校内部文件"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    return saved(document)


def links() -> bytes:
    document = paper("办事指南见：")
    for address, text in (
        ("https://school.example/a?b=1&c=2", "学校网站"),
        ("file:///C:/我的文档/表.xls", "电脑里的表"),
    ):
        relation = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        document.paragraphs[-1]._p.append(
            xml(f'<w:hyperlink r:id="{relation}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')
        )
    return saved(document)


def hidden() -> bytes:
    document = paper("看得见的话。")
    document.paragraphs[-1].add_run("看不见的话。").font.hidden = True
    return saved(document)


def equations() -> bytes:
    document = paper("人均费用：")
    t = "<m:r><m:t>{}</m:t></m:r>"
    document.paragraphs[-1]._p.append(
        xml(
            f"<m:oMath><m:f><m:num>{t.format('总支出')}</m:num><m:den>{t.format('人数')}</m:den></m:f>{t.format('=15')}</m:oMath>"
        )
    )
    return saved(document)


def shells() -> bytes:
    """Text in elements that mammoth passes over."""
    document = paper()
    run = "<w:r><w:t>{}</w:t></w:r>"
    add = document.add_paragraph("外面")._p.append
    add(xml(f'<w:fldSimple w:instr="DATE">{run.format("域里的话")}</w:fldSimple>'))
    add(xml(f'<w:bdo w:val="ltr">{run.format("方向里的话")}</w:bdo>'))
    add(xml(f"<w:sdt><w:sdtContent>{run.format('控件里的话')}</w:sdtContent></w:sdt>"))
    add(xml(f"<w:r><w:ruby><w:rt>{run.format('zì')}</w:rt><w:rubyBase>{run.format('字')}</w:rubyBase></w:ruby></w:r>"))
    return saved(document)


def awkward() -> bytes:
    """Text that means something else in Markdown."""
    return saved(
        paper(
            "# 不是标题",
            "- 不是列表",
            "1. 只有一条",
            "* 星号 *不斜* _不斜_",
            "电话：______ 地址：____",
            "<b>不是标签</b> &amp; 也不是",
            "[不是](链接) `不是代码`",
            "~~不划掉~~",
            "===",
            "收入 > 支出",
            "2026. 年份",
            "| 不是 | 表格 |",
        )
    )


def empty() -> bytes:
    return saved(Document())


def styled_headings() -> bytes:
    document = paper("第一段。", title="示例学校章程")
    number_levels(document, (("chineseCounting", "第%1章"), ("chineseCounting", "第%2条")))
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="900"/></w:numPr>')
    )
    for text in ("总则", "学生"):
        document.add_heading(text, 2)
        numbered(document, f"{text}的内容。", 1)
    return saved(document)


def long_text() -> bytes:
    return saved(paper(*(f"第{at}段，内容各不相同，数字{at * 37}。" for at in range(300))))


ALL: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (plain, chinese_numbers, lists, tables, merged, nested, wide, pictures, tracked, boxes, notes, comments, headers, links, hidden, equations, shells, awkward, empty, styled_headings, long_text)
}  # fmt: skip
