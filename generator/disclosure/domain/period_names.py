"""Which stretch of time a 期号 names: a month, a quarter, a half-year, a term, a year, a week or a range of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from disclosure.domain.school import Term
from disclosure.domain.terms import is_of_a_term, term_named
from disclosure.domain.year import school_year

Stretch = tuple[date, date]
"""First and last day, both inclusive."""
ELSEWHEN: Stretch = (date.min, date.min)
"""Of a term that the school's calendar does not know."""

_TO = r"\s*[-—–－~～至到]+\s*"
_YEAR = r"(?P<year>(?:19|20)\d\d)\s*"
_FIRST_LETTERS = "12第"
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_NO_NUMBER = r"(?!\s*[\d第])"
_RANGE = re.compile(
    _YEAR + r"[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?" + _TO + r"(?:(\d{4})\s*[年./-]\s*)?(?:(\d{1,2})\s*[月./-]\s*)?(\d{1,2})(?:\s*日|\b)"
)  # fmt: skip
_NOT_ON = r"(?!\s*[-—–－~～至到./]*\s*\d)"
_MONTH = re.compile(_YEAR + r"(?:年\s*(\d{1,2})\s*月|[-./](\d{1,2}))份?" + _NOT_ON)
_MONTHS = re.compile(
    _YEAR + r"[-年./]\s*(\d{1,2})\s*月?" + _TO + r"(?:(\d{4})[-年./]\s*)?(\d{1,2})\s*(?:月|$)" + _NOT_ON
)  # fmt: skip
_QUARTER = re.compile(_YEAR + r"年?度?\s*第?\s*([1-4一二三四])\s*季度")
_HALF = re.compile(_YEAR + r"年?度?\s*([上下])\s*半年")
_WEEK = re.compile(r"(?:(?P<year>(?:19|20)\d\d)\s*年?\s*)?第\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*周")
_SCHOOL_YEAR = re.compile(_YEAR + _TO + r"((?:19|20)\d\d)\s*学年")
_WHOLE_YEAR = re.compile(_YEAR + r"(?:年度|年" + _NO_NUMBER + r"|$)")


def named_stretch(text: str, *, near: date, terms: Sequence[Term]) -> Stretch | None:
    """The stretch of time with which some words begin; None where they name none, such as a running number.

    Args:
        near: a day; `第3周` may be of a term or of the calendar year, and is the one that lies nearest to it.
        terms: the school's; a term that is not among them is `ELSEWHEN`.
    """
    if "学期" in text or is_of_a_term(text):
        term = term_named(text, terms)
        return (term.start, term.end) if term else ELSEWHEN
    if text[:1] not in _FIRST_LETTERS:
        return None
    try:
        return _of_months(text) or _of_days(text) or _of_years(text) or _of_week(text, near, terms)
    except ValueError:  # the 31st of June, the 13th month
        return None


def _of_days(text: str) -> Stretch | None:
    if not (match := _RANGE.match(text)):
        return None
    start = date(int(match["year"]), int(match[2]), int(match[3]))
    end = date(int(match[4] or start.year), int(match[5] or start.month), int(match[6]))
    return (start, end) if start <= end else None


def _of_months(text: str) -> Stretch | None:
    if match := _MONTH.match(text):
        month = int(match[2] or match[3])
        return _months(int(match["year"]), month, month)
    if match := _MONTHS.match(text):
        year, last_year = int(match["year"]), int(match[3] or match["year"])
        start, end = _months(year, int(match[2]), int(match[2]))[0], _months(last_year, 1, int(match[4]))[1]
        return (start, end) if start <= end else None
    if match := _QUARTER.match(text):
        quarter = _number(match[2])
        return _months(int(match["year"]), 3 * quarter - 2, 3 * quarter)
    if match := _HALF.match(text):
        half = _number(match[2])
        return _months(int(match["year"]), 6 * half - 5, 6 * half)
    return None


def _of_years(text: str) -> Stretch | None:
    if match := _SCHOOL_YEAR.match(text):
        year = school_year(int(match["year"]))
        return (year.start, year.end) if int(match[2]) == year.end.year else None
    if match := _WHOLE_YEAR.match(text):
        return _months(int(match["year"]), 1, 12)
    return None


def _of_week(text: str, near: date, terms: Sequence[Term]) -> Stretch | None:
    """A week from Monday to Sunday; the first week of a term is the one in which it begins."""
    if not (match := _WEEK.match(text)):
        return None
    number = _number(match[2])
    years = [int(match["year"])] if match["year"] else [near.year - 1, near.year, near.year + 1]
    firsts = [term.start for term in terms] + [date(year, 1, 4) for year in years]
    mondays = [first - timedelta(days=first.weekday()) + timedelta(weeks=number - 1) for first in firsts]
    monday = min(mondays, key=lambda monday: (abs((monday - near).days), monday))
    return monday, monday + timedelta(days=6)


def _months(year: int, first: int, last: int) -> Stretch:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _number(written: str) -> int:
    """`3`, `三`, `十二`, `二十一`, `上`"""
    if written.isdecimal():
        return int(written)
    tens, has_ten, ones = written.rpartition("十")
    digits = _DIGITS | {word: number for number, word in enumerate("五六七八九", 5)}
    value = digits[ones] if ones else 0
    return value + 10 * (digits[tens] if tens else 1) if has_ten else value
