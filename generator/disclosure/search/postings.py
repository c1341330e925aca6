"""From texts to pairs of characters and the texts that hold them. The only place that knows numpy.

Ten thousand records hold some eleven million pairs. Sorted as numbers by numpy they take a second; in sets and
dictionaries of Python they would take four.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure.search.characters import folded_character

if TYPE_CHECKING:  # loading it takes longer than a build that changes no text
    import numpy as np
    from numpy.typing import NDArray

END = "|"
"""The second character of a text's last pair, so that a single character is always the first of one."""

_BETWEEN = "\x00"
_SKIP, _LONGER, _NEW = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
"""Stand in the table for what is not seen, what counts as several characters, what has not been met."""
_TEXT_BITS = 9
MAX_TEXTS = 1 << _TEXT_BITS
"""How many texts can be told apart."""
_CHARACTER_BITS = 21

_ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in '"\\;']
"""Printed characters that JSON writes as they are; `;` stands between fields."""
_STEPS = 80
"""A step to the next text, at least 1, is one character of the alphabet up to here, else two: how often 80, and the rest."""


Pair = tuple[str, str]


@dataclass(slots=True)
class Folding:
    """Folds whole texts by a table that grows with the characters that are met."""

    table: NDArray[np.uint32] | None = None
    """What each character counts as; _NEW where that has not been asked yet."""
    longer: dict[str, str] = field(default_factory=dict)
    """Characters that count as several: `㎡`."""

    def codes(self, texts: Sequence[str]) -> NDArray[np.uint32]:
        """Folded characters of all texts as numbers, a zero between two texts."""
        joined = _BETWEEN.join(texts)
        raw = _numbers(joined)
        folded = self._looked_up(raw)
        if (folded == _LONGER).any():
            for character, several in self.longer.items():
                joined = joined.replace(character, several)
            folded = self._looked_up(_numbers(joined))
        seen: NDArray[np.uint32] = folded[folded != _SKIP]
        return seen

    def _looked_up(self, raw: NDArray[np.uint32]) -> NDArray[np.uint32]:
        import numpy as np

        table = np.full(0x110000, _NEW, dtype=np.uint32) if self.table is None else self.table
        folded: NDArray[np.uint32] = table[raw]
        new = np.unique(raw[folded == _NEW]).tolist()
        for code in new:
            as_one = chr(code) if code == 0 else folded_character(chr(code))
            if len(as_one) > 1:
                self.longer[chr(code)] = as_one
            table[code] = _LONGER if len(as_one) > 1 else ord(as_one) if as_one else _SKIP
        self.table = table
        return table[raw] if new else folded


def _numbers(text: str) -> NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


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
    """One text for all steps, cut at the pairs."""
    import numpy as np

    pairs = keys >> np.uint64(_TEXT_BITS)
    begins = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    numbers = (keys & np.uint64(MAX_TEXTS - 1)).astype(np.int64)
    gaps = np.diff(numbers, prepend=-1)
    gaps[begins] = numbers[begins] + 1
    wide = gaps > _STEPS
    ends = np.cumsum(1 + wide)
    alphabet = np.frombuffer("".join(_ALPHABET).encode(), dtype=np.uint8)
    steps = np.empty(int(ends[-1]), dtype=np.uint8)
    steps[ends - 1] = alphabet[(gaps - 1) % _STEPS]
    steps[ends[wide] - 2] = alphabet[_STEPS - 1 + (gaps[wide] - 1) // _STEPS]
    text = steps.tobytes().decode()
    cuts = [0, *ends[begins[1:] - 1].tolist(), len(text)]
    return {
        (chr(pair >> _CHARACTER_BITS), chr(pair & (1 << _CHARACTER_BITS) - 1)): text[begin:end]
        for pair, begin, end in zip(pairs[begins].tolist(), cuts, cuts[1:], strict=False)
    }
