"""Questions that are made from the keys of a form: their words, examples and readers are those of the reference."""

from __future__ import annotations

from typing import Any

from disclosure.editing.interview.question import Question
from disclosure.reading import values
from disclosure.reading.form import Key
from disclosure.reading.nodes import Scalar
from disclosure.reading.record_keys import RECORD


def asked_for(name: str, **more: Any) -> Question:
    """The question for a key of the record, with the words of its reference, and more."""
    key = RECORD.spelled[name]
    words: dict[str, Any] = {
        "name": name, "label": key.chinese, "about": key.about, "example": key.example, "context": f"{key.chinese}: ",
    }  # fmt: skip
    if isinstance(key, Key):
        words["read"] = lambda text: written(key, text)
    return Question(**(words | more))


def written(key: Key, text: str) -> str:
    """An answer for a key, in one line, after its own reader has understood it. Raises Unreadable."""
    node = Scalar(text=text, line=0, plain=False)
    key.read(node)
    return values.text(node)


def line_of(
    key: Key, name: str, label: str, *, rule: str = "", may_skip: bool = True, default: str = "", enter: str = ""
) -> Question:
    """The question for a key of a list or part; `name` is the question's own."""
    return Question(
        name=name, label=label, read=lambda text: written(key, text), default=default, enter=enter, about=key.about,
        example=key.example, rule=rule, may_skip=may_skip, context=f"{key.chinese}: ",
    )  # fmt: skip
