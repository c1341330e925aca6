"""Bodies and folders that no person makes: nested or so wide that the Markdown parser needs minutes. They are refused unread."""

from __future__ import annotations

import re
from pathlib import Path

from disclosure.reading.nodes import Unreadable

_DEEPEST = 100
"""Quotes and lists within each other. The cost of deeper ones grows with the square of the depth."""
_WIDEST = 500
"""Cells in one line of a table."""
_DEEPEST_FOLDER = 20
"""Folders within each other, from the school's own on."""
_DEEPEST_HTML = 500
"""HTML elements that stay open."""

_MARKERS = re.compile(rf"^(?:[ \t]*(?:>|[-*+][ \t]|\d{{1,9}}[.)][ \t])){{{_DEEPEST}}}", re.MULTILINE)
_INDENT = re.compile(rf"^[ \t]{{{10 * _DEEPEST}}}", re.MULTILINE)
_CELLS = re.compile(rf"^(?:[^|\n]*\|){{{_WIDEST}}}", re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def is_too_deep(folder: Path, root: Path) -> bool:
    """Whether a folder lies so deep that no person made it: walking on could exhaust the stack."""
    return len(folder.relative_to(root).parts) > _DEEPEST_FOLDER


def check_nesting(body: str, *, first_line: int) -> None:
    """Raises Unreadable (R117) at the first line that nests too deeply or has too many cells."""
    blanks = body.count(" ") + body.count("\t")
    suspects = (
        (blanks + body.count(">") >= _DEEPEST, _MARKERS, "引用或列表嵌套过深"),
        (blanks >= 10 * _DEEPEST, _INDENT, "缩进过深"),
        (body.count("|") >= _WIDEST, _CELLS, "一行里的表格列太多"),
    )
    for is_possible, pattern, what in suspects:
        if is_possible and (match := pattern.search(body)):
            line = first_line + body.count("\n", 0, match.start())
            raise Unreadable(what, line=line, code="R117", advice="拆成几段，或把大表格做成附件")
    depth = 0
    for tag in _TAG.finditer(body):
        if tag[2].lower() not in _VOID:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST_HTML:
            line = first_line + body.count("\n", 0, tag.start())
            raise Unreadable("HTML 标签嵌套过深", line=line, code="R117", advice="用 Markdown 写，不用 HTML")
