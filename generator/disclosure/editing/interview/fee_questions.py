"""The questions for the lines of 收费, one charge after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from disclosure.editing.interview.key_questions import line_of
from disclosure.editing.interview.question import Question
from disclosure.reading.form import Key, Part
from disclosure.reading.nodes import Unreadable
from disclosure.reading.record_keys import RECORD

_ORDER = ("name", "standard", "unit", "basis", "document", "approved_by", "scope", "relief")
_REPEATED = ("basis", "document", "approved_by")
"""What is mostly the same in the next line."""
_BARE_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def fee_questions(given: Mapping[str, str]) -> Iterator[Question]:
    """As far as they follow from the answers so far; an empty 项目 ends the list."""
    part = RECORD.spelled["fees"]
    assert isinstance(part, Part)
    for number in count(1):
        for name in _ORDER:
            key, full = part.form.spelled[name], f"fees/{number}/{name}"
            if name == "approved_by" and given.get(f"fees/{number}/document"):
                continue  # one of the two is enough (check F101)
            assert isinstance(key, Key)
            yield _fee(key, full, number, given)
            if name == "name" and not given.get(full):
                return


def _fee(key: Key, full: str, number: int, given: Mapping[str, str]) -> Question:
    if key.name == "name":
        return line_of(key, full, f"第 {number} 个收费项目", enter="回车以后再填" if number == 1 else "回车不再加",
                     rule="一项一项地问：标准、计费单位、依据、文号、范围、减免。")  # fmt: skip
    default = given.get(f"fees/{number - 1}/{key.name}", "") if key.name in _REPEATED else ""
    label = f"{given.get(f'fees/{number}/name', '')}的{key.chinese}"
    question = line_of(key, full, label, may_skip=not key.required, default=default)
    return question if key.name != "standard" else _with_unit(question)


def _with_unit(question: Question) -> Question:
    def read(text: str) -> str:
        if _BARE_NUMBER.fullmatch(text):
            raise Unreadable(f"「{text}」没有写单位", line=0, example=f"{text}元")
        return question.read(text)

    return replace(question, read=read)
