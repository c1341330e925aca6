"""The amount that a notice is about: one that is labelled, or the total of a table."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

_LABELS = (
    "中标(?:金额|价)", "成交(?:金额|价)", "合同(?:金额|总价|总额|价款)", "结算(?:金额|价)", "采购(?:预算|金额)", "预算(?:金额|总额|价)?", "最高限价",
    "总(?:金额|计|额|价|投资)", "合计(?:金额)?", "金额(?:合计)?", "共计",
)  # fmt: skip
_NUMBER = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_AMOUNT = rf"[^\d\n|。；;]{{0,14}}?{_NUMBER}\s*(万元|亿元|元)"
_IN_YUAN = rf"(?:\(元\)|\(人民币\)|[:]?\s*[¥￥])\s*[:]?\s*{_NUMBER}(?!\s*[%\d.])"
_IN_TENS = rf"\(万元\)\s*[:]?\s*{_NUMBER}(?!\s*[%\d.])"
_TOTAL = re.compile(r"合\s*计|总\s*计|共\s*计")
_ABOUT_MONEY = re.compile(r"金额|总价|预算|决算|支出|收入|经费|费用|价款")
_UNIT = re.compile(r"[(（]?(万元|元)[)）]?\s*$")


def amount_in(body: str) -> str:
    """`58000元` or `5.8万元`; '' where none is labelled. Amounts without a unit are nobody's guess."""
    text = unicodedata.normalize("NFKC", body).replace("\\", "").replace("**", "")
    for label in _LABELS:
        if match := re.search(label + _AMOUNT, text):
            return _written(match[1], match[2])
        if match := re.search(f"{label}{_IN_TENS}", text):
            return _written(match[1], "万元")
        if match := re.search(f"{label}{_IN_YUAN}", text):
            return _written(match[1], "元")
    return _total(text.split("\n"))


def _total(lines: list[str]) -> str:
    """The last number in the row of the total, if the head of its column says in which unit it is."""
    head: list[str] = []
    for at, line in enumerate(lines):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if cells and at + 1 < len(lines) and re.fullmatch(r"[|\s:-]+", lines[at + 1] or " ") and "---" in lines[at + 1]:
            head = cells
        if cells and head and _TOTAL.fullmatch(cells[0]) and len(cells) == len(head):
            for name, cell in reversed(list(zip(head, cells, strict=True))):
                unit = _UNIT.search(name)
                if unit and _ABOUT_MONEY.search(name) and re.fullmatch(_NUMBER, cell):
                    return _written(cell, unit[1])
    return ""


def _written(number: str, unit: str) -> str:
    plain = number.replace(",", "")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    try:
        return f"{plain}{unit}" if Decimal(plain) else ""
    except InvalidOperation:
        return ""
