"""统计: the figures of a year as tables. Each count leads to the records that it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown
from disclosure.domain.table import Cell, Heading, Holds, Row, Table, Value, row
from disclosure.registers.cells import title_cell
from disclosure.registers.statistics_answers import duty_tables, opinion_tables, request_tables
from disclosure.registers.statistics_cells import COUNT, counted_cell, counted_in, leading, title_heading
from disclosure.registers.statistics_departments import department_tables
from disclosure.statistics.dimensions import DIMENSIONS
from disclosure.statistics.figures import Figures
from disclosure.statistics.groups import Group
from disclosure.statistics.promptness import share_of

_SHARE = Heading(id="share", label="占比", holds=Holds.PERCENT, width=8)
_PLAIN = (
    "month",
    "quarter",
    "section",
    "column",
    "department",
    "item",
    "channel",
    "cadence",
    "kind",
    "attachments",
    "state",
)
"""Dimensions with a table of their own that says nothing but how many and how much of all, in order."""
_COMPARED = ("section", "column")
"""Those that are compared with the year before."""
_CROSSED = ("department-quarter", "department-month")
_ONLY_FILLED = ("kind", "state")
"""Those whose empty groups say nothing."""
_NOTES = {
    "column": ("按记录自己的栏目数，不含下级栏目；上级栏目的总数见“一级栏目”。",),
    "channel": ("每条记录都在本网站上；写了几个公开渠道的，在每个渠道里各算一条，所以加起来会多于总数。",),
    "cadence": ("按公开目录里事项的频次；没有写事项的记录单独列出。",),
    "kind": ("按公开目录里事项的类型；没有写事项的记录单独列出。",),
    "attachments": ("存根页没有附件，算在“没有附件”里。",),
    "state": ("统计那天的状态。",),
}  # fmt: skip


def statistics_tables(figures: Figures) -> tuple[Table, ...]:
    """Everything that is counted of a year, in the order of the page; the same tables make page, xlsx and pack."""
    return (
        _total(figures),
        *(_plain(figures, dimension) for dimension in _PLAIN),
        *department_tables(figures),
        _changes(figures),
        *_promptness(figures),
        *duty_tables(figures),
        *opinion_tables(figures),
        *request_tables(figures),
    )


def figures_list(figures: Figures, tables: Sequence[Table]) -> Table:
    """All counts of a year one below the other, each in a row of its own: for csv, and for other people's programs.

    Tables that list single records or duties are left out, and those that cross departments with months and quarters.
    """
    headings = (
        Heading(id="figure", label="统计项", width=24),
        Heading(id="group", label="分组", width=32, is_title=True),
        Heading(id="measure", label="指标", width=16),
        Heading(id="value", label="数", width=10),
    )
    plain = [table for table in tables if COUNT.id in _ids(table) and table.id not in _CROSSED]
    rows = [*(line for table in plain for line in _lines(table)), *_days(figures)]
    return Table(id="figures", title="统计数字一览", headings=headings, rows=tuple(rows))


def _lines(table: Table) -> Iterator[Row]:
    title = next(index for index, heading in enumerate(table.headings) if heading.is_title)
    for line in table.rows:
        for heading, cell in zip(table.headings, line.cells, strict=True):
            if not heading.is_title and isinstance(cell.value, int | Decimal):
                yield row(table.title, line.cells[title].value, heading.label, cell)


def _days(figures: Figures) -> Iterator[Row]:
    """What is no count and no share: how long it took."""
    for name, measured in (
        (DIMENSIONS["promptness"], figures.promptness), ("群众意见", figures.opinions), ("依申请公开", figures.requests),
    ):  # fmt: skip
        if measured.median_days is not None:
            what = "从形成到公布" if measured is figures.promptness else "从收到到答复"
            yield row(name, what, "天数中位数", measured.median_days)


def _ids(table: Table) -> set[str]:
    return {heading.id for heading in table.headings}


def _total(figures: Figures) -> Table:
    year, before = figures.year, figures.before
    lines = [row("公开总数", leading(figures.total, urls.counted_url(year.slug, "month")))]
    if before:
        everything = urls.counted_url(before.year.slug, "month")
        if not figures.is_over:
            lines.append(row("上年同期", leading(len(before.so_far), everything)))
        lines.append(row(f"上年全年（{before.year.label}）", leading(len(before.disclosed), everything)))
    lines.append(row("附件数", leading(figures.files, urls.counted_url(year.slug, "attachments", "with"))))
    return Table(
        id="total", title="总数", headings=(title_heading("项目"), COUNT), rows=tuple(lines),
        about=f"{year.label}，统计到 {figures.until.isoformat()}。",
        notes=("公布日期在本年的记录都算，后来撤下、撤销的也算。更正、替代是新的记录，各算一条。", "附件数不含存根页的附件。"),
    )  # fmt: skip


def _plain(figures: Figures, dimension: str) -> Table:
    groups = figures.dimensions[dimension]
    compared = _before(figures, dimension) if dimension in _COMPARED else {}
    lines = [
        row(group.label, counted_cell(figures, dimension, group), share_of(group.count, figures.total), *_compared(group, compared))
        for group in groups
        if group.count or dimension not in _ONLY_FILLED
    ]  # fmt: skip
    headings = [title_heading(DIMENSIONS[dimension]), COUNT, _SHARE]
    headings += [Heading(id=id, label=label, holds=Holds.COUNT, width=10) for id, label in compared]
    return Table(
        id=dimension, title=f"按{DIMENSIONS[dimension]}", headings=tuple(headings), rows=tuple(lines), notes=_NOTES.get(dimension, ()),
    )  # fmt: skip


def _before(figures: Figures, dimension: str) -> Mapping[tuple[str, str], Mapping[str, Cell]]:
    """Columns of the year before, each with a cell for every group."""
    before = figures.before
    if not before:
        return {}
    so_far = set(before.so_far)
    groups = before.dimensions[dimension]
    same = {
        group.id: counted_in(before.year.slug, dimension, group, sum(map(so_far.__contains__, group.entries)))
        for group in groups
    }
    whole = {group.id: counted_in(before.year.slug, dimension, group, group.count) for group in groups}
    return (
        {("before", "上年"): whole}
        if figures.is_over
        else {("so-far", "上年同期"): same, ("before", "上年全年"): whole}
    )


def _compared(group: Group, columns: Mapping[tuple[str, str], Mapping[str, Cell]]) -> list[Cell]:
    return [cells.get(group.id, Cell(value=0)) for cells in columns.values()]


def _changes(figures: Figures) -> Table:
    lines = (row(group.label, counted_cell(figures, "change", group)) for group in figures.dimensions["change"])
    return Table(
        id="change", title=DIMENSIONS["change"], headings=(title_heading("做了什么"), COUNT), rows=tuple(lines),
        notes=("本年做的都算，不论记录是哪一年公布的；一条记录变更几次算一条。撤下是公示期满，撤销是收回。",),
    )  # fmt: skip


def _promptness(figures: Figures) -> Iterator[Table]:
    prompt = figures.promptness
    told = (
        f"{len(prompt.days)} 条写了形成日期，从形成到公布的天数，中位数是 {_number(prompt.median_days)} 天。"
        if prompt.days
        else ""
    )
    share = (
        f"能判断的里面，按时公布的占 {prompt.share_on_time * 100:.1f}%。" if prompt.share_on_time is not None else ""
    )
    lines = (
        row(group.label, counted_cell(figures, "promptness", group), share_of(group.count, figures.total))
        for group in figures.dimensions["promptness"]
    )
    yield Table(
        id="promptness", title=DIMENSIONS["promptness"], headings=(title_heading("从形成到公布"), COUNT, _SHARE), rows=tuple(lines), about=told + share,
        notes=("时限是公开目录里事项的“时限”，从形成的第二天起算；工作日按国务院的放假安排。",),
    )  # fmt: skip
    late = set(prompt.late)
    if late:
        yield _late(figures, [entry for entry in figures.disclosed if entry.id in late])


def _late(figures: Figures, entries: Sequence[Entry]) -> Table:
    days = dict(figures.promptness.days)
    headings = (
        Heading(id="id", label="编号", width=12), Heading(id="title", label="标题", width=40, is_title=True), Heading(id="formed", label="形成日期", holds=Holds.DATE),
        Heading(id="published", label="公布日期", holds=Holds.DATE), Heading(id="days", label="天数", holds=Holds.COUNT, width=8),
        Heading(id="within", label="时限", width=12),
    )  # fmt: skip
    lines = (
        row(
            entry.id, title_cell(entry), entry.record.formed if isinstance(entry, Shown) else entry.formed, entry.published, days[entry.id],
            str(entry.item.publish_within) if entry.item else "",
        )
        for entry in entries
    )  # fmt: skip
    return Table(id="late", title="超过时限公布的记录", headings=headings, rows=tuple(lines))


def _number(number: Decimal | None) -> Value:
    return f"{number:f}".removesuffix(".0") if number is not None else None
