"""A report for people at a terminal: grouped by file, with the way to mend each problem and a sum at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from disclosure.errors.formats.visible import one_line, visible
from disclosure.errors.problem import Problem, Severity

_Paint = Callable[[str, str], str]
"""(text, style) → text."""
_BOLD, _GREEN, _FAINT = "1", "32", "2"
_STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.HINT: "36", Severity.OFF: _FAINT}
"""Parameters of SGR, the terminal's command for colours (ECMA-48 §8.3.117)."""


def as_text(problems: Sequence[Problem]) -> str:
    """The report without colours, for files, pipes and logs."""
    return _report(problems, lambda text, _: text)


def as_coloured_text(problems: Sequence[Problem]) -> str:
    """The same for a terminal that has colours. Nothing is said by colour alone."""
    return _report(problems, lambda text, style: f"\x1b[{style}m{text}\x1b[0m")


def _report(problems: Sequence[Problem], paint: _Paint) -> str:
    if not problems:
        return paint("没有问题。", _GREEN)
    blocks = [
        "\n".join([paint(one_line(path), _BOLD), *(_finding(one, paint) for one in found)])
        for path, found in groupby(problems, key=lambda one: str(one.path))
    ]
    return "\n\n".join([*blocks, _sum(problems, paint)])


def _finding(one: Problem, paint: _Paint) -> str:
    place = f"第 {one.line} 行 " if one.line else ""
    told = f"  {place}{paint(f'{one.severity.label} {one.code}', _STYLES[one.severity])} {one_line(one.message)}"
    if not one.hint:
        return told
    return f"{told}\n      怎么改：" + visible(one.hint).replace("\n", "\n          ")


def _sum(problems: Sequence[Problem], paint: _Paint) -> str:
    counts = {severity: sum(one.severity is severity for one in problems) for severity in Severity}
    told = [paint(f"{count} 个{severity.label}", _STYLES[severity]) for severity, count in counts.items() if count]
    files = len({one.path for one in problems})
    return f"共 {'、'.join(told)}，在 {files} 个文件里。用 disclosure explain 代码 看说明。"
