"""Front matter as most records have it, `键: 值` and plain lists, read line by line: a fifth of the time that YAML takes.

Only what certainly means the same in YAML is understood here; everything else (quotes, brackets, comments, several lines,
mistakes) is left to the strict reader, which answers the same for what is understood here, too.
"""

from __future__ import annotations

import re

from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence

_CHARACTER = r"[ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""What YAML calls printable, without line breaks (YAML 1.1, §4.1)."""
_VALUE = rf"([^\W_]{_CHARACTER}*)"
"""Begins with a letter, a digit or a Chinese character, so that it is nothing but text."""
_LONGEST_KEY = 64
_ITEM = re.compile(rf"( *)- +{_VALUE}")
_MOST_LINES = 200


def plain_mapping(text: str, *, first_line: int) -> Mapping | None:
    """Keys and values of some lines; None where YAML has to be asked."""
    rows = text.rstrip("\n").split("\n")
    if len(rows) > _MOST_LINES:
        return None
    values: dict[str, Node] = {}
    lines: dict[str, int] = {}
    number = 0
    while number < len(rows):
        key, colon, written = rows[number].partition(":")
        if not colon or key in values or not _is_word(key):
            return None
        line = number + first_line
        number += 1
        if written:
            node: Node | None = _value(written, line)
        else:
            count = _items_from(rows, number)
            node = _sequence(rows[number : number + count], number + first_line)
            number += count
        if node is None:
            return None
        values[key], lines[key] = node, line
    return Mapping(values=values, lines=lines, line=first_line)


def _is_word(key: str) -> bool:
    return len(key) <= _LONGEST_KEY and key.replace("_", "0").isalnum()


def _value(written: str, line: int) -> Scalar | None:
    """What stands behind a colon: blanks, then a letter, a digit or a Chinese character, then anything printable."""
    text = written.lstrip(" ")
    if not written.startswith(" ") or not text[:1].isalnum() or not text.isprintable():
        return None
    return _scalar(text, line)


def _scalar(written: str, line: int) -> Scalar | None:
    if ": " in written or " #" in written or written.rstrip(" ").endswith(":"):
        return None
    return Scalar(text=written.rstrip(" "), line=line)


def _items_from(rows: list[str], start: int) -> int:
    end = start
    while end < len(rows) and rows[end].lstrip(" ").startswith("-"):
        end += 1
    return end - start


def _sequence(rows: list[str], first_line: int) -> Sequence | None:
    """A list of texts, all indented the same; None for an empty one, which is none."""
    matches = [_ITEM.fullmatch(row) for row in rows]
    if not matches or len({match[1] if match else None for match in matches}) != 1:
        return None
    items = [_scalar(match[2], first_line + number) if match else None for number, match in enumerate(matches)]
    return Sequence(items=tuple(item for item in items if item), line=first_line) if all(items) else None
