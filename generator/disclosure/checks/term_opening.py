"""F106: charges of a term are published before it begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.catalogue import Item
from disclosure.domain.due import DueKind
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import Settings, Term
from disclosure.domain.terms import names_a_term, term_of, this_term_and_last
from disclosure.domain.vocabulary import Kind
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_SCHOOL = PurePosixPath("data/school.yml")


def check_term_opening(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """收费 items that are due 每学期开学前 (发改价检〔2003〕781号, requirements R13, R14).

    Of each term the first record counts: later ones are changes and corrections. Terms that are over are left alone,
    nobody can publish before them any more.
    """
    items = {item.id: item for item in library.catalogue.items.values() if _is_due_before_terms(item)}
    if not library.school.terms or not items:
        return
    records: dict[str, list[Record]] = {}
    for record in examined(library, today):
        if record.item in items:
            records.setdefault(record.item, []).append(record)
    for item_id, mine in records.items():
        yield from _late(items[item_id], mine, library.school.terms, today)
        yield from _missing(items[item_id], mine, library.school.terms, today)


def _is_due_before_terms(item: Item) -> bool:
    return item.enabled and item.kind is Kind.FEES and any(rule.kind is DueKind.BEFORE_TERM for rule in item.due)


def _late(item: Item, records: list[Record], terms: tuple[Term, ...], today: date) -> Iterator[Problem]:
    first: dict[str, tuple[Term, Record]] = {}
    for record in sorted(records, key=lambda record: record.sort_key):
        term = term_of(record, terms)
        if term and today <= term.end:
            first.setdefault(term.name, (term, record))
    for term, record in first.values():
        if record.published > term.start and not _is_covered(term.start, records, but=record):
            is_to_come = record.published > today
            yield at(
                record, "published", "F106", f"{term.name} {term.start} 开学，「{item.name}」{record.published} 才公布",
                f"改早一些，例如 公布日期: {term.start - timedelta(days=4)}" if is_to_come else "已经公布的照实写，不要改早；下学期在开学以前公布",
            )  # fmt: skip


def _missing(item: Item, records: list[Record], terms: tuple[Term, ...], today: date) -> Iterator[Problem]:
    """Told once for each item, and only to a school that published it for the term before."""
    term, last = this_term_and_last(terms, today)
    if term is None or last is None:
        return
    found = [term_of(record, terms) for record in records]
    if last in found and term not in found and not _is_covered(today, records):
        yield problem(
            "F106", path=_SCHOOL, line=0,
            message=f"{term.name} {term.start} 开学，还没有公布「{item.name}」（上学期公布过）",
            hint=f"补上这学期的记录：disclosure new {item.id}；这学期不收，也公布一条说明；校历写错了就改正 学期",
        )  # fmt: skip


def _is_covered(day: date, records: list[Record], but: Record | None = None) -> bool:
    """Whether an earlier record that is not of a single term, but of a whole year, still holds on a day."""
    return any(
        record.published <= day and (record.expires is None or record.expires >= day) and not names_a_term(record)
        for record in records
        if record is not but
    )
