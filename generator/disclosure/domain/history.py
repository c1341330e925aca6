"""What git remembers of a school's records: the day on which each was first committed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import PurePosixPath


class Reach(Enum):
    """How far git's memory reaches, or why there is none."""

    WHOLE = "whole"
    SHALLOW = "shallow"
    """A clone that ends before the first commits (CI services make them): it shows files as younger or older than they are."""
    NO_PROGRAM = "no program"
    """git is not installed."""
    NO_REPOSITORY = "no repository"
    """A folder that was unpacked or copied."""
    NOT_TRUSTED = "not trusted"
    """The folder belongs to another user, and git refuses to read it (safe.directory)."""
    NO_ANSWER = "no answer"
    """git failed, or took too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Days are those of Asia/Shanghai, by the clock of whoever committed: when a file came into the repository as it is."""

    reach: Reach
    first_commits: Mapping[str, date] = field(default_factory=dict)
    """By path relative to the school's root folder; files that are not committed yet are missing. Empty but for WHOLE."""
    root_day: date | None = None
    """Day of the repository's first commit; None where nothing is committed yet."""
    said: str = ""
    """git's own words, where it gave no answer."""

    def brought_on(self, path: PurePosixPath, today: date) -> date:
        """The day of the first commit that brought a file; a file that is not committed yet is brought today."""
        return self.first_commits.get(str(path), today)
