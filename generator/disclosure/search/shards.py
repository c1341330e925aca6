"""Postings cut into shards: a reader's browser loads only those that hold the pairs it asks for."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.search.postings import Pair

_TEXTS_PER_SHARD = 6
"""A shard of so many texts of a thousand characters holds some 8 KB."""
_FEWEST, _MOST = 16, 512
SPREAD = 8
"""The pairs of one first character lie in so many shards: a search for one character loads all of them."""

Fields = tuple[Mapping[Pair, str], Mapping[Pair, str], Mapping[Pair, str]]
"""Postings of whole texts, of titles, of numbers."""


def shards_for(texts: int) -> int:
    """How many shards so many texts are cut into: a power of two."""
    wanted = texts // _TEXTS_PER_SHARD
    return min(_MOST, max(_FEWEST, 1 << wanted.bit_length()))


def sections(fields: Fields, *, shards: int) -> list[str]:
    """A section for each shard; in which one a pair lies, `search.js` computes the same way.

    One line for each first character: the character, then for each second character the character and its postings;
    a blank between two of them, `;` before titles and again before numbers. No folded text holds blanks or line breaks.
    """
    texts, titles, numbers = fields
    cut: list[dict[str, list[str]]] = [{} for _ in range(shards)]
    for pair, steps in texts.items():
        if pair in numbers:
            steps = f"{steps};{titles.get(pair, '')};{numbers[pair]}"
        elif pair in titles:
            steps = f"{steps};{titles[pair]}"
        first, second = pair
        cut[(ord(first) * SPREAD + ord(second) % SPREAD) % shards].setdefault(first, []).append(second + steps)
    return ["\n".join([first + " ".join(seconds) for first, seconds in lines.items()]) for lines in cut]
