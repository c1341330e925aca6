"""Resident ID numbers: GB 11643-1999 (18 digits, checked by ISO 7064 MOD 11-2) and the 15 digits used before."""

from __future__ import annotations

from datetime import date

_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
"""GB/T 2260, and 81 to 83 for residents from Hong Kong, Macao and Taiwan. Counties come and go, so that they are not asked."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_FIRST_YEAR, _LAST_YEAR = 1880, 2100


def check_digit(first: str) -> str:
    """The 18th digit for the first 17."""
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True)) % 11]


def is_id_number(digits: str) -> bool:
    """Whether 18 or 15 digits are a resident ID number: province, day of birth and, of 18, the check digit are right."""
    if len(digits) == 18:
        return looks_like_id(digits) and check_digit(digits[:17]) == digits[17]
    return len(digits) == 15 and digits.isdecimal() and _is_place_and_day(digits, f"19{digits[6:12]}")


def looks_like_id(digits: str) -> bool:
    """Whether 18 digits have the shape of one, whatever the check digit: perhaps a mistyped one."""
    return len(digits) == 18 and digits[:17].isdecimal() and _is_place_and_day(digits, digits[6:14])


def _is_place_and_day(digits: str, born: str) -> bool:
    if digits[:2] not in _PROVINCES:
        return False
    try:
        day = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    return _FIRST_YEAR <= day.year <= _LAST_YEAR
