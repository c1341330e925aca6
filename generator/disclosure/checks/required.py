"""C105: a record gives what its item requires."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_WORDS = {
    "summary": "概述", "formed": "形成日期", "notice_period": "公示期", "expires": "截止日期", "expiry": "公示期或截止日期",
    "review_by": "复核日期", "owner": "责任人", "document_number": "文号", "issue": "期号", "signoffs": "审签", "filed": "备案",
    "amount": "金额", "fees": "收费", "series": "关联", "stage": "环节", "attachments": "附件", "channels": "公开渠道",
}  # fmt: skip


def check_required(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Required fields of each record's item; drafts are still being written."""
    for record in library.records.values():
        item = library.catalogue.items.get(record.item)
        if item is None or record.draft:
            continue
        for key in item.required:
            if not _given(record, key):
                word = _WORDS.get(key, key)
                yield at(record, "item", "C105", f"「{item.name}」要求写「{word}」", f"加上「{word}」")


def _given(record: Record, key: str) -> bool:
    if key == "expiry":
        return bool(record.expires)
    if key == "expires":
        return bool(record.expires) or "expires" in record.source.lines
    return bool(getattr(record, key, None))
