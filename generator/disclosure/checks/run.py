"""The rules, in the order in which they are run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from disclosure.checks.attachments import check_attachments
from disclosure.checks.dates import check_dates
from disclosure.checks.links import check_links
from disclosure.checks.notice import check_notice
from disclosure.checks.required import check_required
from disclosure.checks.succession import check_succession
from disclosure.domain.library import Library
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

Rule = Callable[[Library, Settings, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    check_dates,
    check_notice,
    check_links,
    check_succession,
    check_attachments,
    check_required,
)


def run_checks(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """All problems of all rules, in no particular order."""
    for rule in RULES:
        yield from rule(library, settings, today)
