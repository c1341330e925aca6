"""What the page 写记录 knows of the school: its repository, its own numbers, who signs, when people work."""

from __future__ import annotations

from typing import Any

from disclosure.checks.privacy import known_of
from disclosure.domain.school import School
from disclosure.domain.workdays import WorkCalendar

_YEARS = 2
"""Of the days off that are known: the last two; older records are seldom written."""


def school_data(school: School) -> dict[str, Any]:
    """Name, repository, numbers that may be published, people and roles to choose from."""
    repository = school.repository
    people = [member.name for group in school.groups for term in reversed(group.terms) for member in term.members]
    return {
        "name": school.name,
        "repository": {"host": repository.host.value, "url": repository.url, "branch": repository.branch},
        "own": sorted(known_of(school)),
        "people": list(dict.fromkeys(people)),
        "listHeadings": school.settings.list_headings,
    }


def working_days(calendar: WorkCalendar) -> dict[str, Any]:
    """The official calendar of the last years that it knows: days off, days that are worked instead."""
    first = max(calendar.first_year, calendar.last_year - _YEARS + 1)
    return {
        "first": first,
        "last": calendar.last_year,
        "off": sorted(day.isoformat() for day in calendar.days_off if day.year >= first),
        "worked": sorted(day.isoformat() for day in calendar.make_up_days if day.year >= first),
    }
