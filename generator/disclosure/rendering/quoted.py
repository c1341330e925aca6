"""Text of unknown origin in Markdown for a git host's comments and issues: it is shown, and does nothing.

Hosts look for more than Markdown: `@name` pings somebody, `#12`, `!12`, `GH-12` and `%3` lead to other things and tell them so,
addresses become links, `:word:` a picture, `$` a formula. They look for it in the text that Markdown has already been
made of, so that neither a backslash nor an entity helps. What means something is therefore written with the full-width sign
that looks the same, which is how Chinese is written anyway.
"""

from __future__ import annotations

import re

from disclosure.errors.formats.visible import visible

_MEANINGFUL = "!#$%&*<>@[\\]^`{|}~"
_FULL_WIDTH = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in _MEANINGFUL} | {ord("_"): r"\_"}
_COLON = re.compile(r":(?!\d)|(?<!\d):")
"""In an address, in front of a picture's name; not in a time of day."""
_WWW = re.compile(r"(www)\.", re.IGNORECASE)
_TICKET = re.compile(r"\b([A-Za-z]{1,10})-(?=\d)")
_COMMIT = re.compile(r"\b(?=\d*[a-f])(?=[a-f]*\d)([0-9a-f]{4})(?=[0-9a-f]{3,60}\b)")
_BEGINS_A_BLOCK = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")


def quoted(text: str, *, most: int = 300) -> str:
    """A text on one line that no host takes for anything but text. A long one is cut, with `…` at its end.

    Args:
        most: characters.
    """
    line = cut(" ".join(visible(text).split()), most)
    line = _WWW.sub("\\1．", _COLON.sub("：", line))
    line = _COMMIT.sub("\\1\u2060", _TICKET.sub("\\1\u2011", line)).translate(_FULL_WIDTH)
    return _BEGINS_A_BLOCK.sub(r"\1\\", line)


def cut(text: str, most: int) -> str:
    """The beginning of a text that is too long."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
