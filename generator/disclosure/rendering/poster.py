"""A record as it hangs on the wall: what a sheet says beside the text, and the QR code back to the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.edition import Shown
from disclosure.domain.record import SignOff
from disclosure.domain.school import School
from disclosure.domain.wall import take_down_day
from disclosure.rendering.environment import part_of
from disclosure.rendering.facts import Fact, fee_table
from disclosure.rendering.qr_code import qr_code
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words, moment_in_words, size_in_words, yuan

_SHORT = 18
"""Characters of a fact that fits half a line."""
_RELATIVE = re.compile(
    r'(<(?:a|img)(?:\s+[a-z][a-z0-9_.:-]*(?:="[^"]*")?)*?\s+(?:href|src)=")(?!(?i:[a-z][a-z0-9+.-]*:)|[/#])'
)
"""Links that depend on the page they stand on, up to their address; attributes as nh3 writes them."""
_PICTURE = re.compile(r'(<img(?:\s+[a-z][a-z0-9_.:-]*(?:="[^"]*")?)*?)\s+src="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """What the template of a sheet is filled with."""

    id: str
    title: str
    school: str
    column: str
    body: Markup
    fees: Markup
    facts: tuple[tuple[Fact, ...], ...]
    """Rows: short facts stand two by two."""
    signoffs: tuple[SignOff, ...]
    files: tuple[tuple[str, str], ...]
    """Title and size of each attachment."""
    phones: tuple[str, ...]
    mailbox: str
    address: str
    """The record's page, absolute."""
    code: Markup
    """The QR code of it, as SVG."""


def poster_of(shown: Shown, site: Site, *, body: str) -> Poster:
    """A record's sheet.

    Args:
        body: safe HTML whose links fit the page that the sheet stands on.
    """
    record, school = shown.record, site.edition.school
    address, fees = record_address(shown.id, school), fee_table(record)
    return Poster(
        id=record.id, title=record.title, school=school.name,
        column=site.edition.catalogue.column(record.column).full_name, body=Markup(body or _summary(shown)),
        fees=Markup(part_of("_record.html", "fee_table", fees) if fees else ""), facts=tuple(_two_by_two(_facts(shown))),
        signoffs=record.signoffs, files=tuple((one.title, _kind_and_size(one.extension, one.size)) for one in record.attachments),
        phones=(record.hotline,) if record.hotline else school.phones.supervision, mailbox=school.mailbox,
        address=address, code=qr_code(address),
    )  # fmt: skip


def record_address(record_id: str, school: School) -> str:
    """The absolute URL of a record's page."""
    return school.site_url + urls.record_url(record_id)


def take_down_in_words(shown: Shown) -> str:
    """When the sheet has to be taken down: `应于 2026年12月1日取下`, `长期张贴`."""
    day = take_down_day(shown.expires)
    if day:
        return f"应于 {day_in_words(day)}取下（公示截止日的次日）"
    review = shown.record.review_by
    return f"长期张贴，{day_in_words(review)}前复核" if review else "长期张贴"


def one_folder_deeper(html: str) -> str:
    """The same HTML for a page in a folder below: links that start from the record's page start one folder higher."""
    return _RELATIVE.sub(r"\1../", html)


def with_pictures(html: str, place_of: Callable[[str], str | None]) -> str:
    """The same HTML with pictures taken from elsewhere.

    Args:
        place_of: from the address of a picture as it stands there to another one; None: only its description stays.
    """

    def moved(match: re.Match[str]) -> str:
        place = place_of(unescape(match[2]))
        return f'{match[1]} src="{escape(place)}"' if place else match[1]

    return _PICTURE.sub(moved, html)


def _facts(shown: Shown) -> list[Fact]:
    record = shown.record
    until = f"至 {day_in_words(record.expires)}（含当日）" if record.expires else "起长期公开"
    length = f"，共 {record.notice_period}" if record.notice_period else ""
    lines = [
        ("编号", record.id),
        ("文号", record.document_number),
        ("公布日期", moment_in_words(record.published, record.published_time)),
        ("责任部门", record.department + (f"（{record.owner}）" if record.owner else "")),
        ("期号", record.issue),
        ("金额", yuan(record.amount) if record.amount is not None else ""),
        ("公示期", f"{day_in_words(record.published)}{until}{length}"),
        ("取下", take_down_in_words(shown)),
        ("补公开", _entered_late(shown)),
        ("变更", "；".join(f"{day_in_words(one.day)} {one.note}" for one in shown.changes)),
    ]
    return [Fact(label, text) for label, text in lines if text]


def _two_by_two(facts: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    rest = list(facts)
    while rest:
        size = 2 if len(rest) > 1 and all(len(one.text) <= _SHORT for one in rest[:2]) else 1
        yield tuple(rest[:size])
        del rest[:size]


def _entered_late(shown: Shown) -> str:
    late = shown.record.late_entry
    return f"于 {day_in_words(late.day)}补充公开。理由：{late.reason}" if late else ""


def _summary(shown: Shown) -> str:
    return f"<p>{escape(shown.record.summary)}</p>" if shown.record.summary else ""


def _kind_and_size(extension: str, size: int) -> str:
    return f"{extension.upper() or '文件'}，{size_in_words(size)}"
