"""`disclosure check`: all rules, what git remembers, and what a change would take away from the public.

    the school's files ─→ rules, git's history ──────────────┐
    the base of a pull request ─→ rules ─→ what is not new ──┼→ problems
       └────→ what was public ─→ what vanished or changed ───┤
    the live site's records.json ────→ the same ─────────────┘

A build knows nothing of this: a site is made from files alone (docs/decisions/0008-what-git-remembers.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from disclosure.caching.cache import Cache, open_cache
from disclosure.checks.deletions import compare_with_before
from disclosure.checks.history import late_at_last
from disclosure.domain.former import Former, formers_of
from disclosure.domain.history import Reach
from disclosure.domain.library import Library
from disclosure.errors.problem import Problem, Severity, with_severities
from disclosure.history.base import ChangeSet, open_change_set
from disclosure.history.first_commits import read_history
from disclosure.history.live_site import read_live_site
from disclosure.pipeline import Reading, checked, read_and_check
from disclosure.reading.deploy import deploy_problems
from disclosure.reading.earlier import begin_earlier_records

_Place = tuple[str, PurePosixPath, str]
"""What makes two problems the same, wherever lines have moved to: code, file, message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change that somebody proposes: the school as it was before, as it would be, and what is wrong with the change."""

    changes: ChangeSet
    before: Library
    after: Library
    problems: tuple[Problem, ...]
    """What `check_school` tells of the change."""


def check_school(
    root: Path, today: date, *, base: str = "", published: str = "", processes: int = 1
) -> tuple[Problem, ...]:
    """Everything that has to be mended, sorted, in the school's own severities.

    Args:
        base: revision that a change is meant for; only what the change touches or breaks is told then.
        published: the live site's `records.json`, as address or file.

    Raises:
        SetupError: there is no usable school.
        NoBaseError, NoLiveSiteError: there is nothing to compare with; ValueErrors that say why in Chinese.
    """
    cache = open_cache(root.resolve())
    changes = open_change_set(root, base) if base else None
    reading = _now(root, today, cache=cache, processes=processes)
    problems, settings = reading.problems, reading.library.school.settings
    if changes:
        _, problems = _of_change(reading, changes, today, cache=cache, processes=processes)
    if published:
        formers = read_live_site(published, reading.library.school.editions)
        told = {(problem.code, problem.message) for problem in problems}
        problems += tuple(one for one in _lost(formers, reading, today) if (one.code, one.message) not in told)
    return with_severities(problems, settings.severities)


def read_proposal(root: Path, today: date, *, base: str, processes: int = 1) -> Proposal:
    """A school with and without a change. Arguments and errors are those of `check_school`."""
    cache = open_cache(root.resolve())
    changes = open_change_set(root, base)
    reading = _now(root, today, cache=cache, processes=processes)
    before, problems = _of_change(reading, changes, today, cache=cache, processes=processes)
    severities = reading.library.school.settings.severities
    return Proposal(
        changes=changes, before=before, after=reading.library, problems=with_severities(problems, severities)
    )


def _now(root: Path, today: date, *, cache: Cache, processes: int) -> Reading:
    history_of = partial(read_history, root=root, cache=cache)
    reading = read_and_check(root, today, cache=cache, processes=processes, history_of=history_of)
    return replace(reading, problems=(*reading.problems, *deploy_problems(root)))


def _of_change(
    reading: Reading, changes: ChangeSet, today: date, *, cache: Cache, processes: int
) -> tuple[Library, tuple[Problem, ...]]:
    """The school before a change; and what the change touches or breaks, and what it takes away.

    What was wrong before and elsewhere is not its fault.
    """
    with changes.checked_out() as copy:
        before = _before(copy, reading, changes, today, cache=cache, processes=processes)
        known = {_place(problem) for problem in before.problems}
        told = [one for one in reading.problems if changes.touches(str(one.path)) or _place(one) not in known]
        formers = formers_of(before.library, today)
        told += _lost(formers, reading, today, bodies=before.library.bodies)
    told += late_at_last(before.library, reading.library, today)
    return before.library, tuple(told)


def _before(copy: Path, reading: Reading, changes: ChangeSet, today: date, *, cache: Cache, processes: int) -> Reading:
    """The school at the base of a change, read and checked."""
    root, history = changes.repository.root, reading.library.history
    records = begin_earlier_records(copy, root=root, is_changed=changes.touches, cache=cache, processes=processes)
    knows = history is not None and history.reach is Reach.WHOLE
    return checked(records, today, history_of=partial(read_history, root=root, cache=cache) if knows else None)


def _lost(
    formers: Iterable[Former], reading: Reading, today: date, *, bodies: Mapping[str, str] | None = None
) -> Iterator[Problem]:
    unreadable = {problem.path for problem in reading.problems if problem.severity is Severity.ERROR}
    return compare_with_before(formers, reading.library, today, unreadable=unreadable, bodies=bodies)


def _place(problem: Problem) -> _Place:
    return problem.code, problem.path, problem.message
