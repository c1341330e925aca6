"""The original is never touched; nothing is overwritten by accident; nothing half-done is left behind."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from disclosure.masking.copying import folder_in_repository, mask_file
from disclosure.masking.formats import FORMATS
from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from masking.invented import MOBILE
from masking.word_files import parts, with_parts


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "名单.csv"
    path.write_text(f"姓名,电话\n张三,{MOBILE}\n")
    os.utime(path, ns=(10**18, 10**18))
    return path


def test_the_original_keeps_its_bytes_and_its_time(original: Path) -> None:
    before = original.read_bytes()
    mask_file(original, original.with_name("公示.csv"), Rules())
    assert original.read_bytes() == before
    assert original.stat().st_mtime_ns == 10**18
    assert sorted(path.name for path in original.parent.iterdir()) == ["公示.csv", "名单.csv"]


def test_the_copy_may_be_read_by_whoever_may_read_new_files(original: Path) -> None:
    (original.parent / "另一个.txt").touch()
    mask_file(original, original.with_name("公示.csv"), Rules())
    modes = {path.stat().st_mode for path in (original.with_name("公示.csv"), original.with_name("另一个.txt"))}
    assert len(modes) == 1


def test_the_original_is_no_place_for_the_copy_under_any_name(original: Path) -> None:
    hard, soft = original.with_name("b.csv"), original.with_name("c.csv")
    hard.hardlink_to(original)
    soft.symlink_to(original)
    (original.parent / "x").mkdir()
    for output in (original, hard, original.parent / "x/../名单.csv"):
        with pytest.raises(CannotMaskError, match="不能写在原件上"):
            mask_file(original, output, Rules(), force=True)
    with pytest.raises(CannotMaskError, match="链接"):
        mask_file(original, soft, Rules(), force=True)
    assert MOBILE in original.read_text()


def test_the_original_may_be_reached_over_a_link(original: Path) -> None:
    link, output = original.with_name("link.csv"), original.with_name("公示.csv")
    link.symlink_to(original)
    mask_file(link, output, Rules())
    assert output.read_text() == "姓名\n张三\n"
    with pytest.raises(CannotMaskError, match="不能写在原件上"):
        mask_file(link, original, Rules(), force=True)


def test_a_link_to_nowhere_is_no_place_either(original: Path) -> None:
    output = original.with_name("公示.csv")
    output.symlink_to(original.with_name("还没有.csv"))
    with pytest.raises(CannotMaskError, match="链接"):
        mask_file(original, output, Rules(), force=True)
    assert not original.with_name("还没有.csv").exists()


def test_an_existing_file_is_replaced_only_on_demand(original: Path) -> None:
    output = original.with_name("公示.csv")
    output.write_text("以前的")
    with pytest.raises(CannotMaskError, match="--force"):
        mask_file(original, output, Rules())
    assert output.read_text() == "以前的"
    mask_file(original, output, Rules(), force=True)
    assert output.read_text() == "姓名\n张三\n"


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("公示.xlsx", "扩展名应是 .csv"),
        ("公示", "扩展名应是 .csv"),
        ("没有/公示.csv", "没有文件夹"),
        ("文件夹.csv", "不是文件"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(output: str, said: str, original: Path) -> None:
    (original.parent / "文件夹.csv").mkdir()
    with pytest.raises(CannotMaskError, match=said):
        mask_file(original, original.parent / output, Rules())


@pytest.mark.parametrize("name", ["没有.csv", "文件夹.csv"])
def test_an_original_that_is_no_file_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "文件夹.csv").mkdir()
    with pytest.raises(CannotMaskError, match=name):
        mask_file(tmp_path / name, tmp_path / "公示.csv", Rules())


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("名单.xls", "另存为 xlsx"),
        ("名单.ET", "另存为 xlsx"),
        ("名单.doc", "另存为 docx"),
        ("名单.wps", "另存为 docx"),
        ("名单.pdf", "再导出 PDF"),
        ("名单.JPG", "图片里的字"),
        ("名单.pptx", "Word 或 Excel"),
        ("名单.zip", "解压缩"),
        ("名单", "没有扩展名"),
        ("名单.xyz", "csv、xlsx、docx、md 或 txt"),
    ],
)
def test_other_formats_are_refused_with_the_way_to_convert_them(name: str, advice: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(CannotMaskError, match=advice):
        mask_file(tmp_path / name, tmp_path / "公示.xlsx", Rules())


@pytest.mark.parametrize("suffix", [suffix for suffix, kind in FORMATS.items() if kind.look == "left_in_package"])
@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"\xff" * 99],
    ids=["empty", "cut off", "an empty archive", "encrypted", "noise"],
)
def test_a_broken_office_file_is_said_to_be_broken(suffix: str, content: bytes, tmp_path: Path) -> None:
    original = tmp_path / f"名单{suffix}"
    original.write_bytes(content)
    with pytest.raises(CannotMaskError, match="请用"):
        mask_file(original, tmp_path / f"公示{FORMATS[suffix].suffixes[0]}", Rules())
    assert [path.name for path in tmp_path.iterdir()] == [original.name]


@pytest.mark.parametrize("broken", ["<w:document", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "", "<a/>"])
def test_a_word_file_with_broken_xml_is_said_to_be_broken(broken: str, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "名单.docx"))
    with_parts(tmp_path / "名单.docx", word_document=broken)
    with pytest.raises(CannotMaskError, match="请用"):
        mask_file(tmp_path / "名单.docx", tmp_path / "公示.docx", Rules())


@pytest.mark.parametrize(
    "changes",
    [
        {"<sheetData": "<sheetDat"},
        {'r="1"': 'r="-3"', 'r="A1"': 'r="A-3"'},
        {'state="visible"': 'state="hidden"'},
    ],
    ids=["not well-formed", "a row below zero", "no visible sheet"],
)
def test_a_spreadsheet_with_broken_xml_is_said_to_be_broken(changes: dict[str, str], tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "名单"
    book.save(tmp_path / "名单.xlsx")
    changed = parts(tmp_path / "名单.xlsx")
    for old, new in changes.items():
        changed = {name: text.replace(old, new) for name, text in changed.items()}
    with zipfile.ZipFile(tmp_path / "名单.xlsx", "w") as archive:
        for name, text in changed.items():
            archive.writestr(name, text)
    with pytest.raises(CannotMaskError, match="请用"):
        mask_file(tmp_path / "名单.xlsx", tmp_path / "公示.xlsx", Rules())


@pytest.mark.parametrize(
    ("folder", "told"), [("", "."), ("data", "data"), ("data/records/a", "data/records/a"), ("外面", "外面")]
)
def test_the_folder_within_the_repository_is_known(folder: str, told: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    assert folder_in_repository(tmp_path / folder / "名单.csv") == told


def test_a_folder_outside_of_every_repository_is_known(tmp_path: Path) -> None:
    assert folder_in_repository(tmp_path / "名单.csv") is None
