"""What a summary says, before it is Markdown: plain text in lines. Only `comment.py` makes Markdown of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

from disclosure.domain.record import Record
from disclosure.rendering.quoted import cut
from disclosure.rendering.words import day_in_words

T = TypeVar("T")
LONGEST_TITLE = 80
_SHOWN = 5


class Line(NamedTuple):
    """A line of a list: plain text, in which anything may stand that people wrote."""

    text: str
    label: str = ""
    """In front of the text, in our own words."""
    below: bool = False
    """Whether it belongs to the line above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Lines with a heading of plain text."""

    heading: str
    lines: tuple[Line, ...]
    short: str = ""
    """All of it in one line, for when there is no room."""


def named(record: Record) -> str:
    """`2026-0012「收费公示」`"""
    return f"{record.id}「{cut(record.title, LONGEST_TITLE)}」"


def some(found: Sequence[T], say: Callable[[T], str], *, most: int = _SHOWN, between: str = "、") -> str:
    """The first few of many in words, and how many there are: `甲、乙等 12 个`."""
    told = between.join(say(one) for one in found[:most])
    return f"{told}等 {len(found)} 个" if len(found) > most else told


def below(lines: Iterable[str]) -> Iterable[Line]:
    """Lines that belong to the one above."""
    return (Line(line, below=True) for line in lines)


def when(day: date, today: date) -> str:
    """`2026年12月1日（8 天后）`"""
    days = (day - today).days
    distance = "今天" if not days else "明天" if days == 1 else f"{days} 天后" if days > 0 else f"{-days} 天前"
    return f"{day_in_words(day)}（{distance}）"
