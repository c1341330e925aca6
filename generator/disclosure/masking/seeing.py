"""What there is to mask in a piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from disclosure.domain.personal_data import PersonalData
from disclosure.masking.rules import settled
from disclosure.privacy.finder import find
from disclosure.privacy.match import Match

NUMBERS = frozenset({PersonalData.ID_NUMBER, PersonalData.BANK_CARD, PersonalData.MOBILE})
"""What may not be in a copy in any way."""
_LINE_END = re.compile(r"[\r\n]+|<br\s*/?>", re.IGNORECASE)
_FEWEST = 11
"""Digits of the shortest of them, a mobile number."""
_MANY_DIGITS = re.compile(r"(?:\d\D*){11}", re.DOTALL)


def see(text: str, own_values: frozenset[str] = frozenset()) -> list[Match]:
    """All personal data of a paragraph or cell, in order, but what the school has made public about itself.

    A number may be broken over two lines of a narrow cell: it is seen as well.
    """
    seen = [match for match in find(text) if settled(match.value) not in own_values]
    if _LINE_END.search(text) and _MANY_DIGITS.search(text):
        broken = [match for match in _across_lines(text) if settled(match.value) not in own_values]
        seen = sorted([*broken, *(match for match in seen if not any(_overlap(match, other) for other in broken))],
                      key=lambda match: match.start)  # fmt: skip
    return seen


def see_numbers(text: str, own_values: frozenset[str] = frozenset()) -> list[Match]:
    """ID numbers, card numbers and mobile numbers only."""
    if len(text) < _FEWEST or not _MANY_DIGITS.search(text):
        return []
    return [match for match in see(text, own_values) if match.kind in NUMBERS]


def _across_lines(text: str) -> Iterator[Match]:
    ends = [match.span() for match in _LINE_END.finditer(text)]
    kept = list(chain.from_iterable(range(start, end) for start, end in zip(
        [0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True)))  # fmt: skip
    for match in find("".join(text[place] for place in kept)):
        start, end = kept[match.start], kept[match.end - 1] + 1
        if match.kind in NUMBERS and any(start < place < end for place, _ in ends):
            yield match._replace(start=start, end=end)


def _overlap(one: Match, other: Match) -> bool:
    return one.start < other.end and other.start < one.end
