"""What can be found of a record, and what must not: a stub has its title and numbers, and nothing else is left of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from disclosure.documents.extract import passages
from disclosure.documents.passage import Part
from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.record import Attachment, Record
from disclosure.rendering.facts import facts_of_record, facts_of_stub
from disclosure.rendering.fragments import body_of
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site

ReadAttachment = Callable[[Attachment], bytes]

MAX_ATTACHMENT = 200_000
"""Characters of an attachment that can be found: a book of a school's rules has fewer."""
_TAG = re.compile(r"<[^>]*>")
_HIDDEN = frozenset(["script", "style", "template"])


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """Something that can be found."""

    key: str
    """Id of a record, or the URL of a page from the site's root."""
    title: str
    number: str = ""
    """Number, document number, issue."""
    text: str = ""
    """Everything else; blanks do not count."""
    attachments: tuple[tuple[str, str], ...] = ()
    """Title and text of each attachment in which there is text; part of `text` as well."""


def text_of(entry: Entry, site: Site, read: ReadAttachment) -> SearchText:
    """What can be found of a record or of its stub."""
    school = site.edition.school
    if not isinstance(entry, Shown):
        facts = " ".join(fact.text for fact in facts_of_stub(entry, school))
        number = f"{entry.id} {entry.document_number}"
        return SearchText(key=entry.id, title=entry.title, number=number, text=facts)
    record = entry.record
    attachments = tuple(_attachment_texts(record.attachments, read))
    text = [record.summary, visible_text(body_of(entry, site))]
    text += [f"{fact.label}{fact.text}" for fact in facts_of_record(entry, school)]
    text += _fees(record)
    text += [change.note for change in entry.changes]
    text += [f"{one.title} {one.file}" for one in record.attachments]
    text += [content for _, content in attachments]
    return SearchText(
        key=record.id, title=record.title, number=f"{record.id} {record.document_number} {record.issue}",
        text="\n".join(text), attachments=attachments,
    )  # fmt: skip


def visible_text(html: str) -> str:
    """The text of HTML that was sanitised, with nothing where the tags were."""
    text = _TAG.sub("", html)
    return unescape(text) if "&" in text else text


def _fees(record: Record) -> Iterator[str]:
    for fee in record.fees:
        yield f"{fee.name}{fee.standard}{fee.unit}{fee.basis}{fee.document}{fee.approved_by}{fee.scope}{fee.relief}"


def _attachment_texts(attachments: Iterable[Attachment], read: ReadAttachment) -> Iterator[tuple[str, str]]:
    for one in attachments:
        found = (p.text for p in passages(read(one), name=one.file.name) if p.part is Part.TEXT)
        text = "\n".join(found)[:MAX_ATTACHMENT]
        if text.strip():
            yield one.title, text


def page_texts(pages: Iterable[tuple[str, Frame]]) -> Iterator[SearchText]:
    """What a school wrote on pages by hand; pages without words of its own are left out.

    Args:
        pages: path of the page's file below the site's root, and the page as the theme made it.
    """
    for path, frame in pages:
        if not path.endswith("index.html"):
            continue
        words = _Words()
        words.feed("".join(frame.parts[::2]))
        text = "".join(words.content)
        if text.strip():
            title = "".join(words.heading).strip() or "".join(words.title).rpartition(" - ")[0]
            yield SearchText(key=path.removesuffix("index.html") or urls.HOME, title=title, text=text)


class _Words(HTMLParser):
    """The words inside `id="content"`, and the title of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.heading: list[str] = []
        self.content: list[str] = []
        self._open: list[str] = []
        self._content_at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag not in _VOID:
            self._open.append(tag)
            if ("id", "content") in attrs:
                self._content_at = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """A tag ends, and with it those that its writer forgot."""
        if tag in self._open:
            while self._open.pop() != tag:
                pass
            if len(self._open) < self._content_at:
                self._content_at = 0

    def handle_data(self, data: str) -> None:
        """Words between tags."""
        if _HIDDEN.intersection(self._open):
            return
        if "title" in self._open[-1:]:
            self.title.append(data)
        if self._content_at:
            self.content.append(data)
            if "h1" in self._open:
                self.heading.append(data)


_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
