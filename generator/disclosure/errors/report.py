"""A problem in one paragraph, as logs and `mkdocs build` tell it. Whole reports are in `formats/`."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from disclosure.errors.problem import Problem, Severity

_LOG_LEVEL = {
    Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.INFO, Severity.OFF: logging.DEBUG,
}  # fmt: skip


def place_of(problem: Problem) -> str:
    """`data/records/a.md:3`, without a line where the whole file is meant."""
    return f"{problem.path}:{problem.line}" if problem.line else str(problem.path)


def text_of(problem: Problem) -> str:
    """Place, weight, code and message; below it how to mend it."""
    hint = "\n    怎么改：" + problem.hint.replace("\n", "\n        ") if problem.hint else ""
    return f"{place_of(problem)}: {problem.severity.label} {problem.code} {problem.message}{hint}"


def log(problems: Iterable[Problem]) -> None:
    """Tell every problem the way MkDocs tells its own, under the name of its plugin."""
    logger = logging.getLogger("mkdocs.plugins.disclosure")
    for one in problems:
        logger.log(_LOG_LEVEL[one.severity], text_of(one))
