"""索引号: the number under which a record is filed (requirements B4, G1)."""

from __future__ import annotations

from disclosure.domain.edition import Entry
from disclosure.domain.school import School


def index_number(entry: Entry, school: School) -> str:
    """School code, item and number; '' where the school gave no code."""
    item = [entry.item.id] if entry.item else []
    return "-".join([school.code, *item, entry.id]) if school.code else ""
