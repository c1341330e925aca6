"""G143, G144: the figures that an annual report's record states are those of the lists, and stand in its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from disclosure.checks.finding import at
from disclosure.domain.annual_report import Interval, days_between, edition_for
from disclosure.domain.library import Library
from disclosure.domain.record import Record, StatedFigures
from disclosure.domain.report_figures import COUNTED, FIGURE_NAMES, Figures, plain
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem
from disclosure.statistics.named import counted_in, named_figures

_COUNTED = frozenset(name.id for name in COUNTED)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def check_report_figures(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every record with 年报, drafts too. Counted is what its readers could see on its day of publication, without itself:
    what is withdrawn, answered or published later changes nothing.
    """
    for record in library.records.values():
        if record.report and not (record.withdrawn and record.withdrawn.day <= today):
            yield from _compare(record, record.report, library, today)
            yield from _in_text(record, record.report, library)


def _compare(record: Record, stated: StatedFigures, library: Library, today: date) -> Iterator[Problem]:
    editions = library.school.editions
    name = stated.edition or edition_for(editions, record.audience)
    if name is None or name not in editions:
        yield at(
            record, "report", "G143", f"年报：没有「{name}」这一版可以核对", f"版本写 {'、'.join(editions)} 中的一个"
        )
        return
    interval, day = days_between(stated.start, stated.end), min(record.published, today)
    others = {one.id: one for one in library.records.values() if one is not record}
    edition = replace(library, records=others).for_edition(name, day)
    figures = named_figures(edition, interval, edition.reports, counted=counted_in(edition, interval)[interval])
    for id, value in stated.values:
        if (found := _found(id, figures)) != value:
            yield _differs(record, id, value, found, interval=interval, day=day, name=name)


def _found(id: str, figures: Figures) -> Decimal | None:
    """What the lists say; None where it is not known."""
    known = figures.get(id)
    return Decimal(str(known.value)) if known else None


def _differs(
    record: Record, id: str, value: Decimal, found: Decimal | None, *, interval: Interval, day: date, name: str
) -> Problem:
    figure = FIGURE_NAMES[id]
    where = "data/annual-report.yml 的年度数据里" if id not in _COUNTED else f"到 {day} 的名单里"
    told = f"是 {plain(found)}{_unit(figure.unit)}" if found is not None else "没有这个数字"
    days = f"--year {interval.slug}" if interval.year else f"--from {interval.start} --to {interval.end}"
    look = f"看名单：disclosure report {days} --today {day} --edition {name}"
    hint = f"改成 {figure.label}: {plain(found)}，正文里也改；{look}" if found is not None else f"删掉这一项；{look}"
    return at(
        record, "report", "G143", f"年报：{figure.label}写的是 {plain(value)}{_unit(figure.unit)}，{where}{told}", hint,
        line=_line(record, id),
    )  # fmt: skip


def _in_text(record: Record, stated: StatedFigures, library: Library) -> Iterator[Problem]:
    """Figures that the text does not tell; nought is told in words."""
    written = _numbers(library.bodies[record.id])
    for id, value in stated.values:
        if value and value.normalize() not in written:
            name = FIGURE_NAMES[id]
            message = f"年报：正文里没有{name.label}的数字 {plain(value)}"
            hint = f"正文里写上，例如：{name.label} {plain(value)}{_unit(name.unit)}"
            yield at(record, "report", "G144", message, hint, line=_line(record, id))


def _numbers(body: str) -> set[Decimal]:
    text = unicodedata.normalize("NFKC", body)
    return {Decimal(match[0].replace(",", "")).normalize() for match in _NUMBER.finditer(text)}


def _line(record: Record, id: str) -> int:
    return dict(record.report.lines).get(id, 0) if record.report else 0


def _unit(unit: str) -> str:
    return unit if unit == "%" else f" {unit}"
