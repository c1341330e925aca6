"""Line breaks in Chinese source text: a browser shows them as spaces, which Chinese does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WIDE = "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
"""Chinese characters and their punctuation (the wide characters of CSS Text 3, §4.1.3, as far as Chinese has them)."""
_INLINE = "(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)"
_BEFORE = re.compile(rf"{_WIDE}(?:</{_INLINE}>)*[ \t]*\Z")
_BREAK = re.compile(rf"\n(?=(?:<{_INLINE}(?: [^<>]*)?>)*{_WIDE})")
"""A line end before a Chinese character. Most line ends are those of blocks and are told by what comes after."""
_TAIL = 200
"""Characters before a break in which the text, closing tags and blanks that belong to it are looked for."""
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def join_chinese_lines(html: str) -> str:
    """Join lines of running text that end and begin with Chinese characters; preformatted text stays as it is."""
    if "<pre" not in html:
        return _joined(html)
    parts = _PREFORMATTED.split(html)
    parts[::2] = [_joined(part) for part in parts[::2]]
    return "".join(parts)


def _joined(html: str) -> str:
    kept, start = [], 0
    for position in _breaks(html):
        kept.append(html[start:position].rstrip(" \t"))
        start = position + 1
    return "".join([*kept, html[start:]]) if kept else html


def _breaks(html: str) -> Iterator[int]:
    """Positions of the line ends that have to go."""
    for match in _BREAK.finditer(html):
        position = match.start()
        if _BEFORE.search(html, max(0, position - _TAIL), position):
            yield position
