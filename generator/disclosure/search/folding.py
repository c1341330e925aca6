"""Whole texts folded at once, by numpy: a character becomes the number of what it counts as."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure.search.characters import END, folded_character

if TYPE_CHECKING:  # loading it takes longer than a build in which a few texts changed
    import numpy as np
    from numpy.typing import NDArray

BETWEEN = "\x00"
"""Stands between texts, and counts as itself: number 0."""
_SKIP, _LONGER, _NEW = 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF
"""Stand in the table for what is not seen, what counts as several characters, what has not been met."""


@dataclass(slots=True)
class Folding:
    """Folds whole texts by a table that grows with the characters that are met, and numbers these in that order."""

    table: NDArray[np.uint32] | None = None
    """The number of what each character counts as."""
    numbers: dict[str, int] = field(default_factory=lambda: {BETWEEN: 0, END: 1})
    """Of folded characters."""
    longer: dict[str, str] = field(default_factory=dict)
    """Characters that count as several: `㎡`."""

    def folded(self, text: str) -> NDArray[np.uint32]:
        """Numbers of a text's folded characters."""
        found = self._looked_up(text)
        if found.max() == _LONGER:
            for character, several in self.longer.items():
                text = text.replace(character, several)
            found = self._looked_up(text)
        return found.compress(found != _SKIP)

    def _looked_up(self, text: str) -> NDArray[np.uint32]:
        import numpy as np

        if self.table is None:
            self.table = np.full(0x110000, _NEW, dtype=np.uint32)
        raw = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        found = self.table.take(raw)
        if found.max() == _NEW:
            for code in np.unique(raw[found == _NEW]).tolist():
                self.table[code] = self._number(chr(code))
            found = self.table.take(raw)
        return found

    def _number(self, character: str) -> int:
        folded = character if character == BETWEEN else folded_character(character)
        if len(folded) > 1:
            self.longer[character] = folded
            return _LONGER
        return self.numbers.setdefault(folded, len(self.numbers)) if folded else _SKIP
