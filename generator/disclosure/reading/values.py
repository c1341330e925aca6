"""From written text to values: dates, spans, amounts, yes and no. Full-width writing is understood; nothing is guessed.

Every function takes a node and returns a value or raises `Unreadable` with the line, what was found and a right example.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from disclosure.domain.characters import without_controls
from disclosure.domain.vocabulary import Audience
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_DATE = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?:\s*日)?")
_TIME = re.compile(r"(?:T|\s+|(?<=日)\s*)(\d{1,2})\s*(?::|时|点)\s*(\d{1,2})\s*分?(?::[0-5]\d)?")
_SPAN = re.compile(r"(\d{1,4})\s*(天|日|个工作日|工作日|个自然日|自然日)")
_AMOUNT = re.compile(r"(?:¥|人民币)?\s*(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万元|元|亿元)整?")
_SCALE = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_YES_NO = {"true": True, "是": True, "yes": True, "false": False, "否": False, "no": False}
_YEARS = range(1900, 3000)
"""Years far from both ends of what a date can hold, so that periods can be added to any date that was read."""
_AUDIENCES = "、".join(audience.label for audience in Audience)
_DASHES = str.maketrans("‐‑‒–—―−", "-------")


def text(node: Node) -> str:
    """One line of text; line breaks inside are folded to spaces."""
    if not isinstance(node, Scalar):
        raise Unreadable("这里应是一行文字，不是列表", line=node.line)
    if node.plain and node.text in ("null", "~", "Null", "NULL"):
        raise Unreadable(f"「{node.text}」不是内容", line=node.line, advice="没有就删掉这一行，有就写实际内容")
    written = node.text if node.text.isprintable() else without_controls(node.text)
    return " ".join(written.split())


def _plain(node: Node) -> str:
    written = text(node)
    if written.isascii():
        return written
    return unicodedata.normalize("NFKC", written).translate(_DASHES).strip()


def day(node: Node) -> date:
    """A date: `2026-09-01`, `2026年9月1日`, `2026/9/1`, full-width digits too."""
    found, at = _moment(node)
    if at is not None:
        raise Unreadable(f"「{text(node)}」只要日期，不要时刻", line=node.line, example=found.isoformat())
    return found


def moment(node: Node) -> tuple[date, time | None]:
    """A date with or without a time of day: `2026-09-01 08:30`."""
    return _moment(node)


def _moment(node: Node) -> tuple[date, time | None]:
    written = _plain(node)
    match = _DATE.match(written)
    rest = written[match.end() :] if match else ""
    at = _TIME.fullmatch(written, match.end()) if match and rest else None
    if match is None or (rest and not at):
        raise Unreadable(f"「{text(node)}」不是日期", line=node.line, example="2026-09-01")
    try:
        found = date(int(match[1]), int(match[2]), int(match[3]))
        if found.year not in _YEARS:
            raise ValueError(found)
        return found, time(int(at[1]), int(at[2])) if at else None
    except ValueError:
        raise Unreadable(f"「{text(node)}」不是真实的日期", line=node.line, example="2026-09-01") from None


def expiry(node: Node) -> date | None:
    """A date, or None for `长期`."""
    if _plain(node) in ("长期", "长期有效", "长期公开"):
        return None
    try:
        return day(node)
    except Unreadable:
        raise Unreadable(f"「{text(node)}」不是日期", line=node.line, example="2026-09-30，或者 长期") from None


def span(node: Node) -> Span:
    """A length of time: `15天`, `7个工作日`."""
    match = _SPAN.fullmatch(_plain(node))
    if not match or int(match[1]) == 0:
        raise Unreadable(f"「{text(node)}」不是期限", line=node.line, example="15天，或者 7个工作日")
    return Span(count=int(match[1]), unit=Unit.WORKING_DAYS if "工作日" in match[2] else Unit.DAYS)


def amount(node: Node) -> Decimal:
    """Yuan from `58000元`, `5.8万元`, `58,000.00元`, `¥5.8万元`. The unit is required."""
    match = _AMOUNT.fullmatch(_plain(node))
    if not match:
        raise Unreadable(f"「{text(node)}」不是金额", line=node.line, example="58000元，或者 5.8万元")
    return Decimal(match[1].replace(",", "")) * _SCALE[match[2]]


def yes_or_no(node: Node) -> bool:
    """`true`, `是`; `false`, `否`."""
    found = _YES_NO.get(_plain(node).lower())
    if found is None:
        raise Unreadable(f"「{text(node)}」应是 是 或 否", line=node.line, example="是")
    return found


def count(node: Node) -> int:
    """A whole number from 1."""
    written = _plain(node)
    if not re.fullmatch(r"[0-9]{1,9}", written) or int(written) == 0:
        raise Unreadable(f"「{text(node)}」不是正整数", line=node.line, example="7")
    return int(written)


def percent(node: Node) -> int:
    """A whole share in per cent: `95%`. The sign is required."""
    match = re.fullmatch(r"(\d{1,3})\s*%", _plain(node))
    if not match or int(match[1]) > 100:
        raise Unreadable(f"「{text(node)}」不是 0% 到 100% 的整数", line=node.line, example="95%")
    return int(match[1])


def word_of(kind: type[E]) -> Callable[[Node], E]:
    """A reader for one of the words of a vocabulary."""

    def read(node: Node) -> E:
        written = text(node)
        try:
            return kind(written)
        except ValueError:
            words = "、".join(str(word.value) for word in kind)
            raise Unreadable(f"「{written}」不在可选范围内", line=node.line, advice=f"可选：{words}") from None

    return read


def list_of(read: Callable[[Node], T]) -> Callable[[Node], tuple[T, ...]]:
    """A reader for a list; a single value stands for a list of one."""

    def read_all(node: Node) -> tuple[T, ...]:
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(read(item) for item in items)

    return read_all


def words(node: Node) -> tuple[str, ...]:
    """A list of texts; `网站、公开栏` in one line counts as two."""
    if isinstance(node, Scalar):
        return tuple(part for part in re.split("[\u3001,\uff0c]\\s*", text(node)) if part)
    return list_of(text)(node)


def audiences(node: Node) -> frozenset[Audience]:
    """公开范围: `社会、家长` or a list; never nobody."""
    listed = words(node)
    if not listed:
        raise Unreadable("没有写给谁看", line=node.line, advice=f"写{_AUDIENCES}中的一个或几个")
    try:
        return frozenset(Audience(word) for word in listed)
    except ValueError:
        raise Unreadable(
            f"「{'、'.join(listed)}」不是公开范围", line=node.line, advice=f"写{_AUDIENCES}中的一个或几个"
        ) from None


def mapping(node: Node) -> Mapping:
    """A mapping node."""
    if not isinstance(node, Mapping):
        raise Unreadable("这里应是若干行“键: 值”", line=node.line)
    return node
