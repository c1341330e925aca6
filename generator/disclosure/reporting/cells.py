"""Cells of tables in words, for documents without columns of their own kinds."""

from __future__ import annotations

from decimal import Decimal

from disclosure.domain.table import Cell, Heading, Holds
from disclosure.rendering.words import amount_in_figures, percent


def cell_text(cell: Cell, heading: Heading) -> str:
    """A value as it stands on a page."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        if heading.holds is Holds.PERCENT:
            return percent(value)
        return amount_in_figures(value) if heading.holds is Holds.YUAN else f"{value:,}"
    return value if isinstance(value, str) else value.isoformat()
