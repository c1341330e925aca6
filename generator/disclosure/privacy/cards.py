"""Bank card numbers: 15 to 19 digits, checked by the Luhn formula (ISO/IEC 7812-1), and who issues them."""

from __future__ import annotations

import re

_UNIONPAY = re.compile(r"62\d{14,17}|60\d{14}|955880\d{13}|95595\d{11,14}|9558\d{12,15}")
_ABROAD = re.compile(
    r"4\d{15}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|35\d{14}|3[47]\d{13}|36\d{14}"
)


def passes_luhn(digits: str) -> bool:
    """Whether the last digit checks the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def luhn_digit(first: str) -> str:
    """The last digit for all others."""
    return next(digit for digit in "0123456789" if passes_luhn(first + digit))


def is_card(digits: str, *, is_named: bool, is_split: bool) -> bool:
    """Whether digits are a card's number.

    Args:
        is_named: the text before calls it one; then any issuer will do.
        is_split: written in groups, as amounts side by side are, too; then only what begins like a card of China will do.
    """
    if not digits.isdecimal() or not 15 <= len(digits) <= 19 or len(set(digits)) < 3:
        return False
    is_issued = _UNIONPAY.fullmatch(digits) or (not is_split and _ABROAD.fullmatch(digits))
    return bool(is_issued or (is_named and digits[0] != "0")) and passes_luhn(digits)
