"""Annotations of a pull request.

Source of the format: GitHub, "Workflow commands for GitHub Actions", and `packages/core/src/command.ts` of
actions/toolkit for what is escaped. Gitea and Forgejo print them in the log.
"""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.errors.explanations import EXPLANATIONS
from disclosure.errors.formats.visible import one_line, with_remedy
from disclosure.errors.problem import Problem, Severity

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice", Severity.OFF: "debug"}


def as_github(problems: Sequence[Problem]) -> str:
    """One workflow command per problem and line; nothing where nothing is wrong.

    A problem of the whole file is shown at its first line. GitHub shows ten of each level beside the lines of a
    step and leaves the others in its log.
    """
    return "\n".join(_annotation(one) for one in problems)


def _annotation(one: Problem) -> str:
    title = f"{one.code} {EXPLANATIONS[one.code].title}"
    properties = {"file": str(one.path), "line": str(one.line or 1), "title": one_line(title)}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVEL[one.severity]} {written}::{_data(with_remedy(one.message, one.hint))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
