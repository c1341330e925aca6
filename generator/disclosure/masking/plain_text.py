"""Markdown and plain text: running text, and tables drawn with | or with tabs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from disclosure.masking.comma_values import filled, mask_rows
from disclosure.masking.edits import applied, edits_of
from disclosure.masking.encodings import decoded
from disclosure.masking.rules import Rules
from disclosure.masking.tables import with_persons
from disclosure.masking.tally import Tally
from disclosure.privacy.markup import visible

_RULE = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_LAST_PIPE = re.compile(r"(?<!\\)\|\Z")
_PREFIX = re.compile(r"[ \t>]*")
_HTML_TABLE = "文件里有 HTML 表格：只隐去了其中的号码，没有按列处理，请逐行核对。"


class _Block(NamedTuple):
    lines: list[str]
    is_table: bool


class _Drawing(NamedTuple):
    """How tables are drawn."""

    end: Callable[[Sequence[str], int], int]
    """The line after the table that begins in a line; the same line where none does."""
    cells: Callable[[str], list[str]]
    line: Callable[[str, list[str]], str]
    """A line with other cells."""


def mask_markdown(content: bytes, rules: Rules, tally: Tally) -> bytes:
    """The masked Markdown file. Raises CannotMaskError where it is no text."""
    if b"<table" in content.lower():
        tally.notes.append(_HTML_TABLE)
    return _mask(content, rules, tally, _Drawing(_pipes_end, _pipe_cells, _pipe_line))


def mask_plain_text(content: bytes, rules: Rules, tally: Tally) -> bytes:
    """The masked text file. Raises CannotMaskError where it is no text."""
    return _mask(
        content, rules, tally, _Drawing(_tabs_end, lambda line: line.split("\t"), lambda _, cells: "\t".join(cells))
    )


def _mask(content: bytes, rules: Rules, tally: Tally, drawing: _Drawing) -> bytes:
    source = decoded(content)
    blocks = list(_blocks(source.text.splitlines(keepends=True), drawing))
    tables = [filled(_rows(block, drawing)) for block in blocks if block.is_table]
    rules = with_persons(rules, tables)
    written = [
        _masked_table(block, rules, tally, drawing)
        if block.is_table
        else _masked_text("".join(block.lines), rules, tally)
        for block in blocks
    ]
    return source.encoded("".join(_unhidden("".join(written), rules, tally)))


def _blocks(lines: Sequence[str], drawing: _Drawing) -> Iterator[_Block]:
    text: list[str] = []
    place = 0
    while place < len(lines):
        end = drawing.end(lines, place)
        if end > place:
            yield _Block(text, is_table=False)
            yield _Block(list(lines[place:end]), is_table=True)
            text, place = [], end
        else:
            text.append(lines[place])
            place += 1
    yield _Block(text, is_table=False)


def _rows(block: _Block, drawing: _Drawing) -> list[list[str]]:
    """Cells by line; nothing for the line that rules off the headings."""
    bodies = [line.rstrip("\r\n") for line in block.lines]
    return [[] if _RULE.fullmatch(body) else drawing.cells(body) for body in bodies]


def _masked_table(block: _Block, rules: Rules, tally: Tally, drawing: _Drawing) -> str:
    rows = _rows(block, drawing)
    copy, left_out = mask_rows(rows, rules, tally)
    written = []
    for line, before, after in zip(block.lines, rows, copy, strict=True):
        body = line.rstrip("\r\n")
        if not before and left_out:
            after = [cell for at, cell in enumerate(drawing.cells(body)) if at not in left_out]
        written.append(drawing.line(body, after) + line[len(body) :] if after != before else line)
    return "".join(written)


def _masked_text(text: str, rules: Rules, tally: Tally) -> str:
    edits = edits_of(text, rules)
    tally.count(edits)
    return applied(text, edits)


def _unhidden(text: str, rules: Rules, tally: Tally) -> Iterator[str]:
    """The lines, some without markup: tags and emphasis between digits hide a number from a search, not from a reader."""
    may_hide = visible(text) is not None
    for line in text.splitlines(keepends=True):
        shown = visible(line) if may_hide else None
        edits = edits_of(shown, rules) if shown else []
        tally.count(edits)
        yield applied(shown, edits) if shown and edits else line


def _pipes_end(lines: Sequence[str], place: int) -> int:
    rule = lines[place + 1].rstrip("\r\n") if place + 1 < len(lines) else ""
    if "|" not in lines[place] or not _RULE.fullmatch(rule) or len(_pipe_cells(lines[place])) != len(_pipe_cells(rule)):
        return place
    end = place + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _pipe_cells(line: str) -> list[str]:
    body = line[_first_after_prefix(line) :].strip().removeprefix("|")
    return [cell.strip() for cell in _PIPE.split(_LAST_PIPE.sub("", body))]


def _pipe_line(line: str, cells: list[str]) -> str:
    return f"{line[: _first_after_prefix(line)]}| {' | '.join(cells)} |"


def _first_after_prefix(line: str) -> int:
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _tabs_end(lines: Sequence[str], place: int) -> int:
    end = place
    while end < len(lines) and "\t" in lines[end].strip("\t\r\n "):
        end += 1
    return end if end > place + 1 else place
