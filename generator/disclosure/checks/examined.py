"""Which records the rules about procedure and charges look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.domain.library import Library
from disclosure.domain.record import Record


def examined(library: Library, today: date) -> Iterator[Record]:
    """Every record that people read or will read: drafts are still being written, what was withdrawn shows nothing."""
    for record in library.records.values():
        if not record.draft and not (record.withdrawn and record.withdrawn.day <= today):
            yield record
