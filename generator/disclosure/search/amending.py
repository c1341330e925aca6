"""A few texts of many took other words: the sections are brought to what indexing all of the texts anew would give.

That saves reading the others, and loading numpy.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from disclosure.search.characters import END, folded_character
from disclosure.search.lists import is_in, texts_in, written
from disclosure.search.postings import Fields
from disclosure.search.shards import sections, shard_of

_Pair = tuple[str, str]
_Held = tuple[Collection[_Pair], Collection[_Pair], Collection[_Pair]]
"""The pairs that a text holds anywhere, in its title, among its numbers: in the order of a posting's lists."""


def amended(old: Sequence[str], texts: Mapping[int, Fields], *, count: int) -> list[str]:
    """A part's sections after some of its texts were replaced.

    Args:
        old: by number of the shard.
        texts: the new ones by their numbers.
        count: how many texts the part has, before and after.
    """
    held = {number: _held(fields) for number, fields in texts.items()}
    new: list[list[_Pair]] = [[] for _ in old]
    for pair in {pair for anywhere, *_ in held.values() for pair in anywhere}:
        new[shard_of(*pair, len(old))].append(pair)
    return [_amended(section, pairs, held, count) for section, pairs in zip(old, new, strict=True)]


def _held(fields: Fields) -> _Held:
    title, number, text = (_pairs(one) for one in fields)
    return title | number | text, title, number


def _pairs(text: str) -> set[_Pair]:
    folded = "".join(map(folded_character, text))
    return set(zip(folded, folded[1:] + END, strict=False)) if folded else set()


def _amended(section: str, new: Sequence[_Pair], held: Mapping[int, _Held], count: int) -> str:
    postings = _postings(section)
    is_changed = False
    for pair in [*postings, *(pair for pair in new if pair not in postings)]:
        lists = postings.get(pair, ["", "", ""])
        for field, one in enumerate(lists):
            other = [number for number, pairs in held.items() if (pair in pairs[field]) != is_in(number, one)]
            if other:
                lists[field] = written(sorted({*texts_in(one, count=count)}.symmetric_difference(other)), count=count)
                postings[pair], is_changed = lists, True
    if not is_changed:
        return section
    kept = ((*pair, ";".join(lists).rstrip(";")) for pair, lists in sorted(postings.items()) if lists[0])
    return sections(kept, shards=1)[0]


def _postings(section: str) -> dict[_Pair, list[str]]:
    """What was written into a section: always three lists."""
    found = {}
    for line in section.split("\n") if section else []:
        for entry in line[1:].split(" "):
            lists = entry[1:].split(";")
            found[line[0], entry[0]] = lists + [""] * (3 - len(lists))
    return found
