"""To which term of the school's calendar a record belongs: its 期号 says so, else its day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from disclosure.domain.record import Record
from disclosure.domain.school import Term

AHEAD = timedelta(days=60)
"""How long before a term its notices begin: the summer holidays."""
_DASHES = re.compile(r"[—–－~～至]+")
_LEFT_OUT = re.compile(r"\s|学年度?|年度?")
_WORDS = (("上学期", "第一学期"), ("下学期", "第二学期"), ("第1学期", "第一学期"), ("第2学期", "第二学期"))
_NAMES_A_TERM = re.compile(r"学期|\d[年\s]*[春秋]")
_FIRST_MONTH_OF_AUTUMN = 7


def term_of(record: Record, terms: Sequence[Term]) -> Term | None:
    """The term of a record; None for one that the school's calendar does not know.

    A notice published while a term runs is of that term; one published in the 60 days before, of the term to come.
    """
    if names_a_term(record):
        return term_named(record.issue, terms)
    return _running(record.published, terms) or next(
        (term for term in terms if term.start - AHEAD <= record.published < term.start), None
    )


def names_a_term(record: Record) -> bool:
    """Whether a record's 期号 is a term: not a month, a year or a running number."""
    return is_of_a_term(record.issue)


def is_of_a_term(text: str) -> bool:
    """Whether some words name a term: `2026年秋`, `2026-2027学年第一学期`; the school's calendar need not know it."""
    return bool(_NAMES_A_TERM.search(text))


def term_named(text: str, terms: Sequence[Term]) -> Term | None:
    """The term of the school's calendar that some words name, in any usual spelling."""
    written = _spelled(text)
    return next((term for term in terms if any(name in written for name in _names(term))), None)


def this_term_and_last(terms: Sequence[Term], today: date) -> tuple[Term | None, Term | None]:
    """The term that runs today, and the one before it."""
    begun = sorted((term for term in terms if term.start <= today), key=lambda term: term.start)
    if not begun or begun[-1].end < today:
        return None, None
    return begun[-1], begun[-2] if len(begun) > 1 else None


def _running(day: date, terms: Sequence[Term]) -> Term | None:
    return next((term for term in terms if term.start <= day <= term.end), None)


def _spelled(text: str) -> str:
    """`2026—2027学年度第1学期` and `2026-2027学年上学期` are spelled alike."""
    spelled = _LEFT_OUT.sub("", _DASHES.sub("-", text))
    for word, usual in _WORDS:
        spelled = spelled.replace(word, usual)
    return spelled


def _names(term: Term) -> tuple[str, ...]:
    """A term's own name and the two usual ones: `2026-2027学年第一学期`, `2026年秋`."""
    year = term.start.year
    if term.start.month >= _FIRST_MONTH_OF_AUTUMN:
        return _spelled(term.name), f"{year}-{year + 1}第一学期", f"{year}秋"
    return _spelled(term.name), f"{year - 1}-{year}第二学期", f"{year}春"
