"""统计 of what was done besides publishing: duties, opinions, requests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.domain import urls
from disclosure.domain.duties import Duty
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Place, Row, Table, row
from disclosure.statistics.answers import Answered
from disclosure.statistics.figures import Figures
from disclosure.statistics.fulfilment import Fulfilment
from disclosure.statistics.groups import Group, group_of
from disclosure.statistics.promptness import share_of

_OPINIONS = (
    ("source", "来源"),
    ("outcome", "处理结果"),
    ("department", "责任部门"),
    ("follow-up", "后续"),
    ("month", "收到月份"),
)
_REQUESTS = (("applicant", "申请人"), ("answer", "答复结果"), ("month", "收到月份"))
DUTY_GROUPS = {"due": "应公开", "on-time": "按时公开", "late": "迟公开", "missing": "到期未公开", "open": "还没有到期"}
"""Sections of the page that lists the duties of a year."""


def duty_tables(figures: Figures) -> Iterator[Table]:
    """What fell due by month, and what of it was late or is missing; nothing where nothing falls due."""
    whole = figures.fulfilment
    if not (whole.due or whole.open):
        return
    months = zip(figures.dimensions["month"], figures.fulfilment_by_month, strict=False)
    lines = [_duty_row(month.label, found) for month, found in months]
    headings = [Heading(id=id, label=label, holds=Holds.COUNT, width=10) for id, label in (
        ("count", "应公开"), ("on-time", "按时"), ("late", "迟公开"), ("missing", "未公开"), ("open", "未到期"),
    )]  # fmt: skip
    yield Table(
        id="duties", title="按公开目录应公开的",
        headings=(Heading(id="group", label="到期的月份", width=16, is_title=True), *headings, Heading(id="share", label="按时率", holds=Holds.PERCENT, width=8)),
        rows=(*lines, _duty_row("全年", whole, slug=figures.year.slug)),
        notes=("按事项和公开周期数：一个事项一年要公开四次的，算四次。按时率是按时公开的占应公开的。",),
    )  # fmt: skip
    late = [*whole.missing, *whole.late]
    if late:
        yield _overdue(late)


def opinion_tables(figures: Figures) -> Iterator[Table]:
    """Opinions by what came of them."""
    if figures.opinions.received or RegisterName.OPINIONS.id in figures.open_registers:
        yield _answered_table(
            figures, figures.opinions, RegisterName.OPINIONS, "群众意见", _OPINIONS, "收到的意见，答复算到统计那天。限期按登记的，没有登记的按学校的答复时限。"
        )  # fmt: skip


def request_tables(figures: Figures) -> Iterator[Table]:
    """Requests by what came of them."""
    if figures.requests.received or RegisterName.REQUESTS.id in figures.open_registers:
        yield _answered_table(
            figures, figures.requests, RegisterName.REQUESTS, "依申请公开", _REQUESTS, "收到的申请，答复算到统计那天。期限按公开指南的答复时限，延长的另加延长时限。"
        )  # fmt: skip


def answered_groups(answered: Answered, dimensions: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Group]]:
    """Every count of opinions or requests, with the name of what it is counted by; group ids are unique."""
    yield "", group_of("received", "收到", answered.received)
    yield "", group_of("answered", "已答复", answered.answered)
    yield "", group_of("on-time", "按期答复", answered.on_time)
    yield "", group_of("late", "超期答复或超期未答复", answered.late)
    yield "", group_of("open", "正在办理，没有到期", answered.open)
    if answered.unknown:
        yield "", group_of("unknown", "工作日安排未知，无法判断", answered.unknown)
    for dimension, name in dimensions:
        for group in answered.groups[dimension]:
            if group.count:
                yield name, group_of(f"{dimension}-{group.id}", group.label, group.entries)


def dimensions_of(register: RegisterName) -> Sequence[tuple[str, str]]:
    """By what opinions or requests are counted."""
    return _OPINIONS if register is RegisterName.OPINIONS else _REQUESTS


def _answered_table(
    figures: Figures, answered: Answered, register: RegisterName, title: str, dimensions: Sequence[tuple[str, str]], note: str
) -> Table:  # fmt: skip
    is_open = register.id in figures.open_registers
    lines = [
        row(
            f"{name}：{group.label}" if name else group.label,
            Cell(value=group.count, places=_place(figures, register, group) if is_open and group.count else ()),
            share_of(group.count, len(answered.received)),
        )
        for name, group in answered_groups(answered, dimensions)
    ]  # fmt: skip
    median = f"从收到到答复的天数，中位数是 {answered.median_days} 天。" if answered.days else ""
    share = f"答复率 {answered.share_answered * 100:.1f}%。" if answered.share_answered is not None else ""
    return Table(
        id=register.id, title=title,
        headings=(
            Heading(id="group", label="项目", width=28, is_title=True), Heading(id="count", label="件数", holds=Holds.COUNT, width=8),
            Heading(id="share", label="占收到的", holds=Holds.PERCENT, width=10),
        ),
        rows=tuple(lines), about=share + median, notes=(note,),
    )  # fmt: skip


def _place(figures: Figures, register: RegisterName, group: Group) -> tuple[Place, ...]:
    return (Place(url=urls.counted_url(figures.year.slug, register.id, group.id)),)


def _duty_row(label: str, found: Fulfilment, *, slug: str = "") -> Row:
    """The year's own line leads to the duties that it counts."""

    def counted(group: str, number: int) -> Cell:
        places = (Place(url=urls.counted_url(slug, "duties", group)),) if slug and number else ()
        return Cell(value=number, places=places)

    return row(
        label, counted("due", found.due), counted("on-time", len(found.on_time)), counted("late", len(found.late)),
        counted("missing", len(found.missing)), counted("open", len(found.open)), found.share_on_time,
    )  # fmt: skip


def _overdue(duties: Sequence[Duty]) -> Table:
    headings = (
        Heading(id="item", label="公开事项", width=32, is_title=True), Heading(id="period", label="周期", width=24),
        Heading(id="due", label="最晚", holds=Holds.DATE), Heading(id="done", label="公开日期", holds=Holds.DATE),
        Heading(id="department", label="责任部门", width=12),
    )  # fmt: skip
    lines = (row(duty.item.name, duty.period, duty.due, _done(duty), duty.item.department) for duty in duties)
    return Table(
        id="overdue",
        title="到期未公开和迟公开的",
        headings=headings,
        rows=tuple(lines),
        notes=("公开日期空着的还没有公开。",),
    )


def _done(duty: Duty) -> Cell:
    return Cell(value=duty.done_on, places=(Place(url=urls.record_url(duty.entries[0])),) if duty.entries else ())
