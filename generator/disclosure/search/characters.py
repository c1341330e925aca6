"""Which characters count as the same when a reader searches: `search.js` folds what is asked in the very same way."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

END = "|"
"""The second character of a text's last pair, so that a single character is always the first of one."""

_UNSEEN = re.compile("[\\s\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]")
"""Blanks and what has no shape: line breaks of a file or a table stand between no two characters."""


@cache
def folded_character(character: str) -> str:
    """What one character counts as: width, case and compatibility forms do not matter; '' for what is not seen.

    Character by character, not as a whole text, so that the place of a hit in the page can be told.
    """
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", character).lower())
