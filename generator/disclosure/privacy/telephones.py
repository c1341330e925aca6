"""Mobile numbers among other figures: rows of amounts look like numbers that are written in groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

from disclosure.privacy import context
from disclosure.privacy.digits import Group
from disclosure.privacy.names import name_in

_PLAIN = {(11,), (3, 4, 4), (3, 8), (1,) * 11}
"""How people split them where nothing says that it is a telephone number."""
_CALLED = _PLAIN | {
    (7, 4), (4, 3, 4), (5, 6), (3, 3, 5), (3, 5, 3), (4, 4, 3), (3, 2, 2, 2, 2), (3, 2, 3, 3), (6, 5), (4, 7), (3, 4, 2, 2), (2, 9), (1, 10),
}  # fmt: skip
_DASH = re.compile("[\u2010-\u2015\u2212\uff0d\ufe63]")
_BLANK = re.compile("[\u00a0\u2002-\u200a\u202f\u3000]")
_NEAR = 12
"""Characters in front in which a name makes a number a person's."""


def is_mobile(
    text: str, groups: Sequence[Group], first: int, end: int, *, sizes: Sequence[int], is_called: bool
) -> bool:
    """Whether the groups from `first` to `end`, which have the digits of a mobile number, are one.

    Args:
        sizes: digits of each group, without the code of China.
        is_called: words say that it can be called.
    """
    start = groups[first].start
    if context.goes_on(text, start):
        return False
    if is_called:
        return tuple(sizes) in _CALLED
    if context.is_quantity(text, groups[end - 1].end):
        return False
    if len(sizes) == 1:
        return True
    breaks = {
        _DASH.sub("-", _BLANK.sub(" ", text[one.end : other.start]))
        for one, other in zip(groups[first:end], groups[first + 1 : end], strict=False)
    }
    if tuple(sizes) not in _PLAIN or len(breaks) != 1 or "\n" in next(iter(breaks)):
        return False
    if context.is_row_of_figures(text, start):
        return False
    has_name = bool(name_in(text[max(0, start - _NEAR) : start].rpartition("\n")[2]))
    return has_name or not (_is_figure(text, groups, first - 1, first) or _is_figure(text, groups, end, end - 1))


def _is_figure(text: str, groups: Sequence[Group], neighbour: int, edge: int) -> bool:
    """Whether another group of digits stands beside, with blanks between: the number is one of a row."""
    if not 0 <= neighbour < len(groups):
        return False
    one, other = sorted((groups[neighbour], groups[edge]), key=lambda g: g.start)
    between = text[one.end : other.start]
    return between.strip(" \u3000\u00a0\t") == "" and len(groups[neighbour].digits) != 11
