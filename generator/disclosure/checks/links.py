"""L101, L103, L104: links of a body lead to records that exist and to files of the record's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Link, Record
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_RIGHT = "写成 [文字](record:2026-0001)"


def check_links(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every link and image of every body, and links to records on hand-written pages. Other hosts are not asked."""
    for record in library.records.values():
        for link in record.links:
            yield from _check(link, record, library)
    for page in library.pages:
        for link in page.links:
            if _is_broken(link, library):
                yield problem("L101", path=page.path, line=link.line, message=_missing(link), hint=_RIGHT)


def _check(link: Link, record: Record, library: Library) -> Iterator[Problem]:
    if _is_broken(link, library):
        yield at(record, "id", "L101", _missing(link), _RIGHT, line=link.line)
    parts = _parts(link.target)
    if link.is_image and parts.netloc:
        yield at(record, "id", "L104", f"图片「{link.target}」在别的网站上", "下载后放到 index.md 旁边", line=link.line)
    if parts.scheme or parts.netloc or not parts.path:
        return
    file = PurePosixPath(unquote(parts.path))
    if file not in {attachment.file for attachment in record.attachments}:
        yield at(record, "id", "L103", f"链接的文件「{unquote(parts.path)}」不是本记录的附件",
                 "把文件放到 index.md 旁边；链接别的记录用 record:编号", line=link.line)  # fmt: skip


def _parts(target: str) -> SplitResult:
    try:
        return urlsplit(target)
    except ValueError:  # brackets that are no IPv6 address
        return SplitResult("", "", target, "", "")


def _is_broken(link: Link, library: Library) -> bool:
    return link.target.startswith("record:") and _record_id(link) not in library.records


def _record_id(link: Link) -> str:
    return link.target.removeprefix("record:").partition("#")[0]


def _missing(link: Link) -> str:
    return f"链接的记录「{_record_id(link)}」不存在"
