"""自评表: how a school stands by each indicator, computed where it can be and asked where it cannot (requirements A10, S29)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from disclosure.domain.edition import Edition
from disclosure.domain.indicators import Dimension, Indicator
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Row, Table, row
from disclosure.domain.urls import register_url
from disclosure.domain.year import Year, year_of
from disclosure.registers.judging import OPEN, Judged, judge

_EXAMPLES = 5
"""Links to what was done: enough to see what it is."""
_WORST_FIRST = (Light.RED, Light.AMBER, None)
_RESULT = (
    Heading(id="dimension", label="方面", width=10, is_title=True),
    Heading(id="indicators", label="指标", holds=Holds.COUNT, width=8),
    Heading(id="possible", label="满分", holds=Holds.COUNT, width=8),
    Heading(id="reached", label="得分", holds=Holds.COUNT, width=8),
    Heading(id="green", label="绿", holds=Holds.COUNT, width=6),
    Heading(id="amber", label="黄", holds=Holds.COUNT, width=6),
    Heading(id="red", label="红", holds=Holds.COUNT, width=6),
    Heading(id="open", label="待填", holds=Holds.COUNT, width=6),
    Heading(id="left-out", label="不适用", holds=Holds.COUNT, width=8),
)
_TO_DO = (
    Heading(id="id", label="编号", width=8),
    Heading(id="text", label="指标", width=40, is_title=True),
    Heading(id="light", label="结论", width=8),
    Heading(id="lost", label="失分", holds=Holds.COUNT, width=8),
    Heading(id="missing", label="没有做到的", width=60),
)
_ALL = (
    Heading(id="id", label="编号", width=8),
    Heading(id="dimension", label="方面", width=8),
    Heading(id="text", label="指标", width=36, is_title=True),
    Heading(id="light", label="结论", width=8),
    Heading(id="reached", label="得分", holds=Holds.COUNT, width=8),
    Heading(id="possible", label="满分", holds=Holds.COUNT, width=8),
    Heading(id="figure", label="实际情况", width=30),
    Heading(id="limits", label="限度", width=20),
    Heading(id="evidence", label="证据", width=40),
    Heading(id="missing", label="没有做到的", width=40),
)


def self_assessment_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """The result by dimension, what is red or amber, and every indicator. In the last table the row's id is the indicator's.

    Args:
        year: the current one where none is given.
    """
    year = year or year_of(edition.today, edition.school.settings.year_kind)
    judged = judge(edition, year)
    return (_result(judged, edition, year), _to_do(judged, year), _all(judged))


def self_assessment_days(edition: Edition) -> Iterable[date]:
    """A day of each year that the school answered for, and that something was published in."""
    for slug in edition.indicators.judgements:
        yield date(int(slug[:4]), 12, 31)
    yield from {entry.published for entry in edition.entries()}


def _result(judged: Sequence[Judged], edition: Edition, year: Year) -> Table:
    rows = [
        _sum(dimension.label, found)
        for dimension in Dimension
        if (found := [one for one in judged if one.indicator.dimension is dimension])
    ]
    indicators, until = edition.indicators, min(year.end, edition.today)
    possible = sum(one.indicator.points for one in judged if one.counts)
    reached = sum((one.reached for one in judged), Decimal(0))
    share = f"，{int(100 * reached / possible)}%" if possible else ""
    notes = [
        "绿得满分，黄得一半，红不得分；待填的算在满分里，没有分。没有这类情况的不适用，不算在满分里。",
        f"指标 {indicators.version} 版：{indicators.news}",
    ]
    return Table(
        id="self-assessment-result", title=f"{year.label}自评结果", headings=_RESULT, rows=(*rows, _sum("合计", judged)),
        about=f"满分 {possible} 分，得 {_points(reached)} 分{share}。按 {until.isoformat()} 的情况计算。", notes=tuple(notes),
    )  # fmt: skip


def _sum(name: str, judged: Sequence[Judged]) -> Row:
    lights = [one.light for one in judged]
    return row(
        name, len(judged), sum(one.indicator.points for one in judged if one.counts),
        _whole(sum((one.reached for one in judged), Decimal(0))), lights.count(Light.GREEN), lights.count(Light.AMBER),
        lights.count(Light.RED), sum(one.is_open for one in judged), sum(not one.counts for one in judged),
    )  # fmt: skip


def _to_do(judged: Sequence[Judged], year: Year) -> Table:
    page = register_url(RegisterName.SELF_ASSESSMENT.id, year.slug)
    waiting = [one for one in judged if one.is_open or one.light in (Light.RED, Light.AMBER)]
    waiting.sort(key=lambda one: (_WORST_FIRST.index(one.light), one.reached - one.indicator.points))
    rows = [
        row(
            Cell(value=one.indicator.id, places=(Place(url=f"{page}#{one.indicator.id}"),)), one.indicator.text, _light_cell(one),
            _whole(one.indicator.points - one.reached), _missing(one) if one.missing else one.words,
        )
        for one in waiting
    ]  # fmt: skip
    return Table(
        id="self-assessment-to-do", title="先做这些", headings=_TO_DO, rows=tuple(rows),
        about="红的、黄的和学校还没有填的，失分多的在前。",
    )  # fmt: skip


def _all(judged: Sequence[Judged]) -> Table:
    rows = [
        row(
            one.indicator.id, one.indicator.dimension.label, one.indicator.text, _light_cell(one),
            _whole(one.reached) if one.counts else None, one.indicator.points if one.counts else None, _figure(one),
            _limits(one.indicator), _evidence(one), _missing(one), id=one.indicator.id,
        )
        for one in judged
    ]  # fmt: skip
    return Table(
        id="self-assessment", title="逐项自评", headings=_ALL, rows=tuple(rows),
        notes=("限度：百分数是做到的至少占多少，个数是没做到的至多几个；没有限度的由学校自己答。",),
    )  # fmt: skip


def _light_cell(one: Judged) -> Cell:
    if one.light:
        return Cell(value=one.light.label, light=one.light)
    return Cell(value=OPEN if one.is_open else "不适用")


def _limits(indicator: Indicator) -> str:
    return f"绿 {indicator.green}，黄 {indicator.amber}" if indicator.green else ""


def _figure(one: Judged) -> Cell:
    return Cell(value=one.words, places=(Place(url=one.page),) if one.page and one.light else ())


def _evidence(one: Judged) -> Cell:
    """What the school names, all of it, and some of what was found done; addresses of other sites in words."""
    places = (*one.evidence, *one.done[:_EXAMPLES])
    named = _listed(places, total=len(one.evidence) + one.done_count)
    return Cell(value="、".join(word for word in (f"{named.value}", *one.elsewhere) if word), places=named.places)


def _missing(one: Judged) -> Cell:
    return _listed(one.missing, total=one.missing_count)


def _listed(places: Sequence[Place], *, total: int) -> Cell:
    """Links, each once, and how many there are where these are not all."""
    distinct = tuple(dict.fromkeys(places))
    words = "、".join(place.text for place in distinct)
    more = f" 等 {total} 处" if total > len(places) else ""
    return Cell(value=f"{words}{more}", places=distinct)


def _whole(points: Decimal) -> int | Decimal:
    return int(points) if points == points.to_integral_value() else points


def _points(points: Decimal) -> str:
    return f"{_whole(points)}"
