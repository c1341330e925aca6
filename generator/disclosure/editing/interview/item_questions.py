"""Which item a new record is of: a number, a few characters of its name, or by column. Seventy never scroll by at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from disclosure.domain.catalogue import Catalogue, Column, Item
from disclosure.editing.interview.question import Question
from disclosure.reading.nodes import Unreadable

PAGE = 12
"""Items that are shown at once: they fit on the smallest terminal."""
NEXT_PAGE = "+"
_WORD, _COLUMN = "item/word", "item/column"
_ABOUT = "公开目录里的一项；栏目、公开范围、要写哪些内容都由它而来。"


def item_questions(catalogue: Catalogue, given: Mapping[str, str]) -> Iterator[Question]:
    """The questions up to the item, as far as they follow from the answers so far."""
    yield Question(
        name=_WORD, label="公开事项", read=lambda text: _word(text, catalogue), enter="回车按栏目找",
        words=lambda text: _called(text, catalogue),
        shown="为哪一项写记录？写名称里的几个字或编号，例如 收费 或 I42。", about=_ABOUT, example="收费，或者 I42",
    )  # fmt: skip
    if (word := given.get(_WORD)) is None or word in catalogue.items:
        return
    found = items_with(word, catalogue)
    if not word:
        columns = _columns(catalogue)
        yield Question(
            name=_COLUMN, label="栏目的序号", read=lambda text: _column(text, columns), may_skip=False,
            words=lambda path: catalogue.column(path).full_name,
            shown=_list(f"{column.full_name}（{len(items)} 项）" for column, items in columns),
            about="先选栏目，再选里面的事项。", example="1",
        )  # fmt: skip
        if (path := given.get(_COLUMN)) is None:
            return
        found = next((items for column, items in columns if column.path == path), ())
    yield from _pages(found, given, catalogue)


def item_in(catalogue: Catalogue, given: Mapping[str, str]) -> Item | None:
    """The item that was chosen; None as long as none was."""
    written = (text for name, text in given.items() if name.startswith("item/") and name != _COLUMN)
    return next((catalogue.items[text] for text in written if text in catalogue.items), None)


def items_with(word: str, catalogue: Catalogue) -> tuple[Item, ...]:
    """Items in use whose name has a word in it; where there is none, those whose contents have."""
    on = [item for item in catalogue.items.values() if item.enabled]
    return tuple(item for item in on if word in item.name) or tuple(item for item in on if word in item.contents)


def _word(text: str, catalogue: Catalogue) -> str:
    """An item's id, or a word that several have. Raises Unreadable where none has it."""
    exact = catalogue.item_names.get(text) or catalogue.items.get(text.upper())
    if exact and exact.enabled:
        return exact.id
    if exact:
        advice = "在 data/catalogue.yml 里启用，或选别的事项"
        raise Unreadable(f"{exact.id} {exact.name}已停用", line=0, advice=advice)
    found = items_with(text, catalogue)
    if not found:
        near = get_close_matches(
            text, [item.name for item in catalogue.items.values() if item.enabled], n=1, cutoff=0.4
        )
        advice = (
            f"是不是「{near[0]}」？也可以直接回车，按栏目找" if near else "换几个字，例如 收费；或者直接回车，按栏目找"
        )
        raise Unreadable(f"没有名称里有「{text}」的事项", line=0, advice=advice)
    return found[0].id if len(found) == 1 else text


def _called(text: str, catalogue: Catalogue) -> str:
    """What is said of an answer: the item with its column, once it is known."""
    if (item := catalogue.items.get(text)) is None:
        return "看下一页" if text == NEXT_PAGE else text
    return f"{item.id} {item.name}（{catalogue.column(item.column).full_name}）"


def _columns(catalogue: Catalogue) -> list[tuple[Column, tuple[Item, ...]]]:
    """Columns that have items in use, with them."""
    on = [item for item in catalogue.items.values() if item.enabled]
    found = ((column, tuple(item for item in on if item.column == column.path)) for column in catalogue.walk())
    return [(column, items) for column, items in found if items]


def _column(text: str, columns: Sequence[tuple[Column, tuple[Item, ...]]]) -> str:
    if text.isdecimal() and 1 <= int(text) <= len(columns):
        return columns[int(text) - 1][0].path
    named = [column.path for column, _ in columns if text in (column.path, column.name, column.full_name)]
    if not named:
        raise Unreadable(f"没有第「{text}」个栏目", line=0, advice=f"写 1 到 {len(columns)}，例如 1")
    return named[0]


def _pages(found: Sequence[Item], given: Mapping[str, str], catalogue: Catalogue) -> Iterator[Question]:
    """A question for each page of items, as far as somebody has turned the pages."""
    for start in range(0, len(found), PAGE):
        name, end = f"item/{start // PAGE + 1}", start + PAGE
        has_more = end < len(found)
        yield Question(
            name=name, label="事项的序号", read=partial(_choice, found=found, has_more=has_more), may_skip=False,
            default=NEXT_PAGE if has_more else "", words=lambda text: _called(text, catalogue),
            shown=_list((f"{item.id} {item.name}" for item in found[start:end]), first=start + 1),
            about=_ABOUT, example=str(start + 1),
        )  # fmt: skip
        if given.get(name) != NEXT_PAGE:
            return


def _choice(text: str, *, found: Sequence[Item], has_more: bool) -> str:
    if text == NEXT_PAGE and has_more:
        return text
    named = [item.id for item in found if text.upper() == item.id.upper() or text == item.name]
    if not named and text.isdecimal() and 1 <= int(text) <= len(found):
        return found[int(text) - 1].id
    named = named or [item.id for item in found if text in item.name]
    if len(named) != 1:
        raise Unreadable(f"「{text}」不是上面的一项", line=0, advice=f"写 1 到 {len(found)}，例如 1")
    return named[0]


def _list(rows: Iterator[str], first: int = 1) -> str:
    return "\n".join(f"  {number:>2}  {row}" for number, row in enumerate(rows, start=first))
