"""Where the headings of a table are: below a title, over two rows, once more further down, or at the left as in a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from disclosure.masking.headings import Heading, Role, heading_of
from disclosure.masking.rules import Rules, plain_heading

_FIRST_ROWS = 10
"""Rows with something in them among which the first headings are looked for."""
_LONGEST = 20


class Cell(NamedTuple):
    """A cell's text, and the columns it covers."""

    text: str
    start: int
    end: int


Row = Sequence[Cell]
"""The cells of a row that have something in them, from left to right."""


@dataclass(frozen=True, slots=True)
class Region:
    """Rows under the same headings."""

    first: int
    """The first row of headings."""
    body: int
    """The first row below them."""
    end: int
    columns: dict[int, Heading]
    """By column."""

    @property
    def is_of_persons(self) -> bool:
        """Whether it is a list of persons: then it may tell only what the ministry allows."""
        return any(heading.role is Role.NAME for heading in self.columns.values())


def regions_of(rows: Sequence[Row], rules: Rules) -> list[Region]:
    """The parts of a table that have headings, in order. Rows without anything in them are not given."""
    found: list[tuple[int, int]] = []
    for place in range(len(rows)):
        if found and place < found[-1][1]:
            continue
        is_again = bool(found)
        if (is_again or place < _FIRST_ROWS) and _is_header(rows, place, rules, is_again=is_again):
            found.append((place, _below_header(rows, place, rules)))
    ends = [first for first, _ in found[1:]] + [len(rows)] * bool(found)
    return [
        Region(first, body, end, _columns(rows[first:body], rules))
        for (first, body), end in zip(found, ends, strict=True)
    ]


def _is_header(rows: Sequence[Row], place: int, rules: Rules, *, is_again: bool) -> bool:
    row = rows[place]
    headings = [heading_of(cell.text, rules) for cell in row]
    known = [cell for cell, heading in zip(row, headings, strict=True) if heading.role is not Role.NONE]
    if not any(heading.role in (Role.NAME, Role.PERSONAL) for heading in headings):
        return False
    if len(known) < 3 and not all(_may_be_heading(cell.text) for cell in row):
        return False
    if is_again and (len(known) < 2 or 2 * len(known) < len(row)):
        return False
    if any(_stands_over_a_value(rows, place, cell, rules) for cell in known):
        return True
    return not _is_form(row, rules) and len(known) >= 2


def _may_be_heading(text: str) -> bool:
    plain = plain_heading(text)
    return len(plain) <= _LONGEST and sum(character.isdecimal() for character in plain) <= 3


def _stands_over_a_value(rows: Sequence[Row], place: int, cell: Cell, rules: Rules) -> bool:
    below = rows[place + 1] if place + 1 < len(rows) else ()
    return any(
        (other.start, other.end) == (cell.start, cell.end) and heading_of(other.text, rules).role is Role.NONE
        for other in below
    )


def _is_form(row: Row, rules: Rules) -> bool:
    """Whether every heading has its value, or room for it, at its right."""
    roles = {cell.start: heading_of(cell.text, rules).role for cell in row}
    return all(
        roles.get(cell.end, Role.NONE) is Role.NONE and cell != row[-1]
        for cell in row
        if roles[cell.start] is not Role.NONE
    )


def _below_header(rows: Sequence[Row], first: int, rules: Rules) -> int:
    """The first row that is no longer one of headings: a heading over several columns has others below it."""
    place = first + 1
    while place < len(rows) and all(_may_be_heading(cell.text) for cell in rows[place]):
        roles = [heading_of(cell.text, rules).role for cell in rows[place]]
        known = sum(role is not Role.NONE for role in roles)
        if not known or 2 * known < len(roles) or _is_form(rows[place], rules):
            break
        place += 1
    return place


def _columns(headers: Sequence[Row], rules: Rules) -> dict[int, Heading]:
    """What the headings over each column say together: personal as soon as one of them is, else what the lowest says."""
    columns: dict[int, Heading] = {}
    for row in headers:
        for cell in row:
            heading = heading_of(cell.text, rules)
            for column in range(cell.start, cell.end):
                columns[column] = _below(columns.get(column), heading)
    return columns


def _below(upper: Heading | None, lower: Heading) -> Heading:
    if upper is None:
        return lower
    text = f"{upper.text}{lower.text}" if upper.text != lower.text else lower.text
    if upper.role is Role.PERSONAL:
        return Heading(text, Role.PERSONAL, upper.kind or lower.kind)
    return lower._replace(text=text) if lower.role is not Role.NONE else upper._replace(text=text)
