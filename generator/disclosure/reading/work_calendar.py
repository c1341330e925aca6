"""Working days as the State Council announced them, from the data that the chinesecalendar package ships."""

from __future__ import annotations

from functools import cache

from disclosure.domain.workdays import WorkCalendar


@cache
def official_calendar() -> WorkCalendar:
    """All years the installed data knows. Loaded on first use: most schools' records need no working days."""
    from chinese_calendar.constants import holidays, workdays

    return WorkCalendar(
        first_year=min(holidays).year,
        last_year=max(holidays).year,
        days_off=frozenset(holidays),
        make_up_days=frozenset(workdays),
    )
