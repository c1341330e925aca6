"""Changes to a piece of text. Formats that know runs and fields apply them without losing the formatting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from disclosure.domain.school import NameMask
from disclosure.masking.masks import mask_name, mask_number, names_in
from disclosure.masking.rules import Rules
from disclosure.masking.seeing import see

NAME = "姓名"


class Edit(NamedTuple):
    """Characters `start` to `end` become `new`."""

    start: int
    end: int
    new: str
    what: str = ""
    """The kind of data, for the summary."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after its edits, which do not overlap."""
    pieces, position = [], 0
    for edit in sorted(edits):
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join([*pieces, text[position:]])


def edits_of(text: str, rules: Rules) -> list[Edit]:
    """What to change in running text: personal data, and names that the file's own columns of names told."""
    edits = [
        Edit(match.start, match.end, mask_number(match.kind, match.value, rules.numbers), match.kind.label)
        for match in see(text, rules.own_values)
    ]
    return [edit for edit in _with_names(text, edits, rules) if text[edit.start : edit.end] != edit.new]


def name_edits(text: str, rules: Rules) -> list[Edit]:
    """What to change in a cell of names: the names, and whatever else has got in there."""
    others = edits_of(text, rules)
    if rules.names is NameMask.KEEP:
        return others
    names = [
        Edit(start, end, mask_name(text[start:end], rules.names), NAME)
        for start, end in names_in(text)
        if not any(start < edit.end and edit.start < end for edit in others)
    ]
    return [*others, *names]


def _with_names(text: str, edits: list[Edit], rules: Rules) -> list[Edit]:
    if rules.names is NameMask.KEEP or not rules.persons:
        return edits
    names = [
        Edit(match.start(), match.end(), mask_name(match[0], rules.names), NAME)
        for match in _any_of(rules.persons).finditer(text)
    ]
    return [*edits, *(name for name in names if not any(name.start < e.end and e.start < name.end for e in edits))]


@lru_cache(maxsize=8)
def _any_of(persons: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(persons, key=lambda name: (-len(name), name))))
