"""What is told from the text of a notice: title, days, number, amount, department."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.importing.cell_formats import shown
from disclosure.importing.converted import Converted
from disclosure.importing.days import day_in
from disclosure.importing.guesses import Guesses, guess
from disclosure.importing.names import safe_name
from disclosure.importing.word_numerals import numeral


def of(body: str, stem: str = "文件") -> Guesses:
    return guess(Converted(body=body), stem=stem, school="示例学校", departments=("总务处", "教务处"))


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("# 关于秋季收费的公示\n\n正文。", "关于秋季收费的公示"),
        ("示例学校文件\n\n示校〔2026〕3号\n\n关于印发收费管理办法的通知\n\n各处室：", "关于印发收费管理办法的通知"),
        ("示例学校关于\n\n做好秋季收费工作的通知\n\n正文。", "示例学校关于做好秋季收费工作的通知"),
        ("**校车运行时刻**\n\n第一趟……", "校车运行时刻"),
        ("今天下午开会，请大家按时参加。\n\n地点另行通知。", "文件"),
    ],
)
def test_the_title(body: str, title: str) -> None:
    assert of(body).title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026年9月1日", date(2026, 9, 1)),
        ("2026-09-01", date(2026, 9, 1)),
        ("2026/9/1", date(2026, 9, 1)),
        ("2026.9.1", date(2026, 9, 1)),
        ("二〇二六年九月一日", date(2026, 9, 1)),
        ("二○二六年十二月三十一日", date(2026, 12, 31)),
        ("二零一九年十月二十日", date(2019, 10, 20)),
        ("2026年13月1日", None),
        ("2026-09/01", None),
        ("编号 12026-09-011", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("body", "formed"),
    [
        ("正文。\n\n示例学校总务处\n\n2026年9月1日", date(2026, 9, 1)),
        ("正文。\n\n示例学校　2026年9月1日", date(2026, 9, 1)),
        ("正文。\n\n总务处\\\n二〇二六年九月一日", date(2026, 9, 1)),
        ("2026年9月1日起按新的标准收费，具体办法由总务处另外说明。", None),
    ],
)
def test_the_day_under_a_notice(body: str, formed: date | None) -> None:
    assert of(body).formed == formed


@pytest.mark.parametrize(
    ("text", "begins", "expires", "span"),
    [
        ("公示时间：2026年9月1日至2026年9月7日", date(2026, 9, 1), date(2026, 9, 7), ""),
        ("公示期为2026年9月1日至9月7日。", date(2026, 9, 1), date(2026, 9, 7), ""),
        ("公示时间2026年9月1日（星期二）—7日", date(2026, 9, 1), date(2026, 9, 7), ""),
        ("公示期自2026年9月1日起至9月7日止", date(2026, 9, 1), date(2026, 9, 7), ""),
        ("公示期为5个工作日", None, None, "5个工作日"),
        ("公示时间：七天", None, None, "7天"),
        ("公示结果见附件", None, None, ""),
    ],
)
def test_the_notice_period(text: str, begins: date | None, expires: date | None, span: str) -> None:
    found = of(text)
    assert (found.begins, found.expires, found.span) == (begins, expires, span)


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("云实校〔2026〕18号\n\n关于收费的通知", "云实校〔2026〕18号"),
        ("云实校[2026]第018号\n\n关于收费的通知", "云实校〔2026〕18号"),
        ("云实校（２０２６）18号\n\n关于收费的通知", ""),
        ("云实校（2026）18号", "云实校〔2026〕18号"),
        ("根据示教〔2020〕3号文件的要求，现将收费公示如下。", ""),
    ],
)
def test_its_own_number_and_no_other(body: str, number: str) -> None:
    assert of(body).document_number == number


@pytest.mark.parametrize(
    ("body", "amount"),
    [
        ("成交金额：人民币 58,600.00元", "58600元"),
        ("中标价为5.86万元，工期30天。", "5.86万元"),
        ("预算金额（元）：120000", "120000元"),
        ("合同总价：￥1,200", "1200元"),
        ("| 项目 | 金额（元） |\n| --- | --- |\n| 甲 | 10 |\n| 合计 | 12,300 |", "12300元"),
        ("| 项目 | 人数 |\n| --- | --- |\n| 合计 | 12 |", ""),
        ("每餐15元。", ""),
        ("合计 12 人", ""),
    ],
)
def test_the_amount_with_its_unit(body: str, amount: str) -> None:
    assert of(body).amount == amount


@pytest.mark.parametrize(
    ("body", "department"),
    [
        ("正文。\n\n示例学校总务处\n\n2026年9月1日", "总务处"),
        ("责任部门：教务处\n\n正文。", "教务处"),
        ("正文。\n\n示例学校\n\n2026年9月1日", ""),
    ],
)
def test_the_department(body: str, department: str) -> None:
    assert of(body).department == department


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (1, "chineseCounting", "一"), (10, "japaneseCounting", "十"), (11, "chineseCountingThousand", "十一"), (20, "chineseCounting", "二十"), (101, "chineseCountingThousand", "一百零一"),
        (110, "chineseCountingThousand", "一百一十"), (12, "ideographDigital", "一二"), (3, "chineseLegalSimplified", "叁"), (10, "chineseLegalSimplified", "壹拾"), (2, "ideographTraditional", "乙"),
        (3, "ideographZodiac", "寅"), (5, "decimalEnclosedCircle", "⑤"), (21, "decimalEnclosedCircle", "㉑"), (2, "decimalEnclosedParen", "⑵"), (7, "decimalZero", "07"), (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"), (3, "decimalFullWidth", "３"), (3, "某种新格式", "3"),
    ],
)  # fmt: skip
def test_numbers_of_lists(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (0.1 + 0.2, "General", "0.3"), (1e21, "General", "1000000000000000000000"), (12.5, "0", "13"), (-5, "0;(0)", "(5)"), (0, '0;-0;"-"', "-"), (1234, "#,##0", "1,234"), (0.5, "0.0#", "0.5"), (1234567, "#,##0,", "1,235"),
        (date(2026, 9, 1), "m/d/yy", "9/1/26"), (date(2026, 9, 1), '[$-804]yyyy"年"mm"月"dd"日"', "2026年09月01日"), (date(2026, 9, 1), "aaaa", "星期二"), (3, '0"人"', "3人"), (5, r"0\.", "5."),
        (12.3, "¥#,##0.00", "¥12.30"), (True, "General", "TRUE"),
    ],
)  # fmt: skip
def test_cells_as_a_sheet_shows_them(value: object, form: str, text: str) -> None:
    assert shown(value, form)[0] == text


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd", "passwd"), (r"C:\tmp\收费表.xlsx", "收费表.xlsx"), ("~$收费.docx", "收费.docx"), (".htaccess", "htaccess"), ("con.txt", "文件con.txt"), ("a\u202egnp.exe", "agnp.exe"),
        ('收费 "表": 一?.pdf', "收费 表 一.pdf"), ("长" * 200 + ".pdf", "长" * 60 + ".pdf"), ("...", "附件"), ("", "附件"),
    ],
)  # fmt: skip
def test_names_of_files(written: str, name: str) -> None:
    assert safe_name(written) == name
