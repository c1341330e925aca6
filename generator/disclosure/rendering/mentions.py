"""What other pages say of an entry, as text for keys: computed once for each, however many pages say it."""

from __future__ import annotations

from disclosure.domain.edition import Entry, Stub


def mention_of(entry: Entry) -> str:
    """What the page of another record says: title, day, step and state."""
    of = entry if isinstance(entry, Stub) else entry.record
    return f"{of.id}\n{of.title}\n{of.published}\n{of.stage}\n{entry.state_label}"


def row_of(entry: Entry, mention: str, since: str) -> str:
    """What lists say beyond that (`marks.entry_row`).

    Args:
        since: since when it is as it is, '' where that follows from the rest.
    """
    if isinstance(entry, Stub):
        return f"{mention}\n{entry.column}\n{entry.department}\n{entry.expires}"
    record = entry.record
    return (
        f"{mention}\n{record.column}\n{record.department}\n{record.expires}\n{entry.days_left}\n"
        f"{record.after_expiry.value}\n{record.review_by}\n{since}"
    )
