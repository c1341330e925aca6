"""Questions that are answered with 是 or 否."""

from __future__ import annotations

from disclosure.editing.interview.question import Question
from disclosure.reading import values
from disclosure.reading.nodes import Scalar, Unreadable

_MORE = {"y": "是", "n": "否", "好": "是", "有": "是", "不": "否", "没有": "否", "不是": "否"}
"""What people type as well."""


def read_yes_no(text: str) -> str:
    """`是` or `否`. Raises Unreadable."""
    node = Scalar(text=_MORE.get(text.lower(), text), line=0, plain=False)
    try:
        return "是" if values.yes_or_no(node) else "否"
    except Unreadable:
        raise Unreadable(f"「{text}」不是回答", line=0, example="是，或者 否") from None


def yes_no(name: str, label: str, *, default: str, shown: str = "", about: str = "", rule: str = "") -> Question:
    """A question that Enter answers with its default."""
    return Question(
        name=name, label=label, read=read_yes_no, default=default, may_skip=False, shown=shown, about=about, example="是，或者 否",
        rule=rule,
    )  # fmt: skip
