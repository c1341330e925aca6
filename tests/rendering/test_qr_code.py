"""QR codes: module for module those of segno, however they came about, and drawn as they are."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.rendering.qr_code import qr_code

_RING = {
    (x, y) for x in range(7) for y in range(7) if x in (0, 6) or y in (0, 6) or (x in (2, 3, 4) and y in (2, 3, 4))
}
_MARK = re.compile(r"M(\d+)\.5 (\d+)h6v6h-6zm2 2h2v2h-2zm0 1h2")


def expected(address: str) -> set[tuple[int, int]]:
    rows = segno.make(address, mode="byte", error="m", micro=False, boost_error=False, mask=3).matrix
    return {(x, y) for y, row in enumerate(rows) for x, module in enumerate(row) if module}


def drawn(svg: str) -> set[tuple[int, int]]:
    """The dark modules of a picture."""
    (path,) = re.findall(' d="([^"]*)"', svg)
    found = {(int(x) + dx, int(y) + dy) for x, y in _MARK.findall(path) for dx, dy in _RING}
    for column, row, steps in re.findall(r"M(\d+) (\d+)((?:[hm]\d+(?: 0)?)+)", _MARK.sub("", path)):
        x = int(column)
        for sign, length in re.findall(r"([hm])(\d+)", steps):
            found |= {(place, int(row)) for place in range(x, x + int(length)) if sign == "h"}
            x += int(length)
    return found


@settings(deadline=None, max_examples=60)
@given(st.integers(2000, 2039), st.integers(0, 99999))
def test_codes_of_records_are_those_of_segno(year: int, number: int) -> None:
    address = f"https://school.example/r/{year}-{number:05}/"
    assert drawn(qr_code(address)) == expected(address)


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120).map("http://a/".__add__))
def test_codes_of_any_address_are_those_of_segno(address: str) -> None:
    assert drawn(qr_code(address)) == expected(address)


@pytest.mark.parametrize(
    "address", ["https://学校.example/r/1/", "https://é.example/r/1/", "A", "http://a/" + "x" * 300]
)
def test_so_are_those_of_rare_ones(address: str) -> None:
    assert drawn(qr_code(address)) == expected(address)


def test_a_code_has_its_edge_and_is_told_in_words() -> None:
    svg = qr_code("https://school.example/?a=1&b=2")
    assert svg.startswith(
        '<svg role="img" aria-label="二维码，内容是网址 https://school.example/?a=1&amp;b=2" viewBox="-4 -4.5 37 37">'
    )
    assert len(svg) < 1500
