"""How each item of the catalogue stands on a day: 正常, 将到期, 逾期, 空缺."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.domain.disclosed import WHEN_IT_HAPPENS
from disclosure.domain.due import DueRule
from disclosure.domain.duties import AFTER, Duty, DutyState, due_items
from disclosure.domain.edition import Edition, Entry
from disclosure.domain.vocabulary import Cadence, State, Word


class Standing(Word):
    """State of an item on a day, in the catalogue."""

    NORMAL = "正常"
    DUE_SOON = "将到期"
    OVERDUE = "逾期"
    EMPTY = "空缺"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStanding:
    """How an item stands on the edition's day."""

    item: Item
    standing: Standing
    last: str = ""
    """Id of the record published last, '' where there is none."""
    last_published: date | None = None
    overdue: tuple[Duty, ...] = ()
    """Duties whose day has passed and which are to be fulfilled still, the oldest first."""
    upcoming: Duty | None = None
    """The duty that falls due next."""


def standings_of(edition: Edition, duties: tuple[Duty, ...]) -> tuple[ItemStanding, ...]:
    """How each item that is switched on and meant for the edition's readers stands, in the order of the catalogue.

    空缺: nothing was ever published of something that always has to be there, or that has fallen due before.
    逾期: what fell due last of some rule is still missing, and nothing later was published. What was passed over stays
    in the ledger.
    将到期: something that is still to be published falls due within `due_warn_days`.
    """
    latest: dict[str, Entry] = {}
    for entry in edition.entries():
        if entry.item and entry.state is not State.WITHDRAWN:
            latest.setdefault(entry.item.id, entry)
    periodic: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        if duty.rule.kind not in AFTER:
            periodic[duty.item.id].append(duty)
    return tuple(_standing(item, latest.get(item.id), periodic[item.id], edition) for item in due_items(edition))


def _standing(item: Item, last: Entry | None, duties: Sequence[Duty], edition: Edition) -> ItemStanding:
    today, warn_days = edition.today, edition.school.settings.due_warn_days
    overdue = _overdue(duties, today)
    upcoming = next((duty for duty in duties if duty.last_day >= today and duty.done_on is None), None)
    is_soon = upcoming is not None and upcoming.state(today, warn_days=warn_days) is DutyState.DUE_SOON
    if last is None and (_has_to_be_there(item) or (overdue and item.cadence not in WHEN_IT_HAPPENS)):
        standing = Standing.EMPTY
    elif overdue:
        standing = Standing.OVERDUE
    else:
        standing = Standing.DUE_SOON if is_soon else Standing.NORMAL
    return ItemStanding(
        item=item, standing=standing, last=last.id if last else "", last_published=last.published if last else None,
        overdue=overdue, upcoming=upcoming,
    )  # fmt: skip


def _has_to_be_there(item: Item) -> bool:
    """Whether an item is something standing, of which there has to be a record at any time."""
    return item.cadence is Cadence.STANDING


def _overdue(duties: Sequence[Duty], today: date) -> tuple[Duty, ...]:
    """Of each rule, what has been missing since a period was fulfilled last, be it early."""
    missing: dict[DueRule, list[Duty]] = defaultdict(list)
    for duty in duties:
        if duty.done_on is not None:
            missing[duty.rule].clear()
        elif duty.last_day < today:
            missing[duty.rule].append(duty)
    return tuple(sorted((duty for found in missing.values() for duty in found), key=lambda duty: duty.due))
