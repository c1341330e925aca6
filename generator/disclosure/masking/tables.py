"""Tables of persons: which columns stay, and what becomes of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from disclosure.domain.school import NameMask, NumberMask
from disclosure.masking.edits import Edit, edits_of, name_edits
from disclosure.masking.header_rows import Cell, Region, Row, regions_of
from disclosure.masking.headings import Heading, Role, heading_of
from disclosure.masking.masks import mask_number, names_in
from disclosure.masking.rules import Rules
from disclosure.masking.seeing import NUMBERS, see
from disclosure.masking.tally import Tally

_NOTE = re.compile(r"\s*(?:注|备注|说明|合计|总计|共计|公示|监督|咨询|举报|特此)|.*[:：]", re.DOTALL)
_BETWEEN_VALUES = re.compile(r"[^、，,;；/\n]+")
_NO_HEADING = Heading("没有列名的列", Role.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaskedTable:
    """What to change in a table."""

    edits: list[list[list[Edit]]]
    """By row and cell."""
    left_out: frozenset[int]
    """Columns that the copy does not have; nothing is left in them but rows of a single cell."""
    width: int

    def home(self, cell: Cell) -> int:
        """The column of the copy in which a cell begins: its own first one that stays, else the nearest."""
        kept = [column for column in range(self.width) if column not in self.left_out]
        own = [column for column in kept if cell.start <= column < cell.end]
        return kept.index(own[0] if own else min(kept, key=lambda column: (abs(column - cell.start), column)))


def with_persons(rules: Rules, tables: Sequence[Sequence[Row]]) -> Rules:
    """The rules, knowing the names that a file's columns of names tell."""
    if rules.names is NameMask.KEEP:
        return rules
    return replace(rules, persons=frozenset(name for rows in tables for name in _names(rows, rules)))


def mask_table(rows: Sequence[Row], rules: Rules, tally: Tally) -> MaskedTable:
    """Mask a table: rows with something in them, and no cell without a text."""
    width = max((cell.end for row in rows for cell in row), default=0)
    regions = {region.first: region for region in regions_of(rows, rules)}
    region, away = None, frozenset[int]()
    edits: list[list[list[Edit]]] = []
    cleared: set[int] = set()
    blocked: set[Cell] = set()
    for place, row in enumerate(rows):
        if place in regions:
            region = regions[place]
            away = _columns_away(region, width, rules)
            cleared |= away
        if region is None or (place >= region.body and is_note(row)):
            edits.append(_outside(row, rules))
        else:
            edits.append([_under_heading(cell, region, away, rules) for cell in row])
            if place >= region.body:
                _count_columns(row, region, away, tally)
        if len(row) > 1:
            blocked.update(cell for cell, one in zip(row, edits[-1], strict=True) if not _is_emptied(cell, one))
    for row_edits in edits:
        for one in row_edits:
            tally.count(one)
    return MaskedTable(edits=edits, left_out=_empty_columns(cleared, blocked, width), width=width)


def is_note(row: Row) -> bool:
    """Whether a row among those of persons is a remark: a single cell over several columns, or one that begins like a remark."""
    return len(row) == 1 and (row[0].end - row[0].start > 1 or _NOTE.match(row[0].text) is not None)


def _columns_away(region: Region, width: int, rules: Rules) -> frozenset[int]:
    def goes(heading: Heading) -> bool:
        if heading.role is Role.PERSONAL:
            return rules.numbers is NumberMask.NOTHING
        return region.is_of_persons and heading.role not in (Role.NAME, Role.ALLOWED)

    return frozenset(column for column in range(width) if goes(region.columns.get(column, _NO_HEADING)))


def _under_heading(cell: Cell, region: Region, away: frozenset[int], rules: Rules) -> list[Edit]:
    if away.issuperset(range(cell.start, cell.end)):
        return [Edit(0, len(cell.text), "")]
    heading = region.columns.get(cell.start, _NO_HEADING)
    is_heading = heading_of(cell.text, rules).role is not Role.NONE
    return edits_of(cell.text, rules) if is_heading else _by_heading(cell.text, heading, rules)


def _outside(row: Row, rules: Rules) -> list[list[Edit]]:
    """Running text; but what stands at the right of a heading, as in a form, is its value."""
    edits, label = [], _NO_HEADING
    for cell in row:
        heading = heading_of(cell.text, rules)
        if heading.role is Role.NONE:
            edits.append(_by_heading(cell.text, label, rules))
        else:
            label = heading
            edits.append([])
    return edits


def _by_heading(text: str, heading: Heading, rules: Rules) -> list[Edit]:
    if heading.role is Role.NAME:
        return name_edits(text, rules)
    if heading.role is not Role.PERSONAL:
        return edits_of(text, rules)
    if heading.kind not in NUMBERS:
        return [Edit(0, len(text), mask_number(heading.kind, text, rules.numbers), heading.text)]
    if rules.numbers is NumberMask.NOTHING:
        return [Edit(0, len(text), mask_number(heading.kind, text, rules.numbers), heading.text)]
    return [_value_edit(piece, heading, rules) for piece in _BETWEEN_VALUES.finditer(text) if piece[0].strip()]


def _value_edit(piece: re.Match[str], heading: Heading, rules: Rules) -> Edit:
    seen = see(piece[0])
    kind, value = (seen[0].kind, seen[0].value) if seen else (heading.kind, piece[0].strip())
    return Edit(piece.start(), piece.end(), mask_number(kind, value, rules.numbers), heading.text)


def _count_columns(row: Row, region: Region, away: frozenset[int], tally: Tally) -> None:
    for cell in row:
        if away.issuperset(range(cell.start, cell.end)):
            heading = region.columns.get(cell.start, _NO_HEADING)
            counts = tally.personal_columns if heading.role is Role.PERSONAL else tally.other_columns
            counts[heading.text] += 1


def _is_emptied(cell: Cell, edits: Sequence[Edit]) -> bool:
    return list(edits) == [Edit(0, len(cell.text), "")]


def _empty_columns(cleared: set[int], staying: set[Cell], width: int) -> frozenset[int]:
    """Columns without anything in them any more. One column stays in any case, and so does one for each text that stays."""
    empty = set(cleared)
    for cell in sorted(staying, key=lambda cell: (cell.start, cell.end)):
        if empty.issuperset(range(cell.start, cell.end)):
            empty.discard(cell.start)
    if len(empty) == width:
        empty.discard(0)
    return frozenset(empty)


def _names(rows: Sequence[Row], rules: Rules) -> Iterator[str]:
    for region in regions_of(rows, rules):
        for row in rows[region.body : region.end]:
            for cell in row:
                heading = region.columns.get(cell.start, _NO_HEADING)
                if heading.role is Role.NAME and not is_note(row):
                    names = (cell.text[start:end] for start, end in names_in(cell.text))
                    yield from (name for name in names if len(name) > 1)
