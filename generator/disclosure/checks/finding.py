"""How a rule reports: at the line of a key of a record."""

from __future__ import annotations

from disclosure.domain.record import Record
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem


def at(record: Record, key: str, code: str, message: str, hint: str, *, line: int = 0) -> Problem:
    """A problem of a record at a front-matter key, or at a given line of its file."""
    return problem(code, path=record.source.path, line=line or record.source.line_of(key), message=message, hint=hint)
