"""招标采购学期汇总: what was to be bought in a term, for how much, and what was saved (requirements G7, S36)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from disclosure.domain.edition import Edition, Entry
from disclosure.domain.school import Term
from disclosure.domain.table import Cell, Heading, Holds, Row, Table, row
from disclosure.domain.terms import AHEAD
from disclosure.domain.year import Year
from disclosure.registers.cells import linked, records_cell, title_cell
from disclosure.registers.matters import Matter, Step, matters_of

HEADINGS = (
    Heading(id="number", label="序号", holds=Holds.COUNT, width=6),
    Heading(id="title", label="项目", width=36, is_title=True),
    Heading(id="department", label="承办部门", width=14),
    Heading(id="announced", label="公告日期", holds=Holds.DATE),
    Heading(id="awarded", label="成交日期", holds=Holds.DATE),
    Heading(id="days", label="公告到成交（天）", holds=Holds.COUNT, width=16),
    Heading(id="budget", label="预算", holds=Holds.YUAN, width=14),
    Heading(id="price", label="成交价", holds=Holds.YUAN, width=14),
    Heading(id="saving", label="节约额", holds=Holds.YUAN, width=14),
    Heading(id="rate", label="节约率", holds=Holds.PERCENT, width=10),
    Heading(id="steps", label="已公开的环节", width=30),
    Heading(id="remark", label="说明", width=30),
)
_ABOUT = "按成交公布的日期归入学期，还没有成交的按第一次公开的日期；假期里的归入前一个学期。"
_NOTES = (
    "预算取“预算”或招标、采购公告的金额，成交价取中标、成交公告或合同的金额；同一环节有几条的，取最后公布的一条。",
    "节约额 = 预算 − 成交价，节约率 = 节约额 ÷ 预算。预算和成交价不全的不计入合计。",
)


def procurement_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """One table for each term that begins in the year and has matters; one for what lies outside all terms.

    Without terms in school.yml, or without matters, there is one table for the year.
    """
    terms = sorted(edition.school.terms, key=lambda term: term.start)
    by_term: dict[Term | None, list[Matter]] = {}
    for matter in matters_of(edition):
        term = _term_of(matter.day, terms)
        if year is None or (term.start if term else matter.day) in year:
            by_term.setdefault(term, []).append(matter)
    groups = sorted(by_term.items(), key=lambda pair: pair[0].start if pair[0] else date.max)
    name = year.label if year else "历年"
    if not groups:
        return (_table("procurement", name, []),)
    return tuple(
        _table(
            f"procurement-{term.start:%Y-%m}" if term else "procurement-other",
            term.name if term else f"{name}校历以外" if terms else name,
            matters,
        )
        for term, matters in groups
    )


def procurement_days(edition: Edition) -> Iterable[date]:
    """Days by which the years of matters are known: the first of the term, else that of the matter."""
    terms = sorted(edition.school.terms, key=lambda term: term.start)
    for matter in matters_of(edition):
        term = _term_of(matter.day, terms)
        yield term.start if term else matter.day


def _term_of(day: date, terms: Sequence[Term]) -> Term | None:
    """The term of a day, its holidays included; after the last one these are 60 days.

    Args:
        terms: in the order of time.
    """
    begun = [term for term in terms if term.start <= day]
    if not begun:
        return None
    return begun[-1] if len(begun) < len(terms) or day <= begun[-1].end + AHEAD else None


def _table(table_id: str, name: str, matters: Sequence[Matter]) -> Table:
    rows = [_row(number, matter) for number, matter in enumerate(matters, start=1)]
    counted = [one for one in matters if one.saving is not None]
    left_out = [one for one in matters if one.saving is None]
    notes = list(_NOTES)
    if left_out:
        names = "、".join(one.title for one in left_out)
        notes.append(f"没有计入合计的有 {len(left_out)} 项：{names}；缺什么见各行的说明。")
    return Table(
        id=table_id,
        title=f"招标采购汇总：{name}",
        headings=HEADINGS,
        rows=(*rows, _totals(counted)) if rows else (),
        about=_ABOUT,
        notes=tuple(notes),
    )


def _row(number: int, matter: Matter) -> Row:
    announced, awarded, saving = matter.announced, matter.awarded, matter.saving
    return row(
        number,
        title_cell(matter.entries[0]),
        matter.entries[0].department,
        _day(announced),
        _day(awarded),
        matter.days_to_award,
        _yuan(matter.budget),
        _yuan(matter.price),
        saving,
        _share(saving, matter.budget[0]) if saving is not None and matter.budget else None,
        records_cell((_words(step, one), one) for step, one in zip(matter.steps, matter.entries, strict=True)),
        "；".join(_remarks(matter)),
        id=matter.entries[0].id,
    )


def _totals(counted: Sequence[Matter]) -> Row:
    """Of those matters alone whose budget and price are known, so that the figures of the row agree."""
    name = f"合计（{len(counted)} 项）"
    if not counted:
        return row(None, name, "", None, None, None, None, None, None, None, "", "")
    budget = sum((one.budget[0] for one in counted if one.budget), Decimal())
    price = sum((one.price[0] for one in counted if one.price), Decimal())
    saving = budget - price
    return row(None, name, "", None, None, None, budget, price, saving, _share(saving, budget), "", "")


def _remarks(matter: Matter) -> Iterable[str]:
    if matter.has_failed:
        yield "流标"
    elif matter.awarded is None:
        yield "还没有公布成交"
    if matter.budget is None:
        yield "没有写预算金额，不计入合计"
    if matter.price is None and matter.awarded is not None:
        yield "没有写成交金额，不计入合计"
    saving = matter.saving
    if saving is not None and saving < 0:
        yield "成交价高于预算"


def _words(step: Step | None, entry: Entry) -> str:
    """`成交`; the 环节 as written where it is no step that is known."""
    return step.label if step else entry.stage or "公开"


def _day(entry: Entry | None) -> Cell:
    return linked(entry.published, entry.id) if entry else Cell()


def _yuan(amount: tuple[Decimal, Entry] | None) -> Cell:
    return linked(amount[0], amount[1].id) if amount else Cell()


def _share(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part / whole).quantize(Decimal("0.0001")) if whole else None
