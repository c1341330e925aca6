"""The keys of data/self-assessment.yml and of the shipped indicators: the one table that reading and the reference share."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from disclosure.domain.indicators import ADDRESS, Dimension, Judgement, Limit
from disclosure.domain.table import Light
from disclosure.domain.year import Year, year_named
from disclosure.reading import values
from disclosure.reading.form import Form, Key, Part
from disclosure.reading.nodes import Node, Unreadable
from disclosure.statistics.measures import MEASURES

_ID = re.compile(r"[0-9A-Za-z]+(-[0-9A-Za-z]+)*")
_RECORD = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]*")
_LONGEST_ID = 20
_SHARE = re.compile(r"(\d{1,3})\s*%")
_COUNT = re.compile(r"(\d{1,3})\s*[个条项件次]?")


def _id(node: Node) -> str:
    written = values.text(node)
    if not _ID.fullmatch(written) or len(written) > _LONGEST_ID:
        raise Unreadable(f"「{written}」不能作指标编号（只用数字、字母和短横）", line=node.line, example="Z01")
    return written


def _limit(node: Node) -> Limit:
    written = values.text(node).replace("％", "%")
    if (match := _SHARE.fullmatch(written)) and int(match[1]) <= 100:
        return Limit(count=int(match[1]), is_share=True)
    if match := _COUNT.fullmatch(written):
        return Limit(count=int(match[1]), is_share=False)
    advice = "写百分数是做到的至少占多少，例如 95%；写个数是没做到的至多几个，例如 2个"
    raise Unreadable(f"「{values.text(node)}」不是限度", line=node.line, advice=advice)


def _measure(node: Node) -> str:
    written = values.text(node)
    if written not in MEASURES:
        near = get_close_matches(written, list(MEASURES), n=1, cutoff=0.5)
        advice = f"是不是想写「{near[0]}」？" if near else f"可选：{'、'.join(MEASURES)}"
        raise Unreadable(f"没有计算办法「{written}」", line=node.line, code="G151", advice=advice)
    return written


def _year(node: Node) -> Year:
    found = year_named(values.text(node))
    if found is None:
        raise Unreadable(f"「{values.text(node)}」不是年度", line=node.line, example="2026，或者 2025-2026学年")
    return found


def _evidence(node: Node) -> tuple[str, ...]:
    found = values.list_of(values.text)(node)
    for one in found:
        if not _RECORD.fullmatch(one) and not one.startswith(ADDRESS):
            example = "[2026-0003, https://school.example/photo.html]"
            raise Unreadable(f"「{one}」不是记录的编号，也不是网址", line=node.line, example=example)
    return found


def _judgement(found: dict[str, Any], line: int) -> Judgement:
    return Judgement(
        indicator=found["indicator"], light=found.get("light"), note=found.get("note") or "",
        evidence=found.get("evidence") or (), line=line,
    )  # fmt: skip


def _with_line(found: dict[str, Any], line: int) -> dict[str, Any]:
    return found | {"line": line}


INDICATOR = Form("指标", (
    Key("id", "编号", _id, "N01", "预设里有的是改动它，没有的是自己增加的。", required=True),
    Key("dimension", "方面", values.word_of(Dimension), "成效", "内容、程序、时间、形式、反馈或成效。"),
    Key("text", "指标", values.text, "开放日向家长介绍收支", "要做到什么。"),
    Key("points", "分值", values.count, "4", "满分多少。"),
    Key("measure", "计算", _measure, "有概述", "由程序怎样算；不写就由学校自己答。"),
    Key("green", "绿", _limit, "95%", "得满分的限度：百分数是做到的至少占多少，个数是没做到的至多几个。"),
    Key("amber", "黄", _limit, "80%", "得一半分的限度，写法同上。"),
    Key("enabled", "启用", values.yes_or_no, "否", "写 否 则不用这个指标。"),
))  # fmt: skip
JUDGEMENT = Form("自评结论", (
    Key("indicator", "指标", _id, "N04", "指标的编号。", required=True),
    Key("light", "结论", values.word_of(Light), "绿", "绿、黄或红；由程序计算的指标不写。"),
    Key("note", "说明", values.text, "监督小组抽查了 12 张票据，都对得上", "怎样做的，不写人名。"),
    Key("evidence", "证据", _evidence, "[2026-0003]", "记录的编号，或者网址。"),
))  # fmt: skip
YEAR = Form("一年的自评", (
    Key("year", "年度", _year, "2026", "年度或学年，与 统计周期 一致。", required=True),
    Part("judgements", "回答", JUDGEMENT, _judgement, "[{指标: N04, 结论: 绿, 说明: …}]", "逐条回答。", required=True, many=True),
))  # fmt: skip
_INDICATORS = Part(
    "indicators", "指标", INDICATOR, _with_line, "[{编号: N03, 分值: 3}]", "改动、停用或增加指标。", many=True
)
ASSESSMENT = Form("自评", (
    Key("version", "预设版本", values.text, '"2026.1"', "照哪一版指标填的；程序换了新版，检查时会提醒。"),
    _INDICATORS,
    Part("years", "自评", YEAR, _with_line, "[{年度: 2026, 回答: […]}]", "每年的回答。", many=True),
))  # fmt: skip
PRESET = Form("自评指标", (
    Key("version", "版本", values.text, "2026.1", "版本。", required=True),
    Key("news", "变动", values.text, "……", "这一版改了什么。", required=True),
    _INDICATORS,
))  # fmt: skip
