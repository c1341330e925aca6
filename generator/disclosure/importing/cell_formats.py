"""Values of cells as a sheet shows them: dates, per cent, thousands, money (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]+(?:\.[0#?]+)?(?:E[+-]0+)?")
_DATE_PARTS = re.compile(r"y+|m+|d+|h+|s+|AM/PM|上午/下午|a{3,4}", re.IGNORECASE)
_WEEKDAYS = "一二三四五六日"
_HELD = "\ue100"


def shown(value: object, form: str) -> tuple[str, bool]:
    """The text of a value, and whether its format was understood.

    Args:
        value: as openpyxl gives it.
        form: the cell's number format.
    """
    if value is None:
        return "", True
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), True
    if isinstance(value, datetime | date | time):
        return _moment(value, form), True
    if isinstance(value, timedelta):
        return _duration(value), True
    if isinstance(value, int | float):
        return _number(value, form)
    return str(value), True


def _number(value: float, form: str) -> tuple[str, bool]:
    if form in ("General", "", "@", "G/通用格式") or form.startswith("General"):
        return plain(value), True
    sections = form.split(";")
    section = (
        sections[1]
        if value < 0 and len(sections) > 1
        else sections[2]
        if value == 0 and len(sections) > 2
        else sections[0]
    )
    literal, texts = _without_literals(section)
    found = _DIGITS.findall(literal)
    if not found and value == 0 and literal.strip():
        return _with_literals(literal, texts).strip(), True  # a dash for nothing
    if len(found) != 1 or "E" in found[0] or "/" in literal:
        return plain(value), False
    number = abs(value) if value < 0 and len(sections) > 1 else value
    text = _digits(number, found[0], hundred="%" in literal)
    return _with_literals(literal.replace(found[0], text, 1), texts).strip(), True


def _digits(value: float, pattern: str, *, hundred: bool) -> str:
    whole, _, decimals = pattern.partition(".")
    scaled = Decimal(str(value)) * (100 if hundred else 1)
    scaled /= Decimal(1000) ** (len(whole) - len(whole.rstrip(",")))
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    if decimals:
        needed = decimals.count("0")
        front, _, back = text.partition(".")
        back = back.rstrip("0").ljust(needed, "0")
        text = f"{front}.{back}" if back else front
    sign, front = ("-", text[1:]) if text.startswith("-") else ("", text)
    return sign + front.zfill(whole.count("0")) if whole.count("0") > 1 and "," not in whole else text


def plain(value: float) -> str:
    """A number without a format: ten significant digits, no exponent for what people write."""
    if isinstance(value, int):
        return str(value)
    try:
        text = f"{Decimal(f'{value:.10g}'):f}"
    except InvalidOperation:
        return str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: date | time, form: str) -> str:
    literal, texts = _without_literals(form.split(";")[0])
    if not _DATE_PARTS.search(literal) or form.startswith("General"):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    has_half_days = re.search(r"AM/PM|上午/下午", literal, re.IGNORECASE) is not None
    parts, last, made = list(_DATE_PARTS.finditer(literal)), "", []
    at = 0
    for number, match in enumerate(parts):
        following = parts[number + 1][0][0].lower() if number + 1 < len(parts) else ""
        minutes = match[0][0].lower() == "m" and (last == "h" or following == "s")
        made += [literal[at : match.start()], _part(value, match[0], minutes=minutes, half=has_half_days)]
        at, last = match.end(), match[0][0].lower()
    return _with_literals("".join([*made, literal[at:]]), texts).replace("@", "").strip()


def _part(value: date | time, part: str, *, minutes: bool, half: bool) -> str:
    kind, length = part[0].lower(), len(part)
    if "/" in part:
        return "上午" if getattr(value, "hour", 0) < 12 else "下午"
    if kind == "y":
        year = getattr(value, "year", 1900)
        return f"{year:04d}" if length > 2 else f"{year % 100:02d}"
    if kind == "a":
        return ("星期" if length > 3 else "") + _WEEKDAYS[value.weekday()] if isinstance(value, date) else ""
    names = {"m": "minute" if minutes else "month", "d": "day", "h": "hour", "s": "second"}
    number = int(getattr(value, names[kind], 0))
    if kind == "d" and length > 2:
        return f"星期{_WEEKDAYS[value.weekday()]}" if isinstance(value, date) else ""
    if kind == "h" and half:
        number = number % 12 or 12
    return f"{number:02d}" if length == 2 else str(number)


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"


def _without_literals(section: str) -> tuple[str, list[str]]:
    texts: list[str] = []

    def hold(match: re.Match[str]) -> str:
        texts.append(match[1] or match[2] or match[3] or "")
        return _HELD

    return _QUOTED.sub(hold, section), texts


def _with_literals(section: str, texts: list[str]) -> str:
    pieces = section.split(_HELD)
    return "".join(piece + text for piece, text in zip(pieces, [*texts, ""], strict=False))
