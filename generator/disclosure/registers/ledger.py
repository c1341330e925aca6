"""年度台账: what was due in each month of a year, what was published in time, late, or not at all (requirements G3, S44)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from disclosure.domain.catalogue import Item
from disclosure.domain.duties import Duty, DutyState
from disclosure.domain.edition import Edition
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Row, Table, row
from disclosure.domain.urls import counted_url, record_url, register_url
from disclosure.domain.year import Year, year_of
from disclosure.registers.due_in_year import DueInYear, Tally

_LIGHTS = {
    DutyState.DONE: Light.GREEN,
    DutyState.LATE: Light.AMBER,
    DutyState.OPEN: None,
    DutyState.DUE_SOON: Light.AMBER,
    DutyState.MISSING: Light.RED,
}
_WORST_FIRST = (DutyState.MISSING, DutyState.LATE, DutyState.DUE_SOON, DutyState.DONE, DutyState.OPEN)
_FULFILLED = (DutyState.DONE, DutyState.LATE)
_COUNTS = (
    Heading(id="due", label="应公开", holds=Holds.COUNT, width=8),
    Heading(id="done", label="已公开", holds=Holds.COUNT, width=8),
    Heading(id="in-time", label="按时", holds=Holds.COUNT, width=8),
    Heading(id="late", label="迟", holds=Holds.COUNT, width=8),
    Heading(id="missing", label="缺", holds=Holds.COUNT, width=8),
    Heading(id="open", label="未到期", holds=Holds.COUNT, width=8),
)
_LISTED = ("due", "", "on-time", "late", "missing", "open")
"""Sections of the statistics' list of duties, by the headings above; what was published is in two of them."""
_NOTES = (
    "每格是当月到期的公开：已公开、迟公开后面是公布的月日，未公开、将到期、未到期后面是最后期限。一个月里有几次的，写“已公开次数/次数”。",
    "应公开 = 已公开 + 缺，已公开 = 按时 + 迟；期限还没有到的另列，不算应公开。",
)


def ledger(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """Items by months, and the sums by department. The row's id is the item's.

    Args:
        year: the current one where none is given.
    """
    settings = edition.school.settings
    year = year or year_of(edition.today, settings.year_kind)
    due = DueInYear(edition, [duty for duty in edition.duties if duty.due in year])
    return (_by_month(due, year), _by_department(due, year))


def ledger_days(edition: Edition) -> Iterator[date]:
    """A day of each year for which the ledger asks: from 台账开始 on, else from the first record."""
    first = edition.school.settings.ledger_since or min((one.published for one in edition.entries()), default=None)
    if first:
        yield first
        yield from (date(number, month, 1) for number in range(first.year, edition.today.year + 1) for month in (1, 9)
                    if first < date(number, month, 1) <= edition.today)  # fmt: skip


def _by_month(due: DueInYear, year: Year) -> Table:
    months, total = _months(year), due.tally(due.items)
    rows = [_item(item, due, months) for item in due.items]
    last = row("合计", f"{len(due.items)} 项", "", "", *[Cell() for _ in months], *_sums(total, year))
    return Table(
        id="ledger",
        title=f"{year.label}公开台账",
        headings=(
            Heading(id="column", label="栏目", width=14),
            Heading(id="item", label="公开事项", width=24, is_title=True),
            Heading(id="department", label="责任部门"),
            Heading(id="rule", label="时限", width=18),
            *(Heading(id=f"month-{month}", label=f"{month}月", width=14) for _, month in months),
            *_COUNTS,
        ),
        rows=(*rows, last) if rows else (),
        about=_about(total, due.edition.today),
        notes=_NOTES,
        groups=(("事项", 4), *_year_groups(months), ("合计", len(_COUNTS))),
    )


def _item(item: Item, due: DueInYear, months: Sequence[tuple[int, int]]) -> Row:
    column, duties = due.edition.catalogue.column_names.get(item.column), due.by_item[item.id]
    cells = [_month(due, [one for one in duties if (one.due.year, one.due.month) == month]) for month in months]
    rules = "、".join(dict.fromkeys(duty.rule.text for duty in duties))
    name = column.full_name if column else item.column
    return row(name, item.name, item.department, rules, *cells, *due.tally([item]).values, id=item.id)


def _about(total: Tally, today: date) -> str:
    due, done, *_ = total.values
    share = f"，完成 {done * 100 // due}%" if due else ""
    return f"到 {today} 为止，应公开 {due} 次，已公开 {done} 次{share}；迟 {total.late} 次，缺 {total.missing} 次。"


def _month(due: DueInYear, duties: Sequence[Duty]) -> Cell:
    """The duties of an item that fall due in a month: in words where it is one, else how many of them were fulfilled."""
    if not duties:
        return Cell()
    states = [due.state(duty) for duty in duties]
    worst = next(state for state in _WORST_FIRST if state in states)
    fulfilled = [duty for duty, state in zip(duties, states, strict=True) if state in _FULFILLED]
    if len(duties) == 1:
        places = tuple(Place(url=record_url(one)) for one in duties[0].entries[:1]) if fulfilled else ()
        return Cell(value=_words(duties[0], worst), places=places, light=_LIGHTS[worst])
    places = tuple(Place(url=record_url(duty.entries[0]), text=_day_of(duty)) for duty in fulfilled if duty.entries)
    counts = ((word, states.count(state)) for state, word in ((DutyState.LATE, "迟"), (DutyState.MISSING, "缺")))
    told = [f"{len(fulfilled)}/{len(duties)}", *(f"{word} {count}" for word, count in counts if count)]
    return Cell(value="，".join(told), places=places, light=_LIGHTS[worst])


def _words(duty: Duty, state: DutyState) -> str:
    """`已公开 09-28`, `迟公开 3 天 10-08`, `未公开 09-30`"""
    if state is DutyState.LATE and duty.done_on:
        return f"{state.label} {(duty.done_on - duty.due).days} 天 {_day_of(duty)}"
    return f"{state.label} {_day_of(duty) if state is DutyState.DONE else f'{duty.due:%m-%d}'}"


def _day_of(duty: Duty) -> str:
    """When it was fulfilled: `09-28`, with the year where that is another than the one in which it was due."""
    day = duty.done_on
    if day is None:
        return ""
    return f"{day:%m-%d}" if day.year == duty.due.year else day.isoformat()


def _by_department(due: DueInYear, year: Year) -> Table:
    """Sums by department; what is late or missing leads to the items' rows in the table above."""
    url = register_url(RegisterName.LEDGER.id, year.slug)
    rows = []
    ordered = sorted(due.items, key=lambda item: item.department)
    for department, group in groupby(ordered, key=lambda item: item.department):
        items = list(group)
        missing = due.with_state(items, DutyState.MISSING)
        named = dict.fromkeys([*missing, *due.with_state(items, DutyState.LATE)])
        wanting = Cell(
            value="、".join(item.name for item in named),
            places=tuple(Place(url=f"{url}#{item.id}", text=item.name) for item in named),
            light=Light.RED if missing else Light.AMBER if named else None,
        )
        rows.append(row(department or "没有写部门", len(items), *due.tally(items).values, wanting))
    return Table(
        id="ledger-departments",
        title="按责任部门",
        headings=(
            Heading(id="department", label="责任部门", width=14, is_title=True),
            Heading(id="items", label="事项", holds=Holds.COUNT, width=8),
            *_COUNTS,
            Heading(id="wanting", label="缺和迟的事项", width=40),
        ),
        rows=(*rows, row("合计", len(due.items), *_sums(due.tally(due.items), year), "")) if rows else (),
    )


def _sums(total: Tally, year: Year) -> Iterator[Cell]:
    """Counts of the whole year, each with the list of what it counts."""
    for value, group in zip(total.values, _LISTED, strict=True):
        url = counted_url(year.slug, "duties", group)
        yield Cell(value=value, places=(Place(url=url),) if value and group else ())


def _months(year: Year) -> list[tuple[int, int]]:
    """Year and month of its twelve months."""
    first = year.start.month - 1
    return [(year.start.year + (first + number) // 12, (first + number) % 12 + 1) for number in range(12)]


def _year_groups(months: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    return [(f"{number}年", len(list(group))) for number, group in groupby(months, key=lambda month: month[0])]
