"""Days as people say them on a terminal: `今天`, `明天`, `9月1日`, and as they are said back, with the weekday."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from disclosure.reading import values
from disclosure.reading.nodes import Scalar, Unreadable
from disclosure.rendering.words import day_in_words

_WEEKDAYS = "一二三四五六日"
_NEAR = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3}
_WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?")
_NUMBERED_DAY = re.compile(r"(\d)\s*号")
EXAMPLES = "2026-09-01、9月1日，或者 明天"


def spoken_day(text: str, today: date, *, since: date | None = None) -> date:
    """A day: `2026-09-01`, `2026年9月1日`, `9月1日` (of the year in which it is nearest to today), `明天`.

    Args:
        since: where a day can only be this one or a later one, `9月1日` is the first that is.

    Raises:
        Unreadable: it is none, or there is no such day.
    """
    written = _NUMBERED_DAY.sub(r"\1日", unicodedata.normalize("NFKC", text).strip())
    if written in _NEAR:
        return today + timedelta(days=_NEAR[written])
    if match := _WITHOUT_YEAR.fullmatch(written):
        first = since or today
        days = [_day(year, int(match[1]), int(match[2])) for year in range(first.year - 4, first.year + 9)]
        near = [day for day in days if day and (since is None or day >= since)]
        if near:
            return min(near, key=lambda day: (abs((day - first).days), day))
        raise Unreadable(f"「{text}」不是真实的日期", line=0, example=EXAMPLES)
    try:
        return values.day(Scalar(text=written, line=0, plain=False))
    except Unreadable as error:
        raise Unreadable(
            error.message, line=0, example=error.example if "时刻" in error.message else EXAMPLES
        ) from None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def spoken_moment(text: str, today: date) -> str:
    """A day, or a day with a time, as files have it: `2026-09-01`, `2026-09-01 08:30`. Raises Unreadable."""
    try:
        return spoken_day(text, today).isoformat()
    except Unreadable:
        try:
            found, at = values.moment(Scalar(text=text, line=0, plain=False))
        except Unreadable:
            found, at = date.min, None
        if at is None:
            raise
        return f"{found.isoformat()} {at:%H:%M}"


def day_in_full(day: date) -> str:
    """`2026年9月1日 星期二`"""
    return f"{day_in_words(day)} 星期{_WEEKDAYS[day.weekday()]}"


def moment_in_full(written: str) -> str:
    """The same of a kept moment, with its time."""
    day, _, at = written.partition(" ")
    return f"{day_in_full(date.fromisoformat(day))} {at}".rstrip()
