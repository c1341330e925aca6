"""Links of a body, found in what the Markdown parser makes of it, so that nothing in a code block counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import comrak

from disclosure.domain.record import Link
from disclosure.reading.nodes import Unreadable

_MAY_LINK = re.compile(r"\]\(|\]:|<[a-z]", re.IGNORECASE)
_MOST_LINKS = 5000
_INVISIBLE = re.compile("[\x00-\x1f]")
"""Browsers drop these from addresses."""


def links_in(body: str, *, first_line: int) -> tuple[Link, ...]:
    """Targets of all links and images of a body, Markdown's and HTML's, in order, each with its line of the file.

    Raises Unreadable (R117) for more links than a person would write.
    """
    if not ("[" in body or "<" in body) or not _MAY_LINK.search(body):
        return ()
    tags = _Tags()
    tags.feed(_html_of(body))
    tags.close()
    if len(tags.targets) > _MOST_LINKS:
        raise Unreadable(f"超过 {_MOST_LINKS} 个链接", line=first_line, code="R117", advice="把清单做成附件")
    rows = body.split("\n")
    return tuple(
        Link(target=clean, line=first_line + _line_of(target, line, body, rows) - 1, is_image=is_image)
        for target, line, is_image in tags.targets
        if (clean := _INVISIBLE.sub("", target).strip())
    )


def _html_of(body: str) -> str:
    """HTML as written, not to be shown to anybody: sanitising would drop the links that have to be reported."""
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.footnotes = rendering.unsafe_ = rendering.sourcepos = True
    return comrak.render_markdown(body, extension_options=extensions, render_options=rendering)


def _line_of(target: str, line: int, body: str, rows: list[str]) -> int:
    """The line that holds the target: where the tag stands, else where the target is written (`[1]: target`, HTML)."""
    if 0 < line <= len(rows) and target in rows[line - 1]:
        return line
    position = body.find(target)
    return body.count("\n", 0, position) + 1 if position >= 0 else line or 1


class _Tags(HTMLParser):
    """Collects the targets of links and images; Markdown's own tags know their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[tuple[str, int, bool]] = []
        """Target, line of the body or 0, whether it is an image."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by the parser for every tag that opens."""
        if tag in ("a", "img"):
            self.targets += _target(tag, dict(attrs))


def _target(tag: str, given: dict[str, str | None]) -> Iterator[tuple[str, int, bool]]:
    is_image = tag == "img"
    target = given.get("src" if is_image else "href")
    line = (given.get("data-sourcepos") or "").partition(":")[0]
    if target:
        yield target, int(line) if line.isdecimal() and len(line) < 8 else 0, is_image
