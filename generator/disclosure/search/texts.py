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
from disclosure.domain.record import Record
from disclosure.rendering.frame import Frame
from disclosure.rendering.record_page import told_on

ReadFile = Callable[[str], bytes]
"""Content of a file of the site by its path: readers find what they see."""

MAX_ATTACHMENT = 200_000
"""Characters of an attachment that can be found: a book of a school's rules has fewer."""
_BETWEEN_TAGS = re.compile(r">\s*([^<\s][^<]*)")
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


def text_of(entry: Entry, read: ReadFile) -> SearchText:
    """What can be found of a record or of its stub: what its page says of it, and what its attachments say.

    Raises:
        OSError: its page is not there.
    """
    text = visible_text(told_on(read(f"{urls.record_url(entry.id)}index.html")).decode())
    if not isinstance(entry, Shown):
        return SearchText(key=entry.id, title=entry.title, number=f"{entry.id} {entry.document_number}", text=text)
    record = entry.record
    attachments = tuple(_attachment_texts(record, read))
    return SearchText(
        key=record.id, title=record.title, number=f"{record.id} {record.document_number} {record.issue}",
        text="\n".join([text, *(content for _, content in attachments)]), attachments=attachments,
    )  # fmt: skip


def visible_text(html: str) -> str:
    """The text of HTML that was sanitised and begins with a tag: nothing where the tags were, without some blanks."""
    text = "".join(_BETWEEN_TAGS.findall(html))
    return unescape(text) if "&" in text else text


def _attachment_texts(record: Record, read: ReadFile) -> Iterator[tuple[str, str]]:
    for one in record.attachments:
        content = read(f"{urls.record_url(record.id)}{one.file}")
        found = (p.text for p in passages(content, name=one.file.name) if p.part is Part.TEXT)
        text = "\n".join(found)[:MAX_ATTACHMENT].replace("\0", "")
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
