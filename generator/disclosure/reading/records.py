"""A record's file becomes a Record, or Problems with file, line, the wrong value and a correct example."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.personal_data import NameTable, Sighting
from disclosure.domain.record import Attachment, Link, Record, Source
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.workdays import NO_CALENDAR, Span, Unit, last_day_or_calendar
from disclosure.errors.problem import Problem, has_errors
from disclosure.privacy.finder import sightings_in
from disclosure.reading.attachments import files_below, read_attachments
from disclosure.reading.body_links import links_in
from disclosure.reading.form import Findings, lines_of, read_form
from disclosure.reading.front_matter import Document, split
from disclosure.reading.inspection import Known, sightings_in_names
from disclosure.reading.nesting import check_nesting
from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.record_keys import RECORD
from disclosure.reading.source_text import decode, read_bytes
from disclosure.reading.work_calendar import official_calendar

_PLAIN_KEYS = ("summary", "formed", "notice_period", "review_by", "owner", "document_number", "issue", "signoffs", "filed",
               "amount", "people", "fees", "series", "stage", "replaces", "corrects", "changes", "withdrawn", "meeting", "late_entry", "waivers", "channels", "hotline", "report",
               "draft")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """What reading a record's files came to."""

    record: Record | None
    """None where any problem is an error: a value that could not be understood (a withdrawal, an audience) must never be
    treated as absent."""
    problems: tuple[Problem, ...]
    digest: str
    """SHA-256 of the Markdown file; '' where it could not be read."""


def read_record(
    path: str, *, root: Path, catalogue: Catalogue, known: Known = MappingProxyType({})
) -> tuple[RecordReading, str]:
    """Read one record.

    Args:
        path: its Markdown file, relative to `root`, with `/`.
        known: attachments that were looked into before.

    Returns:
        The reading and the body, '' where there is no record.
    """
    findings = Findings(path=PurePosixPath(path))
    digest = body = ""
    record = None
    try:
        content = read_bytes(f"{root}/{path}")
        digest = sha256(content).hexdigest()
        text = decode(content)
        document = split(text)
        check_nesting(document.body, first_line=document.body_line)
        links = links_in(document.body, first_line=document.body_line)
    except Unreadable as error:
        findings.unreadable(error)
    else:
        record = _record(document, text, links, digest, root=root, catalogue=catalogue, known=known, findings=findings)
        body = document.body if record else ""
    return RecordReading(record=record, problems=tuple(findings.problems), digest=digest), body


def _record(
    document: Document, text: str, links: tuple[Link, ...], digest: str, *, root: Path, catalogue: Catalogue, known: Known,
    findings: Findings,
) -> Record | None:  # fmt: skip
    values = read_form(document.fields, RECORD, findings)
    _report_mixed_languages(document.fields, findings)
    lines = lines_of(document.fields, RECORD)
    item = _find_item(values, lines, catalogue, findings)
    column = _find_column(values, lines, item, catalogue, findings)
    is_folder = findings.path.name == "index.md"
    found: tuple[PurePosixPath, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    if is_folder or "attachments" in lines:
        folder = root / findings.path.parent
        found = files_below(folder, findings) if is_folder else ()
        attachments = read_attachments(
            values.get("attachments") if "attachments" in lines else None,
            found=found, folder=folder, root=root, line=lines.get("attachments", 1), known=known, findings=findings,
        )  # fmt: skip
    if has_errors(findings.problems):
        return None
    expires = _expiry(values, lines, findings)
    if has_errors(findings.problems):
        return None
    published, at = values["published"]
    return Record(
        id=values["id"], title=values["title"], department=values["department"],
        published=published, published_time=at, expires=expires, attachments=attachments,
        source=Source(
            file=str(findings.path), lines=lines, body_line=document.body_line, digest=digest, files=found, is_folder=is_folder
        ),
        item=item.id if item else "", column=column,
        audience=values.get("audience") or (item.audience if item else frozenset({Audience.PUBLIC})),
        after_expiry=values.get("after_expiry") or (item.after_expiry if item else AfterExpiry.BANNER),
        links=links, sightings=_sightings(text, findings.path, found, lines),
        tables=_tables(text) if item and item.lists_persons else (),
        **{key: values[key] for key in _PLAIN_KEYS if values.get(key) is not None},
    )  # fmt: skip


def _tables(text: str) -> tuple[NameTable, ...]:
    from disclosure.privacy.tables import name_tables  # loaded for the first list of persons

    return tuple(name_tables(text))


def _sightings(
    text: str, path: PurePosixPath, files: tuple[PurePosixPath, ...], lines: dict[str, int]
) -> tuple[Sighting, ...]:
    """Personal data in the Markdown file, in its name or that of its folder, and in the names of the files beside it."""
    own = path.parent.name if path.name == "index.md" else path.name
    names = (own, *map(str, files)) if files else (own,)
    return (*sightings_in(text), *sightings_in_names(names, line=lines.get("attachments", 1)))


def _report_mixed_languages(fields: Mapping, findings: Findings) -> None:
    languages = {spelling.isascii() for spelling in fields.values}
    if len(languages) > 1:
        findings.add("R115", 1, "中文键和英文键混用", "一条记录里只用一种，例如都用中文")


def _find_item(values: dict[str, Any], lines: dict[str, int], catalogue: Catalogue, findings: Findings) -> Item | None:
    written = values.get("item")
    if not written:
        return None
    item = catalogue.item_names.get(written)
    if item is None:
        near = get_close_matches(written, list(catalogue.item_names), n=1, cutoff=0.5)
        hint = f"是不是「{near[0]}」？" if near else "公开目录里的事项，例如 I42"
        findings.add("C102", lines["item"], f"公开目录里没有事项「{written}」", hint)
    return item


def _find_column(
    values: dict[str, Any], lines: dict[str, int], item: Item | None, catalogue: Catalogue, findings: Findings
) -> str:
    written = values.get("column")
    if written:
        column = catalogue.column_names.get(written)
        if column:
            return column.path
        near = get_close_matches(written, list(catalogue.column_names), n=1, cutoff=0.5)
        hint = f"是不是「{near[0]}」？" if near else "可用的栏目：" + "、".join(c.full_name for c in catalogue.walk())
        findings.add("C103", lines["column"], f"没有栏目「{written}」", hint)
    elif item:
        return item.column
    elif "item" not in values and "column" not in values:
        findings.add("C104", 1, "没有写事项，也没有写栏目", "加一行：事项: I42，或者 栏目: 招生收费")
    return ""


def _expiry(values: dict[str, Any], lines: dict[str, int], findings: Findings) -> date | None:
    """Last day of notice: counted from the notice period where there is one, else as written."""
    span: Span | None = values.get("notice_period")
    if span is None:
        return values.get("expires")
    last = _last_day(span, values["published"][0], lines["notice_period"], findings)
    if "expires" in values and values["expires"] != last:
        message = f"公示期 {span}到 {last} 为止，与截止日期不同"
        findings.add("D105", lines["expires"], message, "只留一个，例如删掉截止日期")
    return last


def _last_day(span: Span, published: date, line: int, findings: Findings) -> date:
    calendar = official_calendar() if span.unit is Unit.WORKING_DAYS else NO_CALENDAR
    last, is_known = last_day_or_calendar(span, start=published, calendar=calendar)
    if not is_known:
        message = f"{max(published.year, calendar.last_year + 1)} 年起的工作日安排未知，{span}暂按自然日计算，至 {last}"
        findings.add("D106", line, message, "国务院公布放假安排后更新程序，或直接写截止日期")
    return last
