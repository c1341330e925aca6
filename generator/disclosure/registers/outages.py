"""停机登记册: days on which the site could not be read, and the notice periods that they put off (requirements C1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from disclosure.domain.edition import Edition, Entry, Shown, Stub
from disclosure.domain.outages import outage_days
from disclosure.domain.registers import Outage
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Place, Row, Table, row
from disclosure.domain.urls import register_url
from disclosure.domain.year import Year
from disclosure.registers.cells import linked, title_cell

HEADINGS = (
    Heading(id="start", label="开始", holds=Holds.DATE),
    Heading(id="end", label="结束", holds=Holds.DATE),
    Heading(id="days", label="天数", holds=Holds.COUNT, width=8),
    Heading(id="reason", label="原因", width=40, is_title=True),
    Heading(id="extended", label="顺延的公示", holds=Holds.COUNT, width=12),
)
EXTENDED = (
    Heading(id="id", label="编号", width=12),
    Heading(id="title", label="公示", width=40, is_title=True),
    Heading(id="published", label="公布日期", holds=Holds.DATE),
    Heading(id="period", label="公示期", width=12),
    Heading(id="written", label="原截止日", holds=Holds.DATE),
    Heading(id="expires", label="顺延到", holds=Holds.DATE),
    Heading(id="days", label="顺延（天）", holds=Holds.COUNT, width=10),
    Heading(id="lost", label="其间停机（天）", holds=Holds.COUNT, width=14),
)


def outages_register(edition: Edition, year: Year | None = None) -> tuple[Table, ...]:
    """All outages, whatever the year, and the records whose notice periods ran then."""
    outages = sorted(edition.registers.outages, key=lambda one: (one.start, one.end))
    lost = outage_days(outages)
    extended = sorted((one for one in edition.entries() if _days(one)), key=lambda one: one.sort_key)
    main = Table(
        id="outages",
        title="停机登记册",
        headings=HEADINGS,
        rows=tuple(_row(number, one, extended) for number, one in enumerate(outages, start=1)),
        about="网站打不开的日子，首尾两天都算在内。其间的公示期自动顺延。",
    )
    put_off = Table(
        id="extended",
        title="因停机顺延的公示",
        headings=EXTENDED,
        rows=tuple(_extended(one, lost) for one in extended),
        notes=("公示期按工作日写的，只补停机的工作日；补的日子里又遇停机，再往后顺延。",),
    )
    return (main, put_off)


def outage_starts(edition: Edition) -> Iterable[date]:
    """First days of outages."""
    return (one.start for one in edition.registers.outages)


def _days(entry: Entry) -> int:
    return entry.record.extended if isinstance(entry, Shown) else entry.extended


def _row(number: int, outage: Outage, extended: Iterable[Entry]) -> Row:
    ran = [one for one in extended if one.expires and one.published <= outage.end and outage.start <= one.expires]
    places = (Place(url=f"{register_url(RegisterName.OUTAGES.id)}#extended"),) if ran else ()
    put_off = Cell(value=len(ran), places=places)
    days = (outage.end - outage.start).days + 1
    return row(outage.start, outage.end, days, outage.reason, put_off, id=f"outage-{number}")


def _extended(entry: Entry, lost: Collection[date]) -> Row:
    days, expires = _days(entry), entry.expires
    written = expires - timedelta(days=days) if expires else None
    period = "" if isinstance(entry, Stub) else str(entry.record.notice_period or "")
    within = sum(1 for day in lost if expires and entry.published <= day <= expires)
    return row(
        linked(entry.id, entry.id),
        title_cell(entry),
        entry.published,
        period,
        written,
        expires,
        days,
        within,
        id=entry.id,
    )
