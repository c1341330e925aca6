"""Postings cut into shards: a reader's browser loads only those that hold the pairs it asks for."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.search.postings import Posting

_TEXTS_PER_SHARD = 6
_COUNTS = (8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384)
"""How many shards there may be: few counts, since another count changes all shards; each a multiple of SPREAD."""
SPREAD = 8
"""The pairs of one first character lie in so many shards: a search for one character loads all of them."""


def shards_for(texts: int) -> int:
    """How many shards so many texts are cut into."""
    return next((count for count in _COUNTS if count * _TEXTS_PER_SHARD >= texts), _COUNTS[-1])


def shard_of(first: str, second: str, shards: int) -> int:
    """In which shard a pair lies; `search.js` computes the same."""
    return (ord(first) * SPREAD + ord(second) % SPREAD) % shards


def sections(postings: Iterable[Posting], *, shards: int) -> list[str]:
    """A section for each shard, of postings in order.

    One line for each first character: the character, then for each second character the character and its lists;
    a blank between two of them. No folded text holds blanks or line breaks.
    """
    cut: list[dict[str, list[str]]] = [{} for _ in range(shards)]
    for first, second, lists in postings:
        cut[shard_of(first, second, shards)].setdefault(first, []).append(second + lists)
    return ["\n".join([first + " ".join(seconds) for first, seconds in lines.items()]) for lines in cut]
