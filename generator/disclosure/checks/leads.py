"""S108: reports to a meeting reach those who examine them long enough before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.meetings import Delivery, deliveries_of
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem

_REPORTS = ("会议报告", "大会报告", "提交审议", "会前")
"""Words of a 环节 that says: this is put before a meeting."""


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
            for delivery in deliveries_of(record, item.leads, library):
                yield from _check(delivery)
        elif any(word in record.stage for word in _REPORTS):
            yield at(
                record, "stage", "S108", f"环节是「{record.stage}」，却没有写会议日期，看不出提前多久送到",
                f"加一行：会议日期: {record.published}",
            )  # fmt: skip


def _check(delivery: Delivery) -> Iterator[Problem]:
    record, role, span, last = delivery.record, delivery.lead.role, delivery.lead.span, delivery.last_day
    hint = f"最晚 {last} 送到并请对方签收：- {{角色: {role}, 姓名: 程某某, 日期: {last}}}"
    if delivery.received is None:
        message = f"{delivery.meeting} 的会议，没有{role}的审签，看不出提前 {span}送到"
        yield at(record, "meeting", "S108", message, hint)
    elif delivery.received.day > last:
        message = f"{role} {delivery.received.day} 才收到，{delivery.meeting} 的会议要提前 {span}送到，最晚 {last}"
        yield at(record, "signoffs", "S108", message, hint, line=delivery.received.line)
