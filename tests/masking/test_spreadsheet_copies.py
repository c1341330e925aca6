"""xlsx: what a reader sees of visible sheets comes out masked; the rest stays behind and is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture

from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.refusal import StillThereError
from disclosure.masking.rules import Rules
from masking.invented import ID, MOBILE, OTHER_ID, OTHER_MOBILE, copy_of

Fill = Callable[[Worksheet], None]


def book_copy(fill: Fill, tmp_path: Path, rules: Rules | None = None) -> tuple[Workbook, str]:
    """Fill a sheet, mask the file; the copy, and the summary."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet)
    book.save(tmp_path / "名单.xlsx")
    copy, tally = copy_of(tmp_path / "名单.xlsx", rules)
    return load_workbook(copy), "\n".join(tally.lines())


def rows(book: Workbook, number: int = 0) -> list[tuple[object, ...]]:
    return [*book.worksheets[number].iter_rows(values_only=True)]


def fill_list(sheet: Worksheet) -> None:
    sheet.append(["某校资助名单", None, None, None, None])
    sheet.merge_cells("A1:E1")
    sheet.append(["学号", "姓名", "班级", "身份证号", "手机"])
    sheet.append([20260312, "张三", "高一（1）班", ID, int(MOBILE)])
    sheet.append([20260313, "李四", "高一（2）班", OTHER_ID, int(OTHER_MOBILE)])


def test_columns_are_left_out_and_the_title_stays_above_the_others(tmp_path: Path) -> None:
    book, told = book_copy(fill_list, tmp_path)
    assert rows(book) == [("某校资助名单", None), ("姓名", "班级"), ("张三", "高一（1）班"), ("李四", "高一（2）班")]
    assert [str(one) for one in book.worksheets[0].merged_cells.ranges] == ["A1:B1"]
    assert told == "去掉的列（个人信息）：学号（2）、身份证号（2）、手机（2）。"


def test_numbers_stored_as_numbers_are_masked_as_well(tmp_path: Path) -> None:
    book, _ = book_copy(fill_list, tmp_path, Rules(numbers=NumberMask.ENDS, names=NameMask.FIRST))
    assert rows(book)[2] == ("2******2", "张**", "高一（1）班", "330106********1238", "138****5678")


def test_values_formats_and_sizes_of_the_other_cells_stay(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        fill_list(sheet)
        sheet["B3"].font = Font(bold=True)
        sheet["C3"] = date(2026, 9, 1)
        sheet["C4"] = 0.25
        sheet["C4"].number_format = "0%"
        sheet.column_dimensions["B"].width = 33
        sheet.row_dimensions[3].height = 44

    book, _ = book_copy(fill, tmp_path)
    sheet = book.worksheets[0]
    assert sheet["A3"].font.bold and not sheet["A4"].font.bold
    assert (str(sheet["B3"].value), sheet["B4"].value, sheet["B4"].number_format) == ("2026-09-01 00:00:00", 0.25, "0%")
    assert (sheet.column_dimensions["A"].width, sheet.row_dimensions[3].height) == (33, 44)


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"].value = "甲"
        sheet["A1"]._value, sheet["A1"].data_type = f"=1+{MOBILE}", "s"
        sheet["A2"].value = "乙"
        sheet["A2"]._value, sheet["A2"].data_type = "=1+1", "s"

    book, _ = book_copy(fill, tmp_path)
    assert [(cell.value, cell.data_type) for cell in book.worksheets[0]["A"]] == [("=1+（已隐去）", "s"), ("=1+1", "s")]


def test_formulas_become_their_results(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"], sheet["B1"], sheet["A2"] = f'=LEFT("{MOBILE}",3)', 7, "=1+1"
    book.save(tmp_path / "名单.xlsx")
    with_results(tmp_path / "名单.xlsx", {"A1": MOBILE})
    copy, tally = copy_of(tmp_path / "名单.xlsx")
    assert rows(load_workbook(copy)) == [("（已隐去）", 7)]
    told = "\n".join(tally.lines())
    assert "公式（换成了结果） 1 处" in told and "没有存下结果" in told


def with_results(path: Path, results: dict[str, str]) -> None:
    """Write results of formulas into a file, as Excel does when it saves."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for place, result in results.items():
        start = sheet.index(f'<c r="{place}"')
        end = sheet.index("</c>", start)
        cell = sheet[start:end].partition("<v")[0].replace(f'<c r="{place}"', f'<c r="{place}" t="str"')
        sheet = f"{sheet[:start]}{cell}<v>{result}</v>{sheet[end:]}"
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def test_what_is_hidden_stays_behind_and_is_told(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["姓名", "班级", "备忘"])
        sheet.append(["张三", "1班", "单亲"])
        sheet.append(["李四", "1班", "低保"])
        sheet.append(["王五", "2班", "孤儿"])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        hidden = sheet.parent.create_sheet("底表") if isinstance(sheet.parent, Workbook) else None
        assert isinstance(hidden, Worksheet)
        hidden["A1"] = ID
        hidden.sheet_state = "veryHidden"

    book, told = book_copy(fill, tmp_path)
    assert rows(book) == [("姓名", "班级"), ("张三", "1班"), ("王五", "2班")]
    assert book.sheetnames == ["Sheet"]
    assert "隐藏的列 1 处、隐藏的工作表 1 处、隐藏的行 1 处" in told


def test_a_merged_cell_whose_first_row_and_column_are_hidden_is_seen(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "某校名单"
        sheet.merge_cells("A1:C2")
        sheet["B3"], sheet["C3"], sheet["B4"], sheet["C4"] = "姓名", "班级", "张三", "1班"
        sheet.row_dimensions[1].hidden = True
        sheet.column_dimensions["A"].hidden = True

    book, _ = book_copy(fill, tmp_path)
    assert rows(book) == [("某校名单", None), ("姓名", "班级"), ("张三", "1班")]


def test_whatever_openpyxl_cannot_keep_is_told(tmp_path: Path) -> None:
    picture = BytesIO()
    Picture.new("RGB", (4, 4)).save(picture, "PNG")

    def fill(sheet: Worksheet) -> None:
        fill_list(sheet)
        sheet["B3"].comment = Comment(f"父亲电话{OTHER_MOBILE}", "王老师")
        sheet["C3"].hyperlink = f"tel:{OTHER_MOBILE}"
        sheet.add_image(Image(picture), "H2")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=5, min_row=3, max_row=4))
        sheet.add_chart(chart, "H8")
        choice = DataValidation(type="list", formula1=f'"{OTHER_MOBILE},乙"')
        sheet.add_data_validation(choice)
        choice.add("C3")
        sheet.auto_filter.ref = "A2:E4"

    _, told = book_copy(fill, tmp_path)
    for what in ("批注", "超链接的网址", "图片", "图表", "下拉列表和输入限制", "筛选"):
        assert f"{what} 1 处" in told, what


def test_names_of_people_and_numbers_leave_the_workbooks_own_data(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        fill_list(sheet)
        book = sheet.parent
        assert isinstance(book, Workbook)
        book.properties.creator, book.properties.lastModifiedBy = "王老师", "李老师"
        book.properties.title = book.properties.description = f"{MOBILE}的名单"
        book.defined_names["电话"] = DefinedName("电话", attr_text=f'"{MOBILE}"')
        sheet.oddHeader.center.text = f"联系 {MOBILE}"
        sheet.oddFooter.left.text = "第 &P 页"
        sheet.title = f"电话{MOBILE}"

    book, _ = book_copy(fill, tmp_path)
    sheet = book.worksheets[0]
    assert sheet.title == "电话（已隐去）"
    assert (sheet.oddHeader.center.text, sheet.oddFooter.left.text) == ("联系 （已隐去）", "第 &P 页")
    with zipfile.ZipFile(tmp_path / "公示名单.xlsx") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    for secret in ("王老师", "李老师", MOBILE, "的名单"):
        assert secret.encode() not in content


@pytest.mark.parametrize("value", [int(ID[:15] + "000"), float(ID[:15] + "000"), 6222021234567890])
def test_an_id_or_card_number_damaged_by_excel_is_masked_in_any_column(value: float, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["姓名", "班级"])
        sheet.append(["张三", value])

    book, told = book_copy(fill, tmp_path)
    assert rows(book)[1] == ("张三", "（已隐去）")
    assert "（1）" in told


def test_names_of_one_sheet_are_masked_in_the_others(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["公示：王小明同学获奖"])
        other = sheet.parent.create_sheet("名单") if isinstance(sheet.parent, Workbook) else None
        assert isinstance(other, Worksheet)
        other.append(["姓名", "班级"])
        other.append(["王小明", "1班"])

    book, _ = book_copy(fill, tmp_path, Rules(names=NameMask.ENDS))
    assert rows(book) == [("公示：王*明同学获奖",)]
    assert rows(book, 1)[1] == ("王*明", "1班")


def test_a_lone_cell_at_the_far_end_costs_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        fill_list(sheet)
        sheet["XFD1048576"] = "末"

    book, _ = book_copy(fill, tmp_path)
    assert book.worksheets[0]["A3"].value == "张三"


def test_an_empty_workbook_has_an_empty_copy(tmp_path: Path) -> None:
    book, told = book_copy(lambda sheet: None, tmp_path)
    assert rows(book) == []
    assert told == "没有找到要隐去的内容，请逐行核对。"


def test_a_number_in_a_number_format_stops_the_copy(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = 1
        sheet["A1"].number_format = f'"电话 {MOBILE}"'

    with pytest.raises(StillThereError, match=r"xl/styles.xml：手机号码"):
        book_copy(fill, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["名单.xlsx"]
