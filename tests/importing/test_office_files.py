"""Twenty-eight office files: each word of each is in its draft or in the list of what did not come along."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image

from importing import sheet_files, word_files
from importing.school import Imported, run
from sample import codes_of

FILES = {f"{name}.docx": make for name, make in word_files.ALL.items()} | {
    f"{name}.xlsx": make for name, make in sheet_files.ALL.items()
}
REFUSED = {"empty.docx"}


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    return {name: make() for name, make in FILES.items()}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory, contents: dict[str, bytes]) -> Imported:
    folder = tmp_path_factory.mktemp("office")
    for name, content in contents.items():
        (folder / "文件").mkdir(exist_ok=True)
        (folder / "文件" / name).write_bytes(content)
    return run(folder / "school", folder / "文件")


def paragraphs(content: bytes) -> list[str]:
    """Every paragraph, cell and note of a file, by a way of its own: all text of all parts that people write."""
    found = []
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|comments|header\d*|footer\d*)\.xml", name):
                root = etree.fromstring(archive.read(name))
                for run_of_text in root.iter("{*}t", "{*}delText"):
                    if not any("Fallback" in str(one.tag) for one in run_of_text.iterancestors()):
                        found.append(run_of_text.text or "")
            elif re.fullmatch(r"xl/(sharedStrings|comments.*|comments/.*)\.xml", name):
                found += [
                    "".join(one.itertext()) for one in etree.fromstring(archive.read(name)).iter("{*}si", "{*}text")
                ]
    return [text for text in found if text.strip()]


def plain(text: str) -> str:
    return re.sub(r"<br>|[\s\\*`_#|\[\]()<>~-]", "", text)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_lost_in_silence(name: str, imported: Imported, contents: dict[str, bytes]) -> None:
    kept = plain(imported.told(name) + ("" if name in REFUSED else imported.draft(name)))
    assert [text for text in paragraphs(contents[name]) if plain(text) not in kept] == []


@pytest.mark.parametrize("name", [name for name in FILES if name not in REFUSED])
def test_every_draft_is_read_again_as_it_was_meant(name: str, imported: Imported) -> None:
    """No word is lost on the way from Markdown to the page either."""
    from disclosure.rendering.markdown import render_body

    html = render_body(imported.body(name), link_to=lambda _: None)
    shown = Counter(plain("".join(etree.fromstring(f"<x>{html}</x>", etree.HTMLParser()).itertext())))
    for text in re.findall(r"[\u4e00-\u9fff]+", re.sub(r"!?\[([^\]]*)\]\([^)]*\)", "", imported.body(name))):
        assert all(shown[character] >= count for character, count in Counter(text).items()), text


def test_the_drafts_pass_the_check(imported: Imported) -> None:
    assert codes_of(imported.records.parents[1]) == []
    assert len(imported.drafts) == len(FILES) - len(REFUSED)
    assert all("草稿: 是" in path.read_text() and "待核" in path.read_text() for path in imported.drafts)


BODIES = {
    "chinese_numbers.docx": "一、收费项目\n\n（一）伙食费\n\n1. 每餐十五元\n2. 自愿就餐\n\n（二）校服费\n\n二、减免办法\n\n（一）困难学生免收\n\n中间的一段。\n\n三、投诉电话",
    "styled_headings.docx": "第一段。\n\n## 第一章　总则\n\n第一条　总则的内容。\n\n## 第二章　学生\n\n第一条　学生的内容。",
    "lists.docx": "- 苹果\n- 梨\n\n1. 报名\n2. 缴费\n3. 领取",
    "tables.docx": "收费如下：\n\n| 项目 | 标准（元） | 备注 |\n| --- | --- | --- |\n| 伙食费 | 15 | 每餐\\|自愿 |\n| 校服费 | 320 | 两套<br>夏装一套 |\n| 合计 | 335 |  |",
    "merged.docx": "合并的表格：\n\n二〇二六年收费一览表\n\n| 类别 | 项目 | 标准 |\n| --- | --- | --- |\n| 代办费 | 教辅 | 80元 |\n|  | 作业本 | 12元 |",
    "nested.docx": "表中有表：\n\n| 班级 | 人数 |\n| --- | --- |\n| 一班 | 男生　20<br>女生　22 |",
    "pictures.docx": "校园照片：\n\n![图1](图1.jpg)\n\n第二张：\n\n![图2](图2.gif)",
    "tracked.docx": "伙食费每餐十五元\n\n挪走的话",
    "boxes.docx": "下面有文本框：\n\n新式文本框里的话\n\n旧的：\n\n旧式文本框里的话\n\n只有新的：\n\n只有新式的话",
    "notes.docx": "学费免收[^1]\n\n[^1]: 依据义务教育法。",
    "links.docx": "办事指南见：[学校网站](https://school.example/a?b=1&c=2)电脑里的表",
    "hidden.docx": "看得见的话。",
    "equations.docx": "人均费用：(总支出)/(人数)=15",
    "shells.docx": "外面域里的话方向里的话控件里的话字（zì）",
    "formats.xlsx": "| 项目 | 日期 | 比例 | 金额 | 编号 |\n| --- | --- | ---: | ---: | ---: |\n| 伙食费 | 2026年9月1日 | 12.5% | 1,234,567.50 | 0007 |\n| 校服费 | 2026-09-02 08:30 | 100% | -¥3.46 | 12 |",
    "formulas.xlsx": "| 项目 | 元 |\n| --- | ---: |\n| 甲 | 10 |\n| 乙 | 20 |\n| 合计 | 30 |\n| 人均 |  |",
    "hidden.xlsx": "| 班级 | 人数 |\n| --- | ---: |\n| 一班 | 40 |\n| 二班 | 41 |",
    "merged.xlsx": "单位：元\n\n| 类别 | 项目 | 标准 |\n| --- | --- | ---: |\n| 代办费 | 教辅 | 80 |\n|  | 作业本 | 12 |\n| 合计 |  | 92 |\n\n注：以上收费按学期收取，多退少补。",
    "two_sheets.xlsx": "## 早餐\n\n| 项目 | 元 |\n| --- | ---: |\n| 伙食费\\|早餐 | 5 |\n\n## 午餐\n\n| 项目 | 元 |\n| --- | ---: |\n| [伙食费<br>两荤](https://school.example/menu) | 15 |",
    "far.xlsx": "| 项目 | 元 |  |\n| --- | ---: | --- |\n| 伙食费 | 15 |  |\n|  |  | 远处 |",
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_what_the_bodies_are(name: str, imported: Imported) -> None:
    assert imported.body(name) == BODIES[name]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("tracked.docx", "没有带过来：修订里删去的文字 1 处"),
        ("comments.docx", "没有带过来：批注 1 条\n        “已经和财务核过，不要公开这句话”"),
        ("headers.docx", "没有带过来：页眉\n        “示例学校内部文件”"),
        ("hidden.docx", "没有带过来：隐藏的文字 1 处\n        “看不见的话。”"),
        ("links.docx", "没有带过来：指向电脑里文件的链接 1 个"),
        ("boxes.docx", "变了样子：文本框 3 个"),
        ("merged.docx", "变了样子：合并的单元格 2 处"),
        ("nested.docx", "变了样子：表格里的表格 1 个"),
        ("equations.docx", "变了样子：公式 1 个"),
        ("notes.docx", "变了样子：脚注、尾注 1 条"),
        ("chinese_numbers.docx", "变了样子：自动编号 8 处"),
        ("empty.docx", "没有导入 empty.docx：文件里没有内容。"),
        ("hidden.xlsx", "没有带过来：隐藏的工作表「底稿」\n        “底稿里的话”"),
        ("hidden.xlsx", "没有带过来：工作表「Sheet」：隐藏的行、列里 5 格"),
        ("formulas.xlsx", "公式没有算出的值 1 格"),
        ("extras.xlsx", "没有带过来：批注 1 条\n        “先别公布”"),
        ("extras.xlsx", "1 格是错误值"),
    ],
)
def test_what_did_not_come_along_is_told(name: str, line: str, imported: Imported) -> None:
    assert line in imported.told(name)


@pytest.mark.parametrize("name", ["tracked.docx", "comments.docx", "hidden.docx", "hidden.xlsx", "extras.xlsx"])
def test_an_original_with_something_hidden_stays_outside(name: str, imported: Imported) -> None:
    assert name not in imported.beside(name)
    assert f"原件「{name}」没有附上" in imported.told(name)


def test_an_original_is_attached_without_its_author(imported: Imported, contents: dict[str, bytes]) -> None:
    with ZipFile(BytesIO(imported.beside("formats.xlsx")["formats.xlsx"])) as archive:
        assert "王某" not in archive.read("docProps/core.xml").decode()
    assert imported.beside("tables.docx")["tables.docx"] == contents["tables.docx"]
    assert "去掉了作者" not in imported.told("tables.docx")


def test_pictures_tell_no_place(imported: Imported) -> None:
    beside = imported.beside("pictures.docx")
    for name in ("图1.jpg", "图2.gif"):
        with Image.open(BytesIO(beside[name])) as picture:
            assert not picture.getexif()
            assert "comment" not in picture.info
    with Image.open(BytesIO(beside["图2.gif"])) as moving:
        assert moving.n_frames == 3
    with ZipFile(BytesIO(beside["pictures.docx"])) as archive:
        media = [archive.read(one) for one in archive.namelist() if "/media/" in one]
    assert media
    assert not any(Image.open(BytesIO(one)).getexif() for one in media)
