"""Text files, tables and markup."""

from __future__ import annotations

import pytest

from disclosure.documents.passage import Part, Passage
from documents.making import NUMBER, PHONE, found, texts, xml

LINES = f"一班名单\n\n测试甲 {NUMBER}\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_lines_are_read_in_every_encoding_that_schools_write(encoding: str) -> None:
    assert texts(LINES.encode(encoding), "名单.txt") == {"第1行": "一班名单", "第3行": f"测试甲 {NUMBER}"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("lost", range(1, 6))
def test_a_text_that_was_cut_within_a_character_is_read(encoding: str, lost: int) -> None:
    content = (LINES + "结尾的字").encode(encoding)[:-lost]
    assert texts(content, "a.txt")["第3行"] == f"测试甲 {NUMBER}"


def test_one_wrong_byte_does_not_hide_the_rest() -> None:
    content = ("测试" * 500).encode() + b"\xff" + f"\n甲 {NUMBER}".encode()
    assert texts(content, "a.txt")["第2行"] == f"甲 {NUMBER}"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_count_them(line_end: str) -> None:
    text = line_end.join(("甲", "", "乙\u2028丙\x0b丁", "戊"))
    assert texts(text.encode(), "a.md") == {"第1行": "甲", "第3行": "乙\u2028丙\x0b丁", "第4行": "戊"}


def test_a_table_is_read_row_by_row_with_tabs() -> None:
    content = f'姓名,电话,备注\r\n测试甲,{PHONE},"有,号\n两行"\r\n,,\r\n"测试""乙""",,\r\n'.encode("gb18030")
    assert texts(content, "名单.CSV") == {
        "第1行": "姓名\t电话\t备注",
        "第2行": f"测试甲\t{PHONE}\t有,号\n两行",
        "第5行": '测试"乙"',
    }


@pytest.mark.parametrize("separator", [",", ";", "\t", "，"])
def test_the_separator_of_a_table_is_the_one_in_its_head(separator: str) -> None:
    content = separator.join(("姓名", "电话", "证号")) + "\n" + separator.join(("测试甲", PHONE, NUMBER))
    assert texts(content.encode(), "a.csv")["第2行"] == f"测试甲\t{PHONE}\t{NUMBER}"


def test_a_quote_that_never_closes_does_not_hide_a_long_table() -> None:
    content = '姓名,电话\n"测试甲,1\n' + f"测试乙,{PHONE}\n" * 20_000
    result = texts(content.encode(), "a.csv")
    assert result["第1行"] == "姓名\t电话"
    assert result["第20002行"] == f"测试乙,{PHONE}"


def test_folded_lines_of_a_calendar_are_whole() -> None:
    content = f"BEGIN:VEVENT\r\nSUMMARY:电话{PHONE[:4]}\r\n {PHONE[4:]}\r\nEND:VEVENT\r\n"
    assert texts(content.encode(), "a.ics") == {
        "第1行": "BEGIN:VEVENT",
        "第2行": f"SUMMARY:电话{PHONE}",
        "第4行": "END:VEVENT",
    }


PAGE = f"""<!DOCTYPE html><html><head><title>名单</title><meta name="description" content="概述"><style>p {{}}</style></head>
<body>开头<div>证号<b>{NUMBER[:6]}</b>{NUMBER[6:]}
   &#x4E00;<p>段<br>落</div><!-- 注 {PHONE} -->
<table><tr><th>姓名<th>电话<tr><td><p>测试甲</p><td>{PHONE}</table>
<img src="a.png" alt="照片" class="x" data-who="测试丙"><a href="tel:{PHONE}">打</a><script>var list = ["测试乙"]</script>"""


@pytest.mark.parametrize("name", ["a.html", "a.doc", "a.xls"])
def test_a_web_page_is_read_by_its_blocks_whatever_it_is_called(name: str) -> None:
    result = [passage.text for passage in found(PAGE.encode(), name)]
    assert result == [
        "名单", "概述", "开头", f"证号{NUMBER} 一", "段\n落", f"注 {PHONE}", "姓名\t电话", f"测试甲\t{PHONE}", "a.png", "照片", "测试丙", f"tel:{PHONE}", "打",
        'var list = ["测试乙"]',
    ]  # fmt: skip


def test_xml_of_any_kind_is_read_by_its_elements() -> None:
    content = xml("名单", f"<学生 电话='{PHONE}'><姓名>测试甲</姓名><证号>{NUMBER}</证号></学生>").encode()
    assert texts(content, "a.xml") == {"「学生」": PHONE, "「姓名」": "测试甲", "「证号」": NUMBER}


def test_xml_that_is_not_well_formed_is_read_as_lines() -> None:
    assert Passage("第2行", f"<b>{NUMBER}</a>") in found(f"<?xml version='1.0'?>\n<b>{NUMBER}</a>".encode(), "a.xml")


def test_xml_in_a_chinese_encoding_is_read() -> None:
    content = "<?xml version='1.0' encoding='GB2312'?><a><b>测试甲</b></a>".encode("gb2312")
    assert texts(content, "a.xml") == {"「b」": "测试甲"}


@pytest.mark.parametrize("text", ["BM,姓名\n甲,乙", "ID3 是什么", "GIF87", "OTTO"])
def test_text_that_begins_like_another_kind_of_file_is_not_passed_over(text: str) -> None:
    assert [p for p in found(text.encode(), "a.csv") if p.part is Part.TEXT or p.part is Part.UNREAD] != []


def test_characters_that_json_writes_as_numbers_are_read() -> None:
    content = rb'{"a": "\u6d4b\u8bd5\ud83d\ude00", "b": "\ud83d"}'
    assert texts(content, "a.json") == {"第1行": '{"a": "测试😀", "b": "\ufffd"}'}
