"""GitLab Code Quality.

Source of the format: GitLab, "Code Quality report format", doc/ci/testing/code_quality.md.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from disclosure.errors.formats.fingerprints import fingerprints
from disclosure.errors.formats.visible import one_line, with_remedy
from disclosure.errors.problem import Problem, Severity

_SEVERITY = {Severity.ERROR: "blocker", Severity.WARNING: "major", Severity.HINT: "info", Severity.OFF: "info"}
"""An error blocks the build, and a warning the merge."""


def as_gitlab(problems: Sequence[Problem]) -> str:
    """One array, empty where nothing is wrong: GitLab compares it with that of the target branch.

    The description is shown alone in the widget of a merge request: it names the code and how to mend it.
    """
    rows = [
        {
            "description": one_line(f"{one.code} {with_remedy(one.message, one.hint)}"),
            "check_name": one.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[one.severity],
            "location": {"path": str(one.path), "lines": {"begin": one.line or 1}},
        }
        for one, fingerprint in zip(problems, fingerprints(problems), strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
