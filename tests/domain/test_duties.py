"""Which record fulfils which duty, and how it stands the day before, on the day, and the day after (requirements A4, G3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from disclosure.domain.catalogue import Item
from disclosure.domain.duties import Duty, DutyState
from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.school import Term
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.domain.workdays import Span, Unit
from domain_records import day
from duty_school import AUTUMN, DAYS_20, SPRING, TERMS, disclosed, edition_of, item

ACCOUNT = item("每月", kind=Kind.FINANCE)
BOTH = item("每月", "每学期", kind=Kind.FINANCE)
STANDARD = item("每学期开学前", kind=Kind.FEES)
TENDERS = item("形成后5个工作日内", "每学期末", kind=Kind.PROCUREMENT, cadence=Cadence.IMMEDIATE)
TAKEN_BACK = Withdrawal(day=day("2026-11-01"), reason="有误", approved_by="校长办公会")


def duties(
    one: Item, *records: Record, today: str = "2026-11-23", since: str = "2026-03-02", **more: Any
) -> list[Duty]:
    return list(edition_of(one, *records, today=today, since=since, **more).duties)


def told(found: list[Duty], today: str = "2026-11-23") -> dict[str, str]:
    """`{"每月 2026年9月": "已公开 a"}`"""
    return {
        f"{duty.rule.text} {duty.period}": " ".join([duty.state(day(today), warn_days=14).label, *duty.entries])
        for duty in found
    }


EDGES = {
    "每月": (item("每月"), "2026年9月", "2026-09-30"),
    "每月 account, over National Day": (ACCOUNT, "2026年9月", "2026-11-03"),
    "每月 account, 30 days": (
        item("每月", kind=Kind.FINANCE, publish_within=Span(count=30, unit=Unit.DAYS)), "2026年9月", "2026-10-30",
    ),
    "每季度": (item("每季度"), "2026年第三季度", "2026-09-30"),
    "每半年": (item("每半年", kind=Kind.FINANCE), "2026年上半年", "2026-07-28"),
    "每年": (item("每年"), "2026年", "2026-12-31"),
    "每学期": (item("每学期"), SPRING.name, "2026-07-10"),
    "每学期开学前": (STANDARD, AUTUMN.name, "2026-08-31"),
    "每学期末": (item("每学期末", kind=Kind.FINANCE), SPRING.name, "2026-08-07"),
    "每年9月10日前": (item("每年9月10日前"), "2026年9月10日前", "2026-09-10"),
}  # fmt: skip


@pytest.mark.parametrize(("one", "period", "due"), EDGES.values(), ids=EDGES)
def test_the_day_before_the_day_and_the_day_after(one: Item, period: str, due: str) -> None:
    """Nothing was published; then, something was published on that very day."""
    last = day(due)
    for days, expected in ((-15, "未到期"), (-14, "将到期"), (-1, "将到期"), (0, "将到期"), (1, "未公开")):
        today = last + timedelta(days=days)
        found = duties(one, today=today.isoformat(), since="2026-01-05")
        duty = next(duty for duty in found if duty.period == period)
        assert duty.due == last
        assert duty.state(today, warn_days=14).label == expected, days
    for days, expected in ((-1, "已公开"), (0, "已公开"), (1, "迟公开")):
        published = last + timedelta(days=days)
        record = disclosed("a", published.isoformat(), issue=_issue(one, period))
        found = duties(one, record, today=published.isoformat(), since="2026-01-05")
        duty = next(duty for duty in found if duty.period == period)
        assert (duty.state(published, warn_days=14).label, duty.entries) == (expected, ("a",)), days


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-09-30", "未到期"), ("2026-10-01", "将到期"), ("2026-10-04", "将到期"), ("2026-10-05", "未公开")],
)
def test_a_week_warns_of_itself_on_its_last_days(today: str, state: str) -> None:
    duty = next(one for one in duties(item("每周"), today=today) if one.due == day("2026-10-04"))
    assert duty.state(day(today), warn_days=14).label == state


@pytest.mark.parametrize(("published", "state"), [("2026-10-04", "已公开"), ("2026-10-05", "迟公开")])
def test_the_record_of_a_week(published: str, state: str) -> None:
    record = disclosed("a", published, issue="2026-09-28—2026-10-04")
    assert told(duties(item("每周"), record))["每周 2026年9月28日—10月4日"] == f"{state} a"


def _issue(one: Item, period: str) -> str:
    """A record of that very period, by its 期号; dates go by the day."""
    return "" if one.due[0].month else period


FORMED = {
    "the last working day": ("变动后20个工作日内", "2026-09-11", "2026-10-15", DutyState.DONE),
    "one day late": ("变动后20个工作日内", "2026-09-11", "2026-10-16", DutyState.LATE),
    "30 days": ("形成后30天内", "2026-09-11", "2026-10-11", DutyState.DONE),
    "31 days": ("形成后30天内", "2026-09-11", "2026-10-12", DutyState.LATE),
    "5 working days over National Day": ("形成后5个工作日内", "2026-09-30", "2026-10-13", DutyState.DONE),
    "6 working days": ("形成后5个工作日内", "2026-09-30", "2026-10-14", DutyState.LATE),
    "working days that nobody knows yet": ("形成后5个工作日内", "2026-12-30", "2027-01-08", DutyState.DONE),
    "later than any holidays": ("形成后5个工作日内", "2026-12-30", "2027-03-08", DutyState.LATE),
}


@pytest.mark.parametrize(("rule", "formed", "published", "state"), FORMED.values(), ids=FORMED)
def test_after_something_was_formed(rule: str, formed: str, published: str, state: DutyState) -> None:
    one = item(rule, cadence=Cadence.IMMEDIATE)
    record = disclosed("a", published, formed=day(formed), title="采购结果")
    (duty,) = duties(one, record, today="2027-06-01")
    assert duty.state(day("2027-06-01"), warn_days=14) is state
    assert (duty.period, duty.opens, duty.done_on) == ("采购结果", day(formed), day(published))


def test_a_record_that_does_not_say_when_it_was_formed_has_no_duty() -> None:
    assert duties(item("形成后5个工作日内"), disclosed("a", "2026-09-30")) == []


MATCHES: dict[str, tuple[Item, list[Record], dict[str, str]]] = {
    "by 期号, whatever the day": (
        ACCOUNT, [disclosed("a", "2026-11-20", issue="2026年8月"), disclosed("b", "2026-10-12", issue="2026-09")],
        {"每月 2026年8月": "迟公开 a", "每月 2026年9月": "已公开 b", "每月 2026年10月": "将到期"},
    ),
    "by the title of an account": (
        ACCOUNT, [disclosed("a", "2026-10-12", title="2026年9月食堂伙食费收支")],
        {"每月 2026年8月": "未公开", "每月 2026年9月": "已公开 a"},
    ),
    "not by the title of a plan": (
        item("每月"), [disclosed("a", "2026-10-12", title="2026年9月计划")],
        {"每月 2026年9月": "未公开", "每月 2026年10月": "已公开 a"},
    ),
    "by day: the earliest open period, then the next": (
        ACCOUNT, [disclosed("a", "2026-10-12"), disclosed("b", "2026-10-13")],
        {"每月 2026年9月": "已公开 a", "每月 2026年10月": "已公开 b", "每月 2026年8月": "未公开"},
    ),
    "a running number names no period": (
        item("每季度"), [disclosed("a", "2026-10-12", issue="2026年第3期")],
        {"每季度 2026年第三季度": "未公开", "每季度 2026年第四季度": "已公开 a"},
    ),
    "a month is not a term": (
        BOTH, [disclosed("a", "2026-10-12", issue="2026-09")],
        {"每月 2026年9月": "已公开 a", f"每学期 {AUTUMN.name}": "未到期"},
    ),
    "a term is not a month": (
        BOTH, [disclosed("a", "2026-07-20", issue=SPRING.name)],
        {"每月 2026年6月": "未公开", f"每学期 {SPRING.name}": "已公开 a"},
    ),
    "a record that names nothing is for both rules": (
        BOTH, [disclosed("a", "2026-09-29")], {"每月 2026年9月": "已公开 a", f"每学期 {AUTUMN.name}": "已公开 a"},
    ),
    "a month for a rule of terms alone": (
        item("每学期", kind=Kind.FINANCE), [disclosed("a", "2026-10-12", issue="2026-09")],
        {f"每学期 {AUTUMN.name}": "已公开 a"},
    ),
    "two months in one": (
        ACCOUNT, [disclosed("a", "2026-09-12", issue="2026年7—8月")],
        {"每月 2026年7月": "迟公开 a", "每月 2026年8月": "已公开 a", "每月 2026年9月": "未公开"},
    ),
    "a year of two halves": (
        item("每半年", kind=Kind.FINANCE), [disclosed("a", "2026-11-20", issue="2026年度")],
        {"每半年 2026年上半年": "迟公开 a", "每半年 2026年下半年": "已公开 a"},
    ),
    "a week by its number in the term": (
        item("每周"), [disclosed("a", "2026-11-20", issue="第13周")],
        {"每周 2026年11月16日—11月22日": "未公开", "每周 2026年11月23日—11月29日": "已公开 a"},
    ),
    "a date: the last year's report comes late": (
        item("每年1月31日前", "每年9月10日前", kind=Kind.REPORT), [disclosed("a", "2026-10-01", issue="2025-2026学年")],
        {"每年9月10日前 2026年9月10日前": "迟公开 a", "每年1月31日前 2027年1月31日前": "未到期"},
    ),
    "a date: without 期号 it is late while that date is nearer": (
        item("每年1月31日前", "每年9月10日前"), [disclosed("a", "2026-11-20")],
        {"每年9月10日前 2026年9月10日前": "迟公开 a", "每年1月31日前 2027年1月31日前": "未到期"},
    ),
    "a date: else early": (
        item("每年1月31日前", "每年9月10日前"), [disclosed("a", "2026-11-22")],
        {"每年9月10日前 2026年9月10日前": "未公开", "每年1月31日前 2027年1月31日前": "已公开 a"},
    ),
    "two rules: the half-year's account is not the year's": (
        item("每半年", "每年12月31日前", kind=Kind.FINANCE), [disclosed("a", "2026-07-06", issue="2026年上半年")],
        {"每半年 2026年上半年": "已公开 a", "每年12月31日前 2026年12月31日前": "未到期"},
    ),
    "in the holidays, late for the term past": (
        item("每学期末", kind=Kind.FINANCE), [disclosed("a", "2026-08-20")], {f"每学期末 {SPRING.name}": "迟公开 a"},
    ),
    "a term that the school does not know": (
        item("每学期"), [disclosed("a", "2026-09-29", issue="2019-2020学年第一学期")], {f"每学期 {AUTUMN.name}": "未到期"},
    ),
    "another record of the same period": (
        ACCOUNT, [disclosed("a", "2026-10-12", issue="2026-09"), disclosed("b", "2026-10-20", issue="2026年9月")],
        {"每月 2026年9月": "已公开 a b"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("one", "records", "expected"), MATCHES.values(), ids=MATCHES)
def test_which_record_is_of_which_period(one: Item, records: list[Record], expected: dict[str, str]) -> None:
    found = told(duties(one, *records))
    assert {key: found.get(key) for key in expected} == expected


LIVES: dict[str, tuple[list[Record], str]] = {
    "withdrawn: open again": ([disclosed("a", "2026-10-12", issue="2026-09", withdrawn=TAKEN_BACK)], "未公开"),
    "withdrawn, and published anew": (
        [
            disclosed("a", "2026-10-12", issue="2026-09", withdrawn=TAKEN_BACK),
            disclosed("b", "2026-11-05", issue="2026-09", replaces="a"),
        ],
        "迟公开 b",
    ),
    "taken down after its notice period": (
        [disclosed("a", "2026-10-12", expires=day("2026-10-20"), after_expiry=AfterExpiry.REMOVE)], "已公开 a",
    ),
    "replaced: the second is of the same period": (
        [disclosed("a", "2026-10-12"), disclosed("b", "2026-10-20", replaces="a")], "已公开 a b",
    ),
    "corrected twice": (
        [disclosed("a", "2026-10-12"), disclosed("b", "2026-10-20", corrects="a"), disclosed("c", "2026-11-20", corrects="b")],
        "已公开 a b c",
    ),
    "a draft": ([disclosed("a", "2026-10-12", draft=True)], "未公开"),
    "to come": ([disclosed("a", "2026-11-24", issue="2026-09")], "未公开"),
    "for others than the public": ([disclosed("a", "2026-10-12", audience=frozenset({Audience.STAFF}))], "未公开"),
}  # fmt: skip


@pytest.mark.parametrize(("records", "state"), LIVES.values(), ids=LIVES)
def test_what_became_of_a_record(records: list[Record], state: str) -> None:
    """Asked of September, once October has its own account."""
    others = [disclosed("october", "2026-11-09", issue="2026-10"), disclosed("august", "2026-09-02", issue="2026-08")]
    assert told(duties(ACCOUNT, *records, *others))["每月 2026年9月"] == state


def test_the_staff_sees_what_only_it_may_see() -> None:
    record = disclosed("a", "2026-10-12", issue="2026-09", audience=frozenset({Audience.STAFF}))
    assert told(duties(ACCOUNT, record, name="internal"))["每月 2026年9月"] == "已公开 a"


CHARGES = {
    "a standard for the whole year": (disclosed("a", "2026-02-20", expires=day("2027-02-28")), "已公开 a", "已公开 a"),
    "one that ends before the next term": (
        disclosed("a", "2026-02-20", expires=day("2026-08-31")),
        "已公开 a",
        "未公开",
    ),
    "one that names its term": (disclosed("a", "2026-02-20", issue="2026年春"), "已公开 a", "未公开"),
    "one of the school year": (disclosed("a", "2025-08-20", issue="2025-2026学年"), "已公开 a", "未公开"),
    "published in the term": (disclosed("a", "2026-03-20"), "迟公开 a", "已公开 a"),
    "on the first day of the term": (disclosed("a", "2026-03-02"), "迟公开 a", "已公开 a"),
}


@pytest.mark.parametrize(("record", "spring", "autumn"), CHARGES.values(), ids=CHARGES)
def test_charges_before_the_term(record: Record, spring: str, autumn: str) -> None:
    found = told(duties(STANDARD, record, since="2025-08-01"))
    assert (found[f"每学期开学前 {SPRING.name}"], found[f"每学期开学前 {AUTUMN.name}"]) == (spring, autumn)


def test_another_notice_before_the_term_holds_for_that_term_alone() -> None:
    timetable = item("每学期开学前", kind=Kind.ANNOUNCEMENT)
    found = told(duties(timetable, disclosed("a", "2026-02-20"), since="2025-08-01"))
    assert found[f"每学期开学前 {AUTUMN.name}"] == "未公开"


def test_what_did_not_happen_need_not_be_summed_up() -> None:
    tender = disclosed("a", "2026-10-12", formed=day("2026-10-09"))
    found = told(duties(TENDERS, tender, today="2026-11-23"))
    assert found == {"形成后5个工作日内 第a件": "已公开 a", f"每学期末 {AUTUMN.name}": "未到期"}


def test_the_sum_of_single_matters_has_to_say_of_what_it_is() -> None:
    tender, total = disclosed("a", "2026-07-01"), disclosed("b", "2026-07-10", issue=SPRING.name)
    assert told(duties(TENDERS, tender))[f"每学期末 {SPRING.name}"] == "未公开"
    assert told(duties(TENDERS, tender, total))[f"每学期末 {SPRING.name}"] == "已公开 b"


SINCE: dict[str, tuple[dict[str, Any], str]] = {
    "what the school says": ({"since": "2026-08-15"}, "2026年8月"),
    "the first record": ({"since": ""}, "2026年9月"),
}


@pytest.mark.parametrize(("given", "first"), SINCE.values(), ids=SINCE)
def test_since_when_something_is_asked_for(given: dict[str, Any], first: str) -> None:
    assert duties(ACCOUNT, disclosed("a", "2026-09-20", issue="2026-08"), **given)[0].period == first


def test_a_school_without_records_owes_nothing_unless_it_says_since_when() -> None:
    assert duties(ACCOUNT, since="") == []
    assert duties(ACCOUNT, since="2026-10-01") != []


@pytest.mark.parametrize("off", [{"enabled": False}, {"audience": frozenset({Audience.STAFF})}])
def test_items_that_are_off_or_for_others_owe_nothing(off: dict[str, Any]) -> None:
    assert duties(item("每月", **off), disclosed("a", "2026-09-20")) == []


def test_rules_of_terms_without_terms() -> None:
    terms: tuple[Term, ...] = ()
    assert duties(item("每学期", "每学期末", "每学期开学前"), disclosed("a", "2026-09-20"), terms=terms) == []


def test_duties_come_by_day() -> None:
    days = [duty.due for duty in duties(BOTH, disclosed("a", "2026-09-20"))]
    assert days == sorted(days)
    assert {DAYS_20.count, len(TERMS)} == {20, 2}


TURNS = [
    ("2026-10-19", date(2026, 10, 20)),  # September becomes 将到期
    ("2026-10-20", date(2026, 11, 1)),  # December comes into sight
    ("2026-11-01", date(2026, 11, 4)),  # September is overdue
    ("2026-11-04", date(2026, 11, 13)),  # October becomes 将到期
]


@pytest.mark.parametrize(("today", "expected"), TURNS)
def test_on_which_days_the_catalogue_changes_by_itself(today: str, expected: date) -> None:
    edition = edition_of(ACCOUNT, disclosed("a", "2026-09-20", issue="2026-08"), today=today)
    assert edition.next_change == expected
