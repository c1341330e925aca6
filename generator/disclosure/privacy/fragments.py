"""Masked numbers. One of them tells little; two that are masked in other places tell all (requirements B7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy.digits import plain
from disclosure.privacy.masked import HIDDEN
from disclosure.privacy.match import Match
from disclosure.privacy.names import name_beside
from disclosure.privacy.signs import HIDING_SIGNS

_MASKED = re.compile(r"(?<![\dA-Za-z])(?=[\d*＊×●○■□█xX•]{0,19}\d)[\d*＊×●○■□█xX•]{11,19}(?![\d*＊×●○■□█•])")
_SIGN = re.compile("[*＊×●○■□█•]|[xX](?!$)")
_LENGTHS = frozenset([11, 15, 16, 17, 18, 19])


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
