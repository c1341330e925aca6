"""Filling of frames: what a page is called, where it lies, how old it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from html import escape

from disclosure.caching.stamps import digest_of, text_digest
from disclosure.domain import urls
from disclosure.publishing.output import OutputFile
from disclosure.rendering.frame import Frame, frame_name
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words

FrameFor = Callable[[str, int], Frame]
"""The theme's frame for a column's path and a page's depth below the root."""


def counts(site: Site) -> dict[str, str]:
    """How many current records each column lists, for the navigation of every frame."""
    return {f"count:{column.path}": str(site.count(column)) for column in site.edition.catalogue.walk()}


def dated(word: str, day: date | None) -> str:
    """How old a page is, for its foot: `本页更新于 2026年9月1日`."""
    return f"{word} <time datetime={day}>{day_in_words(day)}</time> " if day else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """The frames of one build, filled with what all pages share."""

    frame_for: FrameFor
    site: Site
    basis: str = ""
    """Digest of what every page depends on: product, school, catalogue, edition."""
    _ready: dict[str, tuple[Frame, str]] = field(default_factory=dict)

    def page(
        self, url: str, *, title: str, column: str, key: str, content: Callable[[], str], head: Callable[[], str], changed: date | None
    ) -> OutputFile:  # fmt: skip
        """A page in the frame of a column.

        Args:
            title: plain text.
            key: all that content and head are made from, beside `basis`.
            changed: the last day on which the page's text changed.
        """
        frame, frame_key = self._frame(column, urls.depth_of(url))

        def make() -> bytes:
            canonical = escape(self.site.edition.school.site_url + url)
            return frame.fill({
                "title": escape(title), "head": head(), "content": content(), "canonical": canonical,
                "dated": dated("本页更新于", changed),
            })  # fmt: skip

        return OutputFile(
            path=f"{url}index.html", key=text_digest(f"{frame_key}\n{url}\n{title}\n{changed}\n{key}"), make=make
        )

    def _frame(self, column: str, depth: int) -> tuple[Frame, str]:
        name = frame_name(column, depth)
        if name not in self._ready:
            frame = self.frame_for(column, depth).partly_filled(counts(self.site))
            self._ready[name] = (frame, digest_of(self.basis, frame.digest))
        return self._ready[name]
