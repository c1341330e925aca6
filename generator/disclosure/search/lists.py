"""How a list of texts is written: 512 texts at most, in one of three ways, the shortest. `search.js` reads it.

* steps: from each text to the next, the first counted from -1; a step of up to 80 is one character of the alphabet, a
  longer one two: how often 80, and the rest;
* `~` and a bit map: each character stands for six texts, the lowest bit for the first of them, without zeros at the end;
* `}` and the steps of the texts that are missing.

`postings.py` writes all lists of many texts at once in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MAX_TEXTS = 512
"""How many texts can be told apart."""
ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\;')
"""Printed characters that JSON writes as they are; `;` stands between fields."""
STEPS = 80
"""So many steps are one character."""
BITS = 6
"""In a character of a bit map."""
MAP, MISSING = "~", "}"
"""Marks of the other ways. No step that is possible begins with these."""

_VALUES = {character: value for value, character in enumerate(ALPHABET)}


def written(numbers: Iterable[int], *, count: int) -> str:
    """Some of so many texts, in order, as a list; '' for none of them.

    The shortest way is taken, the one that was named first above where two are; a missing text is counted as one character.
    """
    held = list(numbers)
    if not held:
        return ""
    bits = sum(1 << number for number in held)
    steps = _in_steps(held)
    bit_map = MAP + "".join(ALPHABET[bits >> at & (1 << BITS) - 1] for at in range(0, held[-1] + 1, BITS))
    if count - len(held) + 1 < min(len(steps), len(bit_map)):
        return MISSING + _in_steps(number for number in range(count) if not bits >> number & 1)
    return min(steps, bit_map, key=len)


def _in_steps(numbers: Iterable[int]) -> str:
    steps, before = [], -1
    for number in numbers:
        more, rest = divmod(number - before - 1, STEPS)
        steps.append(ALPHABET[STEPS - 1 + more] + ALPHABET[rest] if more else ALPHABET[rest])
        before = number
    return "".join(steps)


def texts_in(written_list: str, *, count: int) -> list[int]:
    """The reverse of `written`."""
    mark, rest = written_list[:1], written_list[1:]
    if mark == MAP:
        return [
            BITS * place + bit
            for place, character in enumerate(rest)
            for bit in range(BITS)
            if _VALUES[character] >> bit & 1
        ]
    if mark == MISSING:
        missing = set(_stepped(rest))
        return [number for number in range(count) if number not in missing]
    return list(_stepped(written_list))


def is_in(number: int, written_list: str) -> bool:
    """Whether a list has a text; one of as many as the list was written for."""
    mark = written_list[:1]
    if mark == MAP:
        place = 1 + number // BITS
        return place < len(written_list) and bool(_VALUES[written_list[place]] >> number % BITS & 1)
    if mark == MISSING:
        return number not in _stepped(written_list[1:])
    return number in _stepped(written_list)


def _stepped(steps: str) -> Iterator[int]:
    at, values = -1, map(_VALUES.__getitem__, steps)
    for value in values:
        at += value + 1 if value < STEPS else (value - STEPS + 1) * STEPS + next(values) + 1
        yield at
