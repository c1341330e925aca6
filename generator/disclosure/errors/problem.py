"""A problem: one thing a person has to mend, with the place and the way to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath


class Severity(StrEnum):
    """How much a problem weighs. `error` stops a build; `off` silences a code."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OFF = "off"

    @property
    def label(self) -> str:
        """Chinese word for people."""
        return {"error": "错误", "warning": "警告", "hint": "提示", "off": "关闭"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding. Its texts are Chinese and meant for the person who wrote the file."""

    code: str
    """A letter and three digits, explained in `errors.explanations`."""
    severity: Severity
    path: PurePosixPath
    """Relative to the school's root folder."""
    line: int
    """1-based; 0 where the whole file or folder is meant."""
    message: str
    """What is wrong, with the value that was found."""
    hint: str
    """How to mend it, with a correct example."""

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """Total order: file, line, code, message."""
        return (str(self.path), self.line, self.code, self.message)


class SetupError(Exception):
    """The school's set-up itself is unusable (no data folder, broken school.yml): nothing can be read or built."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems = tuple(sorted(problems, key=lambda problem: problem.sort_key))


class BuildRefusedError(Exception):
    """There are errors, in records or in hand-written pages; they were logged. The last good site stands."""


def with_severities(problems: Iterable[Problem], severities: Mapping[str, Severity]) -> tuple[Problem, ...]:
    """Apply a school's own strictness by code, drop what it switched off, and sort totally."""
    weighed = (
        replace(problem, severity=severities[problem.code]) if problem.code in severities else problem
        for problem in problems
    )
    return tuple(sorted((p for p in weighed if p.severity is not Severity.OFF), key=lambda p: p.sort_key))


def fails_check(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether `disclosure check` ends with 1: for errors and warnings, and for hints too where it is strict."""
    return any(strict or problem.severity is not Severity.HINT for problem in problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether a build has to be refused."""
    return any(problem.severity is Severity.ERROR for problem in problems)
