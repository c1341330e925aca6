"""csv files: byte for byte, and nothing in them is computed."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from disclosure.domain.table import Cell, Holds, Light, Value
from disclosure.publishing.comma_values import csv_bytes
from office import UTF_8_COMMAS, converted
from tables import EVERYTHING, table_of

GOLDEN = (
    "\ufeff"
    '"编号","内容 <要点>","办理 日期","办理 次数","办理 金额（元）","结果 比例","结果 状态"\r\n'
    '"甲-1","食堂 <伙食费>","2026-03-12",1234,58000,"12.5%","已公开"\r\n'
    '"甲-2","招标、中标","长期",-5,-0.5483,"50%（黄）","逾期"\r\n'
    '"","第一行 第二行","2026-01-02",0,"","100%","黄"\r\n'
)


def test_a_table_with_everything_is_as_it_was() -> None:
    assert csv_bytes(EVERYTHING).decode() == GOLDEN


def values_of(*values: Value | Cell, holds: Holds = Holds.TEXT) -> list[str]:
    text = csv_bytes(table_of(*values, holds=holds)).decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]


INERT = {
    "=1+1": "'=1+1",
    "+1+1": "'+1+1",
    "-1+1": "'-1+1",
    "@SUM(1)": "'@SUM(1)",
    "\t=1+1": "'=1+1",
    "\r=1+1": "'=1+1",
    "\n=1+1": "'=1+1",
    "  =1+1": "'=1+1",
    "\x00=1+1": "'=1+1",
    "\ufeff=1+1": "'=1+1",
    "\u3000=1+1": "'=1+1",
    "＝1+1": "'＝1+1",
    "＋1": "'＋1",
    "－1": "'－1",
    "＠SUM(1)": "'＠SUM(1)",
    "=cmd|' /C calc'!A0": "'=cmd|' /C calc'!A0",
    "-5": "'-5",
}


@pytest.mark.parametrize(("text", "written"), INERT.items())
def test_no_text_is_a_formula(text: str, written: str) -> None:
    assert values_of(text) == [written]


@pytest.mark.parametrize("text", ["1=1", "a+b", "2026-0001", "甲=乙", "'", "007"])
def test_other_texts_are_as_they_are(text: str) -> None:
    assert values_of(text) == [text]


def test_a_separator_inside_a_text_makes_no_new_cell_for_those_who_split_at_it() -> None:
    line = csv_bytes(table_of("a;=1+1")).decode().splitlines()[1]
    assert line == '"a;=1+1"'


@pytest.mark.parametrize(
    ("value", "holds", "written"),
    [
        (-5, Holds.COUNT, "-5"),
        (Decimal("-12.50"), Holds.YUAN, "-12.50"),
        (Decimal("1E+3"), Holds.YUAN, "1000"),
        (Decimal("0.0000001"), Holds.YUAN, "0.0000001"),
        (Decimal("0.125"), Holds.PERCENT, "12.5%"),
        (date(2026, 1, 2), Holds.DATE, "2026-01-02"),
        ("一\r\n二\n\n三\t四", Holds.TEXT, "一 二 三 四"),
        ('他说"好"，走了', Holds.TEXT, '他说"好"，走了'),
        (None, Holds.TEXT, ""),
        (Cell(value=3, light=Light.RED), Holds.COUNT, "3（红）"),
        (Cell(light=Light.GREEN), Holds.TEXT, "绿"),
    ],
)  # fmt: skip
def test_values_are_written_for_machines(value: Value | Cell, holds: Holds, written: str) -> None:
    assert values_of(value, holds=holds) == [written]


@pytest.mark.parametrize("reading", [UTF_8_COMMAS, ""], ids=["as proposed", "as Latin"])
def test_libreoffice_computes_nothing_in_it(reading: str, tmp_path: Path) -> None:
    (tmp_path / "small.csv").write_bytes(csv_bytes(table_of(*INERT, -5, holds=Holds.COUNT)))
    book = openpyxl.load_workbook(converted(tmp_path / "small.csv", "xlsx", tmp_path, reading=reading))
    cells = [row[0] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells[:-1]} == {"s"}
    assert cells[-1].value == -5
    if reading:
        assert [cell.value for cell in cells[:-1]] == list(INERT.values())
