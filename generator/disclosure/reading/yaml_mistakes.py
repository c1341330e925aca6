"""What a person most likely did where YAML cannot be parsed: the parser's own words would not help a clerk."""

from __future__ import annotations

import re

import yaml

from disclosure.reading.nodes import Unreadable

_KEY = r"^\s*(?:-\s*)?"
_TAB = re.compile(r"^ *\t")
_FULL_WIDTH_COLON = re.compile(_KEY + r"[^\s:\uff1a#]{1,20}\uff1a")
_NO_SPACE = re.compile(_KEY + r"(?!\d+:)([^\s:#\"'\[{]{1,20}):(?=[^ \t/])")
_SECOND_COLON = re.compile(_KEY + r"[^:#{]+: [^{\[].*: ")
_RESERVED_START = re.compile(_KEY + r"[^:#{]+: ([@`%*&!])")
_LOOK_BACK = 3
"""Lines above the one at which the parser gave up that are searched for a mistake."""


def likely_mistake(text: str, error: yaml.MarkedYAMLError, *, first_line: int) -> Unreadable:
    """The mistake as an R104, at the line where the person made it rather than where the parser noticed."""
    if opened := _left_open(error):
        message, example = opened
        line = error.context_mark.line if error.context_mark else 0
        return Unreadable(f"格式有误：{message}", line=line + first_line, code="R104", example=example)
    mark = error.context_mark if "simple key" in (error.context or "") else error.problem_mark
    last = mark.line if mark else 0
    rows = text.split("\n")
    for number in range(min(last, len(rows) - 1), max(last - _LOOK_BACK, -1), -1):
        if mistake := _mistake_in(rows[number], line=number + first_line):
            return mistake
    return Unreadable(
        "格式有误，可能是少了冒号，或缩进没有对齐", line=last + first_line, code="R104", example="标题: 秋季收费公示"
    )


def first_mistake(text: str, *, first_line: int) -> Unreadable | None:
    """The first mistake in text that YAML could read, but not as keys and values."""
    found = (_mistake_in(row, line=number) for number, row in enumerate(text.split("\n"), start=first_line))
    return next((mistake for mistake in found if mistake), None)


def _mistake_in(row: str, *, line: int) -> Unreadable | None:
    if found := _diagnosis(row):
        message, example, advice = found
        return Unreadable(f"格式有误：{message}", line=line, code="R104", example=example, advice=advice)
    return None


def _left_open(error: yaml.MarkedYAMLError) -> tuple[str, str] | None:
    context = error.context or ""
    if "quoted scalar" in context and "end of stream" in (error.problem or ""):
        return "引号没有成对", '标题: "秋季收费公示"'
    if "flow sequence" in context:
        return "方括号没有成对，或内容里的逗号、冒号需要加引号", "公开渠道: [网站, 公开栏]"
    if "flow mapping" in context:
        return "花括号没有成对，或内容里的逗号、冒号需要加引号", "备案: {单位: 示例市教育局, 日期: 2026-09-01}"
    return None


def _diagnosis(row: str) -> tuple[str, str, str] | None:
    """What is wrong with a line, the line mended, or else how to mend it."""
    key, _, value = row.strip().partition(": ")
    if _TAB.match(row):
        return "缩进用了制表符（Tab）", "", "用空格缩进"
    if _FULL_WIDTH_COLON.match(row):
        return "冒号用了全角的「\uff1a」", row.strip().replace("\uff1a", ": ", 1), ""
    if _NO_SPACE.match(row):
        return "冒号后面少了一个空格", row.strip().replace(":", ": ", 1), ""
    if _SECOND_COLON.match(row):
        return "内容里有「: 」，需要加引号", f'{key}: "{value}"', ""
    if match := _RESERVED_START.match(row):
        return f"内容以「{match[1]}」开头，需要加引号", f'{key}: "{value}"', ""
    return None
