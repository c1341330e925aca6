"""The theme's frame around a page: rendered once for each column and depth, filled once for each record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SLOT = re.compile(r"\[\[slot:([a-z_]+)\]\]")

SLOTS = ("title", "head", "content", "canonical")
"""What a frame leaves open: the page's title (text), extra head elements, main content, its URL from the site's root."""


def slot(name: str) -> str:
    """The mark that the theme leaves where a slot goes."""
    return f"[[slot:{name}]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rendered page cut at its slots: text, slot name, text, slot name, …, text."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Cut a page that the theme rendered with slot marks.

        Raises:
            ValueError: the theme left out the content or invented a slot.
        """
        parts = tuple(_SLOT.split(html))
        names = parts[1::2]
        if "content" not in names or not set(names) <= set(SLOTS):
            raise ValueError(f"frame has slots {names}, wanted {SLOTS}")
        return cls(parts=parts)

    def fill(self, slots: Mapping[str, str]) -> bytes:
        """The page as UTF-8 bytes. Values are HTML already."""
        filled = [part if index % 2 == 0 else slots[part] for index, part in enumerate(self.parts)]
        return "".join(filled).encode()
