"""A table of figures and facts, independent of how it is shown: as a page, as xlsx, as csv, in a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from disclosure.domain.vocabulary import Word

Value = str | int | Decimal | date | None
"""What a cell holds; a date stays a date and a number a number until it is written."""


class Holds(Enum):
    """What the cells of a column hold; decides alignment and number format."""

    TEXT = "text"
    DATE = "date"
    COUNT = "count"
    """Whole numbers."""
    YUAN = "yuan"
    PERCENT = "percent"
    """Decimal share, 0.125 for 12.5 %."""


class Light(Word):
    """红黄绿: how something stands. Always told in words too, never by colour alone."""

    GREEN = "绿"
    AMBER = "黄"
    RED = "红"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a cell leads to."""

    url: str
    """Relative to the site's root, as `domain.urls` makes it."""
    text: str = ""
    """Words of the link; the cell's own value where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value, with where it leads."""

    value: Value = None
    places: tuple[Place, ...] = ()
    """Pages that show what the value says. A single place without words makes the value itself a link."""
    light: Light | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One column of a table."""

    id: str
    """English, for machines: the header of nothing that people read."""
    label: str
    holds: Holds = Holds.TEXT
    width: int = 12
    """In characters of Latin script, for spreadsheets."""
    is_title: bool = False
    """Whether its cells name their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `id` is the fragment of a link that leads to it, '' where nothing does."""

    cells: tuple[Cell, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its title. Every row has as many cells as there are headings."""

    id: str
    """Part of URLs and file names: lower-case letters and hyphens."""
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    about: str = ""
    """One or two sentences above the table."""
    notes: tuple[str, ...] = ()
    """Sentences below it: what was counted how."""
    groups: tuple[tuple[str, int], ...] = field(default=())
    """Names of groups of columns, each with how many columns it spans; none without."""


def row(*values: Value | Cell, id: str = "") -> Row:
    """A row of plain values and cells."""
    return Row(cells=tuple(value if isinstance(value, Cell) else Cell(value=value) for value in values), id=id)
