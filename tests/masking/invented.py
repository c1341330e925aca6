"""Numbers with valid check digits that nobody has, and the files in which clerks keep such things."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from disclosure.masking.copying import mask_file
from disclosure.masking.rules import Rules
from disclosure.masking.tally import Tally
from disclosure.privacy.cards import luhn_digit
from disclosure.privacy.identity import check_digit

ID = "330106201203011238"
OTHER_ID = "33010620120305123X"
MOBILE = "13812345678"
OTHER_MOBILE = "15912345678"
CARD = "6222021234567890" + luhn_digit("6222021234567890")


def id_number(province: int, days: int, order: int) -> str:
    """A resident ID number: a province, days after 1990-01-01, a number of order."""
    born = date(1990, 1, 1) + timedelta(days=days)
    first = f"{province:02}0106{born:%Y%m%d}{order:03}"
    return first + check_digit(first)


id_numbers = st.builds(
    id_number, st.sampled_from([11, 33, 44, 65]), st.integers(0, 10_000), st.integers(1, 999)
)  # fmt: skip
mobiles = st.builds(
    lambda first, rest: f"{first}{rest:08}", st.sampled_from([138, 159, 177, 186]), st.integers(1, 99_999_999)
).filter(lambda number: len(set(number)) > 3)
cards = st.integers(0, 10**10 - 1).map(lambda rest: f"622202{rest:010}" + luhn_digit(f"622202{rest:010}")).filter(
    lambda number: len(set(number)) > 3
)  # fmt: skip


def copy_of(original: Path, rules: Rules | None = None) -> tuple[Path, Tally]:
    """Mask a file beside it; the copy, and what was told of it."""
    copy = original.with_name(f"公示{original.name}")
    tally = mask_file(original, copy, rules or Rules())
    return copy, tally
