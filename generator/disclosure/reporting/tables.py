"""Tables at the end of a chapter, narrow enough for a sheet of A4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.domain import urls
from disclosure.domain.annual_report import DIMENSIONS, Interval
from disclosure.domain.duties import Duty
from disclosure.domain.edition import Edition
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Place, Row, Table, row
from disclosure.registers.procurement import procurement_register
from disclosure.statistics.dimensions import DIMENSIONS as NAMES
from disclosure.statistics.figures import Figures
from disclosure.statistics.fulfilment import fulfilment_of
from disclosure.statistics.groups import Group

RECORDS = "report-records"
"""Id of the list of everything that is counted as disclosed."""
_PROCUREMENT = ("title", "awarded", "budget", "price", "saving", "rate")
"""Columns of the register of procurement that a report repeats."""
MOST_MATTERS = 80
"""Longer tables of procurement are told by their sums."""
_REMARKS = "；缺什么见各行的说明"
"""What the register says of a column that a report leaves out."""
_NOTES = {
    "channel": "一条信息在几个渠道公开的，在每个渠道各算一次，各行相加会超过公开总数。",
    "change": "按发生的日期计算；同一条信息有几种变动的，在每种里各算一次。",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What tables are made from."""

    edition: Edition
    interval: Interval
    counted: Figures
    has_pages: bool
    """Whether statistics and registers have pages of the interval."""
    procurement: tuple[Table, ...] | None = None
    """The register of procurement of the year, where it is at hand."""

    def leads_to(self, register: RegisterName) -> bool:
        """Whether the edition has a page of a register for the interval."""
        return self.has_pages and register.id in self.edition.open_registers


def tables_of(table_id: str, counting: Counting) -> tuple[Table, ...]:
    """The tables of one of the names of `annual_report.TABLES`; those without rows are left out."""
    made = _OTHERS[table_id](counting) if table_id in _OTHERS else (_by_dimension(table_id, counting),)
    return tuple(table for table in made if table.rows)


def _by_dimension(dimension: str, counting: Counting) -> Table:
    groups = counting.counted.dimensions[dimension]
    if dimension == "month":
        months = {f"{day:%Y-%m}" for day in (counting.interval.start, counting.interval.end)}
        groups = tuple(group for group in groups if group.count or min(months) <= group.id <= max(months))
    else:
        groups = tuple(group for group in groups if group.count)
    whole = counting.counted.total if dimension in DIMENSIONS and dimension != "channel" else None
    table = _counts(dimension, NAMES[dimension], "条数", groups, _places(dimension, counting), whole=whole)
    return replace(table, notes=(_NOTES[dimension],)) if dimension in _NOTES else table


def _places(dimension: str, counting: Counting) -> Callable[[Group], tuple[Place, ...]]:
    if not counting.leads_to(RegisterName.STATISTICS):
        return lambda _: ()
    slug = counting.interval.slug
    return lambda group: (Place(url=urls.counted_url(slug, dimension, group.id)),) if group.count else ()


def _counts(
    table_id: str, label: str, count: str, groups: Iterable[Group], places: Callable[[Group], tuple[Place, ...]], *, whole: int | None
) -> Table:  # fmt: skip
    """Groups with their counts, and how much of the whole each is."""
    headings = [
        Heading(id="group", label=label, width=40, is_title=True),
        Heading(id="count", label=count, holds=Holds.COUNT, width=10),
    ]
    rows: list[Row] = []
    for group in groups:
        shares = [_share(group.count, whole)] if whole else []
        rows.append(row(group.label, Cell(value=group.count, places=places(group)), *shares))
    if whole:
        headings.append(Heading(id="share", label="占比", holds=Holds.PERCENT, width=10))
        rows.append(row("合计", whole, _share(whole, whole)))
    return Table(id=f"report-{table_id}", title=f"按{label}", headings=tuple(headings), rows=tuple(rows))


def _share(part: int, whole: int | None) -> Decimal | None:
    return (Decimal(part) / whole).quantize(Decimal("0.001")) if whole else None


def _changes(counting: Counting) -> Iterator[Table]:
    yield replace(_by_dimension("change", counting), title="更正、变更和撤销")


def _opinions(counting: Counting) -> Iterator[Table]:
    found = counting.counted.opinions
    yield from _answered(
        counting, RegisterName.OPINIONS, len(found.received), found.groups,
        {"source": ("意见来源", "意见按来源"), "outcome": ("处理结果", "意见按处理结果")},
    )  # fmt: skip


def _requests(counting: Counting) -> Iterator[Table]:
    found = counting.counted.requests
    yield from _answered(
        counting, RegisterName.REQUESTS, len(found.received), found.groups,
        {"applicant": ("申请人", "申请按申请人类别"), "answer": ("答复结果", "申请按答复结果")},
    )  # fmt: skip


def _answered(
    counting: Counting, register: RegisterName, received: int, groups: Mapping[str, tuple[Group, ...]], tables: Mapping[str, tuple[str, str]]
) -> Iterator[Table]:  # fmt: skip
    url = urls.register_url(register.id, counting.interval.slug)
    places = (Place(url=url),) if counting.leads_to(register) else ()
    for dimension, (label, title) in tables.items() if received else ():
        found = [group for group in groups[dimension] if group.count]
        table = _counts(f"{register.id}-{dimension}", label, "件数", found, lambda _: places, whole=None)
        yield replace(table, title=title)


def _duties(counting: Counting) -> Iterator[Table]:
    """By item: how often it fell due, and how it was fulfilled; the ledger has the same figures."""
    by_item: dict[str, list[Duty]] = {}
    for duty in counting.edition.duties:
        if duty.due in counting.interval:
            by_item.setdefault(duty.item.id, []).append(duty)
    url = urls.register_url(RegisterName.LEDGER.id, counting.interval.slug)
    is_linked = counting.leads_to(RegisterName.LEDGER)
    rows = []
    for item_id, duties in by_item.items():
        found = fulfilment_of(duties, counting.interval.span, today=counting.edition.today)
        places = (Place(url=f"{url}#{item_id}"),) if is_linked else ()
        if found.due:
            counts = (len(found.on_time), len(found.late), len(found.missing))
            rows.append(row(Cell(value=duties[0].item.name, places=places), found.due, *counts))
    labels = (("due", "应公开"), ("on-time", "按期"), ("late", "迟公开"), ("missing", "未公开"))
    headings = (
        Heading(id="item", label="公开事项", width=40, is_title=True),
        *(Heading(id=id, label=label, holds=Holds.COUNT, width=8) for id, label in labels),
    )
    yield Table(id="report-duties", title="应公开事项完成情况（次）", headings=headings, rows=tuple(rows))


def _procurement(counting: Counting) -> Iterator[Table]:
    """What the register of procurement says of the year, on fewer columns; only where its readers may see the register."""
    year = counting.interval.year
    if year is None or RegisterName.PROCUREMENT.id not in counting.edition.open_registers:
        return
    given = counting.procurement
    for table in procurement_register(counting.edition, year) if given is None else given:
        kept = [number for number, heading in enumerate(table.headings) if heading.id in _PROCUREMENT]
        is_long = len(table.rows) > MOST_MATTERS
        rows = tuple(
            Row(cells=tuple(one.cells[number] for number in kept)) for one in table.rows[-1 if is_long else 0 :]
        )
        told = (f"共 {len(table.rows) - 1} 项，逐项见{RegisterName.PROCUREMENT.label}。",) if is_long else ()
        yield replace(
            table, id=f"report-{table.id}", headings=tuple(table.headings[number] for number in kept), rows=rows, about="",
            notes=(*told, *(note.replace(_REMARKS, "") for note in (table.notes[:1] if is_long else table.notes))),
        )  # fmt: skip


def records_of(counting: Counting) -> Table:
    """Everything that is counted as disclosed, the newest first, with whether it was in time."""
    prompt, columns = counting.counted.promptness, counting.edition.catalogue.column_names
    in_time = {**dict.fromkeys(prompt.on_time, "按时"), **dict.fromkeys(prompt.late, "超时")}
    labels = (
        ("column", "栏目", 16),
        ("item", "公开事项", 20),
        ("department", "责任部门", 14),
        ("in-time", "是否按时", 10),
    )
    headings = (
        Heading(id="id", label="编号"),
        Heading(id="title", label="标题", width=40, is_title=True),
        Heading(id="published", label="公布日期", holds=Holds.DATE),
        *(Heading(id=id, label=label, width=width) for id, label, width in labels),
    )
    rows = [
        row(
            entry.id, Cell(value=entry.title, places=(Place(url=urls.record_url(entry.id)),)), entry.published,
            columns[entry.column].full_name if entry.column in columns else entry.column, entry.item.name if entry.item else "",
            entry.department, in_time.get(entry.id, ""), id=entry.id,
        )
        for entry in counting.counted.disclosed
    ]  # fmt: skip
    return Table(id=RECORDS, title=f"主动公开的 {len(rows)} 条信息", headings=headings, rows=tuple(rows))


_OTHERS: Mapping[str, Callable[[Counting], Iterable[Table]]] = {
    "change": _changes, "opinions": _opinions, "requests": _requests, "duties": _duties, "procurement": _procurement,
}  # fmt: skip
