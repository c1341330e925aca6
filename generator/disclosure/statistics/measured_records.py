"""Measures of the records of a year: what is in them, who signed, how soon and how long they were published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.domain.edition import Entry, Shown
from disclosure.domain.record import SignOff
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.roster import roster_of
from disclosure.domain.signing import SUPERVISION, Known, missing_members, missing_roles
from disclosure.domain.vocabulary import Kind, State
from disclosure.domain.workdays import last_day_or_calendar
from disclosure.statistics.dimensions import channels_of
from disclosure.statistics.tally import Measure, Seen, Tally, counted_records, split

_IN = RegisterName.CONTENTS


def _summaries(seen: Seen) -> Tally:
    shown = [one for one in seen.disclosed if isinstance(one, Shown)]
    return split(shown, lambda one: bool(one.record.summary))


def _owners(seen: Seen) -> Tally:
    return split(seen.disclosed, lambda one: bool(one.department) and bool(_owner(one)))


def _signed(seen: Seen) -> Tally:
    roster, known = roster_of(seen.edition.school.groups), Known()
    asked = [one for one in _standing(seen) if one.item and one.item.signoffs]
    return split(asked, lambda one: one.item is not None and not missing_roles(_signoffs(one), one.item, roster, known))


def _whole_group(seen: Seen) -> Tally:
    roster, known = roster_of(seen.edition.school.groups), Known()
    asked = [
        one for one in _standing(seen)
        if one.item and one.item.kind is Kind.FINANCE and any(SUPERVISION in role for role in one.item.signoffs)
    ]  # fmt: skip

    def is_signed(entry: Entry) -> bool:
        missing, day = missing_members(_signoffs(entry), entry.item, roster, known) if entry.item else ((), None)
        return day is not None and not missing

    return split(asked, is_signed)


def _signed_first(seen: Seen) -> Tally:
    """Of each role the first signature counts: later ones are for changes."""

    def is_first(entry: Entry) -> bool:
        first: dict[str, date] = {}
        for one in _signoffs(entry):
            first[one.role] = min(one.day, first.get(one.role, one.day))
        return all(day <= _public_since(entry) for day in first.values())

    return split([one for one in _standing(seen) if _signoffs(one)], is_first)


def _withdrawals(seen: Seen) -> Tally:
    taken = [one for one in seen.edition.stubs if one.withdrawn and one.withdrawn.day in seen.year]
    return split(taken, lambda one: one.withdrawn is not None and bool(one.withdrawn.reason and one.withdrawn.filed_to))


def _prompt(seen: Seen) -> Tally:
    return counted_records(seen.promptness.on_time, seen.promptness.late)


def _long_enough(seen: Seen) -> Tally:
    asked = [one for one in _standing(seen) if one.item and one.item.min_notice and one.expires]

    def is_long(entry: Entry) -> bool:
        if not (entry.item and entry.item.min_notice and entry.expires):
            return True
        calendar = seen.edition.calendar
        return entry.expires >= last_day_or_calendar(entry.item.min_notice, start=entry.published, calendar=calendar)[0]

    return split(asked, is_long)


def _lists_down(seen: Seen) -> Tally:
    over = [
        one for one in seen.entries.values()
        if one.item and one.item.lists_persons and one.expires and one.expires in seen.year and one.expires < seen.day
    ]  # fmt: skip
    return split(over, lambda one: one.state.is_stub)


def _reviewed(seen: Seen) -> Tally:
    standing = [one for one in seen.edition.shown if one.record.review_by and one.expires is None]
    return split(standing, lambda one: one.state is not State.REVIEW_DUE)


def _second_channel(seen: Seen) -> Tally:
    return split(seen.disclosed, lambda one: len(list(channels_of(one))) > 1)


def _standing(seen: Seen) -> list[Entry]:
    """What was published in the year and not taken back."""
    return [one for one in seen.disclosed if one.state is not State.WITHDRAWN]


def _signoffs(entry: Entry) -> Sequence[SignOff]:
    return entry.record.signoffs if isinstance(entry, Shown) else entry.signoffs


def _owner(entry: Entry) -> str:
    return entry.record.owner if isinstance(entry, Shown) else entry.owner


def _public_since(entry: Entry) -> date:
    late = entry.record.late_entry if isinstance(entry, Shown) else None
    return late.day if late else entry.published


MEASURES = (
    Measure(listed_in=_IN, name="有概述", of=_summaries, about="当年公布、现在还能看到的记录里写了概述的。"),
    Measure(listed_in=_IN, name="有责任人", of=_owners, about="当年公布的记录里写了责任部门和责任人的。"),
    Measure(listed_in=_IN, name="审签齐全", of=_signed, about="事项要求审签的记录里，要求的角色都签了的。"),
    Measure(
        listed_in=_IN,
        name="财务全体审签",
        of=_whole_group,
        about="要求监督小组审签的财务记录里，监督小组全体成员都签了的。",
    ),
    Measure(
        listed_in=_IN, name="先审后公开", of=_signed_first, about="有审签的记录里，每个角色第一次签字都不晚于公布的。"
    ),
    Measure(
        listed_in=RegisterName.CHANGES,
        name="撤销有备案",
        of=_withdrawals,
        about="当年撤销的记录里，写了理由和备案单位的。",
    ),
    Measure(listed_in=_IN, name="及时公布", of=_prompt, about="写了形成日期、能判断的记录里，在事项的时限以内公布的。"),
    Measure(
        listed_in=_IN,
        name="公示期足够",
        of=_long_enough,
        about="有公示期、事项规定了最短公示期的记录里，不短于规定的。",
    ),
    Measure(listed_in=_IN, name="名单已撤下", of=_lists_down, about="当年到期的名单里，正文和附件已经撤下的。"),
    Measure(
        name="长期文件已复核", of=_reviewed, about="写了复核日期的长期文件里，没有过复核日期的。", is_of_today=True
    ),
    Measure(
        listed_in=_IN, name="多渠道公开", of=_second_channel, about="当年公布的记录里，除网站外还有别的公开渠道的。"
    ),
)
"""In the order of the reference."""
