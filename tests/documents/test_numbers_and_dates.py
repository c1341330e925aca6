"""Numbers, dates and times in workbooks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import openpyxl
import pytest

from documents.making import NUMBER, PHONE, saved, xml
from documents.sheet_making import cell, row, rows_of, workbook


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (PHONE, PHONE),
        (f"{PHONE}.0", PHONE),
        ("1.0012345678E10", PHONE),
        ("1.0012345678E+10", PHONE),
        (NUMBER, NUMBER),
        ("9.90101200001010011E17", NUMBER),
        ("9.90101200001E+17", "990101200001000000"),
        ("1.50", "1.50"),
        ("-2.0", "-2"),
        ("1.5E-3", "0.0015"),
        ("1E400", "1E400"),
        ("1E1000000000", "1E1000000000"),
        ("NaN", "NaN"),
        ("E", "E"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_numbers_are_written_in_full(written: str, shown: str) -> None:
    assert rows_of(workbook(row(1, cell(written)))) == {"工作表「一班」第1行": shown}


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (date(2026, 9, 1), "yyyy-mm-dd", "2026-09-01"),
        (datetime.fromisoformat("2026-09-01 08:30"), 'yyyy"年"m"月"d"日" h:mm', "2026-09-01 08:30:00"),
        (time(8, 30), "h:mm", "08:30:00"),
        (timedelta(hours=30), "[h]:mm:ss", "1 day, 6:00:00"),
        (46266, "0", "46266"),
    ],
)
def test_dates_and_times_are_written_as_iso(value: object, number_format: str, shown: str) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet["A1"] = value
    sheet["A1"].number_format = number_format
    assert list(rows_of(saved(made)).values()) == [shown]


@pytest.mark.parametrize("number", [31, 57, 58])
def test_date_formats_of_the_chinese_excel_are_known(number: int) -> None:
    styles = xml("s:styleSheet", f'<s:cellXfs><s:xf numFmtId="0"/><s:xf numFmtId="{number}"/></s:cellXfs>')
    content = workbook(row(1, cell("46266", "A1", style=1)), styles=styles)
    assert rows_of(content) == {"工作表「一班」第1行": "2026-09-01"}


def test_days_that_are_counted_from_1904_are_read_so() -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.MAC_EPOCH
    sheet = made.active
    assert sheet is not None
    sheet["A1"] = date(2026, 9, 1)
    assert list(rows_of(saved(made)).values()) == ["2026-09-01"]


def test_a_number_that_is_no_date_stays_a_number() -> None:
    styles = xml("s:styleSheet", '<s:cellXfs><s:xf numFmtId="14"/></s:cellXfs>')
    assert rows_of(workbook(row(1, cell(PHONE, "A1")), styles=styles)) == {"工作表「一班」第1行": PHONE}
