"""The periods of every due rule of requirements A4, and the last day for each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from disclosure.domain.catalogue import Item
from disclosure.domain.period_names import ELSEWHEN, named_stretch
from disclosure.domain.periods import Deadlines, Period, periods_of
from disclosure.domain.promptness import due_by
from disclosure.domain.school import Term
from disclosure.domain.vocabulary import Kind
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.work_calendar import official_calendar
from domain_records import day
from duty_school import AUTUMN, SPRING, TERMS, item

CALENDAR = official_calendar()
FIVE = Span(count=5, unit=Unit.WORKING_DAYS)
THIRTY = Span(count=30, unit=Unit.DAYS)


def periods(one: Item, since: str, today: str, terms: tuple[Term, ...] = TERMS) -> list[Period]:
    return periods_of(
        one.due, one, since=day(since), today=day(today), terms=terms, deadlines=Deadlines(CALENDAR, since=day(since))
    )


DUE = {
    "a plan of the month is due on its last day": (item("每月"), "2026年9月", "2026-09-30"),
    "February": (item("每月"), "2026年2月", "2026-02-28"),
    "the account of January, over the Spring Festival": (item("每月", kind=Kind.FINANCE), "2026年1月", "2026-03-05"),
    "the account of September, over National Day": (item("每月", kind=Kind.FINANCE), "2026年9月", "2026-11-03"),
    "5 working days after National Day, one of them a Saturday": (
        item("每月", kind=Kind.REPORT, publish_within=FIVE), "2026年9月", "2026-10-13",
    ),
    "30 days are 30 days": (item("每月", kind=Kind.FINANCE, publish_within=THIRTY), "2026年9月", "2026-10-30"),
    "a quarter": (item("每季度"), "2026年第一季度", "2026-03-31"),
    "the report of a quarter": (item("每季度", kind=Kind.REPORT), "2026年第二季度", "2026-07-28"),
    "the purchases of a quarter": (item("每季度", kind=Kind.PROCUREMENT), "2026年第三季度", "2026-11-03"),
    "half a year": (item("每半年"), "2026年上半年", "2026-06-30"),
    "the account of half a year": (item("每半年", kind=Kind.FINANCE), "2026年上半年", "2026-07-28"),
    "the other half": (item("每半年"), "2026年下半年", "2026-12-31"),
    "a year": (item("每年"), "2026年", "2026-12-31"),
    "before the term": (item("每学期开学前", kind=Kind.FEES), AUTUMN.name, "2026-08-31"),
    "in the term": (item("每学期", kind=Kind.NAME_LIST), SPRING.name, "2026-07-10"),
    "the report of a term": (item("每学期", kind=Kind.REPORT), SPRING.name, "2026-08-07"),
    "settled at the end of a term": (item("每学期末", kind=Kind.FINANCE), SPRING.name, "2026-08-07"),
    "a list at the end of a term": (item("每学期末", kind=Kind.NAME_LIST, publish_within=FIVE), SPRING.name, "2026-07-17"),
    "before a day": (item("每年9月10日前"), "2026年9月10日前", "2026-09-10"),
    "no grace for accounts that have a day": (item("每年4月30日前", kind=Kind.FINANCE), "2026年4月30日前", "2026-04-30"),
    "29 February in a common year": (item("每年2月29日前"), "2026年2月28日前", "2026-02-28"),
    "a week ends on Sunday": (item("每周"), "2026年9月28日—10月4日", "2026-10-04"),
    "a week has no grace": (item("每周", kind=Kind.FINANCE), "2026年9月7日—9月13日", "2026-09-13"),
}  # fmt: skip


@pytest.mark.parametrize(("one", "label", "due"), DUE.values(), ids=DUE)
def test_by_when_a_period_is_due(one: Item, label: str, due: str) -> None:
    found = {period.label: period for period in periods(one, "2026-01-01", "2026-12-31")}
    assert (found[label].due, found[label].latest) == (day(due), None)


def test_a_leap_year() -> None:
    terms: tuple[Term, ...] = ()
    assert periods(item("每月"), "2024-02-01", "2024-02-01", terms)[0].due == day("2024-02-29")
    assert periods(item("每年2月29日前"), "2024-01-01", "2024-01-01", terms)[0].due == day("2024-02-29")


def test_working_days_of_an_unknown_year_are_counted_as_days_and_leave_room() -> None:
    december = periods(item("每月", kind=Kind.FINANCE), "2026-12-01", "2026-12-31")[0]
    assert CALENDAR.last_year == 2026, "the arrangement of the next year is known: move this test on"
    assert december.due == day("2027-01-20")
    assert december.latest is not None and december.latest >= day("2027-02-01")


OPENS = {
    "60 days before the term": (item("每学期开学前", kind=Kind.FEES), AUTUMN.name, "2026-07-03"),
    "a plan of the term may come before it": (item("每学期"), AUTUMN.name, "2026-07-03"),
    "the report of a term may not": (item("每学期", kind=Kind.REPORT), AUTUMN.name, "2026-09-01"),
    "settlements begin 30 days before the end": (item("每学期末", kind=Kind.FINANCE), SPRING.name, "2026-06-10"),
    "the day after the date before": (item("每年1月31日前", "每年9月10日前"), "2026年9月10日前", "2026-02-01"),
    "in each year": (item("每年1月31日前", "每年9月10日前"), "2026年1月31日前", "2025-09-11"),
    "a single date in a year": (item("每年9月10日前"), "2026年9月10日前", "2025-09-11"),
}


@pytest.mark.parametrize(("one", "label", "opens"), OPENS.values(), ids=OPENS)
def test_from_when_on_a_record_counts(one: Item, label: str, opens: str) -> None:
    assert {period.label: period.opens for period in periods(one, "2026-01-01", "2026-12-31")}[label] == day(opens)


HORIZON = {
    "the running month and the next": ("每月", "2026-08-15", "2026-09-30", ["2026年8月", "2026年9月", "2026年10月"]),
    "one day later": ("每月", "2026-08-31", "2026-10-01", ["2026年8月", "2026年9月", "2026年10月", "2026年11月"]),
    "what was over before the ledger begins is not asked for": ("每月", "2026-09-01", "2026-09-01", ["2026年9月", "2026年10月"]),
    "years": ("每年", "2026-12-31", "2026-12-31", ["2026年", "2027年"]),
    "a term that began before the ledger": ("每学期开学前", "2026-09-01", "2026-09-01", []),
    "a term that begins on its second day": ("每学期开学前", "2026-08-31", "2026-09-01", [AUTUMN.name]),
    "terms that are open or next": ("每学期", "2026-03-02", "2026-03-02", [SPRING.name, AUTUMN.name]),
    "dates": ("每年9月10日前", "2026-09-10", "2026-09-10", ["2026年9月10日前", "2027年9月10日前"]),
    "the day after": ("每年9月10日前", "2026-09-10", "2026-09-11", ["2026年9月10日前", "2027年9月10日前", "2028年9月10日前"]),
    "weeks without school ask for nothing": (
        "每周", "2026-07-06", "2026-08-31",
        ["2026年7月6日—7月12日", "2026年8月31日—9月6日", "2026年9月7日—9月13日"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "since", "today", "labels"), HORIZON.values(), ids=HORIZON)
def test_how_far_back_and_ahead_periods_go(rule: str, since: str, today: str, labels: list[str]) -> None:
    assert [period.label for period in periods(item(rule), since, today)] == labels


def test_without_terms_every_week_counts_and_no_term() -> None:
    assert len(periods(item("每周"), "2026-07-13", "2026-07-26", ())) == 3
    assert periods(item("每学期"), "2026-07-13", "2026-07-26", ()) == []


@pytest.mark.parametrize("count", [1, 5, 20, 30])
def test_deadlines_of_many_are_those_of_one(count: int) -> None:
    span, start = Span(count=count, unit=Unit.WORKING_DAYS), day("2024-12-01")
    deadlines = Deadlines(CALENDAR, since=day("2026-01-15"))
    for after in range(800):
        formed = start + timedelta(days=after)
        due, latest = deadlines.after(span, formed)
        assert (due, latest is None) == due_by(span, start=formed, calendar=CALENDAR)


NAMES = {
    "2026-09": ("2026-09-01", "2026-09-30"),
    "2026年9月": ("2026-09-01", "2026-09-30"),
    "2026年9月食堂伙食费收支": ("2026-09-01", "2026-09-30"),
    "2024年2月份": ("2024-02-01", "2024-02-29"),
    "2026年7—8月": ("2026-07-01", "2026-08-31"),
    "2026年7月至8月": ("2026-07-01", "2026-08-31"),
    "2026-11至2027-01": ("2026-11-01", "2027-01-31"),
    "2026年第3季度": ("2026-07-01", "2026-09-30"),
    "2026年三季度": ("2026-07-01", "2026-09-30"),
    "2026年上半年": ("2026-01-01", "2026-06-30"),
    "2026年度下半年": ("2026-07-01", "2026-12-31"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2026年": ("2026-01-01", "2026-12-31"),
    "2025年度部门决算": ("2025-01-01", "2025-12-31"),
    "2025-2026学年": ("2025-09-01", "2026-08-31"),
    "2025—2026学年度": ("2025-09-01", "2026-08-31"),
    "2026-2027学年第一学期": ("2026-09-01", "2027-01-22"),
    "2026年春季学期": ("2026-03-02", "2026-07-10"),
    "2026年9月7日—11日": ("2026-09-07", "2026-09-11"),
    "2026-09-28至2026-10-02": ("2026-09-28", "2026-10-02"),
    "第13周": ("2026-11-23", "2026-11-29"),
    "第十三周工作安排": ("2026-11-23", "2026-11-29"),
    "2026年第47周": ("2026-11-16", "2026-11-22"),
    "2026年第3期": None,
    "第3期": None,
    "2026年9月1日": None,
    "2026-13": None,
    "2025-2027学年": None,
    "秋季运动会": None,
    "": None,
}


@pytest.mark.parametrize(("text", "stretch"), NAMES.items())
def test_what_names_a_period(text: str, stretch: tuple[str, str] | None) -> None:
    expected = (day(stretch[0]), day(stretch[1])) if stretch else None
    assert named_stretch(text, near=day("2026-11-20"), terms=TERMS) == expected


def test_a_term_that_the_school_does_not_know() -> None:
    assert named_stretch("2019-2020学年第一学期", near=day("2026-11-20"), terms=TERMS) == ELSEWHEN
