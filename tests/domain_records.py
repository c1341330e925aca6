"""Records for tests of the domain, which needs no files: every field but those given is as plain as can be."""

from __future__ import annotations

from datetime import date
from typing import Any

from disclosure.domain.record import Record, Source, Withdrawal


def plain_record(record_id: str = "2026-0001", **fields: Any) -> Record:
    """A standing record of September 2026 in column `fees`."""
    given: dict[str, Any] = {
        "title": "收费公示", "published": date(2026, 9, 1), "department": "总务处", "column": "fees",
        "source": Source(file=f"{record_id}.md"),
    }  # fmt: skip
    return Record(id=record_id, **(given | fields))


def day(text: str) -> date:
    """`2026-09-01`"""
    return date.fromisoformat(text)


def dated_record(
    published: str = "2026-09-01", *, expires: str = "", review: str = "", withdrawn: str = "", **more: Any
) -> Record:
    """A record by the days of its life, in writing."""
    return plain_record(
        published=day(published), expires=day(expires) if expires else None, review_by=day(review) if review else None,
        withdrawn=Withdrawal(day=day(withdrawn), reason="有误", approved_by="校长办公会") if withdrawn else None, **more,
    )  # fmt: skip
