"""D109: what was formed is published within its item's limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.examined import examined
from disclosure.checks.finding import at, knows_of_unknown_years
from disclosure.domain.catalogue import Item
from disclosure.domain.library import Library
from disclosure.domain.promptness import due_by, overdue
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_promptness(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """形成日期 to 公布日期 (教办〔2010〕15号: 20 working days, requirements R06). The day after it was formed is day 1.

    Where the working days of a year are unknown, only what is late by any arrangement is told as late.
    """
    for record in examined(library, today):
        item = library.catalogue.items.get(record.item)
        if item and record.formed:
            yield from _check(record, item, record.formed, library)


def _check(record: Record, item: Item, formed: date, library: Library) -> Iterator[Problem]:
    span, calendar = item.publish_within, library.calendar
    is_late = overdue(span, start=formed, end=record.published, calendar=calendar)
    if is_late is False:
        return
    last, is_known = due_by(span, start=formed, calendar=calendar)
    if is_late:
        latest = f"，最晚 {last}" if is_known else ""
        yield at(
            record, "published", "D109",
            f"{formed} 形成，{record.published} 才公布；「{item.name}」形成后 {span}内公布，次日起算{latest}",
            "日期写错了就照实改正，不要改早；以后在期限以内公布；本校另有规定的，改 data/catalogue.yml 的 时限，例如 时限: 30天",
        )  # fmt: skip
    elif not knows_of_unknown_years(record):
        year = max(formed.year, calendar.last_year + 1)
        yield at(
            record, "published", "D106",
            f"{year} 年起的工作日安排未知，看不出是不是在形成后 {span}内公布（按自然日是 {last}）", "国务院公布放假安排后更新程序",
        )  # fmt: skip
