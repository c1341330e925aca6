"""校务公开内容登记册: every disclosure of a year, in the order of time (requirements G1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.index_number import index_number
from disclosure.domain.school import School
from disclosure.domain.table import Heading, Holds, Row, Table, row
from disclosure.domain.year import Year
from disclosure.registers.cells import last_day_public, signoffs_in_words, title_cell

HEADINGS = (
    Heading(id="number", label="序号", holds=Holds.COUNT, width=6),
    Heading(id="id", label="编号", width=12),
    Heading(id="issue", label="期号", width=16),
    Heading(id="title", label="公开内容", width=40, is_title=True),
    Heading(id="column", label="栏目", width=16),
    Heading(id="item", label="公开事项", width=20),
    Heading(id="formed", label="形成日期", holds=Holds.DATE),
    Heading(id="published", label="公布日期（起）", holds=Holds.DATE, width=14),
    Heading(id="until", label="公开至（止）", holds=Holds.DATE, width=14),
    Heading(id="department", label="承办部门", width=14),
    Heading(id="owner", label="责任人"),
    Heading(id="signoffs", label="审签", width=40),
    Heading(id="channels", label="公开渠道", width=20),
    Heading(id="state", label="状态", width=10),
    Heading(id="filed", label="备案", width=24),
    Heading(id="archive-number", label="归档号", width=26),
)


def contents_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """All records published in a year, stubs too, the newest last. The row's id is the record's.

    Of what was taken down the register keeps title, days, department, sign-offs and state.
    """
    entries = sorted(
        (entry for entry in edition.entries() if year is None or entry.published in year),
        key=lambda entry: entry.sort_key,
    )
    rows = tuple(_row(number, entry, edition) for number, entry in enumerate(entries, start=1))
    table = Table(
        id="contents",
        title="校务公开内容登记册",
        headings=HEADINGS,
        rows=rows,
        about="按公布时间先后登记，新的在后面。",
        notes=_notes(entries, edition.school),
    )
    return (table,)


def published_days(edition: Edition) -> Iterable[date]:
    """Days of publication of everything that has a page."""
    return (entry.published for entry in edition.entries())


def _row(number: int, entry: Entry, edition: Edition) -> Row:
    column = edition.catalogue.column_names.get(entry.column)
    record = entry.record if isinstance(entry, Shown) else None
    return row(
        number,
        entry.id,
        record.issue if record else "",
        title_cell(entry),
        column.full_name if column else entry.column,
        entry.item.name if entry.item else "",
        record.formed if record else entry.formed if not isinstance(entry, Shown) else None,
        entry.published,
        last_day_public(entry) or "长期",
        entry.department,
        record.owner if record else "",
        signoffs_in_words(entry.record.signoffs if isinstance(entry, Shown) else entry.signoffs),
        "、".join(record.channels) if record else "",
        entry.state_label,
        f"{record.filed.day.isoformat()}报{record.filed.to}" if record and record.filed else "",
        index_number(entry, edition.school) or entry.id,
        id=entry.id,
    )


def _notes(entries: list[Entry], school: School) -> tuple[str, ...]:
    taken_down = sum(1 for entry in entries if not isinstance(entry, Shown))
    notes = [f"共登记 {len(entries)} 条，其中已撤销、已撤下 {taken_down} 条；它们只留标题、日期、部门和审签。"]
    if not school.code:
        notes.append("学校资料里没有写“代码”，归档号就用编号。")
    return tuple(notes)
