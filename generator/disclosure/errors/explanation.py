"""The explanation of a problem code: what `disclosure explain` prints and the reference page shows."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.errors.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Everything a person may want to know about one code. All texts are Chinese."""

    code: str
    title: str
    severity: Severity
    """Severity unless school.yml says otherwise under `severities`."""
    why: str
    """The reason, with the rule or its source."""
    wrong: str
    """An example that is reported."""
    right: str
    """The same example, mended."""
    fixed: bool = False
    """What it reports cannot be shown at all, so that a school cannot make less of it."""
