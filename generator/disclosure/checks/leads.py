"""S108: reports to a meeting reach those who examine them long enough before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.catalogue import Item, Lead
from disclosure.domain.library import Library
from disclosure.domain.promptness import latest_start
from disclosure.domain.record import Record
from disclosure.domain.roles import fills, group_part
from disclosure.domain.school import Settings
from disclosure.domain.workdays import WorkCalendar
from disclosure.errors.problem import Problem

_REPORTS = ("会议报告", "大会报告", "提交审议", "会前")
"""Words of a 环节 that says: this is put before a meeting."""
_DELEGATE = "代表"


def check_leads(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """提前送达 of the catalogue (requirements R16), for records that name their meeting.

    Records of the same item that report nothing to a meeting (who is in the congress, what became of its motions) need
    no 会议日期; it is missed only where 环节 says that the record is put before one.
    """
    for record in examined(library, today):
        item = library.catalogue.items.get(record.item)
        if item is None or not item.leads:
            continue
        if record.meeting:
            for lead in item.leads:
                yield from _check(record, item, lead, record.meeting, library.calendar)
        elif any(word in record.stage for word in _REPORTS):
            yield at(
                record, "stage", "S108", f"环节是「{record.stage}」，却没有写会议日期，看不出提前多久送到",
                f"加一行：会议日期: {record.published}",
            )  # fmt: skip


def _check(record: Record, item: Item, lead: Lead, meeting: date, calendar: WorkCalendar) -> Iterator[Problem]:
    received = [signoff for signoff in record.signoffs if _is(signoff.role, lead.role)]
    last, _ = latest_start(lead.span, end=meeting, calendar=calendar)
    hint = f"最晚 {last} 送到并请对方签收：- {{角色: {lead.role}, 姓名: 程某某, 日期: {last}}}"
    if not received:
        message = f"{meeting} 的会议，没有{lead.role}的审签，看不出提前 {lead.span}送到"
        yield at(record, "meeting", "S108", message, hint)
        return
    first = min(received, key=lambda signoff: signoff.day)
    if first.day > last:
        message = f"{lead.role} {first.day} 才收到，{meeting} 的会议要提前 {lead.span}送到，最晚 {last}"
        yield at(record, "signoffs", "S108", message, hint, line=first.line)


def _is(role: str, asked: str) -> bool:
    """Delegates go by many names: 教职工代表, 教代会代表, 职工代表."""
    if asked.endswith(_DELEGATE):
        return group_part(role).endswith(_DELEGATE)
    return fills(role, asked)
