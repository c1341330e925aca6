"""From texts to pairs of characters and the texts that hold them, by numpy.

Ten thousand records hold some eleven million pairs. Sorted as numbers by numpy they take a third of a second; in sets and
dictionaries of Python they would take four.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from disclosure.search.characters import END
from disclosure.search.folding import BETWEEN, Folding
from disclosure.search.lists import ALPHABET, BITS, MAP, MAX_TEXTS, MISSING, STEPS

if TYPE_CHECKING:  # loading it takes longer than a build in which a few texts changed
    import numpy as np
    from numpy.typing import NDArray

    Keys = NDArray[np.unsignedinteger[Any]]
    """A pair, as numbers of its two characters, and the number of a text that holds it, all in one number."""

_CHARACTER_BITS = 21
_TEXT_BITS = MAX_TEXTS.bit_length() - 1
_LETTERS = ALPHABET.encode().ljust(256)

Fields = tuple[str, str, str]
"""What is searched of a text: its title, its numbers, everything else."""
Posting = tuple[str, str, str]
"""Two characters, and the lists (`lists.py`) of texts that hold the pair of them: anywhere; in the title; among the numbers.

`;` stands before titles and again before numbers; lists at the end are left out where they are empty.
"""


_FOLDING = Folding()


def postings(texts: Sequence[Fields], *, folding: Folding = _FOLDING) -> Iterator[Posting]:
    """Every pair of neighbouring characters, in the order of their code points, with the texts that hold it.

    The last character of a field makes a pair with END.

    Args:
        texts: at most MAX_TEXTS; none of them must hold the character 0.
        folding: what has been met so far.
    """
    import numpy as np

    titles, numbers, anywhere = _keys(texts, folding)
    known = len(folding.numbers)
    pairs, lists = _lists(anywhere, len(texts))
    for keys, marks in ((titles, 1), (numbers, 2)):
        found, of_field = _lists(keys, len(texts))
        for at, one in zip(np.searchsorted(pairs, found).tolist(), of_field, strict=True):
            lists[at] += ";" * (marks - lists[at].count(";")) + one
    codes = np.fromiter(map(ord, folding.numbers), dtype=np.int64, count=known)
    firsts, seconds = codes[(pairs // known).astype(np.int64)], codes[(pairs % known).astype(np.int64)]
    order = np.argsort(firsts << _CHARACTER_BITS | seconds)
    in_order = map(lists.__getitem__, order.tolist())
    return zip(map(chr, firsts[order].tolist()), map(chr, seconds[order].tolist()), in_order, strict=True)


def load_numpy() -> None:
    """Load it now, for all copies that are going to be made of this process: it takes as long as two thousand texts."""
    import numpy  # noqa: F401


def _keys(texts: Sequence[Fields], folding: Folding) -> list[Keys]:
    """Pairs in titles, in numbers, anywhere: sorted, each once."""
    import numpy as np

    count = len(texts)
    codes = folding.folded(BETWEEN.join(["", *chain.from_iterable(zip(*texts, strict=True)), ""]))
    known = len(folding.numbers)
    kind = np.uint32 if known * known * MAX_TEXTS < 1 << 32 else np.uint64
    between = np.flatnonzero(codes == 0)
    keys: Keys = codes.astype(kind)
    keys[:-1] = keys[:-1] * kind(known) + codes[1:]
    keys[between[1:] - 1] += kind(folding.numbers[END])
    keys <<= kind(_TEXT_BITS)
    keys[: between[-1]] |= np.repeat(np.tile(np.arange(count, dtype=kind), 3), np.diff(between))
    none = kind(np.iinfo(kind).max)
    keys[between] = none
    parts = keys[: between[count]].copy(), keys[between[count] : between[2 * count]].copy(), keys
    return [_sorted_once(part, none) for part in parts]


def _sorted_once(keys: Keys, none: np.unsignedinteger[Any]) -> Keys:
    keys.sort()
    keys = keys[: keys.searchsorted(none)]
    return keys.compress(_is_first(keys))


def _is_first(values: NDArray[np.integer[Any]]) -> NDArray[np.bool]:
    """Where a value differs from the one before it."""
    import numpy as np

    return np.append(True, values[1:] != values[:-1])[: values.size]


def _lists(keys: Keys, count: int) -> tuple[Keys, list[str]]:
    """The pairs in some keys, and the list of each as `lists.written` writes it."""
    import numpy as np

    pairs: Keys = keys >> keys.dtype.type(_TEXT_BITS)
    first = np.flatnonzero(_is_first(pairs))
    if not first.size:
        return pairs, []
    numbers = (keys & MAX_TEXTS - 1).astype(np.int16)
    held = np.diff(first, append=keys.size)
    gaps = _gaps(numbers, first)
    lengths = (
        held + np.add.reduceat(gaps > STEPS, first, dtype=np.int64),
        numbers[first + held - 1] // BITS + 2,
        count - held + 1,
    )
    way = np.argmin(lengths, axis=0)
    steps, maps, rest = (way == one for one in range(3))
    lists = [""] * first.size
    _fill(lists, steps, _in_steps(gaps.compress(np.repeat(steps, held)), held[steps]))
    table = _table(numbers.compress(np.repeat(maps, held)), held[maps], count)
    letters, width = _in_letters(np.packbits(table, bitorder="little")), table.shape[1]
    ends = lengths[1][maps] - 1 + np.arange(table.shape[0]) * width
    _fill(lists, maps, [MAP + letters[row * width : end] for row, end in enumerate(ends.tolist())])
    table = _table(numbers.compress(np.repeat(rest, held)), held[rest], count)
    row, missing = np.nonzero(~table[:, :, :BITS].reshape(len(table), width * BITS)[:, :count])
    gaps = _gaps(missing, np.flatnonzero(_is_first(row)))
    _fill(lists, rest, [MISSING + one for one in _in_steps(gaps, count - held[rest])])
    return pairs[first], lists


def _fill(lists: list[str], where: NDArray[np.bool], some: list[str]) -> None:
    for at, one in zip(where.nonzero()[0].tolist(), some, strict=True):
        lists[at] = one


def _table(numbers: NDArray[np.int16], held: NDArray[np.int64], count: int) -> NDArray[np.bool]:
    """Which lists hold which texts: a row for each list, eight places for each letter, of which the first six are used."""
    import numpy as np

    letters = -(-count // BITS)
    place = np.arange(count) // BITS * 8 + np.arange(count) % BITS
    table = np.zeros((held.size, letters, 8), dtype=bool)
    table.reshape(-1)[np.repeat(np.arange(held.size) * (letters * 8), held) + place[numbers]] = True
    return table


def _gaps(numbers: NDArray[np.integer[Any]], first: NDArray[np.int64]) -> NDArray[np.uint16]:
    """Steps from number to number in lists that lie one after the other."""
    import numpy as np

    gaps = np.diff(numbers, prepend=numbers.dtype.type(-1))
    gaps[first] = numbers[first] + 1
    return gaps.astype(np.uint16)


def _in_steps(gaps: NDArray[np.uint16], held: NDArray[np.int64]) -> list[str]:
    """Lists in steps; `held` tells how many each holds."""
    import numpy as np

    is_wide = gaps > STEPS
    ends = np.append(0, np.cumsum(1 + is_wide))
    values = np.empty(ends[-1], dtype=np.uint8)
    values[ends[1:] - 1] = (gaps - 1) % STEPS
    values[ends[1:][is_wide] - 2] = STEPS - 1 + (gaps[is_wide] - 1) // STEPS
    text = _in_letters(values)
    return [text[begin:end] for begin, end in pairwise([0, *ends[np.cumsum(held)].tolist()])]


def _in_letters(values: NDArray[np.uint8]) -> str:
    return values.tobytes().translate(_LETTERS).decode()
