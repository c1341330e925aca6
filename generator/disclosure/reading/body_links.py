"""Links of a body, found in what the Markdown parser makes of it, so that nothing in a code block counts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import comrak

from disclosure.domain.record import Link

_MAY_LINK = re.compile(r"\]\(|\]:|<[a-z]", re.IGNORECASE)
_TARGET = re.compile(
    r"""<(a|img)\b[^>]{0,2000}?\b(?:href|src)\s*=\s*(?:"([^">]{1,2000})"|'([^'>]{1,2000})'|([^\s"'>]{1,2000}))""",
    re.IGNORECASE,
)


def links_in(body: str, *, first_line: int) -> tuple[Link, ...]:
    """Targets of all links and images of a body, Markdown's and HTML's, in order, each with a line of the file."""
    if not _MAY_LINK.search(body):
        return ()
    return tuple(
        Link(target=target, line=_line_of(target, body, first_line), is_image=tag.lower() == "img")
        for tag, *quoted in _TARGET.findall(_html_of(body))
        if (target := unescape("".join(quoted)))
    )


def _html_of(body: str) -> str:
    """HTML as written, not to be shown to anybody: sanitising would drop the links that have to be reported."""
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.footnotes = rendering.unsafe_ = True
    return comrak.render_markdown(body, extension_options=extensions, render_options=rendering)


def _line_of(target: str, body: str, first_line: int) -> int:
    """The line on which a target first stands, as it is or with its percent signs resolved; else the body's first."""
    positions = (body.find(spelling) for spelling in (target, unquote(target)))
    position = next((position for position in positions if position >= 0), 0)
    return first_line + body.count("\n", 0, position)
