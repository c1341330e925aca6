"""Line breaks in Chinese source text: a browser shows them as spaces, which Chinese does not have."""

from __future__ import annotations

import re

_WIDE = "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
"""Chinese characters and their punctuation (the wide characters of CSS Text 3, §4.1.3, as far as Chinese has them)."""
_INLINE = "(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)"
_BREAK = re.compile(rf"(?<={_WIDE})((?:</{_INLINE}>)*)[ \t]*\n((?:<{_INLINE}(?: [^<>]*)?>)*)(?={_WIDE})")
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def join_chinese_lines(html: str) -> str:
    """Join lines of running text that end and begin with Chinese characters; preformatted text stays as it is."""
    parts = _PREFORMATTED.split(html)
    parts[::2] = [_BREAK.sub(r"\1\2", part) for part in parts[::2]]
    return "".join(parts)
