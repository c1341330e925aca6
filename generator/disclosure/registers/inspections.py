"""检查登记册: what the supervision group looked at, what it found, and whether it was mended (requirements R15, S05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from disclosure.domain.edition import Edition, Entry
from disclosure.domain.registers import Inspection
from disclosure.domain.table import Cell, Heading, Holds, Light, Row, Table, row
from disclosure.domain.year import Year
from disclosure.registers.cells import entries_by_id, linked, records_cell
from disclosure.registers.standing import by_day

INFORMED = 90
"""知情率 in per cent that is asked for (requirements S05)."""
HEADINGS = (
    Heading(id="id", label="编号", width=12),
    Heading(id="day", label="日期", holds=Holds.DATE),
    Heading(id="by", label="检查单位", width=18),
    Heading(id="scope", label="范围", width=30, is_title=True),
    Heading(id="findings", label="情况", width=40),
    Heading(id="informed", label="知情率", holds=Holds.PERCENT, width=8),
    Heading(id="shortcomings", label="问题", holds=Holds.COUNT, width=8),
    Heading(id="mended", label="已整改", holds=Holds.COUNT, width=8),
    Heading(id="records", label="公开的记录", width=24),
)
SHORTCOMINGS = (
    Heading(id="inspection", label="检查编号", width=12),
    Heading(id="day", label="检查日期", holds=Holds.DATE),
    Heading(id="text", label="问题", width=40, is_title=True),
    Heading(id="department", label="责任部门", width=14),
    Heading(id="due", label="限期", holds=Holds.DATE),
    Heading(id="mended", label="整改日期", holds=Holds.DATE),
    Heading(id="record", label="整改后的记录", width=30),
    Heading(id="state", label="状态", width=16),
)


def inspections_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """Inspections of a year, and the shortcomings that they found. The row's id is the inspection's."""
    inspections = [one for one in edition.registers.inspections if year is None or one.day in year]
    inspections.sort(key=lambda one: (one.day, one.id))
    entries = entries_by_id(edition)
    main = Table(
        id="inspections",
        title="监督检查登记册",
        headings=HEADINGS,
        rows=tuple(_row(one, edition, entries) for one in inspections),
        about="监督小组每学期至少检查一次。",
        notes=(f"知情率是问过的人里知道公开内容的比例，应在 {INFORMED}% 以上；没有问过的空着。",),
    )
    found = Table(
        id="shortcomings",
        title="问题和整改",
        headings=SHORTCOMINGS,
        rows=tuple(found for one in inspections for found in _shortcomings(one, edition, entries)),
        about="检查发现的问题，谁改，改到哪一步。",
    )
    return (main, found)


def inspection_days(edition: Edition) -> Iterable[date]:
    """Days of inspections."""
    return (one.day for one in edition.registers.inspections)


def _row(inspection: Inspection, edition: Edition, entries: Mapping[str, Entry]) -> Row:
    named = (("检查报告", inspection.record), ("会议纪要", inspection.minutes))
    return row(
        inspection.id,
        inspection.day,
        inspection.by,
        inspection.scope,
        inspection.findings,
        _informed(inspection.informed_share),
        len(inspection.shortcomings),
        sum(1 for one in inspection.shortcomings if one.mended and one.mended <= edition.today),
        records_cell((word, entries[one]) for word, one in named if one in entries),
        id=inspection.id,
    )


def _informed(share: int | None) -> Cell:
    if share is None:
        return Cell()
    return Cell(value=Decimal(share) / 100, light=Light.GREEN if share >= INFORMED else Light.AMBER)


def _shortcomings(inspection: Inspection, edition: Edition, entries: Mapping[str, Entry]) -> Iterator[Row]:
    warn_days, today = edition.school.settings.due_warn_days, edition.today
    for number, one in enumerate(inspection.shortcomings, start=1):
        mended = one.mended if one.mended and one.mended <= today else None
        record = entries.get(one.record)
        yield row(
            inspection.id,
            inspection.day,
            one.text,
            one.department,
            one.mend_by,
            mended,
            linked(record.title, record.id) if record else "",
            by_day(one.mend_by, mended, today=today, warn_days=warn_days),
            id=f"{inspection.id}-{number}",
        )
