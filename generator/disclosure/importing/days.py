"""Days as notices write them: 2026年9月1日, 2026-09-01, 二〇二六年九月一日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_NUMERALS = "〇一二三四五六七八九"
_YEAR = "[〇零○Oo0一二三四五六七八九]{4}"
_SMALL = "[一二三四五六七八九十]{1,3}"
DAY = (
    r"(?<!\d)(?:(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|(?:19|20)\d{2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)"
    rf"|{_YEAR}\s*年\s*{_SMALL}\s*月\s*{_SMALL}\s*日)"
)
_DAY = re.compile(DAY)
_SHORT = re.compile(r"\s*(?:(\d{1,2})\s*月\s*)?(\d{1,2})\s*日")


class Found(NamedTuple):
    """A day and where it stands."""

    day: date
    start: int
    end: int


def days_in(text: str) -> Iterator[Found]:
    """All real days of a text, in order."""
    for match in _DAY.finditer(text):
        if (day := _read(match[0])) is not None:
            yield Found(day, match.start(), match.end())


def day_in(text: str) -> date | None:
    """The first real day of a text."""
    return next((found.day for found in days_in(text)), None)


def day_after(text: str, position: int, before: date) -> date | None:
    """The day that stands here, with year and month of another where it leaves them out: 至9月7日, 至7日."""
    if (match := _DAY.match(text, position)) and (day := _read(match[0])):
        return day
    short = _SHORT.match(text, position)
    try:
        return before.replace(month=int(short[1] or before.month), day=int(short[2])) if short else None
    except ValueError:
        return None


def _read(written: str) -> date | None:
    parts = re.split(r"[年月日/.\-]", re.sub(r"\s", "", written))
    try:
        year, month, day = (int(one) if one.isascii() and one.isdecimal() else _chinese(one) for one in parts[:3])
        return date(year, month, day)
    except ValueError:
        return None


def _chinese(written: str) -> int:
    """九, 十一, 三十, 二〇二六."""
    if len(written) == 4:
        return int("".join(str(_NUMERALS.find(re.sub("[零○Oo0]", "〇", one))) for one in written))
    front, ten, back = written.partition("十")
    if not ten:
        return _NUMERALS.index(written)
    return 10 * (_NUMERALS.index(front) if front else 1) + (_NUMERALS.index(back) if back else 0)
