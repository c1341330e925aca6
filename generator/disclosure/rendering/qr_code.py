"""QR codes as SVG, for sheets on the wall and for screens.

A code is a sum without carry: each bit of an address turns the same modules over, whatever the other bits are, for both the
correction of errors (Reed-Solomon) and the mask are such sums. So the code of an address follows from codes of others of the
same length that were made before, and of a school's thousands of addresses, which differ in a few digits, some twenty have to
be made. `segno` makes these; to make all of them takes ten times as long.
"""

from __future__ import annotations

from functools import cache
from html import escape

from markupsafe import Markup

_MASK = 3
"""Any of the eight masks gives a code that scanners read; trying all of them would take five times as long."""
_QUIET = 4
"""Width of the white edge that scanners need, in modules."""
_DARK, _LIGHT = "x", "_"
_SIGNS = str.maketrans("10", _DARK + _LIGHT)
_DIGITS = bytes.maketrans(b"\0\1", b"01")


def qr_code(address: str) -> Markup:
    """A QR code as SVG that takes the size of the box it stands in, with its content in words for those who cannot scan."""
    size, modules = _modules(address)
    edge = size + 2 * _QUIET
    return Markup(
        f'<svg role="img" aria-label="{escape(f"二维码，内容是网址 {address}")}" viewBox="-{_QUIET} -{_QUIET}.5 {edge} {edge}">'
        f'<path fill="none" stroke="#000" d="{_path(size, modules)}"/></svg>'
    )


def _path(size: int, modules: int) -> str:
    """Dark modules as lines through their middle: the three marks in the corners as rings, all else row by row. It is short
    and quick: segno's own writer takes ten times as long.
    """
    marked, path = _marks(size)
    text = f"{modules & ~marked:0{size * size}b}".translate(_SIGNS)
    for y in range(size):
        if row := text[y * size : (y + 1) * size].rstrip(_LIGHT):
            inner = row.lstrip(_LIGHT)
            path += f"M{len(row) - len(inner)} {y}{inner}"
    for length in range(size, 0, -1):
        path = path.replace(_DARK * length, f"h{length}").replace(_LIGHT * length, f"m{length} 0")
    return path


@cache
def _marks(size: int) -> tuple[int, str]:
    """The marks by which scanners find a code: the modules that are theirs, and their path."""
    far = size - 7
    left = 0b1111111 << far
    rows = [left | 0b1111111] * 7 + [0] * (size - 14) + [left] * 7
    places = ((0, 0), (far, 0), (0, far))
    return (
        int("".join(f"{row:0{size}b}" for row in rows), 2),
        "".join(f"M{x}.5 {y}h6v6h-6zm2 2h2v2h-2zm0 1h2" for x, y in places),
    )


def _modules(address: str) -> tuple[int, int]:
    """How many modules a row has, and all of them as bits of one number, row by row, dark ones set."""
    if not address.isascii():  # its length says too little about its code
        return _made(address)
    size, area, first, known = _codes_like(len(address))
    # the bits in which it differs from the known address, above the modules that are to be turned over
    rest = int.from_bytes(address.encode()) << area ^ first
    while differs := rest >> area:
        step = known.get(differs.bit_length())
        if step is None:
            code = _made(address)[1]
            known[differs.bit_length()] = rest ^ code
            return size, code
        rest ^= step
    return size, rest


@cache
def _codes_like(length: int) -> tuple[int, int, int, dict[int, int]]:
    """What is known of codes of a length: their size, its square, one of them below its address, and by the highest bit that
    it differs in what turns that code into another one; the last grows with every code that does not follow from others.
    """
    address = "a" * length
    size, code = _made(address)
    area = size * size
    return size, area, int.from_bytes(address.encode()) << area ^ code, {}


def _made(address: str) -> tuple[int, int]:
    import segno  # a build that makes no such page does without

    rows = segno.make(address, mode="byte", error="m", micro=False, boost_error=False, mask=_MASK).matrix
    return len(rows), int(b"".join(rows).translate(_DIGITS), 2)
