"""Text of unknown origin made safe to show: what a terminal obeys, XML forbids or nobody sees becomes visible."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""All that XML 1.0 (§2.2, Char) forbids; terminal control; marks that turn text around (Unicode UAX #9)."""


def visible(text: str) -> str:
    r"""Text with its unseen characters written out, `\x1b` for an escape character. Line breaks and tabs stay.

    A report quotes what a stranger wrote in a pull request: it must not repaint the reader's terminal, and an
    unseen character is often the very thing that has to be mended.
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def one_line(text: str) -> str:
    """The same on one line, for headings and names."""
    return visible(" ".join(text.split("\n")))


def with_remedy(message: str, hint: str) -> str:
    """What is wrong and, on the next line, how to mend it."""
    return visible(f"{message}\n怎么改：{hint}" if hint else message)
