"""Mobile numbers: eleven digits from 1, as the ministry has given them out (numbering plan of 2017 and later)."""

from __future__ import annotations

import re

_MOBILE = re.compile(r"1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}")


def is_mobile_number(digits: str) -> bool:
    """Whether eleven digits are those of a mobile number."""
    return _MOBILE.fullmatch(digits) is not None


def without_country(digits: str) -> str:
    """Digits without the code of China in front: `8613…`, `008613…`."""
    return re.sub(r"^(?:00)?86(?=1\d{10}$)", "", digits)
