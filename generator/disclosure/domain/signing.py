"""Whether everybody signed whom an item asks for; for finance, the whole supervision group (requirements A5, S04)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.domain.record import SignOff
from disclosure.domain.roles import fills, people_in
from disclosure.domain.roster import Roster, group_seats, groups_called, holders

SUPERVISION = "监督小组"
Known = dict[tuple[str, str], bool]
"""Whether a role meets one that is asked for: the same few pairs come back in every record."""


def missing_roles(signoffs: Sequence[SignOff], item: Item, roster: Roster, known: Known) -> list[str]:
    """The roles that an item asks for and in which nobody signed.

    Args:
        known: filled on the way; the same one for all records.
    """
    signed = dict.fromkeys(signoff.role for signoff in signoffs)
    return [asked for asked in item.signoffs if not any(_meets(role, asked, roster, known) for role in signed)]


def missing_members(
    signoffs: Sequence[SignOff], item: Item, roster: Roster, known: Known
) -> tuple[tuple[str, ...], date | None]:
    """Who of the supervision group did not sign, and the day by which the group is counted; None where nobody of it signed.

    A collective name (`全体成员`) names nobody: names are what can be held against the roster.
    """
    asked = next((role for role in item.signoffs if SUPERVISION in role), "")
    called = groups_called(asked, roster)
    signed = [signoff for signoff in signoffs if called and _meets(signoff.role, asked, roster, known)]
    if not signed:
        return (), None
    day = max(signoff.day for signoff in signed)
    people = {person for signoff in signed for person in people_in(signoff.name)}
    return tuple(name for name in holders(group_seats(called), day) if name not in people), day


def _meets(role: str, asked: str, roster: Roster, known: Known) -> bool:
    """A role meets another by its words, or because both name the same group of the school."""
    if (role, asked) not in known:
        called = {group.id for group in groups_called(asked, roster)}
        known[role, asked] = fills(role, asked) or any(g.id in called for g in groups_called(role, roster))
    return known[role, asked]
