"""What kind of file something is, and who is a person."""

from __future__ import annotations

import pytest

from disclosure.documents.passage import Part, Passage
from disclosure.documents.persons import by_author
from documents.making import NUMBER, found, paragraph, pdf, unread, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize("name", ["a.docx", "a.zip", "a.jpg", "a.doc", "a.mp3", "a", "", "a.csv", "a.html", "名单"])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert Passage("第1段", NUMBER) in found(word(paragraph(NUMBER)), name)
    assert Passage("第1页", NUMBER) in found(pdf(NUMBER), name)
    assert Passage("压缩包内「a.txt」第1行", NUMBER) in found(zipped({"a.txt": NUMBER}), name)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (OLE + bytes(600), "旧格式，看不到里面的文字，请另存为 docx/xlsx/pptx"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "文件有密码，看不到里面的文字"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(9), "这种压缩包打不开，请改用 zip"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "这种压缩包打不开，请改用 zip"),
        (b"\x1f\x8b\x08\x00" + bytes(9), "这种压缩包打不开，请改用 zip"),
        (b"a.txt".ljust(257, b"\x00") + b"ustar\x00" + bytes(250), "这种压缩包打不开，请改用 zip"),
        (b"{\\rtf1\\ansi \\'b2\\'e2}", "RTF 格式，看不到里面的文字，请另存为 docx"),
        (b"From: a@school.example\r\nMIME-Version: 1.0\r\n\r\nPGI+", "邮件或单文件网页，看不到里面的文字，请另存为 docx 或 PDF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "HEIC 图片，看不到拍摄地点等信息，请转成 JPG"),
        (b"SQLite format 3\x00" + bytes(range(256)), "不认识的格式，看不到里面有没有文字"),
        (bytes(range(256)) * 4, "不认识的格式，看不到里面有没有文字"),
    ],
)  # fmt: skip
def test_what_cannot_be_looked_into_is_told_with_a_way_out(content: bytes, reason: str) -> None:
    assert found(content) == [Passage("", reason, Part.UNREAD)]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.docx"),
        (bytes(500), "a.bin"),
        (b"ID3\x04" + bytes(40), "a.mp3"),
        (b"\xff\xfb\x90\x64" + bytes(40), "a"),
        (b"\x00\x00\x00\x18ftypisom" + bytes(20), "a.mp4"),
        (b"RIFF\x00\x00\x00\x00WAVE" + bytes(9), "a.wav"),
        (b"\x01\x47\x11" + bytes(40), "片.MOV"),
        (b"BM\x00\x00\x00\x00" + bytes(40), "a.bmp"),
    ],
)
def test_films_and_sounds_say_nothing(content: bytes, name: str) -> None:
    assert found(content, name) == []


def test_a_file_that_is_too_large_is_left() -> None:
    assert unread(bytes([65]) * (50 * 1024 * 1024 + 1)) == ["：文件超过 50 MB，没有看里面的文字"]


@pytest.mark.parametrize("name", ["测试甲", "Zhang San", "张三；李四", "欧阳测试", "Winston", "王登科", "李组"])
def test_names_of_people_are_authors(name: str) -> None:
    assert by_author("", name).part is Part.AUTHOR


@pytest.mark.parametrize(
    "name",
    ["python-docx", "openpyxl", "WPS Office", "Microsoft Office User", "Microsoft® Word 2021", "Administrator", "user", "USER-20260901AB", "DESKTOP-1A2B3C4",
     "微软用户", "Windows 用户", "lenovo", "Lenovo", "admin", "PC", "某某学校", "教务处", "某县教育局", "某校信息中心", "123", "https://school.example/"],
)  # fmt: skip
def test_programs_computers_and_offices_are_not_people(name: str) -> None:
    assert by_author("", name) == Passage("", name, Part.TEXT)
