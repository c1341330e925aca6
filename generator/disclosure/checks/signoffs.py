"""S101, S103: everybody whom the item asks for has signed; for finance, the whole supervision group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.roster import Roster, roster_of
from disclosure.domain.school import Settings
from disclosure.domain.signing import SUPERVISION, Known, missing_members, missing_roles
from disclosure.domain.vocabulary import Kind
from disclosure.errors.problem import Problem


def check_signoffs(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """The sign-offs of each item (审签 of the catalogue, requirements A5: 谁审查、谁负责)."""
    roster = roster_of(library.school.groups)
    known: Known = {}
    for record in examined(library, today):
        item = library.catalogue.items.get(record.item)
        if item is None or not item.signoffs or not item.enabled:
            continue
        if not record.signoffs and "signoffs" in item.required:
            continue  # C105 asks for them already
        yield from _roles(record, item, roster, known)
        if item.kind is Kind.FINANCE:
            yield from _whole_group(record, item, roster, known)


def _roles(record: Record, item: Item, roster: Roster, known: Known) -> Iterator[Problem]:
    missing = missing_roles(record.signoffs, item, roster, known)
    if not missing:
        return
    signed = dict.fromkeys(signoff.role for signoff in record.signoffs)
    somebody = "程某某" if SUPERVISION in missing[0] else "沈某某"
    given = "，只有" + "、".join(signed) if signed else ""
    yield at(
        record, "signoffs" if record.signoffs else "item", "S101", f"「{item.name}」缺少{'、'.join(missing)}的审签{given}",
        f"在 审签 里加一行，日期照实写：- {{角色: {missing[0]}, 姓名: {somebody}, 日期: {record.published}}}",
    )  # fmt: skip


def _whole_group(record: Record, item: Item, roster: Roster, known: Known) -> Iterator[Problem]:
    missing, day = missing_members(record.signoffs, item, roster, known)
    if missing:
        yield at(
            record, "signoffs", "S103", f"「{item.name}」要监督小组全体审签，还缺{'、'.join(missing)}",
            f"请他们审核，日期照实写，例如 - {{角色: 监督小组, 姓名: {missing[0]}, 日期: {day}}}",
        )  # fmt: skip
