"""Charts as small SVG that stands in a page: pygal places the bars, what is drawn is ours. The only importer of pygal.

Of pygal's picture only the places are kept. Its style sheet, script, ids and the comment that tells the day are not, so
that the same figures give the same bytes, and nothing in a page needs more rights than the page itself. Sizes are for
a phone: 340 units wide, text of 13. What a colour says, a pattern or a number says too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

_WIDTH = 340
_TEXT = 13
_ROW = 38
"""Height of one horizontal bar with its label above."""
_BAR = 16
_DARK, _LIGHT, _INK = "#1d4f7c", "#f3b65f", "#1b2733"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """A bar as it was placed."""

    series: int
    index: int
    x: float
    y: float
    width: float
    height: float


def columns_chart(bars: Sequence[tuple[str, int]], *, about: str) -> str:
    """Upright bars, one for each label, with its number above: for the twelve months.

    Args:
        bars: at least one label and number; labels of up to two characters.
        about: what is shown, for those who cannot see it.
    """
    height = 200
    placed = _placed("Bar", [[count for _, count in bars]], height, margins=(20, 24, 0, 0))
    parts = [_line(0, height - 24, _WIDTH, height - 24)]
    for bar in placed:
        label, count = bars[bar.index]
        middle = bar.x + bar.width / 2
        if count:
            parts.append(_rect(bar.x, bar.y, bar.width, bar.height, _fill(0, "")))
        parts.append(_words(middle, bar.y - 4, str(count), middle=True))
        parts.append(_words(middle, height - 7, label, middle=True))
    return _svg(parts, height, about)


def rows_chart(bars: Sequence[tuple[str, int]], *, about: str) -> str:
    """Lying bars, each under its label, with its number at the end: for columns and channels, whose names are long."""
    height = _ROW * len(bars)
    placed = _placed("HorizontalBar", [[count for _, count in reversed(bars)]], height, margins=(0, 0, 0, 40))
    parts = []
    for bar in sorted(placed, key=lambda bar: -bar.index):
        row = len(bars) - 1 - bar.index
        label, count = bars[row]
        top = _ROW * row
        parts.append(_words(0, top + _TEXT, label))
        if count:
            parts.append(_rect(0, top + 18, bar.width, _BAR, _fill(0, "")))
        parts.append(_words((bar.width if count else 0) + 5, top + 31, str(count)))
    return _svg(parts, height, about)


def shares_chart(rows: Sequence[tuple[str, Sequence[int]]], states: Sequence[str], *, name: str, about: str) -> str:
    """Lying bars, each made up of up to three states, with their names above: what was in time, what was late.

    Args:
        rows: labels of up to three characters, each with a number for each state.
        states: names of the states; the first is filled, the second hatched, the third left white.
        name: names the chart among those of its page.
    """
    step, left, head = 24, 40, 24
    height = head + step * len(rows)
    turned = list(reversed(rows))
    numbers = [[counts[state] for _, counts in turned] for state in range(len(states))]
    placed = _placed("HorizontalStackedBar", numbers, height - head, margins=(0, 0, left, 0))
    parts = [_hatch(name), *_legend(states, name)]
    parts += [_words(0, head + step * row + 16, label) for row, (label, _) in enumerate(rows)]
    for bar in sorted(placed, key=lambda bar: (-bar.index, bar.series)):
        count, top = numbers[bar.series][bar.index], head + step * (len(rows) - 1 - bar.index)
        if count:
            parts.append(_rect(bar.x, top + 2, bar.width, 19, _fill(bar.series, name)))
            if bar.width >= 9 * len(str(count)):
                parts.append(_number_in(bar.x + bar.width / 2, top + 16, count, bar.series))
    return _svg(parts, height, about)


def _placed(
    kind: str, series: Sequence[Sequence[int]], height: int, *, margins: tuple[int, int, int, int]
) -> list[_Bar]:
    """Where pygal puts the bars of some series.

    Args:
        margins: above, below, at the left, at the right.
    """
    pygal = _pygal()
    above, below, left, right = margins
    most = max((sum(numbers) for numbers in zip(*series, strict=True)), default=0)
    chart: Any = getattr(pygal, kind)(
        width=_WIDTH, height=height, margin=0, margin_top=above, margin_bottom=below, margin_left=left, margin_right=right, spacing=0,
        show_legend=False, show_x_labels=False, show_y_labels=False, range=(0, max(most, 1)), js=[], css=[],
    )  # fmt: skip
    chart.x_labels = [str(index) for index in range(len(series[0]))]
    for number, counts in enumerate(series):
        chart.add(str(number), list(counts))
    return list(_bars(chart.render_tree()))


@cache
def _pygal() -> Any:
    """The library; a build that makes no statistics page does without.

    It puts a loader of maps into Python's imports, of a kind that Python has given up and warns of at every import that
    fails. Nobody here draws maps.
    """
    import pygal

    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder) is not pygal.PluginImportFixer]
    return pygal


def _bars(tree: Any) -> Iterable[_Bar]:
    plot = next(node for node in tree.iter("g") if node.get("class") == "plot")
    right, _, down = plot.get("transform").removeprefix("translate(").removesuffix(")").partition(",")
    groups = [node for node in plot.iter("g") if (node.get("class") or "").startswith("series ")]
    for series, group in enumerate(groups):
        for index, node in enumerate(node for node in group.iter("rect")):
            x, y, width, height = (float(node.get(key) or 0) for key in ("x", "y", "width", "height"))
            yield _Bar(series=series, index=index, x=x + float(right), y=y + float(down), width=width, height=height)


def _svg(parts: Iterable[str], height: int, about: str) -> str:
    return (
        f'<svg class="d-chart" role="img" aria-label="{escape(about)}" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
        f' font-size="{_TEXT}" fill="{_INK}">{"".join(parts)}</svg>'
    )


def _legend(states: Sequence[str], name: str) -> Iterable[str]:
    at = 0
    for number, state in enumerate(states):
        yield _rect(at, 2, 14, 14, _fill(number, name)) + _words(at + 19, 14, state)
        at += 19 + _TEXT * len(state) + 16


def _hatch(name: str) -> str:
    return (
        f'<pattern id="{name}-late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="5" height="5" fill="{_LIGHT}"/><path d="M0 0v5" stroke="{_INK}" stroke-width="1.5"/></pattern>'
    )


def _fill(series: int, name: str) -> str:
    edge = f'stroke="{_INK}"'
    return (f'fill="{_DARK}"', f'fill="url(#{name}-late)" {edge}', f'fill="#fff" {edge} stroke-dasharray="3 2"')[series]


def _number_in(x: float, y: float, count: int, series: int) -> str:
    look = ('fill="#fff"', 'stroke="#fff" stroke-width="4" paint-order="stroke"', "")[series]
    return f'<text x="{_short(x)}" y="{_short(y)}" text-anchor="middle" {look}>{count}</text>'


def _words(x: float, y: float, text: str, *, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{_short(x)}" y="{_short(y)}"{anchor}>{escape(text)}</text>'


def _rect(x: float, y: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{_short(x)}" y="{_short(y)}" width="{_short(width)}" height="{_short(height)}" {look}/>'


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<path d="M{_short(x)} {_short(y)}L{_short(to_x)} {_short(to_y)}" stroke="{_INK}"/>'


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
