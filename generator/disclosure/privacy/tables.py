"""Tables of persons: rows of cells below headings, in Markdown, HTML or as lines with tabs between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from disclosure.domain.personal_data import NameTable, PersonalData
from disclosure.privacy.births import WHOLE_DAY as DAY
from disclosure.privacy.digits import compact
from disclosure.privacy.headings import heading, is_name_heading, kind_of
from disclosure.privacy.identity import looks_like_id
from disclosure.privacy.match import Match
from disclosure.privacy.signs import NAME_WORDS

_MAY_NAME = re.compile(NAME_WORDS)
_CELL = re.compile(r"<t[dh]\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)(?=<tr\b|</table|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_RULE = re.compile(r"[\s|:\-]+")
_MASKED = re.compile("[*＊×●]")


class Cell(NamedTuple):
    """A cell of a row, and where its text begins."""

    text: str
    start: int
    end: int


def find_in_tables(text: str) -> Iterator[Match]:
    """Cells that their heading makes personal, in tables that name persons."""
    for headings, rows in _tables(text):
        name_at = next(place for place, one in enumerate(headings) if is_name_heading(one))
        kinds = [kind_of(one) for one in headings]
        for row in rows:
            name = row[name_at].text if name_at < len(row) else ""
            for cell, kind in zip(row, kinds, strict=False):
                if kind and name and _says_something(cell.text, kind):
                    yield Match(kind, compact(cell.text), cell.start, cell.end, name)
    if "|" in text or "\t" in text:
        yield from _pairs(text)


def _pairs(text: str) -> Iterator[Match]:
    """Cells beside their heading, as forms have them: `| 学号 | 20260001 | 姓名 | 王思源 |`."""
    for line_start, line in _rows(text):
        cells = _cells(line, line_start, "|" if "|" in line else "\t")
        for cell, value in pairwise(cells):
            kind = kind_of(heading(cell.text))
            if kind and not kind_of(heading(value.text)) and _says_something(value.text, kind):
                yield Match(kind, compact(value.text), value.start, value.end)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if "|" in line or "\t" in line:
            yield start, line
        start += len(line) + 1


def name_tables(text: str) -> Iterator[NameTable]:
    """Headings and names of every table of persons; the line is that of its headings, counted from 1."""
    for headings, rows in _tables(text):
        name_at = next(place for place, one in enumerate(headings) if is_name_heading(one))
        names = tuple(row[name_at].text for row in rows if name_at < len(row) and row[name_at].text)
        first = rows[0][0].start if rows else len(text)
        line = text.count("\n", 0, first)
        yield NameTable(tuple(headings), names, line or 1)


def _tables(text: str) -> Iterator[tuple[list[str], list[list[Cell]]]]:
    """Headings and rows of every table with a column of names."""
    if not _MAY_NAME.search(text):
        return
    for table in (*_html_tables(text), *_line_tables(text)):
        for place, row in enumerate(table):
            headings = [heading(cell.text) for cell in row]
            if len(headings) > 1 and any(map(is_name_heading, headings)):
                yield headings, table[place + 1 :]
                break


def _line_tables(text: str) -> Iterator[list[list[Cell]]]:
    """Blocks of lines whose cells are parted by the mark of their first line with headings; an empty line ends them."""
    table: list[list[Cell]] = []
    mark = ""
    start = 0
    for line in [*text.split("\n"), ""]:
        mark = mark or _mark_of(line)
        if mark and _has_mark(line, mark):
            if not _RULE.fullmatch(line):
                table.append(_cells(line, start, mark))
        else:
            if table:
                yield table
            table, mark = [], ""
        start += len(line) + 1


def _mark_of(line: str) -> str:
    """What parts the cells of a line; commas and blanks part sentences, too, so that they need headings in between."""
    if "|" in line or "\t" in line:
        return "|" if "|" in line else "\t"
    if not _MAY_NAME.search(line):
        return ""
    for mark in (",", "，", ";", "；", " "):
        headings = [heading(part) for part in line.split(mark) if part.strip()]
        if len(headings) > 1 and any(map(is_name_heading, headings)) and any(map(kind_of, headings)):
            return mark
    return ""


def _has_mark(line: str, mark: str) -> bool:
    return mark in line.strip()


def _cells(line: str, start: int, mark: str) -> list[Cell]:
    cells, position = [], start
    parts = line.split(mark)
    for part in parts:
        inner = part.strip(" *`\r\u3000")
        begin = position + (part.find(inner) if inner else 0)
        cells.append(Cell(inner, begin, begin + len(inner)))
        position += len(part) + 1
    if mark == "|":
        return cells[not parts[0].strip() : len(cells) - (not parts[-1].strip())]
    return [cell for cell in cells if cell.text] if mark == " " else cells


def _html_tables(text: str) -> Iterator[list[list[Cell]]]:
    """Rows of HTML; the cells of all tables of a text stand in one."""
    if "<t" not in text and "<T" not in text:
        return
    rows = []
    for row in _ROW.finditer(text):
        marks = [*_CELL.finditer(row[1])]
        if not marks:
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(row[1])]
        rows.append([_html_cell(row[1], mark.end(), end, row.start(1)) for mark, end in zip(marks, ends, strict=True)])
    if rows:
        yield rows


def _html_cell(row: str, start: int, end: int, offset: int) -> Cell:
    return Cell(unescape(_TAG.sub("", row[start:end])).strip(), offset + start, offset + end)


def _says_something(text: str, kind: PersonalData) -> bool:
    """Whether a cell holds a value of a kind: not `无`, not a masked one."""
    digits = sum(character.isdecimal() for character in text)
    if _MASKED.search(text):
        return False
    if kind is PersonalData.ID_NUMBER:
        return looks_like_id(compact(text))
    if kind is PersonalData.BANK_CARD:
        return 15 <= digits <= 20 and digits == len(compact(text))
    if kind is PersonalData.ADDRESS:
        return digits > 0 and len(text) >= 5
    if kind is PersonalData.BIRTH_DATE:
        return DAY.search(text) is not None
    return digits >= 4 or (kind is PersonalData.CHAT_ID and len(text) >= 5)
