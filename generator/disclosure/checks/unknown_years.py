"""D106 for deadlines of the registers: the working days of a year are unknown, and they decide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.finding import Entry, in_register
from disclosure.domain.workdays import WorkCalendar
from disclosure.errors.problem import Problem


def unknown_year(
    path: PurePosixPath, entry: Entry, received: date, earliest: date, calendar: WorkCalendar
) -> Iterator[Problem]:
    """That nobody can tell yet whether an answer is late.

    Args:
        received: when the time began to run.
        earliest: the earliest day on which it can have ended.
    """
    year = max(received.year, calendar.last_year + 1)
    message = f"{year} 年起的工作日安排未知，看不出答复是不是超过了限期（按自然日是 {earliest}）"
    yield in_register(path, entry, "received", "D106", message, "国务院公布放假安排后更新程序，或者写明 限期")
