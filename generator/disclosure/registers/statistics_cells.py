"""Cells and headings that several tables of the statistics have."""

from __future__ import annotations

from disclosure.domain import urls
from disclosure.domain.table import Cell, Heading, Holds, Place
from disclosure.statistics.figures import Figures
from disclosure.statistics.groups import Group

COUNT = Heading(id="count", label="条数", holds=Holds.COUNT, width=8)


def counted_cell(figures: Figures, dimension: str, group: Group) -> Cell:
    """How many records a group has, leading to them; nothing leads from nought."""
    return counted_in(figures.year.slug, dimension, group, group.count)


def counted_in(slug: str, dimension: str, group: Group, count: int) -> Cell:
    """A number of records of a group, in the year of a slug."""
    return leading(count, urls.counted_url(slug, dimension, group.id))


def leading(count: int, url: str) -> Cell:
    """A number that leads to a page, unless it is nought."""
    return Cell(value=count, places=(Place(url=url),) if count else ())


def title_heading(label: str) -> Heading:
    """The heading of the names of rows."""
    return Heading(id="group", label=label, width=28, is_title=True)
