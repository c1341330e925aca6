"""What a file is made of, before anybody has decided what kind of record it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from disclosure.importing.losses import Losses


@dataclass(frozen=True, slots=True)
class Beside:
    """A file that lies beside the draft: a picture of its text, or an attachment."""

    name: str
    content: bytes


@dataclass(slots=True, kw_only=True)
class Facts:
    """What a file says of itself, in places made for it: meta elements, properties, an entry of a feed."""

    title: str = ""
    published: date | None = None
    made: date | None = None
    """When the file came into being; a last resort."""
    department: str = ""
    document_number: str = ""


@dataclass(slots=True, kw_only=True)
class Converted:
    """A file as Markdown, with what goes along and what does not."""

    body: str
    facts: Facts = field(default_factory=Facts)
    beside: list[Beside] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    pieces: list[str] = field(default_factory=list)
    """Every run of text of the source, for the count of words at the end."""
    may_be_empty: bool = False
    """Whether a file without text makes a draft all the same: one that only points to an attachment."""
    original_is_attached: bool = True
    """Whether the file itself is worth keeping beside the draft; a text file or a page is not: all of it is in the body."""
    why_not_attached: str = ""
    """A reason why the original must not be published as it is, in Chinese; '' where there is none."""
