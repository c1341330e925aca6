"""Workbooks."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, office, saved, texts, unread, xml
from documents.sheet_making import cell, row, rows_of, workbook


def test_every_row_is_a_passage_with_its_cells_in_their_columns() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "一班"
    sheet["A1"], sheet["B1"], sheet["D1"] = "姓名", "电话", "备注"
    sheet["B3"], sheet["C3"], sheet["D3"] = int(PHONE), date(2026, 9, 1), ""
    sheet["C7"] = True
    assert rows_of(saved(made)) == {
        "工作表「一班」第1行": "姓名\t电话\t\t备注",
        "工作表「一班」第3行": f"\t{PHONE}\t2026-09-01",
        "工作表「一班」第7行": "\t\tTRUE",
    }


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_hidden_sheets_are_read_and_named_so(state: str) -> None:
    made = openpyxl.Workbook()
    made.create_sheet("底稿").append([NUMBER])
    made["底稿"].sheet_state = state
    assert rows_of(saved(made)) == {"隐藏工作表「底稿」第1行": NUMBER}


def test_comments_headers_rules_links_and_defined_names_are_read() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "一班"
    sheet["B3"] = 1
    sheet["B3"].comment = Comment("批语", "测试甲")
    sheet["B4"].hyperlink = f"https://school.example/{PHONE}"
    sheet.oddHeader.center.text = "页眉字"
    rule = DataValidation(type="list", formula1='"测试乙,测试丙"', prompt="选一个人")
    rule.add("C1")
    sheet.add_data_validation(rule)
    made.defined_names["名单"] = openpyxl.workbook.defined_name.DefinedName("名单", attr_text=f'"{NUMBER}"')
    result = {p.place: p.text for p in found(saved(made))}
    assert result["工作表「一班」批注B3第1段"] == "批语"
    assert result["工作表「一班」页眉"] == "&C页眉字"
    assert result["工作表「一班」数据验证"] == '"测试乙,测试丙"'
    assert result["工作表「一班」提示"] == "选一个人"
    assert result["工作簿名称定义"] == f'"{NUMBER}"'
    assert result["链接地址"] == f"https://school.example/{PHONE}"
    assert Passage("文中注明的作者", "测试甲", Part.AUTHOR) in found(saved(made))


def test_a_formula_counts_as_its_value_and_stands_for_itself_where_there_is_none() -> None:
    known = '<s:c r="A1" t="str"><s:f>A2&amp;A3</s:f><s:v>结果</s:v></s:c>'
    unknown = f'<s:c r="B1"><s:f>"{NUMBER}"</s:f></s:c>'
    assert texts(workbook(row(1, known, unknown, cell("3", "C1")))) == {
        "工作簿名称": "一班",
        "工作表「一班」B1公式": f'="{NUMBER}"',
        "工作表「一班」第1行": "结果\t\t3",
    }


def test_shared_texts_are_joined_from_runs_without_readings() -> None:
    shared = xml("s:sst", f"<s:si><s:r><s:t>{NUMBER[:9]}</s:t></s:r><s:r><s:t>{NUMBER[9:]}</s:t></s:r><s:rPh><s:t>ピンイン</s:t></s:rPh></s:si><s:si/>")  # fmt: skip
    inline = "<s:c r='C1' t='inlineStr'><s:is><s:r><s:t>甲</s:t></s:r><s:r><s:t>乙</s:t></s:r></s:is></s:c>"
    content = workbook(row(1, cell("0", "A1", "s"), cell("1", "B1", "s"), inline), sharedStrings=shared)
    assert rows_of(content) == {"工作表「一班」第1行": f"{NUMBER}\t\t甲乙"}


def test_cells_and_rows_without_references_follow_each_other() -> None:
    content = workbook(f"<s:row>{cell('甲', kind='str')}{cell('乙', kind='str')}</s:row><s:row>{cell('1')}</s:row>")
    assert rows_of(content) == {"工作表「一班」第1行": "甲\t乙", "工作表「一班」第2行": "1"}


def test_rows_out_of_order_and_odd_formats_hide_nothing() -> None:
    styles = xml(
        "s:styleSheet",
        '<s:fonts count="x"><s:font><s:sz val="large"/></s:font></s:fonts><s:cellXfs><s:xf numFmtId="y"/></s:cellXfs>',
    )
    content = workbook(row(7, cell("甲", "A7", "str")) + row(2, cell(NUMBER, "B2"), cell(PHONE, "A2")), styles=styles)
    assert rows_of(content) == {"工作表「一班」第7行": "甲", "工作表「一班」第2行": f"\t{NUMBER}\t{PHONE}"}


def test_what_a_pivot_table_remembers_of_a_deleted_sheet_is_read() -> None:
    cache = xml(
        "s:pivotCacheDefinition", f'<s:sharedItems><s:s v="测试甲"/><s:s v="测试乙"/><s:n v="{PHONE}"/></s:sharedItems>'
    )
    records = xml("s:pivotCacheRecords", f'<s:r><s:x v="0"/><s:s v="{NUMBER}"/></s:r>')
    content = workbook("", **{"pivotCache/pivotCacheDefinition1": cache, "pivotCache/pivotCacheRecords1": records})
    assert Passage("数据透视缓存第1行", f"测试甲\t测试乙\t{PHONE}") in found(content)
    assert Passage("数据透视缓存第1行", NUMBER) in found(content)


def test_what_is_remembered_of_another_workbook_is_read() -> None:
    link = xml("s:externalLink", f"<s:sheetDataSet><s:sheetData><s:row><s:cell><s:v>测试甲</s:v></s:cell><s:cell><s:v>{NUMBER}</s:v></s:cell></s:row></s:sheetData></s:sheetDataSet>")  # fmt: skip
    result = texts(workbook("", **{"externalLinks/externalLink1": link}))
    assert result["外部链接缓存表格1第1行"] == f"测试甲\t{NUMBER}"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (row(1_048_577, cell("1")), "工作表「一班」：工作表的行数不可能这么多，后面的没有看"),
        (row(1, cell("1", "ZZZ1")), "工作表「一班」：工作表的一行太长，后面的没有看"),
        (row(1, cell("1") * 16_390), "工作表「一班」：工作表的一行太长，后面的没有看"),
    ],
)
def test_a_sheet_that_no_program_could_make_is_left(rows: str, reason: str) -> None:
    content = workbook(row(1, cell("前", kind="str")) + rows)
    assert unread(content) == [reason]
    assert Passage("工作表「一班」第1行", "前") in found(content)


def test_the_binary_workbook_format_is_not_taken_for_an_empty_one() -> None:
    assert any("xlsb" in reason for reason in unread(office({"xl/workbook.bin": b"\x83\x01\x00"})))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**15), 10**15),
    st.text(st.characters(blacklist_categories=["Cc", "Cs", "Co", "Cn"]), max_size=8).map(
        lambda text: text.strip(" =")
    ),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=5), max_size=5))
def test_cells_are_read_as_openpyxl_reads_them(rows: list[list[object]]) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for values in rows:
        sheet.append(values)
    content = saved(made)
    again = openpyxl.load_workbook(BytesIO(content), data_only=True).active
    assert again is not None
    expected = ["\t".join(map(shown, values)).rstrip() for values in again.iter_rows(values_only=True)]
    assert list(rows_of(content).values()) == [line for line in expected if line]


def shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value).upper() if isinstance(value, bool) else str(value)
