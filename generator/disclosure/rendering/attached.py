"""附件 on a record's page: what a browser opens by itself, what it saves, what may be seen at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from disclosure.domain.record import Attachment, Record
from disclosure.rendering.words import size_in_words

_PICTURES = frozenset(["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"])
_OPENED = _PICTURES | {"pdf"}
"""Kinds that every browser of today opens; the others are saved and opened with a program."""
_SEEN_AT_ONCE = 300 * 1024
"""Bytes up to which a picture stands on the page itself: a phone on a slow network loads no large ones unasked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A line of the list of attachments."""

    file: Attachment
    about: str
    """Kind, size, and its name where the title does not say it: `PDF，24 KB，公示牌.pdf`."""
    shown_as: Literal["picture", "opened", "saved"]


def file_lines(record: Record) -> list[FileLine]:
    """The list of a record's attachments. A picture that its body shows is not shown again."""
    seen = {unquote(link.target).removeprefix("./") for link in record.links if link.is_image}
    return [
        FileLine(file=one, about=_about(one), shown_as=_shown_as(one, is_seen=str(one.file) in seen))
        for one in record.attachments
    ]


def _about(one: Attachment) -> str:
    about = f"{one.extension.upper() or '文件'}，{size_in_words(one.size)}"
    return about if one.title in (one.file.name, one.file.stem) else f"{about}，{one.file.name}"


def _shown_as(one: Attachment, *, is_seen: bool) -> Literal["picture", "opened", "saved"]:
    if one.extension in _PICTURES and one.size <= _SEEN_AT_ONCE and not is_seen:
        return "picture"
    return "opened" if one.extension in _OPENED else "saved"
