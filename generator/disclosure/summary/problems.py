"""What the check says, shortly; and what has to be looked at before anything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from disclosure.checks.privacy import CODES
from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.problem import Problem, Severity
from disclosure.rendering.quoted import cut
from disclosure.summary.line import Line, Part, some

_MOST = 10
_WARNED = 5
_PERSONAL = frozenset(CODES.values()) | {"P111", "G118"}
"""Somebody's data, or who wrote to the school."""
_LOST = frozenset({"H110", "H111"})
_UNSIGNED = frozenset({"S101", "S103"})
"""Beside C105, where the item asks for sign-offs and there are none at all."""


def counts(problems: Sequence[Problem]) -> str:
    """`错误 1，警告 2，提示 0`"""
    counted = Counter(one.severity for one in problems)
    return "，".join(f"{one.label} {counted[one]}" for one in (Severity.ERROR, Severity.WARNING, Severity.HINT))


def problems_part(problems: Sequence[Problem]) -> Part:
    """How many problems there are, and the gravest."""
    order = list(Severity)
    found = sorted(problems, key=lambda one: (order.index(one.severity), one.sort_key))
    lines = [Line(f"{place(one)}：{_said(one)}", f"{one.severity.label} {one.code}") for one in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(Line(f"还有 {len(found) - _MOST} 个，没有列出"))
    if found:
        lines.append(Line("怎么改，看检查的结果，或在本机运行 disclosure check。"))
    else:
        lines.append(Line("没有问题。"))
    heading = f"检查：{counts(problems)}"
    return Part(heading=heading, lines=tuple(lines), short=heading)


def warnings(problems: Sequence[Problem], programs: Sequence[str]) -> Iterator[str]:
    """What has to be looked at first.

    Args:
        programs: changed files that are run.
    """
    errors = sum(one.severity is Severity.ERROR for one in problems)
    if errors:
        yield f"有 {errors} 个错误，没有改好以前不要合并：合并了网站也不会更新。"
    for one in [one for one in problems if one.code in _LOST][:_WARNED]:
        yield f"{one.message}。公开过的要用撤销或替代收回，不能删除。"
    personal = [one for one in problems if one.code in _PERSONAL]
    if personal:
        kinds = "、".join(dict.fromkeys(EXPLANATIONS[one.code].title for one in personal))
        files = some(sorted({str(one.path) for one in personal}), lambda path: cut(path, 80), most=3)
        yield f"有 {len(personal)} 处个人信息（{kinds}），在 {files} 里。改了文件还不够：这个分支的历史里也有，请信息技术老师清掉再合并。"
    unsigned = {
        str(one.path) for one in problems if one.code in _UNSIGNED or (one.code == "C105" and "「审签」" in one.message)
    }
    if unsigned:
        yield f"有 {len(unsigned)} 个文件缺审签，见各条的“还缺审签”。"
    if programs:
        yield f"改了会影响程序运行的文件：{some(programs, lambda path: cut(path, 80))}。请信息技术老师看过再合并。"


def place(one: Problem) -> str:
    """`data/records/a.md 第 5 行`"""
    return f"{one.path} 第 {one.line} 行" if one.line else str(one.path)


def _said(one: Problem) -> str:
    """Of personal data only what kind it is: a report may show the beginning of a number, a comment is mailed around."""
    return EXPLANATIONS[one.code].title if one.code.startswith("P") else one.message
