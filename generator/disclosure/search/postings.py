"""From texts to pairs of characters and the texts that hold them. The only place that knows numpy.

Ten thousand records hold some eleven million pairs. Sorted as numbers by numpy they take a second; in sets and
dictionaries of Python they would take four.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure.search.characters import folded_character

if TYPE_CHECKING:  # loading it takes longer than a build that changes no text
    import numpy as np
    from numpy.typing import NDArray

END = "|"
"""The second character of a text's last pair, so that a single character is always the first of one."""

_BETWEEN = "\x00"
_SKIP = 0xFFFFFFFF
_TEXT_BITS = 9
MAX_TEXTS = 1 << _TEXT_BITS
"""How many texts can be told apart."""
_CHARACTER_BITS = 21

_ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in '"\\;']
"""Printed characters that JSON writes as they are; `;` stands between fields."""
_STEPS = 80


def _step(gap: int) -> str:
    """How far to go to the next text, at least 1: one character up to 80, else two."""
    return (
        _ALPHABET[gap - 1]
        if gap <= _STEPS
        else _ALPHABET[_STEPS - 1 + (gap - 1) // _STEPS] + _ALPHABET[(gap - 1) % _STEPS]
    )


_STEP = ["", *(_step(gap) for gap in range(1, MAX_TEXTS + 1))]

Pair = tuple[str, str]


@dataclass(slots=True)
class Folding:
    """Folds whole texts by a table that grows with the characters that are met."""

    table: NDArray[np.uint32] | None = None
    known: set[str] = field(default_factory=set)
    longer: dict[str, str] = field(default_factory=dict)
    """Characters that count as several: `㎡`."""

    def codes(self, texts: Sequence[str]) -> NDArray[np.uint32]:
        """Folded characters of all texts as numbers, a zero between two texts."""
        import numpy as np

        joined = _BETWEEN.join(texts)
        distinct = set(joined)
        table = self._table_with(distinct - self.known)
        for character in distinct & self.longer.keys():
            joined = joined.replace(character, self.longer[character])
        codes: NDArray[np.uint32] = table[np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32)]
        seen: NDArray[np.uint32] = codes[codes != _SKIP]
        return seen

    def _table_with(self, characters: Iterable[str]) -> NDArray[np.uint32]:
        import numpy as np

        table = np.arange(0x110000, dtype=np.uint32) if self.table is None else self.table
        for character in characters:
            self.known.add(character)
            as_one = character if character == _BETWEEN else folded_character(character)
            if len(as_one) > 1:
                self.longer[character] = as_one
            else:
                table[ord(character)] = ord(as_one) if as_one else _SKIP
        self.table = table
        return table


_FOLDING = Folding()


def postings(texts: Sequence[str]) -> Mapping[Pair, str]:
    """For every pair of neighbouring characters, in order, the texts that hold it.

    Args:
        texts: at most MAX_TEXTS; a text must not hold the character 0.

    Returns:
        Steps from each text to the next, the first counted from -1, see `search.js`.
    """
    import numpy as np

    codes = _FOLDING.codes(texts).astype(np.uint64)
    number = np.cumsum(codes == 0, dtype=np.uint64)
    first, second = codes, np.append(codes[1:], np.uint64(0))
    pairs = (first << np.uint64(_CHARACTER_BITS)) | np.where(second == 0, np.uint64(ord(END)), second)
    keys = np.sort(((pairs << np.uint64(_TEXT_BITS)) | number)[first != 0])
    if not keys.size:
        return {}
    keys = keys[np.append(True, keys[1:] != keys[:-1])]
    return _in_steps(keys)


def _in_steps(keys: NDArray[np.uint64]) -> Mapping[Pair, str]:
    import numpy as np

    pairs = keys >> np.uint64(_TEXT_BITS)
    begins = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    numbers = (keys & np.uint64(MAX_TEXTS - 1)).astype(np.int64)
    gaps = np.diff(numbers, prepend=-1)
    gaps[begins] = numbers[begins] + 1
    steps = [_STEP[gap] for gap in gaps.tolist()]
    ends = [*begins.tolist()[1:], len(steps)]
    return {
        (chr(pair >> _CHARACTER_BITS), chr(pair & (1 << _CHARACTER_BITS) - 1)): "".join(steps[begin:end])
        for pair, begin, end in zip(pairs[begins].tolist(), begins.tolist(), ends, strict=True)
    }
