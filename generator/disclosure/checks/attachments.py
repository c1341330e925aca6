"""A102, A104: attachments are all listed and of bearable size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Attachment, Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_attachments(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every file of every record's folder."""
    for record in library.records.values():
        listed = {attachment.file for attachment in record.attachments}
        for file in record.source.files:
            if file not in listed:
                yield at(record, "attachments", "A102", f"「{file}」没有列为附件，不会公开", "补进附件清单，或删掉文件")
        for attachment in record.attachments:
            yield from _check(attachment, record, settings)


def _check(attachment: Attachment, record: Record, settings: Settings) -> Iterator[Problem]:
    if attachment.size > settings.attachment_limit:
        limit = settings.attachment_limit / 1024 / 1024
        yield at(record, "attachments", "A104", f"「{attachment.file}」有 {attachment.size / 1024 / 1024:.1f} MB，超过 {limit:.0f} MB",
                 "降低扫描分辨率，或分成几份")  # fmt: skip
