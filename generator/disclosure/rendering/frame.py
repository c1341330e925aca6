"""The theme's frame around a page: rendered once for each column and depth, filled once for each page.

What depends on the records stands in slots, in the navigation and in hand-written pages too. So frames stay the same from
day to day and from record to record, and the theme is asked again only when it, the school or a hand-written page changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from disclosure.caching.stamps import digest_of

SLOTS = ("title", "head", "content", "canonical", "dated")
"""What a frame leaves open once: the page's title (text), extra head elements, main content, its absolute URL, how old it is."""
KINDS = ("count", "list")
"""Slots with an argument: `count:other/finance` is how many records a column lists, `list:` a list on a hand-written page."""

_MARK = "disclosure-slot"
_SLOT = re.compile(rf"\[\[{_MARK}:((?:{'|'.join(SLOTS)})|(?:{'|'.join(KINDS)}):[^\]\s]+)\]\]")

_BLOCKS = "html|title|meta|link|script|body|header|footer|main|nav|div|section|h[1-6]|p|ul|ol|li"
_BLANKS = re.compile(r"\s*\n\s*")
_BEFORE_A_BLOCK = re.compile(rf"\n(?=</?(?:{_BLOCKS})\b)")
_PLAIN_LINK = re.compile(r'(<(?:a|link|script)\b[^<>]*? (?:href|src))="([A-Za-z0-9./#-]+)"')
"""A link that needs no quotes: columns, pages of ours and files of the theme have no other characters."""
_AFTER_A_BLOCK = re.compile(rf"(</?(?:{_BLOCKS})\b[^<>]*>)\n")


def slot(name: str) -> str:
    """The mark that the theme leaves where a slot goes."""
    return f"[[{_MARK}:{name}]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rendered page cut at its slots: text, slot name, text, slot name, …, text."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a page that the theme rendered with slot marks."""
        return cls(parts=tuple(_SLOT.split(html)))

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the slots, in order."""
        return self.parts[1::2]

    @property
    def digest(self) -> str:
        """Two frames with the same digest make the same pages."""
        return digest_of(*self.parts)

    def partly_filled(self, slots: Mapping[str, str]) -> Frame:
        """The frame with some of its slots filled, for many pages at once."""
        parts = [self.parts[0]]
        for name, text in zip(self.parts[1::2], self.parts[2::2], strict=True):
            if name in slots:
                parts[-1] += slots[name] + text
            else:
                parts += [name, text]
        return Frame(parts=tuple(parts))

    def fill(self, slots: Mapping[str, str]) -> bytes:
        """The page as UTF-8 bytes. Values are HTML already. Raises KeyError for a slot without value."""
        filled = list(_encoded(self.parts))
        filled[1::2] = [slots[name].encode() for name in self.slots]
        return b"".join(filled)


@lru_cache(maxsize=256)
def _encoded(parts: tuple[str, ...]) -> tuple[bytes, ...]:
    """Texts of a frame as UTF-8, once for all its pages."""
    return tuple(part.encode() for part in parts)


def record_frame(html: str) -> Frame:
    """The frame of records and lists, without the blanks around its blocks and the quotes of its links.

    Thousands of pages have them all. Elements within a line stay apart: without a style sheet they would run together.

    Raises:
        ValueError: the theme left out the content or invented a slot.
    """
    html = _AFTER_A_BLOCK.sub(r"\1", _BEFORE_A_BLOCK.sub("", _BLANKS.sub("\n", html.strip())))
    frame = Frame.cut(_PLAIN_LINK.sub(r"\1=\2", html))
    if "content" not in frame.slots or any(f"[[{_MARK}:" in part for part in frame.parts[::2]):
        raise ValueError(f"frame has slots {frame.slots}, wanted {SLOTS}")
    return frame


@dataclass(slots=True, kw_only=True)
class FrameSet:
    """Everything that the theme and the hand-written part of a school's site contribute."""

    columns: dict[str, Frame] = field(default_factory=dict)
    """For records and lists, by `frame_name`."""
    pages: dict[str, Frame] = field(default_factory=dict)
    """Pages that MkDocs makes, by their file's path below the site's root."""
    files: dict[str, str] = field(default_factory=dict)
    """Files that are copied as they are: path below the site's root -> path on this machine."""
    written: dict[str, bytes] = field(default_factory=dict)
    """Files that MkDocs or another plugin wrote, by path below the site's root."""


def frame_name(column: str, depth: int) -> str:
    """Name of a column's frame for pages so many folders below the root."""
    return f"{depth} {column}"
