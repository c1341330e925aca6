"""What an interview suggests: the period that a record is for, its title, who may sign (requirements A4, E5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from disclosure.domain.catalogue import Item
from disclosure.domain.due import DueKind
from disclosure.domain.duties import AFTER, Duty
from disclosure.domain.library import Library
from disclosure.domain.period_names import named_stretch
from disclosure.domain.periods import LOOKS_BACK, Deadlines, periods_of
from disclosure.domain.record import Record
from disclosure.domain.school import Term
from disclosure.domain.terms import term_named
from disclosure.domain.vocabulary import Cadence, Kind

_FIRST_MONTH_OF_AUTUMN = 7
_WHEN = (
    r"\d{4}\s*[-—–]\s*\d{4}\s*学年(?:度)?(?:第[一二]学期)?|"
    r"\d{4}年(?:[春秋]季?(?:学期)?|\d{1,2}月|第?[一二三四1-4]季度|[上下]半年|度)?"
)
_TITLES = (re.compile(rf"(?:{_WHEN})(\D{{2,40}})"), re.compile(rf"(\D{{2,40}})（(?:{_WHEN})）"))
"""Titles that begin or end with a period: the rest is the same every time."""
_PUT_UP = frozenset({Kind.NOTICE, Kind.NAME_LIST, Kind.FEES})


def periods_to_come(item: Item, library: Library, today: date) -> tuple[str, ...]:
    """Names of the item's periods for which nothing was published yet, the likeliest first.

    That is what falls due next, then what is late, the newest first; of accounts and reports, which are made when a period
    is over, first the periods that are. A school that has published nothing yet is asked for what is open today.
    """
    open_ones = [duty for duty in _duties(item, library, today) if duty.done_on is None and duty.rule.kind not in AFTER]
    if open_ones:
        coming = sorted((duty for duty in open_ones if duty.last_day >= today), key=lambda duty: duty.due)
        late = sorted((duty for duty in open_ones if duty.last_day < today), key=lambda duty: duty.due, reverse=True)
        over = [one for one in coming if item.kind in LOOKS_BACK and _is_over(one, library, today)]
        first = [*over, *late] if item.kind in LOOKS_BACK else []
        return _once(_name(one.period, one.rule.kind, one.due) for one in (*first, *coming, *late))
    if library.records:
        return ()
    terms = tuple(sorted(library.school.terms, key=lambda term: term.start))
    deadlines = Deadlines(library.calendar, since=today)
    periods = (
        period
        for rule in item.due
        if rule.kind not in AFTER
        for period in periods_of([rule], item, since=today, today=today, terms=terms, deadlines=deadlines)
    )
    return _once(_name(one.label, one.rule.kind, one.due) for one in sorted(periods, key=lambda one: one.due))


def _is_over(duty: Duty, library: Library, today: date) -> bool:
    stretch = named_stretch(duty.period, near=today, terms=library.school.terms)
    return stretch is not None and stretch[1] < today


def _duties(item: Item, library: Library, today: date) -> Iterable[Duty]:
    """Of the edition that shows most, so that what is for the staff alone counts as well."""
    name = max(library.school.editions.items(), key=lambda edition: len(edition[1]))[0]
    return (duty for duty in library.for_edition(name, today).duties if duty.item.id == item.id)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _name(label: str, kind: DueKind, due: date) -> str:
    """What a 期号 says of a period: of `2026年12月31日前`, the year."""
    return f"{due.year}年" if kind is DueKind.BEFORE_DATE else label


def term_called(issue: str, library: Library) -> Term | None:
    """The term that a 期号 names, if it is in the school's calendar."""
    return term_named(issue, library.school.terms) if issue else None


def title_for(item: Item, issue: str, library: Library, today: date) -> str:
    """A title: as the last record of the item was called, with the new period; else the period and the item's name.

    Args:
        issue: the period, '' for a record of none.
    """
    if not issue:
        return item.name if item.cadence is Cadence.STANDING else f"{today.year}年{item.name}"
    when = words_for(issue, library)
    if last := _last_title(item, library):
        begins, ends = (pattern.fullmatch(last) for pattern in _TITLES)
        if begins or ends:
            return f"{when}{begins[1]}" if begins else f"{ends[1]}（{when}）" if ends else ""
    name = f"{item.name}公示" if item.kind in _PUT_UP and not item.name.endswith("公示") else item.name
    return when.removesuffix("年") + name if name.startswith("年") else when + name


def words_for(issue: str, library: Library) -> str:
    """How a title says a period: `2026年秋季学期` for `2026-2027学年第一学期`."""
    term = term_called(issue, library)
    if term is None:
        return issue
    return f"{term.start.year}年{'秋' if term.start.month >= _FIRST_MONTH_OF_AUTUMN else '春'}季学期"


def _last_title(item: Item, library: Library) -> str:
    mine = [one for one in library.records.values() if one.item == item.id and not one.withdrawn and not one.draft]
    last: Record | None = max(mine, key=lambda record: record.sort_key, default=None)
    return last.title if last else ""
