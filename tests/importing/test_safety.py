"""What no honest file is, personal data, and a disk that refuses."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from PIL import Image

from disclosure.importing.importer import prepare
from disclosure.importing.losses import NotImported
from disclosure.importing.options import Wishes
from disclosure.importing.pictures import drawn_anew
from disclosure.importing.sources import sources_of
from disclosure.importing.writing import Draft, numbered, write_all
from disclosure.pipeline import read_and_check
from importing import sheet_files, word_files
from importing.school import run, written
from sample import TODAY, codes_of, make_school, record

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ID_NUMBER = "110105194912310021"
"""From the examples of GB 11643."""


def bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * 60_000_000)
    return file.getvalue()


def with_declaration() -> bytes:
    entity = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word_files.changed(word_files.plain(), "word/document.xml", lambda part: entity + part.split(b"?>", 1)[1])


def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 5000 + "很深".encode() + b"</div>" * 5000


REFUSED = {
    "加密.docx": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "有密码"),
    "旧的.docx": (OLE + b"\0" * 600, "旧格式"),
    "坏的.docx": (word_files.plain()[:3000], "损坏"),
    "乱的.docx": (b"PK\x03\x04" + b"x" * 100, "损坏"),
    "假的.docx": (b"hello", "扩展名不符"),
    "表格.docx": (sheet_files.merged(), "不是 Word 文件"),
    "文章.xlsx": (word_files.plain(), "不是 Excel 文件"),
    "炸弹.docx": (bomb(), "没有导入"),
    "实体.docx": (with_declaration(), "不该有的声明"),
    "深的.html": (deep_page(), "太深"),
    "程序.exe": (b"MZ", "不能导入 .exe 文件"),
    "空的.txt": (b"", "没有内容"),
    "乱码.txt": (bytes(range(256)) * 4, "不是文字文件"),
}


def test_each_bad_file_is_told_and_the_good_one_comes_along(tmp_path: Path) -> None:
    folder = tmp_path / "文件"
    folder.mkdir()
    for name, (content, _) in REFUSED.items():
        (folder / name).write_bytes(content)
    (folder / "好的.docx").write_bytes(word_files.plain())
    (folder / "~$好的.docx").write_bytes(b"lock")
    (folder / "链接.docx").symlink_to(folder / "好的.docx")
    done = run(tmp_path / "school", folder)
    assert {name: reason in done.told(name) for name, (_, reason) in REFUSED.items()} == dict.fromkeys(REFUSED, True)
    assert len(done.drafts) == 1
    assert done.code == 1
    assert codes_of(tmp_path / "school") == []


def test_nothing_outside_of_the_copy_is_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(word_files.photo())
    folder = written(
        tmp_path / "copy",
        a__html="<article><h1>卫生检查结果公示</h1><p>各班教室和走廊都很整洁，请继续保持。</p><img src='../secret.jpg'><a href='file:///etc/passwd'>看</a></article>".encode(),
    )
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    done = run(tmp_path / "school", folder)
    assert done.drafts[0].name.endswith("0001.md")
    assert "副本里没有的图片 1 张" in done.said


@pytest.mark.parametrize(
    ("options", "is_written", "told"),
    [
        ([], False, "正文里有身份证号 1 处、手机号码 1 处"),
        (["--with-contacts"], False, "正文里有身份证号 1 处"),
        (["--masked"], True, "个人信息 2 处：隐去了"),
    ],
)  # fmt: skip
def test_personal_data_is_refused_or_hidden(options: list[str], is_written: bool, told: str, tmp_path: Path) -> None:
    document = word_files.paper(f"经办人身份证 {ID_NUMBER}，电话 13800138000。", title="关于领取证件的通知")
    folder = written(tmp_path / "文件", 通知__docx=word_files.saved(document))
    done = run(tmp_path / "school", folder, *options)
    assert told in done.said
    assert bool(done.drafts) is is_written
    everything = b"".join(path.read_bytes() for path in done.records.rglob("*") if path.is_file())
    assert ID_NUMBER.encode() not in everything
    assert ID_NUMBER not in done.said
    assert codes_of(tmp_path / "school") == []


def test_personal_data_in_what_goes_along(tmp_path: Path) -> None:
    """The list stays outside, the notice comes in."""
    secret = sheet_files.saved(sheet_files.filled(("姓名", "身份证号"), ("张某", ID_NUMBER)))
    folder = written(
        tmp_path / "文件/公示",
        公示__docx=word_files.plain(),
        名单__xlsx=secret,
        说明__pdf=b"%PDF-1.4 broken",
        程序__js=b"alert(1)",
    )
    done = run(tmp_path / "school", folder.parent)
    assert set(done.beside("公示.docx")) == {"index.md", "公示.docx", "说明.pdf"}
    assert "附件「名单.xlsx」没有带上：里面有身份证号" in done.said
    assert "附件「程序.js」" in done.said


def test_kinds_that_only_people_can_read(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "文件",
        章程__doc=OLE + b"\0" * 600,
        照片__jpg=word_files.photo(),
        说明__txt="食堂管理制度\n一、按时开饭。\n# 二、干净".encode("gb18030"),
        附加__md="---\na: b\n---\n# 操场使用规定\n\n- 一条".encode(),
    )
    done = run(tmp_path / "school", folder)
    assert done.body("章程.doc") == "全文见附件 [章程.doc](章程.doc)。"
    assert done.body("照片.jpg") == "![照片](图1.jpg)"
    assert done.body("说明.txt") == "一、按时开饭。\n\n\\# 二、干净"
    assert done.body("附加.md") == "- 一条"
    assert "文件开头的信息区" in done.told("附加.md")


def test_macros_stay_outside(tmp_path: Path) -> None:
    content = word_files.with_part(
        word_files.plain(), "word/vbaProject.bin", "Sub AutoOpen()", "vbaProject", "vbaProject"
    )
    done = run(tmp_path / "school", written(tmp_path / "文件", 通知__docm=content))
    assert "没有带过来：宏（没有运行）" in done.said
    assert not done.beside("通知.docm")


def test_all_drafts_are_written_or_none(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "文件", a__txt="食堂管理制度\n按时开饭。".encode(), b__txt="操场使用规定\n锁好门。".encode()
    )
    root = make_school(tmp_path / "school")
    records = root / "data/records"
    drafts = drafts_of(folder, root)
    (records / "2026").mkdir()
    (records / drafts[1].path).write_text("somebody was quicker")
    with pytest.raises(ValueError, match="已经有了，什么也没有写"):
        write_all(drafts, records)
    assert [path.name for path in records.rglob("*") if path.is_file()] == [drafts[1].path.name]
    assert "什么也没有写。会写出：草稿 2 条" in run(root, folder, "--dry-run").said
    assert [path.name for path in records.rglob("*") if path.is_file()] == [drafts[1].path.name]


def drafts_of(folder: Path, root: Path) -> list[Draft]:
    library = read_and_check(root, TODAY).library
    outcome = prepare(
        sources_of(folder), Wishes(today=TODAY), school=library.school, catalogue=library.catalogue, known=frozenset()
    )
    return numbered(outcome.pending, root / "data/records", ())


def test_numbers_go_on_and_columns_have_folders(tmp_path: Path) -> None:
    root = make_school(tmp_path / "school", record("2026-0007"))
    (root / "data/records/other/procurement").mkdir(parents=True)
    folder = written(
        tmp_path / "文件",
        a__txt="课桌椅采购成交公告\n成交金额：5.86万元".encode(),
        b__txt="操场使用规定\n锁好门。".encode(),
    )
    done = run(root, folder, "--published", "2026-11-20", "--department", "后勤处")
    assert {path.relative_to(done.records).as_posix() for path in done.drafts} == {
        "a.md",
        "other/procurement/2026-0008.md",
        "2026/2026-0009.md",
    }
    assert "公布日期: 2026-11-20\n责任部门: 后勤处\n" in done.draft("b.txt")
    assert "金额: 5.86万元 # 待核" in done.draft("a.txt")
    assert codes_of(root) == []


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_pictures_are_drawn_anew(mode: str) -> None:
    drawn, suffix = drawn_anew(word_files.photo(mode=mode))
    with Image.open(BytesIO(drawn)) as picture:
        assert (suffix, picture.mode, dict(picture.getexif())) == (".jpg", "RGB" if mode == "CMYK" else "L", {})


@pytest.mark.parametrize(
    "content", [b"\xd7\xcd\xc6\x9a" + b"\0" * 60, b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b""]
)
def test_what_is_no_picture_for_a_browser_is_told(content: bytes) -> None:
    with pytest.raises(NotImported):
        drawn_anew(content)
