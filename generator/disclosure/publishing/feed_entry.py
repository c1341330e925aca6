"""What one entry of a feed says; independent of any feed format."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from html import escape
from urllib.parse import quote

from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.events import Event, EventKind
from disclosure.domain.school import School
from disclosure.domain.vocabulary import Kind
from disclosure.rendering.fragments import body_of
from disclosure.rendering.markdown import with_absolute_links
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words

TAG_YEAR = 2026
"""Date of the feeds' tag: URIs (RFC 4151), one for all, so that correcting a date renames nothing."""
SHANGHAI = timezone(timedelta(hours=8))
_CATEGORY = "http://albopop.it/specs#item-category-"
"""AlboPOP's vocabulary for the notice boards of public bodies (ondata/albo-pop, specs)."""
_OFFICE_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
    ".pdf": "application/pdf", ".csv": "text/csv", ".zip": "application/zip", ".txt": "text/plain",
}  # fmt: skip
_BUILT_IN_TYPES = mimetypes.MimeTypes()
"""Python's own table, without those of the machine, so that every machine writes the same feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """An attachment, for a feed."""

    url: str
    title: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One entry. All links are absolute."""

    id: str
    url: str
    title: str
    moment: datetime
    author: str
    summary: str
    """Plain text."""
    content: str
    """HTML."""
    categories: tuple[tuple[str, str], ...]
    """Term and domain."""
    enclosures: tuple[Enclosure, ...]


def authority_of(school: School) -> str:
    """Authority of the feeds' tag: URIs (RFC 4151): the school's choice, else a name that no host can have.

    It does not follow the site's URL: after a move nobody is notified of everything once more.
    """
    return school.feed_authority or hashlib.sha256(school.name.encode()).hexdigest()[:12] + ".school.invalid"


def feed_entry(event: Event, site: Site) -> FeedEntry:
    """An event as a feed entry. Stubs and name lists say no more than number, column and dates: phones keep what was
    pushed to them, also after it had to be taken down."""
    entry, school = event.entry, site.edition.school
    url = school.site_url + urls.record_url(entry.id)
    column = site.edition.catalogue.column(entry.column)
    prefix = "" if event.kind is EventKind.PUBLISHED else f"【{event.kind.label}】"
    numbers = f"编号 {entry.id}，栏目 {column.full_name}，{entry.department}；{_notice(entry)}"
    may_tell = isinstance(entry, Shown) and not _names_persons(entry)
    told = entry.record.summary if isinstance(entry, Shown) and may_tell else ""
    note = event.note if may_tell or event.kind is EventKind.WITHDRAWN else ""
    answers = answers_in_words(event, site) if may_tell else ""
    summary = "。".join(part.rstrip("。") for part in (note, told, answers, numbers) if part) + "。"
    body = with_absolute_links(body_of(entry, site), base=url) if isinstance(entry, Shown) and may_tell else ""
    return FeedEntry(
        id=f"tag:{authority_of(school)},{TAG_YEAR}:{entry.id}:{event.key}",
        url=url,
        title=prefix + entry.title,
        moment=datetime.combine(event.day, event.at, SHANGHAI),
        author=entry.department or school.name,
        summary=summary,
        content=f'<p>{escape(summary)}</p>{_whole_story(answers, url)}{body}<p><a href="{escape(url)}">{escape(url)}</a></p>',
        categories=tuple(_categories(entry, column.full_name)),
        enclosures=_enclosures(entry, url) if may_tell and isinstance(entry, Shown) else (),
    )


def answers_in_words(event: Event, site: Site) -> str:
    """`回应2026年3月12日收到的意见`: what a correction, or a result that is published again, answers (requirements E12);
    '' for all other events. What was said stays on the page: phones keep what was pushed to them."""
    chain = site.chains.get(event.entry.id)
    if chain is None or event.kind not in (EventKind.PUBLISHED, EventKind.CORRECTED):
        return ""
    answered = chain.answered_by(event.entry.id)
    if len(answered) > 1:
        return f"回应 {len(answered)} 件意见"
    return f"回应{day_in_words(answered[0].received)}收到的意见" if answered else ""


def _whole_story(answers: str, url: str) -> str:
    return f'<p><a href="{escape(url)}#chain">{answers}：从公布到整改的经过</a></p>' if answers else ""


def _names_persons(shown: Shown) -> bool:
    return shown.item is not None and (shown.item.personal_data or shown.item.kind is Kind.NAME_LIST)


def _notice(entry: Entry) -> str:
    start = day_in_words(entry.published)
    if not isinstance(entry, Shown):
        return f"{start}公布，内容已{entry.state.label.removeprefix('已')}"
    return f"公示 {start}至 {day_in_words(entry.expires)}" if entry.expires else f"{start}起长期公开"


def _categories(entry: Entry, column: str) -> list[tuple[str, str]]:
    found = [
        (entry.id, _CATEGORY + "uid"),
        (entry.item.name if entry.item else column, _CATEGORY + "type"),
        (entry.published.isoformat(), _CATEGORY + "pubStart"),
        (entry.expires.isoformat() if entry.expires else "", _CATEGORY + "pubEnd"),
        (entry.department, _CATEGORY + "unit"),
    ]
    return [(term, domain) for term, domain in found if term]


def _enclosures(shown: Shown, url: str) -> tuple[Enclosure, ...]:
    return tuple(
        Enclosure(
            url=url + quote(str(attachment.file)),
            title=attachment.title,
            size=attachment.size,
            media_type=_OFFICE_TYPES.get(attachment.file.suffix.lower())
            or _BUILT_IN_TYPES.guess_type(attachment.file.name)[0]
            or "application/octet-stream",
        )
        for attachment in shown.record.attachments
    )
