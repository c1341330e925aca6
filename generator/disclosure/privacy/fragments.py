"""Masked numbers. One of them tells little; two that are masked in other places tell all (requirements B7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import plain
from disclosure.privacy.match import Match
from disclosure.privacy.names import name_beside

HIDDEN = "*"
_MASKED = re.compile(r"(?<![\dA-Za-z])(?=[\d*＊×●○■□█xX•]{0,19}\d)[\d*＊×●○■□█xX•]{11,19}(?![\d*＊×●○■□█•])")
HIDING_SIGNS = ("＊", "×", "●", "○", "■", "□", "█", "•", "***", "xxx", "XXX")
"""What stands for hidden digits."""
_SIGN = re.compile("[*＊×●○■□█•]|[xX](?!$)")
_LENGTHS = frozenset([11, 15, 16, 17, 18, 19])
_FEW = {18: 4, 15: 4}
"""Hidden digits that can be guessed, by length: the days of a year are 366, and the check digit leaves one in eleven."""
_FEW_OTHERS = 2


def find_fragments(text: str) -> Iterator[Match]:
    """Every masked number of the length of an ID, a card or a mobile number, with the name beside it."""
    if not any(sign in text for sign in HIDING_SIGNS):
        return
    for match in _MASKED.finditer(text):
        value = _SIGN.sub(HIDDEN, match[0])
        if len(value) in _LENGTHS and 2 * HIDDEN in value and _is_number(value):
            name = name_beside(text, match.start(), match.end())
            yield Match(PersonalData.FRAGMENT, plain(value), match.start(), match.end(), name)


def _is_number(value: str) -> bool:
    return sum(character.isdecimal() for character in value) >= 3


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


def shares(first: str, second: str) -> int:
    """Digits that two masked numbers both show in the same place."""
    return sum(one == other != HIDDEN for one, other in zip(first, second, strict=True))
