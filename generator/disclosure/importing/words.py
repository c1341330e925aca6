"""The count at the end: every word of the source is in the draft, or in the list of what did not come along."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from string import punctuation

from disclosure.importing.losses import Losses

_MARKUP = frozenset(punctuation)
"""Characters that Markdown escapes or adds."""
_TAGS = re.compile("(?<!\\\\)</?(?:br|sup|sub)>")
"""What the conversion writes as HTML."""


def letters(text: str) -> str:
    """What has to be kept of a text: all but blanks, control characters and ASCII punctuation."""
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", text)
        if character not in _MARKUP and not character.isspace() and unicodedata.category(character)[0] != "C"
    )


def missing(pieces: Iterable[str], kept: str, told: Iterable[str]) -> tuple[list[str], str]:
    """Pieces that stand nowhere, and single characters of which there were more in the source than anywhere now.

    Args:
        pieces: runs of text, as the source has them.
        kept: title and body of the draft.
        told: what was listed as lost.
    """
    draft, listed = letters(_TAGS.sub("", kept)), letters("\n".join(told))
    source: Counter[str] = Counter()
    gone = []
    for piece in pieces:
        plain = letters(piece)
        if plain and plain not in draft and plain not in listed:
            gone.append(piece)
        else:
            source.update(plain)
    rest = source - Counter(draft + listed)
    return gone, "".join(sorted(rest.elements()))


def count_words(pieces: Iterable[str], kept: str, losses: Losses) -> None:
    """Put into the list whatever is in neither place. After this, nothing of the source is missing unsaid."""
    gone, rest = missing(pieces, kept, losses.texts())
    if gone:
        losses.lose(f"没有找到去处的文字 {len(gone)} 处", gone)
    if rest:
        losses.lose(f"重复出现、没有全部带过来的字 {len(rest)} 个", [rest])
