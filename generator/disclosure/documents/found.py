"""What the readers of single formats are given and give back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from disclosure.documents.passage import Part, Passage

if TYPE_CHECKING:
    from disclosure.documents.limits import Allowance


class Unreadable(Exception):
    """Something cannot be looked into. Its text is the reason, in Chinese, without a full stop."""


class Exhausted(Unreadable):
    """Nothing more of this attachment is looked into, at whatever depth it was found to be too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to look into: an attachment, or a file within one."""

    content: bytes
    name: str
    """Its file name. It decides only where the content does not: which text is a table, which bytes are a film."""
    allowance: Allowance


class Enclosed(NamedTuple):
    """A file within a document, which is looked into like an attachment of its own."""

    place: str
    """Goes before the places of its passages: `压缩包内「名单.docx」`."""
    name: str
    content: bytes


Found = Passage | Enclosed
Reader = Callable[[Document], Iterator[Found]]
"""One for each kind of file. It may raise anything: `guard.py` is around it."""


def unread(reason: str, place: str = "") -> Passage:
    """A passage that says why nobody could look in there."""
    return Passage(place, reason, Part.UNREAD)
