"""JSON for programs of one's own. Source of the format: design §8; it never changes."""

from __future__ import annotations

import json
from collections.abc import Sequence

from disclosure.errors.problem import Problem


def as_json(problems: Sequence[Problem]) -> str:
    """One list of `{code, severity, path, line, message, hint}`, every text as it is."""
    rows = [
        {
            "code": one.code,
            "severity": one.severity.value,
            "path": str(one.path),
            "line": one.line,
            "message": one.message,
            "hint": one.hint,
        }
        for one in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
