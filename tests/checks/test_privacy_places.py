"""One ID number, put wherever a clerk might leave one: each is found, and the place is named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import fpdf
import openpyxl
import pytest
from PIL import Image

from building import disclosure
from disclosure.privacy.identity import check_digit
from sample import make_school, problems_of, record

ID = "11010519491231002X"
"""The example of GB 11643-1999."""


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def word_table() -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.add_paragraph("受助学生")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["姓名", "证件", "王思源", ID], strict=True):
        cell.text = text
    return saved(document.save)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = ""
    sheet = book.create_sheet("二班")
    sheet.append(["姓名", "证件"])
    sheet.append(["王思源", ID])
    sheet.sheet_state = "hidden"
    return saved(book.save)


def pdf() -> bytes:
    document = fpdf.FPDF()
    for text in ("Fees", f"No. {ID}"):
        document.add_page()
        document.set_font("helvetica")
        document.cell(text=text)
    return bytes(document.output())


def archive() -> bytes:
    def write(stream: io.BytesIO) -> None:
        with zipfile.ZipFile(stream, "w") as file:
            file.writestr("名单/一班.docx", word_table())

    return saved(write)


def picture() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = f"photo of {ID}"
    return saved(lambda stream: Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif))


IN_THE_RECORD = {
    "body": (record(body=f"受助学生 {ID}。"), 9, ""),
    "table": (record(body=f"| 姓名 | 证件 |\n| --- | --- |\n| 王思源 | {ID} |"), 11, ""),
    "html table": (record(body=f"<table><tr><th>姓名</th></tr>\n<tr><td>{ID}</td></tr></table>"), 10, ""),
    "title": (record(标题=f"关于{ID}的公示"), 3, ""),
    "summary": (record(概述=f"受助学生 {ID}。"), 7, ""),
}
IN_AN_ATTACHMENT = {
    "docx table": ("名单.docx", word_table, "表"),
    "xlsx cell": ("名单.xlsx", workbook, "工作表「二班」第2行"),
    "text pdf": ("名单.pdf", pdf, "第2页"),
    "zip member": ("名单.zip", archive, "一班.docx"),
    "image metadata": ("照片.jpg", picture, "图片信息"),
    "csv": ("名单.csv", f"姓名,证件\n王思源,{ID}\n".encode("gb18030"), "第2行"),
    "txt": ("名单.txt", f"名单\n王思源 {ID}\n".encode(), "第2行"),
}


def found(root: Path) -> list[tuple[str, int, str]]:
    return [(str(one.path), one.line, one.message) for one in problems_of(root) if one.code == "P101"]


@pytest.mark.parametrize(("text", "line", "place"), IN_THE_RECORD.values(), ids=IN_THE_RECORD)
def test_in_the_record(text: str, line: int, place: str, tmp_path: Path) -> None:
    (problem,) = found(make_school(tmp_path, text))
    assert problem == ("data/records/a.md", line, "身份证号 110…X（18 个字符）")


def school_with(root: Path, name: str, content: bytes) -> Path:
    make_school(root)
    folder = root / "data/records/公示"
    folder.mkdir()
    (folder / "index.md").write_text(record())
    (folder / name).write_bytes(content)
    return root


@pytest.mark.parametrize(("name", "content", "place"), IN_AN_ATTACHMENT.values(), ids=IN_AN_ATTACHMENT)
def test_in_an_attachment(name: str, content: bytes | Callable[[], bytes], place: str, tmp_path: Path) -> None:
    made = content if isinstance(content, bytes) else content()
    ((path, line, message),) = found(school_with(tmp_path, name, made))
    assert (path, line) == (f"data/records/公示/{name}", 0)
    assert place in message
    assert message.endswith("身份证号 110…X（18 个字符）")


def test_in_the_name_of_an_attachment(tmp_path: Path) -> None:
    ((path, line, message),) = found(school_with(tmp_path, f"王思源{ID}.txt", b"fees"))
    assert (path, line) == ("data/records/公示/index.md", 1)
    assert message.startswith(f"文件名「王思源{ID}.txt」：")


def test_in_the_name_of_a_record_and_of_its_folder(tmp_path: Path) -> None:
    root = make_school(tmp_path)
    (root / f"data/records/{ID}.md").write_text(record())
    (root / f"data/records/{ID}").mkdir()
    (root / f"data/records/{ID}/index.md").write_text(record("2026-0002"))
    assert [path for path, _, _ in found(root)] == [f"data/records/{ID}.md", f"data/records/{ID}/index.md"]


def test_in_the_hand_written_part_of_the_site(tmp_path: Path) -> None:
    root = make_school(tmp_path, record())
    (root / "site_src/files").mkdir()
    (root / "site_src/page.md").write_text(f"# 名单\n\n王思源 {ID}\n")
    (root / "site_src/files/名单.xlsx").write_bytes(workbook())
    assert [(path, line) for path, line, _ in found(root)] == [("site_src/files/名单.xlsx", 0), ("site_src/page.md", 3)]


def test_in_a_draft_and_in_a_record_for_staff_only(tmp_path: Path) -> None:
    root = make_school(
        tmp_path,
        record(body=ID, 草稿="是"),
        record("2026-0002", body=ID, 公开范围="教职工"),
        record("2026-0003", 草稿="是"),
    )
    assert len(found(root)) == 2


def test_the_build_refuses_and_says_where(tmp_path: Path) -> None:
    root = school_with(tmp_path, "名单.xlsx", workbook())
    done = disclosure("build", "--root", root, "--today", "2026-11-23")
    assert done.returncode == 1
    assert "data/records/公示/名单.xlsx: 错误 P101 隐藏工作表「二班」第2行：身份证号" in done.stderr
    assert not (root / "site").exists()


def test_of_a_long_list_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    rows = "\n".join(f"| 王思源 | 1380000{number:04d} |" for number in range(200))
    root = make_school(tmp_path, record(body=f"| 姓名 | 电话 |\n| --- | --- |\n{rows}"))
    messages = [one.message for one in problems_of(root) if one.code == "P103"]
    assert len(messages) == 21
    assert messages[0] == "还有 180 处手机号码，没有一一列出"


def test_the_report_never_repeats_a_number(tmp_path: Path) -> None:
    number = "11010020000101001"
    numbers = [number + check_digit(number), "13900005678", "6222020000001234566", "E00005678"]
    root = make_school(tmp_path, record(body=f"{'，'.join(numbers[:3])}，护照号 {numbers[3]}"))
    for form in ("text", "github", "gitlab", "sarif", "junit", "json"):
        report = disclosure("check", "--root", root, "--today", "2026-11-23", "--format", form).stdout
        assert "110…" in report
        assert [one for one in numbers if one in report] == []
