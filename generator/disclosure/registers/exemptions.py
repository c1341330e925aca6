"""暂不宜公开备案册: what is kept back for now, why, and when somebody has to look again (requirements G5, R18)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from disclosure.domain.edition import Edition, Entry
from disclosure.domain.registers import Exemption
from disclosure.domain.table import Cell, Heading, Holds, Light, Row, Table, row
from disclosure.domain.year import Year
from disclosure.registers.cells import entries_by_id, linked
from disclosure.registers.standing import by_day

HEADINGS = (
    Heading(id="id", label="编号", width=12),
    Heading(id="text", label="内容", width=40, is_title=True),
    Heading(id="item", label="公开事项", width=20),
    Heading(id="ground", label="情形", width=14),
    Heading(id="reason", label="理由", width=40),
    Heading(id="decided", label="决定日期", holds=Holds.DATE),
    Heading(id="approved", label="批准", width=16),
    Heading(id="reported", label="备案", width=24),
    Heading(id="review", label="复核日期", holds=Holds.DATE),
    Heading(id="ended", label="公开日期", holds=Holds.DATE),
    Heading(id="record", label="公开的记录", width=30),
    Heading(id="state", label="状态", width=16),
)


def exemptions_register(edition: Edition, year: Year | None = None) -> tuple[Table, ...]:
    """All exemptions, whatever the year, by the day of decision. The row's id is the exemption's."""
    exemptions = sorted(edition.registers.exemptions, key=lambda one: (one.decided, one.id))
    entries = entries_by_id(edition)
    table = Table(
        id="exemptions",
        title="暂不宜公开备案册",
        headings=HEADINGS,
        rows=tuple(_row(one, edition, entries) for one in exemptions),
        about="暂时不公开的内容、理由和复核日期。到复核日期要重新决定：可以公开的及时公开。",
    )
    return (table,)


def decision_days(edition: Edition) -> Iterable[date]:
    """Days of decision."""
    return (one.decided for one in edition.registers.exemptions)


def state_of_exemption(exemption: Exemption, edition: Edition) -> Cell:
    """Whether it ended, and if not, how its review stands."""
    today = edition.today
    if exemption.ended and exemption.ended <= today:
        return Cell(value="已公开" if exemption.record else "已解除", light=Light.GREEN)
    if exemption.review_by is None:
        return Cell(value="暂不公开，没有写复核日期", light=Light.AMBER)
    left = by_day(exemption.review_by, None, today=today, warn_days=edition.school.settings.due_warn_days)
    return Cell(value=f"复核：{left.value}", light=left.light)


def _row(exemption: Exemption, edition: Edition, entries: Mapping[str, Entry]) -> Row:
    item = edition.catalogue.items.get(exemption.item)
    record, reported = entries.get(exemption.record), exemption.reported
    return row(
        exemption.id,
        exemption.text,
        item.name if item else "",
        exemption.ground.label,
        exemption.reason,
        exemption.decided,
        exemption.approved_by,
        f"{reported.day}报{reported.to}" if reported else "",
        exemption.review_by,
        exemption.ended,
        linked(record.title, record.id) if record else "",
        state_of_exemption(exemption, edition),
        id=exemption.id,
    )
