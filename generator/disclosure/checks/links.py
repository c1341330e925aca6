"""L101, L103: links of a body lead to records that exist and to files of the record's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Link, Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_links(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every link and image of every body. Links to other hosts are not fetched."""
    for record in library.records.values():
        for link in record.links:
            yield from _check(link, record, library)


def _check(link: Link, record: Record, library: Library) -> Iterator[Problem]:
    scheme, _, target = link.target.partition(":")
    if scheme == "record":
        if target.partition("#")[0] not in library.records:
            yield at(record, "id", "L101", f"链接的记录「{target}」不存在", "写成 [文字](record:2026-0001)", line=link.line)
        return
    parts = urlsplit(link.target)
    if parts.scheme or parts.netloc or not parts.path:
        return
    file = PurePosixPath(unquote(parts.path))
    if file not in {attachment.file for attachment in record.attachments}:
        yield at(record, "id", "L103", f"链接的文件「{unquote(parts.path)}」不是本记录的附件",
                 "把文件放到 index.md 旁边;链接别的记录用 record:编号", line=link.line)  # fmt: skip
