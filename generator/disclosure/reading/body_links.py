"""Links of a body, found by the same Markdown parser that renders it, so that nothing in a code block counts."""

from __future__ import annotations

import re
from collections.abc import Callable

import comrak

from disclosure.domain.record import Link

_MAY_LINK = re.compile(r"\]\(|\]:|<[a-z]", re.IGNORECASE)
_HTML_TARGET = re.compile(r"""<(a|img)\b[^>]{0,2000}?\b(?:href|src)\s*=\s*["']([^"'>]{1,2000})["']""", re.IGNORECASE)


def links_in(body: str, *, first_line: int) -> tuple[Link, ...]:
    """Targets of all links and images of a body, in order, each with a line of the file."""
    if not _MAY_LINK.search(body):
        return ()
    found: list[tuple[str, bool]] = []

    def keep(*, is_image: bool) -> Callable[[str], str]:
        def rewrite(target: str) -> str:
            found.append((target, is_image))
            return target

        return rewrite

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.footnotes = True
    extensions.link_url_rewriter = keep(is_image=False)
    extensions.image_url_rewriter = keep(is_image=True)
    comrak.render_markdown(body, extension_options=extensions)
    found += [(target, tag.lower() == "img") for tag, target in _HTML_TARGET.findall(body)]
    return tuple(
        Link(target=target, line=_line_of(target, body, first_line), is_image=is_image) for target, is_image in found
    )


def _line_of(target: str, body: str, first_line: int) -> int:
    position = body.find(target)
    return first_line + body.count("\n", 0, position) if position >= 0 else first_line
