"""What masked numbers tell: one of them little, two that are masked in other places perhaps all (requirements B7)."""

from __future__ import annotations

HIDDEN = "*"
_FEW = {18: 4, 15: 4}
"""Hidden digits that can be guessed, by length: the days of a year are 366, and the check digit leaves one in eleven."""
_FEW_OTHERS = 2


def together(first: str, second: str) -> str | None:
    """What two masked numbers tell when they are laid upon each other; None where they are not the same number."""
    if len(first) != len(second):
        return None
    laid = []
    for one, other in zip(first, second, strict=True):
        if HIDDEN not in (one, other) and one != other:
            return None
        laid.append(other if one == HIDDEN else one)
    return "".join(laid)


def is_told(value: str) -> bool:
    """Whether a masked number hides so little that it can be guessed."""
    return value.count(HIDDEN) <= _FEW.get(len(value), _FEW_OTHERS)
