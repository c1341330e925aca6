"""Workbooks, read back by openpyxl and by LibreOffice: dates are dates, numbers numbers, texts texts, and it prints."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from building import environment
from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Table, Value
from disclosure.publishing.cell_texts import LONGEST_TEXT
from disclosure.publishing.sheets import MOST_LINKS, Addresses
from disclosure.publishing.workbooks import sheet_names, workbook_bytes
from office import converted
from printing_tools import pages_of, sizes_of
from tables import EVERYTHING, table_of

DAY = date(2026, 11, 23)
SITE = "https://school.example/xwgk/"
FIRST = 3
"""Row of the first value of `table_of`: below title and header."""


def opened(*tables: Table, site_url: str = SITE) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook_bytes(tables, day=DAY, site_url=site_url)))


def sheet_of(table: Table, site_url: str = SITE) -> Worksheet:
    return opened(table, site_url=site_url).worksheets[0]


def day_or(value: object) -> object:
    """What openpyxl reads as a moment is a day."""
    return value.date() if isinstance(value, datetime) else value


def test_every_kind_of_value_is_what_it_is() -> None:
    rows = [[day_or(cell.value) for cell in row] for row in sheet_of(EVERYTHING)["A5:G7"]]
    assert rows == [
        ["甲-1", "食堂 <伙食费>", date(2026, 3, 12), 1234, 58000, 0.125, "已公开"],
        ["甲-2", "招标、中标", "长期", -5, -0.5483, 0.5, "逾期"],
        [None, "第一行\n第二行", date(2026, 1, 2), 0, None, 1, "黄"],
    ]


def test_numbers_and_dates_are_written_as_people_expect() -> None:
    formats = [cell.number_format for cell in sheet_of(EVERYTHING)["A5:G5"][0]]
    assert formats == ["General", "General", "yyyy-mm-dd", "#,##0", "#,##0.00", "0.0%", "General"]
    assert sheet_of(EVERYTHING)["F6"].number_format == '0.0%"（黄）"', "a colour is told in words beside a number"


def test_half_a_point_is_not_shown_as_a_whole_one() -> None:
    sheet = sheet_of(table_of(Decimal("15.5"), Decimal("15"), 15, holds=Holds.COUNT))
    assert [sheet[f"A{FIRST + line}"].number_format for line in range(3)] == ["#,##0.0#", "#,##0", "#,##0"]


def test_title_header_and_notes_stand_in_their_rows() -> None:
    sheet = sheet_of(EVERYTHING)
    assert (sheet["A1"].value, sheet["A2"].value) == (EVERYTHING.title, EVERYTHING.about)
    assert [cell.value for cell in sheet["A3:G3"][0]] == [None, None, "办理", None, None, "结果", None]
    assert [cell.value for cell in sheet["A4:G4"][0]] == [one.label for one in EVERYTHING.headings]
    assert (sheet["A9"].value, sheet["A10"].value) == EVERYTHING.notes
    assert {str(one) for one in sheet.merged_cells.ranges} >= {"C3:E3", "F3:G3", "A1:G1", "A9:G9"}


def test_the_header_stays_and_filters() -> None:
    sheet = sheet_of(EVERYTHING)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:G7")


@pytest.mark.parametrize(("width", "paper"), [(20, 9), (60, 8)], ids=["A4", "A3"])
def test_it_prints_across_one_sheet_wide_with_the_header_on_each(width: int, paper: int) -> None:
    sheet = sheet_of(replace(EVERYTHING, headings=tuple(replace(one, width=width) for one in EVERYTHING.headings)))
    setup = sheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth or 1, setup.fitToHeight) == ("landscape", paper, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$4"
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("&A", "第 &P 页，共 &N 页")


def test_columns_are_as_wide_as_said_and_rows_as_high_as_needed() -> None:
    sheet = sheet_of(replace(table_of("字" * 60, "短"), headings=(Heading(id="a", label="值", width=40),)))
    assert sheet.column_dimensions["A"].width == pytest.approx(40, abs=1)
    assert sheet.row_dimensions[FIRST].height > 40
    assert sheet.row_dimensions[FIRST + 1].height is None
    assert sheet[f"A{FIRST}"].alignment.wrap_text


def test_cells_lead_to_pages_of_the_site() -> None:
    sheet = sheet_of(EVERYTHING)
    links = {name: sheet[name].hyperlink for name in ("B5", "B6", "C7", "D6", "G6")}
    found = {name: (one.target, one.location) for name, one in links.items() if one}
    assert found == {
        "B5": (f"{SITE}r/2026-0001/", None),
        "B6": (f"{SITE}r/2026-0002/", None),
        "C7": (f"{SITE}r/2026-0005/", None),
        "D6": (f"{SITE}registers/opinions/2026/", "YJ-1"),
        "G6": (f"{SITE}r/2026-0004/", None),
    }
    assert sheet["D6"].value == -5


def test_without_the_address_of_a_site_nothing_is_a_link() -> None:
    sheet = sheet_of(EVERYTHING, site_url="")
    assert all(cell.hyperlink is None for row in sheet for cell in row)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=HYPERLINK(\"https://evil.example\")", "+1", "-1", "@SUM(A1)", "{=1}", "https://a.example", "mailto:a@b.example",
     "internal:Sheet1!A1", "007", "1e5", "TRUE", "2026-01-01"],
)  # fmt: skip
def test_a_text_stays_a_text(text: str) -> None:
    cell = sheet_of(table_of(text))[f"A{FIRST}"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    linked = sheet_of(table_of(Cell(value=text, places=(Place(url="r/1/"),))))[f"A{FIRST}"]
    assert (linked.value, linked.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("甲\x00\x08乙\ud800", "甲乙"),
        (date(1899, 5, 1), "1899-05-01"),
        (Decimal("1E+2"), 100),
        (Cell(places=(Place(url="r/1/", text="看"),)), "看"),
        (Cell(places=(Place(url="r/1/"),)), "查看"),
        (Cell(value=0, light=Light.RED), 0),
    ],
)  # fmt: skip
def test_unusual_values(value: Value | Cell, expected: object) -> None:
    assert sheet_of(table_of(value))[f"A{FIRST}"].value == expected


@pytest.mark.parametrize("sign", ["字", "😀"])
def test_a_text_that_is_too_long_is_cut_with_a_mark(sign: str) -> None:
    told = sheet_of(table_of(sign * 40_000))[f"A{FIRST}"].value
    assert isinstance(told, str)
    assert told.startswith(sign * 10_000)
    assert told.endswith("……（太长，没有写完）")
    assert len(told.encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_more_links_than_excel_takes_are_plain() -> None:
    addresses, cell = Addresses(SITE), Cell(value="甲", places=(Place(url="r/1/"),))
    assert [addresses.of(cell) for _ in range(MOST_LINKS + 2)][-3:] == [f"{SITE}r/1/", "", ""]


def test_an_address_that_is_too_long_is_no_link() -> None:
    sheet = sheet_of(table_of(Cell(value="甲", places=(Place(url="r/" + "a" * 2100 + "/"),))))
    assert (sheet[f"A{FIRST}"].value, sheet[f"A{FIRST}"].hyperlink) == ("甲", None)


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["意见登记册"], ["意见登记册"]),
        (["一/二:三*四?五[六]七\\八"], ["一 二 三 四 五 六 七 八"]),
        (["字" * 40], ["字" * 31]),
        (["甲", "甲", "甲"], ["甲", "甲（2）", "甲（3）"]),
        (["Abc", "aBC"], ["Abc", "aBC（2）"]),
        (["字" * 40, "字" * 40], ["字" * 31, "字" * 28 + "（2）"]),
        (["😀" * 20], ["😀" * 15]),
        (["", "  ", "''"], ["表", "表（2）", "表（3）"]),
        (["History"], ["History（2）"]),
    ],
)
def test_names_of_sheets_are_those_that_excel_takes(titles: list[str], names: list[str]) -> None:
    assert sheet_names(titles) == names
    assert opened(*(table_of(1, title=title) for title in titles)).sheetnames == names


def test_there_is_a_sheet_for_each_table_even_without_rows() -> None:
    book = opened(EVERYTHING, table_of())
    assert book.sheetnames == ["什么都有的表", "小表"]
    assert book.worksheets[1]["A2"].value == "值"
    with pytest.raises(ValueError, match="at least one"):
        workbook_bytes([], day=DAY)


def test_it_was_made_on_the_day() -> None:
    assert day_or(opened(EVERYTHING).properties.created) == DAY


SCRIPT = """import sys; from datetime import date; from hashlib import sha256
from disclosure.publishing.workbooks import workbook_bytes; from tables import EVERYTHING
print(sha256(workbook_bytes([EVERYTHING], day=date(2026, 11, 23), site_url="https://school.example/xwgk/")).hexdigest())"""


def test_the_same_table_gives_the_same_bytes_in_every_process() -> None:
    digests = set()
    for seed in ("1", "2"):
        given = environment(PYTHONHASHSEED=seed, PYTHONPATH=str(Path(__file__).parents[1]), TZ="Asia/Shanghai")
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=given, capture_output=True, text=True, check=True)
        digests.add(done.stdout)
    assert len(digests) == 1


def test_libreoffice_prints_it_with_its_header_on_every_sheet(tmp_path: Path) -> None:
    table = replace(EVERYTHING, rows=EVERYTHING.rows * 30)
    (tmp_path / "book.xlsx").write_bytes(workbook_bytes([table], day=DAY, site_url=SITE))
    pdf = converted(tmp_path / "book.xlsx", "pdf", tmp_path)
    pages = pages_of(pdf)
    assert sizes_of(pdf) == {(297, 210)}
    assert len(pages) > 1
    assert all("金额" in page and "2026-03-12" in page and f"共 {len(pages)} 页" in page for page in pages)
    assert EVERYTHING.title in pages[0]


def test_libreoffice_computes_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_bytes(workbook_bytes([table_of("=1+1", "+2", "@SUM(1)")], day=DAY))
    csv = converted(tmp_path / "book.xlsx", "csv", tmp_path)
    assert [line.strip('"') for line in csv.read_text().splitlines()[2:]] == ["=1+1", "+2", "@SUM(1)"]


def test_a_column_of_amounts_adds_up_in_a_spreadsheet() -> None:
    sheet = sheet_of(table_of(Decimal("0.10"), Decimal("0.20"), holds=Holds.YUAN))
    assert sum(sheet[f"A{row}"].value for row in (FIRST, FIRST + 1)) == pytest.approx(0.3)
