"""S102, S106: who signed was in office on that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record, SignOff
from disclosure.domain.roles import people_in
from disclosure.domain.roster import Seat, holders, roster_of, seats
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_SCHOOL_YEAR = 9
"""Month in which terms of office usually begin."""


def check_rosters(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every name of every sign-off against the roster of its day (requirements E5). Roles that no roster names pass."""
    roster = roster_of(library.school.groups)
    known: dict[str, tuple[Seat, ...] | None] = {}
    for record in examined(library, today):
        told: set[tuple[str, date]] = set()
        for signoff in record.signoffs:
            if signoff.role not in known:
                known[signoff.role] = seats(signoff.role, roster)
            held = known[signoff.role]
            if held is None:
                continue
            on_duty = holders(held, signoff.day)
            if on_duty:
                yield from _strangers(record, signoff, on_duty)
            elif (signoff.role, signoff.day) not in told:
                told.add((signoff.role, signoff.day))
                yield _nobody(record, signoff)


def _strangers(record: Record, signoff: SignOff, on_duty: tuple[str, ...]) -> Iterator[Problem]:
    strangers = [person for person in people_in(signoff.name) if person not in on_duty]
    if strangers:
        yield at(
            record, "signoffs", "S102",
            f"「{'、'.join(strangers)}」{signoff.day} 不在任：这一天的{signoff.role}是{'、'.join(on_duty)}",
            f"由当天在任的人审签，例如 姓名: {on_duty[0]}；换了人就更新 data/school.yml 的 小组", line=signoff.line,
        )  # fmt: skip


def _nobody(record: Record, signoff: SignOff) -> Problem:
    start = date(signoff.day.year - (signoff.day.month < _SCHOOL_YEAR), _SCHOOL_YEAR, 1)
    return at(
        record, "signoffs", "S106", f"名单上 {signoff.day} 没有{signoff.role}，无法核对「{signoff.name}」",
        f"在 data/school.yml 的 小组 里补上这一天的任期，例如 开始: {start}", line=signoff.line,
    )  # fmt: skip
