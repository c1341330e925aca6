"""Every problem code, in one place; and the way to report one."""

from __future__ import annotations

from pathlib import PurePosixPath

from disclosure.errors import (
    about_catalogue,
    about_consultations,
    about_deploying,
    about_fees,
    about_history,
    about_life,
    about_links,
    about_privacy,
    about_procedure,
    about_reading,
    about_registers,
    about_reports,
)  # fmt: skip
from disclosure.errors.explanation import Explanation
from disclosure.errors.problem import Problem

EXPLANATIONS: dict[str, Explanation] = {
    explanation.code: explanation
    for about in (
        about_reading,
        about_catalogue,
        about_life,
        about_links,
        about_privacy,
        about_procedure,
        about_fees,
        about_history,
        about_registers,
        about_reports,
        about_consultations,
        about_deploying,
    )
    for explanation in about.TABLE
}
"""By code."""


def problem(code: str, *, path: PurePosixPath, line: int, message: str, hint: str) -> Problem:
    """A problem with the severity that its code has by default. Raises KeyError for a code that is not explained."""
    return Problem(code=code, severity=EXPLANATIONS[code].severity, path=path, line=line, message=message, hint=hint)
