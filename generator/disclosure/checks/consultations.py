"""G150: what came of a consultation is published in time (requirements S08, S31)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.consultations import asks_for_opinions, first_overdue, result_due, results_of
from disclosure.domain.library import Library
from disclosure.domain.life import is_published
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_consultations(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Consultations that ended, whose result is overdue. A consultation that another one replaced hands it on."""
    items, records = library.catalogue.items, library.records.values()
    standing = [one for one in records if is_published(one, today) and not _is_withdrawn(one, today)]
    asking = {one.id: one for one in standing if asks_for_opinions(one.stage, items.get(one.item))}
    if not asking:
        return
    places = {one.id: old for one in standing for old in (one.replaces, one.corrects) if old in asking}
    matters = {one.series for one in asking.values() if one.series}
    related = [one for one in standing if one.series in matters or one.id in places]
    results, handed_on = results_of(asking, related, places), {places[one] for one in places if one in asking}
    for one in asking.values():
        if one.expires is None or one.id in results or one.id in handed_on:
            continue
        if today >= first_overdue(one.expires, settings, library.calendar):
            yield _overdue(one, one.expires, library, settings)


def _overdue(record: Record, expires: date, library: Library, settings: Settings) -> Problem:
    due, _ = result_due(expires, settings, library.calendar)
    series = record.series or f"{record.published.year}{record.title[:8]}"
    return at(
        record, "stage" if record.stage else "item", "G150",
        f"征求意见已于 {expires} 结束，结果应在 {due} 以前公布（截止后 {settings.consultation_result}），还没有公布",
        "写一条公布采纳情况的记录，和这一条用同一个关联，例如\n"
        f"关联: {series}\n环节: 意见采纳情况" + ("" if record.series else "\n这一条也要加上这个 关联"),
    )  # fmt: skip


def _is_withdrawn(record: Record, today: date) -> bool:
    return record.withdrawn is not None and record.withdrawn.day <= today
