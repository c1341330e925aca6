"""The questions about the body: later in the file, or a few lines now; and whether files come with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from disclosure.domain.catalogue import Item
from disclosure.editing.interview.question import Question
from disclosure.reading.nodes import Unreadable

_WAYS = ("以后写在文件里", "现在写几行", "以后写在文件里，有附件", "现在写几行，有附件")
_HOW = "body/how"
_BELONGS_TOGETHER = re.compile(r"(?:[-*+>|]|\d+[.)] )")
"""A line of a list, a quotation or a table."""


def body_questions(item: Item, given: Mapping[str, str], *, folder: bool = False) -> Iterator[Question]:
    """How, then a question for each line until an empty one.

    Args:
        folder: whether the record was asked to be a folder already.
    """
    with_files = folder or "attachments" in item.required
    ways = "\n".join(f"  {number}  {way}" for number, way in enumerate(_WAYS, start=1))
    yield Question(
        name=_HOW, label="正文", read=_way, words=lambda number: _WAYS[int(number) - 1], default="3" if with_files else "1",
        may_skip=False, shown=f"正文应当写明：{item.contents}\n{ways}", example="1",
        about="附件和记录放在同一个文件夹；以后再加附件也可以。",
    )  # fmt: skip
    if writes_now(given):
        yield from _lines(given)


def writes_now(given: Mapping[str, str]) -> bool:
    """Whether lines are written in the interview."""
    return given.get(_HOW) in ("2", "4")


def has_files(given: Mapping[str, str]) -> bool:
    """Whether the record becomes a folder with attachments."""
    return given.get(_HOW) in ("3", "4")


def lines_in(given: Mapping[str, str]) -> list[str]:
    """The lines that were written, in their order."""
    if not writes_now(given):
        return []
    numbers = sorted(int(name.removeprefix("body/")) for name in given if name.startswith("body/") and name != _HOW)
    return [line for number in numbers if (line := given[f"body/{number}"])]


def body_of(lines: Sequence[str]) -> str:
    """Lines as Markdown: each a paragraph, but for the rows of a list or table."""
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        is_next_row = _BELONGS_TOGETHER.match(before) and _BELONGS_TOGETHER.match(line)
        text += line if not text else f"\n{line}" if is_next_row else f"\n\n{line}"
    return text


def _lines(given: Mapping[str, str]) -> Iterator[Question]:
    for number in count(1):
        before = "\n".join(given.get(f"body/{one}", "") for one in range(1, number))
        yield Question(
            name=f"body/{number}", label=f"第 {number} 行", enter="回车以后再写" if number == 1 else "回车写完",
            about="一行就是一段；- 开头的行是列表。写 < 删掉上一行。", example="伙食费按实际就餐次数月结。", context=f"{before}\n",
        )  # fmt: skip
        if not given.get(f"body/{number}"):
            return


def _way(text: str) -> str:
    if text in _WAYS:
        return str(_WAYS.index(text) + 1)
    if not text.isdecimal() or not 1 <= int(text) <= len(_WAYS):
        raise Unreadable(f"没有「{text}」", line=0, advice=f"写 1 到 {len(_WAYS)}，例如 1")
    return str(int(text))
