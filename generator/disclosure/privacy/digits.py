"""Digits as people write them: full width, in groups, split by blanks, hyphens or characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_SEPARATOR = (
    rf"[ \n/()（）.．\u00a0\u2002-\u200a\u202f\u3000\-\u2010-\u2015\u2212\uff0d\ufe63\u00b7\u2022\u30fb{_INVISIBLE}]"
)
DIGIT = "[0-9０-９]"
REST_OF_RUN = rf"(?:{_SEPARATOR}{{0,3}}+[0-9０-９XxＸｘ]){{10}}+"
"""Ten digits more; an X counts as the last digit of a resident ID number only."""
_RUN = re.compile(rf"{DIGIT}{REST_OF_RUN}(?:{_SEPARATOR}{{0,3}}+[0-9０-９XxＸｘ])*+")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_GROUP = re.compile(f"[0-9０-９XxＸｘ]+(?:[{_INVISIBLE}]+[0-9０-９XxＸｘ]+)*")
"""What nobody sees parts nothing."""
_MOST_SINGLE = 60
"""Digits that stand alone, one after another: more are marks in a table of results, and no number."""


class Group(NamedTuple):
    """Digits without anything between them."""

    digits: str
    """Half width, X in upper case."""
    start: int
    end: int


def runs(text: str) -> Iterator[list[Group]]:
    """Rows of groups of digits with nothing but separators between them, eleven digits and more each."""
    for run in _RUN.finditer(text):
        start = run.start()
        groups = [
            Group(plain(_UNSEEN.sub("", group[0])), start + group.start(), start + group.end())
            for group in _GROUP.finditer(run[0])
        ]
        if len(groups) <= _MOST_SINGLE or any(len(group.digits) > 1 for group in groups):
            yield groups


def plain(written: str) -> str:
    """Digits and letters in half width, upper case."""
    return written.upper() if written.isascii() else unicodedata.normalize("NFKC", written).upper()


def compact(written: str) -> str:
    """A number without its separators."""
    return plain(re.sub(_SEPARATOR, "", written))
