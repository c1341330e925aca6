"""Entries of registers as text: their numbers, their lines, and each value in the one way in which we write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from disclosure.reading import values
from disclosure.reading.form import Form, Key
from disclosure.reading.nodes import Scalar
from disclosure.reading.scalar import scalar

Given = Mapping[str, str | Mapping[str, str]]
"""What is to be written, by English key, as `as_written` gives it; parts are mappings of their own."""

_ID = re.compile(r"([0-9A-Za-z-]*?)(\d{4})-(\d+)", re.ASCII)


def as_written(key: Key, text: str) -> str:
    """A value as we write it: dates as `2026-03-12`, text in one line. Raises Unreadable where the key cannot have it."""
    node = Scalar(text=text, line=0, plain=False)
    value: Any = key.read(node)
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    return str(value.value) if isinstance(value, Enum) else values.text(node)


def next_entry_id(taken: Sequence[str], year: int, *, prefix: str) -> str:
    """The number after the highest one of a year, in the way of the file's last one: `YJ2026-003`.

    Args:
        taken: all numbers of the file, in its order.
        prefix: for a file that has no number of this kind yet.
    """
    matches = [match for one in taken if (match := _ID.fullmatch(one))]
    beginning, width = (matches[-1][1], len(matches[-1][3])) if matches else (prefix, 3)
    used = (int(one[3]) for one in matches if one[1] == beginning and int(one[2]) == year)
    return f"{beginning}{year}-{max(used, default=0) + 1:0{width}d}"


def entry_rows(form: Form, given: Given, *, is_english: bool = False) -> list[str]:
    """Keys and values as lines, in the order of the form, without indentation."""
    rows = []
    for key in form.keys:
        value = given.get(key.name)
        spelled = key.name if is_english else key.chinese
        if isinstance(value, str):
            rows.append(f"{spelled}: {scalar(value)}")
        elif value and not isinstance(key, Key):
            rows += [f"{spelled}:", *("  " + row for row in entry_rows(key.form, value, is_english=is_english))]
    return rows


def spelled_out(form: Form, given: Given, *, is_english: bool = False) -> dict[str, Any]:
    """What is given by the keys as they are written: what the lines of `entry_rows` have to read back as."""
    found: dict[str, Any] = {}
    for key in form.keys:
        value = given.get(key.name)
        spelled = key.name if is_english else key.chinese
        if isinstance(value, str):
            found[spelled] = value
        elif value and not isinstance(key, Key):
            found[spelled] = spelled_out(key.form, value, is_english=is_english)
    return found
