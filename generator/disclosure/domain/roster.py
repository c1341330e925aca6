"""Who could sign in a role on a day, from the groups of data/school.yml and their terms of office (requirements E5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from disclosure.domain.roles import group_part, holds, offices_in, plain
from disclosure.domain.school import Group, Member, TermOfOffice

_USUAL_NAMES = {"supervision": "监督小组", "leading": "领导小组"}
"""What everybody calls these groups, whatever a school's own is named."""
_SHORTEST_NAME = 3
"""Shorter names (`工会`) are also beginnings of offices (`工会主席`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A person in a role from a day to a day, both inclusive."""

    name: str
    """Without blanks."""
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All groups of a school, made ready to be asked many times."""

    groups: tuple[Group, ...]
    names: tuple[tuple[str, str], ...]
    """Of each group its name, and its name without 校务公开."""
    offices: tuple[tuple[str, Seat], ...]
    """Every office that is written beside a member."""


def roster_of(groups: Sequence[Group]) -> Roster:
    """The rosters of a school's groups."""
    names = (plain(group.name) for group in groups)
    return Roster(
        groups=tuple(groups),
        names=tuple((name, name.replace("校务公开", "")) for name in names),
        offices=tuple(
            (office, _seat(member, term))
            for term in (term for group in groups for term in group.terms)
            for member in term.members
            for office in offices_in(member.role)
        ),
    )


def groups_called(role: str, roster: Roster) -> tuple[Group, ...]:
    """The groups that a role means: those of exactly that name, else those whose name ends with it or is part of it.

    `监督小组` means 校务公开监督小组, also beside a 膳食监督小组; without any such name, the group `supervision`.
    """
    asked, written = group_part(role), plain(role)
    if len(asked) < _SHORTEST_NAME:
        return ()
    named = tuple(zip(roster.groups, roster.names, strict=True))
    exact = tuple(group for group, names in named if asked in names)
    near = exact or tuple(group for group, names in named if _is_near(asked, written, *names))
    return near or tuple(group for group in roster.groups if _USUAL_NAMES.get(group.id) == asked)


def seats(role: str, roster: Roster) -> tuple[Seat, ...] | None:
    """Everybody who ever held a role; None for a role that no roster names, so that nothing can be said about it."""
    if called := groups_called(role, roster):
        return group_seats(called)
    offices = offices_in(role)
    held = tuple(seat for written, seat in roster.offices if any(holds(written, office) for office in offices))
    return held or None


def group_seats(groups: Sequence[Group]) -> tuple[Seat, ...]:
    """Every member of some groups, in the order of the rosters."""
    return tuple(_seat(member, term) for group in groups for term in group.terms for member in term.members)


def holders(held: Sequence[Seat], day: date) -> tuple[str, ...]:
    """Who holds a seat on a day, each person once."""
    return tuple(dict.fromkeys(seat.name for seat in held if seat.start <= day <= seat.end))


def _seat(member: Member, term: TermOfOffice) -> Seat:
    return Seat(name="".join(member.name.split()), start=term.start, end=term.end)


def _is_near(asked: str, written: str, name: str, short: str) -> bool:
    return name.endswith(asked) or (len(short) >= _SHORTEST_NAME and short in written)
