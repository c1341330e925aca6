"""S104, S105: sign-offs come before publication, and nobody examines what they answer for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.bodies import is_body
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.record import Record, SignOff
from disclosure.domain.roles import fills, group_part, people_in
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_ENOUGH = 5
"""Roles of one person that are told; more make it no clearer."""


def check_signing_order(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """When, and in how many roles, people signed (requirements A5: 先审查、后公开)."""
    for record in examined(library, today):
        if record.signoffs:
            yield from _late(record, library.catalogue.items.get(record.item))
            yield from _twice(record, settings.combined_roles)


def _late(record: Record, item: Item | None) -> Iterator[Problem]:
    """A record that says 补公开 was published on that day.

    A later 变更 is signed again. It does not make up for a first sign-off that the item asks for and that came late.
    """
    published = max(record.published, record.late_entry.day) if record.late_entry else record.published
    late = [signoff for signoff in record.signoffs if signoff.day > published]
    if not late:
        return
    last_change = max((change.day for change in record.changes), default=published)
    signed_before = {group_part(signoff.role) for signoff in record.signoffs if signoff.day <= published}
    for signoff in late:
        is_for_a_change = signoff.day <= last_change and (
            group_part(signoff.role) in signed_before or not _is_asked_for(signoff, item)
        )
        if not is_for_a_change:
            yield at(
                record, "signoffs", "S104",
                f"{signoff.role}（{signoff.name}）{signoff.day} 才审签，晚于公布日期 {published}",
                "日期写错了就照实改正，例如 日期: 2026-08-28；以后先审签、后公布", line=signoff.line,
            )  # fmt: skip


def _is_asked_for(signoff: SignOff, item: Item | None) -> bool:
    return item is not None and any(fills(signoff.role, asked) for asked in item.signoffs)


def _twice(record: Record, combined: tuple[str, ...]) -> Iterator[Problem]:
    """Who signs for a body that voted (教代会) bears witness to the vote: that is no second role."""
    signed: dict[str, list[SignOff]] = {}
    for signoff in record.signoffs:
        if not is_body(signoff.role):
            for person in people_in(signoff.name):
                mine = signed.setdefault(person, [])
                if len(mine) < _ENOUGH and not any(_is_one_role(signoff.role, other.role) for other in mine):
                    mine.append(signoff)
    for person, mine in signed.items():
        if len(mine) > 1 and not all(_may_be_combined(s, combined) for s in mine):
            roles = [*combined, *(s.role for s in mine if not _may_be_combined(s, combined))]
            yield at(
                record, "signoffs", "S105", f"「{person}」同时以{'、'.join(s.role for s in mine)}的身份审签",
                f"换一个人审；本校确实可以兼任的，写进 data/school.yml：可兼角色: [{', '.join(roles)}]",
                line=mine[-1].line,
            )  # fmt: skip


def _may_be_combined(signoff: SignOff, combined: tuple[str, ...]) -> bool:
    return any(word in signoff.role for word in combined)


def _is_one_role(role: str, other: str) -> bool:
    """`监督小组全体` and `监督小组组长`, `书记` and `党支部书记` are one role each."""
    return group_part(role) == group_part(other) or fills(role, other) or fills(other, role)
