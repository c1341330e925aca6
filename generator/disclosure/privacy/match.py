"""One piece of personal data in a text."""

from __future__ import annotations

from typing import NamedTuple

from disclosure.domain.personal_data import PersonalData


class Match(NamedTuple):
    """Characters `start` to `end` of the text, which are the value as it was written."""

    kind: PersonalData
    value: str
    """As if written plainly: half-width digits, without blanks, hyphens and invisible characters."""
    start: int
    end: int
    name: str = ""
    """A person's name beside it, '' where there is none."""
