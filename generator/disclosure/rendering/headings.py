"""Headings of a body, so that none skips a level: who reads by headings misses nothing (WCAG 1.3.1, 2.4.6)."""

from __future__ import annotations

import re

_HEADING = re.compile(r"<(/?)h([1-6])\b")
_TOP = 2
"""The page's own title is the h1."""


def headings_in_order(html: str) -> str:
    """The same HTML with its highest headings as h2, and each at most one level below the one that it stands under."""
    levels = {int(level) for _, level in _HEADING.findall(html)}
    if not levels or (levels == {_TOP}):
        return html
    above: list[int] = []

    def renamed(match: re.Match[str]) -> str:
        level = int(match[2])
        if not match[1]:
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
        return f"<{match[1]}h{min(_TOP - 1 + len(above), 6)}"

    return _HEADING.sub(renamed, html)
