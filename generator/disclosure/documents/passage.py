"""What is found when a document is opened."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Part(Enum):
    """What a passage is of a document."""

    TEXT = "text"
    """What a reader may see, and hidden text, comments and properties as well."""
    AUTHOR = "author"
    """A person's name that the program noted: author, last saved by, company's user."""
    LOCATION = "location"
    """Where a picture was taken: `30.25, 120.17`."""
    UNREAD = "unread"
    """Nobody could look in here; the text says why, in Chinese."""


class Passage(NamedTuple):
    """A piece of a document that is told apart by its place: a page, a cell, a paragraph."""

    place: str
    """In Chinese, within the document: `工作表「一班」B3`, `第2页`, `压缩包内「名单.docx」第3段`; '' for the whole."""
    text: str
    part: Part = Part.TEXT
