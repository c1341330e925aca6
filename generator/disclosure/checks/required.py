"""C105, C107: a record gives what its item requires, and the item is in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.requirable import REQUIRABLE, word_for
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_required(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Required fields of each record's item; drafts are still being written."""
    for record in library.records.values():
        item = library.catalogue.items.get(record.item)
        if item is None or record.draft:
            continue
        if not item.enabled:
            yield at(
                record, "item", "C107", f"事项「{item.name}」已停用", "在 data/catalogue.yml 里启用，或改用别的事项"
            )
        for key in item.required:
            if not _given(record, key):
                yield at(
                    record, "item", "C105", f"「{item.name}」要求写「{word_for(key)}」", f"加一行：{REQUIRABLE[key]}"
                )


def _given(record: Record, key: str) -> bool:
    if key == "expiry":
        return bool(record.expires)
    if key == "expires":
        return bool(record.expires) or "expires" in record.source.lines
    return getattr(record, key) not in (None, "", ())
