"""Numbers of eleven digits and more: resident ID numbers, bank cards, mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from stdnum.cn import uscc

from disclosure.domain.personal_data import PersonalData
from disclosure.privacy import context
from disclosure.privacy.cards import is_card
from disclosure.privacy.columns import Columns
from disclosure.privacy.digits import Group, runs
from disclosure.privacy.identity import is_id_number, looks_like_id
from disclosure.privacy.match import Match
from disclosure.privacy.phones import is_mobile_number, without_country
from disclosure.privacy.telephones import is_mobile

_BIRTH = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SHAPES = {
    length: re.compile(shape)
    for length, shape in {
        19: r"[2-69]\d{18}|1\d{18}", 18: rf"[1-8]\d{{5}}(?:18|19|20){_BIRTH}\d{{3}}[\dX]|[2-69]\d{{17}}", 17: r"[2-69]\d{16}",
        16: r"[2-69]\d{15}", 15: rf"[1-8]\d{{5}}{_BIRTH}\d{{3}}|[2-69]\d{{14}}|00861\d{{10}}", 13: r"861\d{10}", 11: r"1[3-9]\d{9}",
    }.items()
}  # fmt: skip
"""By length, longest first: of several readings the longest is right. A quick no for nearly all other numbers."""
_FIRST_DECADE = "3"
"""Numbers of 15 digits were given out from 1984 to 1999; who was born before 1930 is left to numbers that are called so."""


def find_numbers(text: str) -> Iterator[Match]:
    """Every such number of a text, in order."""
    columns = Columns(text)
    for groups in runs(text):
        joined = "".join(group.digits for group in groups)
        at = {offset: place for place, offset in enumerate(accumulate((len(g.digits) for g in groups), initial=0))}
        position, offset = 0, 0
        while position < len(groups):
            following = position + 1
            for length, shape in _SHAPES.items():
                end = at.get(offset + length)
                if end and shape.fullmatch(joined, offset, offset + length):
                    digits, around = joined[offset : offset + length], _Around(text, groups, position, end, columns)
                    if found := _read(digits, around):
                        yield Match(*found, groups[position].start, groups[end - 1].end)
                        following = end
                        break
            offset += sum(len(group.digits) for group in groups[position:following])
            position = following


class _Around:
    """A number in its place: the groups it is written in, and what stands around it."""

    def __init__(self, text: str, groups: Sequence[Group], first: int, end: int, columns: Columns) -> None:
        self.text, self.groups, self.first, self.last = text, groups, first, end
        self.window = groups[first:end]
        self.start, self.end = self.window[0].start, self.window[-1].end
        self._columns = columns

    @property
    def is_split(self) -> bool:
        """Whether it is written in several groups."""
        return len(self.window) > 1

    @property
    def is_even(self) -> bool:
        """Groups of one size, as cards are printed; the last may be shorter, the first may be the issuer's six."""
        sizes = [len(group.digits) for group in self.window]
        return len({*sizes[:-1]}) == 1 or sizes[0] == 6

    @property
    def is_called(self) -> bool:
        """Whether the words in front, or above the column, say that it can be called."""
        return context.is_called(context.before(self.text, self.start)) or context.is_called(self._heading)

    @property
    def is_thing(self) -> bool:
        """Whether it is the number of a thing: called so, part of a name, or part of code."""
        return (
            context.is_part_of_a_name(self.text, self.start, self.end)
            or context.is_serial(context.before(self.text, self.start))
            or context.is_serial(self._heading)
            or context.is_in_code(self.text, self.start, self.end)
        )

    @property
    def is_serial_in_words(self) -> bool:
        """Whether Chinese words or the heading above call it the number of a thing; a valid card is one in any code."""
        return (
            context.is_part_of_a_name(self.text, self.start, self.end)
            or context.is_serial(context.before(self.text, self.start), in_words=True)
            or context.is_serial(self._heading)
        )

    @property
    def _heading(self) -> str:
        return self._columns.heading(self.start)


def _read(digits: str, around: _Around) -> tuple[PersonalData, str] | None:
    """What digits are, and how they are written plainly."""
    if _is_identity(digits, around):
        return PersonalData.ID_NUMBER, digits
    if len(digits) >= 15 and _is_card(digits, around):
        return PersonalData.BANK_CARD, digits
    mobile = without_country(digits)
    if is_mobile_number(mobile) and not around.is_thing:
        sizes = [11] if mobile != digits else [len(group.digits) for group in around.window]
        if is_mobile(around.text, around.groups, around.first, around.last, sizes=sizes, is_called=around.is_called):
            return PersonalData.MOBILE, mobile
    return None


def _is_identity(digits: str, around: _Around) -> bool:
    text, start = around.text, around.start
    if len(digits) == 18:
        if is_id_number(digits):
            return not (around.is_split and context.is_serial(context.before(text, start)))
        return looks_like_id(digits) and context.is_identity(text, start)
    if len(digits) != 15 or not is_id_number(digits):
        return False
    if digits[6] >= _FIRST_DECADE and not around.is_split and not around.is_thing:
        return not (context.is_tax_number(text, start) or context.is_quantity(text, around.end))
    return (digits[6] >= _FIRST_DECADE or not around.is_split) and context.is_identity(text, start)


def _is_card(digits: str, around: _Around) -> bool:
    is_named = context.is_card_named(around.text, around.start)
    if not is_card(digits, is_named=is_named, is_split=around.is_split) or uscc.is_valid(digits):
        return False
    if context.is_quantity(around.text, around.end):
        return False
    return is_named or ((not around.is_split or around.is_even) and not around.is_serial_in_words)
