"""The keys of data/annual-report.yml (requirements A9): the one table that reading and the reference share."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from disclosure.domain.annual_report import TABLES
from disclosure.domain.record import StatedFigures
from disclosure.domain.report_figures import COUNTED, DECLARED, FigureName
from disclosure.domain.year import Year, year_named
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Node, Unreadable

_DECIMAL = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,4})?)\s*[%天]?")
_WHOLE = re.compile(r"([0-9]{1,12})\s*[条件项次个天人]?")


def whole_number(node: Node) -> int:
    """A whole number from 0, with or without a unit: `0`, `12件`."""
    written = values.text(node).replace(",", "").replace("，", "")
    match = _WHOLE.fullmatch(written)
    if not match:
        raise Unreadable(f"「{values.text(node)}」不是整数", line=node.line, example="0")
    return int(match[1])


def money(node: Node) -> Decimal:
    """Yuan; nought may stand without its unit."""
    return Decimal(0) if values.text(node) == "0" else values.amount(node)


def year(node: Node) -> Year:
    """`2026`, `2025-2026学年`."""
    found = year_named(values.text(node))
    if found is None:
        raise Unreadable(f"「{values.text(node)}」不是年度", line=node.line, example="2026，或者 2025-2026学年")
    return found


def _number(node: Node) -> Decimal:
    """A number that may have decimals: `4.5`, `98.2%`, `3天`."""
    written = values.text(node).replace("％", "%")
    match = _DECIMAL.fullmatch(written)
    if not match:
        raise Unreadable(f"「{written}」不是数字", line=node.line, example="4.5")
    return Decimal(match[1])


def _stated(name: FigureName) -> Key:
    if name.unit == "元":
        read = money
    elif name.unit in ("%", "天"):
        read = _number
    else:
        read = _whole
    example = {"%": "98.2%", "天": "4.5天", "元": "0元"}.get(name.unit, "52")
    return Key(name.id, name.label, lambda node: (read(node), node.line), example, name.about)


def _whole(node: Node) -> Decimal:
    return Decimal(whole_number(node))


def stated_figures(found: dict[str, Any], line: int) -> StatedFigures:
    """What the front matter of an annual report's record states. Raises Unreadable where it is not said of which days."""
    given: Year | None = found.get("year")
    start, end = (given.start, given.end) if given else (found.get("start"), found.get("end"))
    if not start or not end or end < start:
        raise Unreadable("年报没有写是哪一年的", line=line, example="{年度: 2025-2026, 公开总数: 52}")
    stated = [(name.id, found[name.id]) for name in (*COUNTED, *DECLARED) if found.get(name.id)]
    return StatedFigures(
        start=start, end=end, edition=found.get("edition") or "",
        values=tuple((id, value) for id, (value, _) in stated), lines=tuple((id, at) for id, (_, at) in stated),
    )  # fmt: skip


def _tables(node: Node) -> tuple[str, ...]:
    written = values.words(node)
    for one in written:
        if one not in TABLES and one not in TABLES.values():
            raise Unreadable(f"没有附表「{one}」", line=node.line, advice=f"可选：{'、'.join(TABLES)}")
    return tuple(TABLES.get(one, one) for one in written)


def _declared(name: FigureName) -> Key:
    if name.unit == "元":
        return Key(name.id, name.label, money, "0元", name.about)
    return Key(name.id, name.label, whole_number, "0", name.about)


STATED = Form("年报", (
    Key("year", "年度", year, "2025-2026", "哪一年或哪一学年的报告。"),
    Key("start", "开始", values.day, "2026-01-01", "不是整年的，写开始和结束。"),
    Key("end", "结束", values.day, "2026-06-30", "统计的最后一天。"),
    Key("edition", "版本", values.text, "internal", "与哪一版的名单核对，默认是能看到这条记录的社会版。"),
    *(_stated(name) for name in (*COUNTED, *DECLARED)),
))  # fmt: skip
LINE = Form("句子", (
    Key("text", "文字", values.text, "公开 {公开总数} 条。", "一句话，花括号里写数字的名称。", required=True),
    Key("when", "有", values.text, "公开总数", "这个数字不是 0 才写这一句。"),
    Key("otherwise", "否则", values.text, "没有公开。", "是 0 时改写这一句。"),
))  # fmt: skip
CHAPTER = Form("章节", (
    Key("id", "标识", values.text, "overview", "章节的标识：overview、disclosure、requests、fees、disputes、problems、notes，或自己起一个。", required=True),
    Key("title", "名称", values.text, "概述", "章节的标题，也是 data/reports 里的 ## 标题。"),
    Part("lines", "句子", LINE, lambda found, line: found | {"line": line}, '["公开 {公开总数} 条。"]', "取代原有的句子。", many=True, shorthand="text"),
    Key("tables", "附表", _tables, "[栏目, 月份]", "取代原有的附表，可选：" + "、".join(TABLES) + "。"),
    Key("with", "并入", values.words, "[fees, disputes]", "把这些章节的句子和附表并到本章。"),
))  # fmt: skip
LAYOUT = Form("版式", (
    Key("id", "标识", values.text, "five", "版式的标识。", required=True),
    Key("name", "名称", values.text, "五段", "版式的名称。", required=True),
    Part("chapters", "章节", CHAPTER, lambda found, line: found | {"line": line}, "[overview, disclosure]", "有哪些章节。", required=True, many=True, shorthand="id"),
))  # fmt: skip
PRESET = Form("年度报告的预设", (
    Part("chapters", "章节", CHAPTER, lambda found, line: found | {"line": line}, "[…]", "全部章节。", required=True, many=True),
    Part("layouts", "版式", LAYOUT, lambda found, _: found, "[…]", "全部版式。", required=True, many=True),
))  # fmt: skip
YEAR = Form("年度数据", (
    Key("year", "年度", year, "2026", "哪一年或哪一学年。", required=True),
    *(_declared(name) for name in DECLARED),
))  # fmt: skip
REPORT = Form("年度报告", (
    Key("layout", "版式", values.text, "七段", "七段或五段。默认七段。"),
    Part("chapters", "章节", CHAPTER, lambda found, line: found | {"line": line}, "[overview, {标识: own, 名称: 特色工作}]", "有哪些章节，按这个次序；只写标识的，名称、句子和附表不变。", many=True, shorthand="id"),
    Key("compiler", "编制人", values.text, "办公室", "报告由谁编制，写部门或职务。"),
    Key("phone", "联系电话", values.text, "0000-5550101", "有疑问打哪个电话，默认用办公电话。"),
    Part("years", "年度数据", YEAR, lambda found, line: found | {"line": line}, "[{年度: 2026, 复议: 0, 诉讼: 0}]", "只有学校自己知道的数字。没有写的，报告里不写那一句。", many=True),
))  # fmt: skip
