"""Numbers of records, written short: ten thousand of them are a few ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from disclosure.reading.draft import next_id

_OF_A_YEAR = re.compile(r"(\d{4})-(\d{4})")


def next_numbers(ids: Iterable[str]) -> dict[str, str]:
    """The next number of each year that has records: `{"2026": "2026-0131"}`."""
    taken = list(ids)
    years = sorted({match[1] for one in taken if (match := _OF_A_YEAR.fullmatch(one))})
    return {year: next_id(taken, int(year)) for year in years}


def number_ranges(ids: Iterable[str]) -> dict[str, list[list[int]] | list[str]]:
    """Numbers by year as ranges from first to last; what is written otherwise is listed under ''.

    `{"2026": [[1, 130], [135, 135]], "": ["A-1"]}`
    """
    by_year: dict[str, list[int]] = {}
    others: list[str] = []
    for one in ids:
        match = _OF_A_YEAR.fullmatch(one)
        if match:
            by_year.setdefault(match[1], []).append(int(match[2]))
        else:
            others.append(one)
    found: dict[str, list[list[int]] | list[str]] = {
        year: list(_ranges(sorted(numbers))) for year, numbers in sorted(by_year.items())
    }
    return found | {"": sorted(others)} if others else found


def _ranges(numbers: list[int]) -> Iterator[list[int]]:
    first = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield [first, last]
            first = number
        last = number
    yield [first, last]
