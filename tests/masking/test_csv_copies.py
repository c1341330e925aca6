"""CSV files come out as they came in, but for what is masked."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from disclosure.domain.school import NumberMask
from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from masking.invented import ID, MOBILE, copy_of

LIST = f"示例学校名单,,,\n姓名,班级,身份证号,联系电话\n张三,1班,{ID},{MOBILE}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_stays(encoding: str, tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_bytes(LIST.encode(encoding))
    copy, _ = copy_of(original)
    assert copy.read_bytes().decode(encoding) == "示例学校名单,\n姓名,班级\n张三,1班\n"
    assert copy.read_bytes()[:3] == original.read_bytes()[:3]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiter_and_line_ends_stay(delimiter: str, end: str, tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_bytes(LIST.replace(",", delimiter).replace("\n", end).encode())
    copy, _ = copy_of(original)
    lines = ["示例学校名单" + delimiter, delimiter.join(["姓名", "班级"]), delimiter.join(["张三", "1班"])]
    assert copy.read_bytes() == (end.join(lines) + end).encode()


def test_a_file_without_anything_to_mask_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_bytes('序号,姓名,班级\r\n1,张三,"高一,1班"\r\n\r\n2,李四,"=1+1"'.replace('"=1+1"', "=1+1").encode())
    copy, tally = copy_of(original)
    assert copy.read_bytes() == original.read_bytes()
    assert [*tally.lines()] == ["没有找到要隐去的内容，请逐行核对。"]


def test_quoted_cells_with_delimiters_and_line_ends_are_one_cell(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(f'姓名,班级\n张三,"1班,\n家长{MOBILE}"\n')
    copy, _ = copy_of(original)
    assert list(csv.reader(io.StringIO(copy.read_text())))[1] == ["张三", "1班,\n家长（已隐去）"]


def test_a_number_broken_over_two_lines_of_a_cell_is_found(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(f'姓名,班级\n张三,"{ID[:8]}\n{ID[8:]}"\n')
    copy, _ = copy_of(original)
    assert copy.read_text() == "姓名,班级\n张三,（已隐去）\n"


def test_a_formula_around_a_number_keeps_its_form(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(f'姓名,班级\n张三,"=""{MOBILE}"""\n', newline="")
    copy, _ = copy_of(original)
    assert copy.read_text() == '姓名,班级\n张三,"=""（已隐去）"""\n'


def test_rows_may_be_of_different_lengths(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(f"姓名,班级,电话\n张三\n李四,2班,{MOBILE},多出来的\n")
    copy, _ = copy_of(original)
    assert copy.read_text() == "姓名,班级\n张三\n李四,2班\n"


def test_values_are_masked_where_the_school_wants_their_ends(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(LIST)
    copy, tally = copy_of(original, Rules(numbers=NumberMask.ENDS))
    assert copy.read_text().splitlines()[2] == "张三,1班,330106********1238,138****5678"
    assert [*tally.lines()] == ["隐去：身份证号（1）、联系电话（1）。"]


def test_the_summary_names_the_columns_and_how_much_was_in_them(tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_text(f"姓名,班级,身份证号,奖项\n张三{MOBILE},1班,{ID},一等奖\n李四,1班,,二等奖\n")
    _, tally = copy_of(original)
    removed, others, hidden = tally.lines()
    assert removed == "去掉的列（个人信息）：身份证号（1）。"
    assert "奖项（2）" in others and "名单列" in others
    assert hidden == "隐去：手机号码（1）。"


@pytest.mark.parametrize("content", [b"\xff\xfe\xfd\x81\x20", b"\x00\x01\x02", b"\x81"], ids=["utf-16", "nul", "gb"])
def test_what_is_no_text_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    original = tmp_path / "名单.csv"
    original.write_bytes(content)
    with pytest.raises(CannotMaskError, match="编码"):
        copy_of(original)
    assert [path.name for path in tmp_path.iterdir()] == ["名单.csv"]
