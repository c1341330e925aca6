"""G103, G104: the days of the registers follow each other, and have come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.checks.finding import Entry, in_register
from disclosure.domain.library import Library
from disclosure.domain.registers import (
    EXEMPTIONS,
    INSPECTIONS,
    OPINIONS,
    OUTAGES,
    REQUESTS,
    Exemption,
    Inspection,
    Opinion,
    Request,
)
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


class _Day(NamedTuple):
    """A day of an entry, with its English key and its Chinese word."""

    key: str
    word: str
    day: date | None


def check_register_dates(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every day that follows another by its meaning, and every day of something that has been done."""
    registers = library.registers
    for opinion in registers.opinions:
        yield from _check(OPINIONS, opinion, _of_opinion(opinion))
        yield from _future(OPINIONS, opinion, today, _received(opinion), _answered(opinion), _fed_back(opinion))
    for request in registers.requests:
        yield from _check(REQUESTS, request, _of_request(request))
        yield from _future(REQUESTS, request, today, _received(request), _answered(request))
    for exemption in registers.exemptions:
        yield from _check(EXEMPTIONS, exemption, _of_exemption(exemption))
        yield from _future(EXEMPTIONS, exemption, today, _Day("decided", "决定日期", exemption.decided))
    for outage in registers.outages:
        start, end = _Day("start", "开始", outage.start), _Day("end", "结束", outage.end)
        yield from _check(OUTAGES, outage, [(start, end)])
    for inspection in registers.inspections:
        yield from _check(INSPECTIONS, inspection, _of_inspection(inspection))
        yield from _future(INSPECTIONS, inspection, today, _Day("date", "日期", inspection.day))


def _of_opinion(one: Opinion) -> Iterator[tuple[_Day, _Day]]:
    received = _received(one)
    yield received, _Day("reply_by", "限期", one.reply_by)
    yield received, _answered(one)
    yield received, _fed_back(one)


def _of_request(one: Request) -> Iterator[tuple[_Day, _Day]]:
    received = _received(one)
    yield received, _answered(one)
    yield received, _Day("extension", "延长的日期", one.extension.day if one.extension else None)
    yield received, _Day("reported", "备案的日期", one.reported.day if one.reported else None)


def _of_exemption(one: Exemption) -> Iterator[tuple[_Day, _Day]]:
    decided = _Day("decided", "决定日期", one.decided)
    yield decided, _Day("review_by", "复核日期", one.review_by)
    yield decided, _Day("ended", "公开日期", one.ended)


def _of_inspection(one: Inspection) -> Iterator[tuple[_Day, _Day]]:
    inspected = _Day("date", "检查日期", one.day)
    for shortcoming in one.shortcomings:
        yield inspected, _Day("shortcomings", f"「{shortcoming.text}」的限期", shortcoming.mend_by)


def _received(one: Opinion | Request) -> _Day:
    return _Day("received", "收到日期", one.received)


def _answered(one: Opinion | Request) -> _Day:
    return _Day("answered", "答复日期", one.answered)


def _fed_back(one: Opinion) -> _Day:
    return _Day("fed_back", "反馈日期", one.fed_back)


def _check(path: PurePosixPath, entry: Entry, pairs: Iterable[tuple[_Day, _Day]]) -> Iterator[Problem]:
    for first, then in pairs:
        if first.day and then.day and then.day < first.day:
            message = f"{then.word} {then.day} 早于{first.word} {first.day}"
            yield in_register(path, entry, then.key, "G103", message, "照实改正其中一个，例如看是不是年份写错了")


def _future(path: PurePosixPath, entry: Entry, today: date, *days: _Day) -> Iterator[Problem]:
    for key, word, day in days:
        if day and day > today:
            message = f"{word} {day} 在今天（{today}）以后"
            yield in_register(path, entry, key, "G104", message, "看是不是年份写错了；没有发生的不要先登记")
