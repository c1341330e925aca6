"""How a rule reports: at the line of a key of a record, or of an entry of a register."""

from __future__ import annotations

from pathlib import PurePosixPath

from disclosure.domain.record import Record
from disclosure.domain.registers import Exemption, Inspection, Opinion, Outage, Request
from disclosure.domain.workdays import Unit
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

Entry = Opinion | Request | Exemption | Outage | Inspection
"""An entry of a register."""


def at(record: Record, key: str, code: str, message: str, hint: str, *, line: int = 0) -> Problem:
    """A problem of a record at a front-matter key, or at a given line of its file."""
    return problem(code, path=record.source.path, line=line or record.source.line_of(key), message=message, hint=hint)


def in_register(path: PurePosixPath, entry: Entry, key: str, code: str, message: str, hint: str) -> Problem:
    """A problem of an entry of a register, at a key or where the entry begins. The message begins with its number."""
    line = entry.lines.get(key, entry.line)
    named = message if isinstance(entry, Outage) else f"{entry.id}：{message}"
    return problem(code, path=path, line=line, message=named, hint=hint)


def knows_of_unknown_years(record: Record) -> bool:
    """Whether reading has said already, of the record's own period, that the working days of a year are unknown."""
    return record.notice_period is not None and record.notice_period.unit is Unit.WORKING_DAYS
