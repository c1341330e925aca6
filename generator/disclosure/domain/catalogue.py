"""公开目录: the tree of columns and the items a school has to disclose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from disclosure.domain.due import DueRule
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.domain.workdays import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """栏目: a node of the tree. Its path of ids is its URL and never changes with its name."""

    path: str
    """`other/finance`"""
    name: str
    names: tuple[str, ...]
    """Names from the top down: ('其他', '财务')."""
    about: str = ""
    """What belongs here; shown on an empty column."""
    aliases: tuple[str, ...] = ()
    """Names in other trees under which a record lands here."""
    children: tuple[Column, ...] = ()

    @property
    def full_name(self) -> str:
        """`其他/财务`"""
        return "/".join(self.names)

    def walk(self) -> Iterator[Column]:
        """This column and everything below it, in the order of the tree."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """From this amount on, a body has to have agreed (requirements A5)."""

    amount: Decimal
    """Yuan."""
    body: str
    per_person: bool = False
    """Whether the amount is for each person: amount divided by 人数."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """提前送达: a role has to have a report so long before the meeting (requirements R16)."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """公开事项: a line of the catalogue, with its rules."""

    id: str
    name: str
    column: str
    """Path of its column."""
    contents: str
    basis: str
    audience: frozenset[Audience]
    cadence: Cadence
    due: tuple[DueRule, ...]
    publish_within: Span
    """Limit between formed and published."""
    department: str
    owner: str
    kind: Kind
    after_expiry: AfterExpiry
    min_notice: Span | None = None
    personal_data: bool = False
    required: tuple[str, ...] = ()
    """English front-matter keys; `expiry` asks for a notice period or an expiry date."""
    signoffs: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    leads: tuple[Lead, ...] = ()
    settles: str = ""
    """Id of the item whose charges this one settles (标准 → 结算), '' for all others."""
    enabled: bool = True

    @property
    def lists_persons(self) -> bool:
        """Whether its records are lists of persons (名单), which must not outlive their notice period."""
        return self.personal_data or self.kind is Kind.NAME_LIST


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Columns and items of one school."""

    preset: str
    columns: tuple[Column, ...]
    """Top of the tree."""
    items: Mapping[str, Item]
    """By id, in the order of the catalogue; items switched off are kept with `enabled=False`."""
    column_names: Mapping[str, Column]
    """Every spelling that leads to a column: path, name, full name, aliases."""
    item_names: Mapping[str, Item]
    """Items by id and by name."""
    forbidden_charges: tuple[str, ...] = ()
    """Words for what may not be charged for as a service or on behalf of others (requirements B6)."""
    public_registers: frozenset[str] = frozenset()
    """Ids of the registers that every edition shows; the others are for the staff's alone."""

    def walk(self) -> Iterator[Column]:
        """All columns, parents before children, in the order of the tree."""
        for column in self.columns:
            yield from column.walk()

    def column(self, path: str) -> Column:
        """The column at a path. Raises KeyError for a path that is not in the tree."""
        return self.column_names[path]


def names_of_columns(columns: tuple[Column, ...]) -> dict[str, Column]:
    """Every spelling that leads to a column. Own paths and names win over aliases; among equals the first in the tree."""
    nodes = [node for column in columns for node in column.walk()]
    spellings: dict[str, Column] = {}
    for rank in (lambda c: (c.path, c.full_name), lambda c: (c.name, c.path.rpartition("/")[2]), lambda c: c.aliases):
        for node in nodes:
            for spelling in rank(node):
                spellings.setdefault(spelling, node)
    return spellings
