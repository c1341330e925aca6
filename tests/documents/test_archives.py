"""Files in archives."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, paragraph, picture, texts, unread, word, zipped


def renamed(content: bytes, old: str, new: bytes) -> bytes:
    """A name in an archive as other programs write it, without saying in which encoding."""
    assert len(old) == len(new)
    return content.replace(old.encode(), new)


def test_files_are_looked_into_and_their_names_are_told() -> None:
    content = zipped({f"材料/{NUMBER}.txt": "甲", "名单.docx": word(paragraph("乙")), "空文件夹/": ""})
    assert found(content) == [
        Passage("压缩包内的文件名", f"材料/{NUMBER}.txt"),
        Passage(f"压缩包内「材料/{NUMBER}.txt」第1行", "甲"),
        Passage("压缩包内的文件名", "名单.docx"),
        Passage("压缩包内「名单.docx」第1段", "乙"),
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_are_read_although_the_archive_does_not_say_their_encoding(encoding: str) -> None:
    name = "测试甲.txt".encode(encoding)
    content = renamed(zipped({"x" * len(name): "甲"}), "x" * len(name), name)
    assert "测试甲.txt" in texts(content)["压缩包内的文件名"]


def test_notes_of_the_archive_and_its_files_are_read() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = "总注".encode("gbk")
        info = zipfile.ZipInfo("a.txt")
        info.comment = "分注".encode("gbk")
        archive.writestr(info, "甲")
    result = texts(stream.getvalue())
    assert result["压缩包注释"] == "总注"
    assert result["压缩包内「a.txt」"] == "分注"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_usual_way_of_packing_is_undone(method: int) -> None:
    assert texts(zipped({"a.txt": NUMBER}, method=method))["压缩包内「a.txt」第1行"] == NUMBER


def test_three_archives_within_each_other_are_opened_and_no_endless_ones() -> None:
    content = zipped({"a.txt": NUMBER})
    for depth in range(5):
        assert any(passage.text == NUMBER for passage in found(content)), depth
        content = zipped({"内.zip": content})
    assert not any(passage.text == NUMBER for passage in found(content))
    assert [reason.rpartition("：")[2] for reason in unread(content)] == ["文件里套文件超过 5 层，没有再往里看"]


def test_an_encrypted_file_is_told_of_and_the_others_are_read() -> None:
    content = bytearray(zipped({"a.txt": "甲", "b.txt": "乙"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1
    result = found(bytes(content))
    assert Passage("压缩包内「a.txt」", "加了密码，看不到里面的文字", Part.UNREAD) in result
    assert Passage("压缩包内「b.txt」第1行", "乙") in result


def test_an_unknown_way_of_packing_is_told_of() -> None:
    content = bytearray(zipped({"a.txt": "甲"}))
    for header, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(header) + method] = 99
    assert unread(bytes(content)) == ["压缩包内「a.txt」：压缩方法不认识，打不开"]


def test_a_damaged_file_does_not_hide_the_others() -> None:
    content = zipped({"a.txt": "甲" * 50, "b.txt": "乙"}, method=zipfile.ZIP_STORED)
    result = found(content.replace("甲".encode(), b"???", 1))
    assert Passage("压缩包内「b.txt」第1行", "乙") in result
    assert [p.place for p in result if p.part is Part.UNREAD] == ["压缩包内「a.txt」"]


@pytest.mark.parametrize("front", [picture("JPEG"), picture("PNG"), b"MZ\x90\x00" + bytes(range(256)) * 9])
def test_an_archive_behind_something_else_is_found(front: bytes) -> None:
    assert Passage("压缩包内「名单.txt」第1行", PHONE) in found(front + zipped({"名单.txt": PHONE}), "a.jpg")
    assert Passage("第1段", PHONE) in found(front + word(paragraph(PHONE)), "a.jpg")


def test_an_empty_archive_has_nothing_in_it() -> None:
    assert found(zipped({})) == []
