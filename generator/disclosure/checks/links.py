"""L101–L104: links of a body lead to records and columns that exist and to files of the record's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Link, Record
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem


def check_links(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every link and image of every body, and links to records on hand-written pages. Other hosts are not asked."""
    for record in library.records.values():
        for link in record.links:
            yield from _check(link, record, library)
    for page in library.pages:
        for link in page.links:
            if broken := _broken(link, library):
                code, message, hint = broken
                yield problem(code, path=page.path, line=link.line, message=message, hint=hint)


def _check(link: Link, record: Record, library: Library) -> Iterator[Problem]:
    if broken := _broken(link, library) or _embedded(link):
        code, message, hint = broken
        yield at(record, "id", code, message, hint, line=link.line)
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


def _broken(link: Link, library: Library) -> tuple[str, str, str] | None:
    """Code, message and hint where a link of ours leads nowhere."""
    kind, _, rest = link.target.partition(":")
    kind, name = kind.lower(), unquote(rest.partition("#")[0])
    if kind == "record" and name not in library.records:
        return "L101", f"链接的记录「{name}」不存在", "写成 [文字](record:2026-0001)"
    if kind == "column" and name not in library.catalogue.column_names:
        near = get_close_matches(name, list(library.catalogue.column_names), n=1, cutoff=0.3)
        return "L102", f"链接的栏目「{name}」不存在", f"写成 [文字](column:{near[0] if near else '招生收费'})"
    return None


def _embedded(link: Link) -> tuple[str, str, str] | None:
    """Lists belong on hand-written pages: in a record they would change after it was signed."""
    if link.is_image and link.target.lower().startswith(("record:", "column:")):
        return "L102", "记录的正文里不能放列表", "去掉前面的感叹号，写成链接"
    return None
