"""Costs as Markdown tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench import Step
from measure import Cost, Written
from steps import HUGO

_HEAD = ("records", "program", "what", "seconds", "ratio to Hugo", "CPU seconds", "peak MB", "MB written", "files")
_WORDS = 3
"""So many columns of words come before the figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The medians of one step at one size."""

    count: int
    step: Step
    cost: Cost
    written: Written | None


def table_of(lines: Sequence[Line]) -> str:
    """Every step at every size; a time is also given as a multiple of Hugo's."""
    hugo = {(line.count, line.step.what): line.cost.seconds for line in lines if line.step.who == HUGO}
    return _markdown(_HEAD, [_cells(line, hugo.get((line.count, line.step.against or ""))) for line in lines])


def growth_of(lines: Sequence[Line]) -> str:
    """How many times longer the most records take than the fewest; empty for a single size."""
    sizes = sorted({line.count for line in lines})
    if len(sizes) < 2:
        return ""
    fewest, most = (_seconds(lines, size) for size in (sizes[0], sizes[-1]))
    rows = [(*key, f"{most[key] / fewest[key]:.1f}") for key in fewest if key in most]
    title = f"seconds at {sizes[-1]:,} / seconds at {sizes[0]:,}"
    return _markdown(("program", "what", title), rows, words=2)


def _cells(line: Line, hugo: float | None) -> tuple[str, ...]:
    cost, written = line.cost, line.written
    return (
        f"{line.count:,}",
        line.step.who,
        line.step.what,
        f"{cost.seconds:.2f}",
        f"{cost.seconds / hugo:.2f}" if hugo else "",
        f"{cost.cpu:.2f}",
        f"{cost.peak_mb:.0f}",
        f"{written.mb:.1f}" if written else "",
        f"{written.files:,}" if written else "",
    )


def _seconds(lines: Sequence[Line], size: int) -> Mapping[tuple[str, str], float]:
    return {(line.step.who, line.step.what): line.cost.seconds for line in lines if line.count == size}


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = _WORDS) -> str:
    rule = ["---"] * words + ["---:"] * (len(head) - words)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))
