"""Consultations: until when they are open, by when their result is due, and which record is the result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from disclosure.domain.consultations import asks_for_opinions, consultations_of, result_due, tells_result
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.school import School, Settings
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.domain.workdays import NO_CALENDAR, Span, Unit
from disclosure.reading.work_calendar import official_calendar
from domain_records import day
from small_editions import edition_of, of_item, standard_catalogue

ASKED: dict[str, Any] = {"expires": day("2026-06-03"), "series": "作息", "stage": "征求意见"}
TAKEN_BACK = Withdrawal(day=day("2026-06-20"), reason="有误", approved_by="校长办公会")
DUE = day("2026-07-02")
"""20 working days after 3 June 2026; 端午 (19 June) is off."""


def asked(record_id: str = "2026-0001", published: str = "2026-05-20", **fields: Any) -> Record:
    return of_item("I21", record_id, published, **(ASKED | fields))


def result(published: str = "2026-06-22", record_id: str = "2026-0002", **fields: Any) -> Record:
    return of_item("I21", record_id, published, **({"series": "作息", "stage": "采纳情况"} | fields))


def edition(*records: Record, today: str = "2026-11-23") -> Edition:
    return edition_of(*records, today=day(today))


def next_change(*records: Record, today: str) -> date | None:
    """Of a school without any items, so that nothing else falls due."""
    library = Library(
        school=School(name="示例学校", site_url="https://school.example/"), calendar=official_calendar(),
        catalogue=replace(standard_catalogue(), items={}), records={one.id: one for one in records},
    )  # fmt: skip
    return library.next_change("public", day(today))


def result_of(*records: Record, today: str = "2026-11-23") -> str | None:
    one = consultations_of(edition(*records, today=today))["2026-0001"]
    return one.result.id if one.result else None


@pytest.mark.parametrize(
    ("stage", "item", "expected"),
    [
        ("征求意见", "I42", True), ("预公开", "", True), ("", "I18", True), ("方案草案", "I18", True), ("事前公开", "I18", True),
        ("结果反馈", "I18", False), ("决定", "I18", False), ("征求意见结果", "I18", False), ("公告", "I42", False), ("", "", False),
    ],
)  # fmt: skip
def test_what_asks_for_opinions(stage: str, item: str, expected: bool) -> None:
    """A later step of a matter whose item asks for opinions does not ask again."""
    assert asks_for_opinions(stage, standard_catalogue().items.get(item)) is expected


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("结果", True), ("征求意见结果", True), ("意见采纳情况", True), ("采纳情况", True), ("结果反馈", True), ("定稿", True),
        ("正式公布", True), ("意见汇总", True), ("征求意见", False), ("预公开", False), ("意见征集", False), ("中标结果", False),
        ("验收结果", False), ("结算", False), ("合同", False), ("", False),
    ],
)  # fmt: skip
def test_what_tells_the_result(stage: str, expected: bool) -> None:
    assert tells_result(stage) is expected


@pytest.mark.parametrize(
    ("span", "due"),
    [
        (Span(count=20, unit=Unit.WORKING_DAYS), DUE),
        (Span(count=30, unit=Unit.DAYS), day("2026-07-03")),
        (Span(count=1, unit=Unit.DAYS), day("2026-06-04")),
    ],
)
def test_the_day_on_which_it_ends_is_not_counted(span: Span, due: date) -> None:
    settings = Settings(consultation_result=span)
    assert result_due(day("2026-06-03"), settings, official_calendar()) == (due, True)


@pytest.mark.parametrize(
    ("today", "overdue"), [("2026-06-03", False), ("2026-07-01", False), ("2026-07-02", False), ("2026-07-03", True)]
)
def test_a_result_is_overdue_on_the_day_after_it_was_due(today: str, overdue: bool) -> None:
    one = consultations_of(edition(asked(), today=today))["2026-0001"]
    assert (one.open_until, one.due, one.is_known, one.is_overdue) == (day("2026-06-03"), DUE, True, overdue)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-06-03", "2026-06-04"),
        ("2026-06-04", "2026-07-03"),
        ("2026-07-02", "2026-07-03"),
        ("2026-07-03", None),
    ],
)
def test_the_site_changes_when_a_result_becomes_overdue(today: str, expected: str | None) -> None:
    assert next_change(asked(), today=today) == (day(expected) if expected else None)


@pytest.mark.parametrize(
    "other",
    [
        result(), result("2026-07-02"), of_item("I21", "2026-0002", "2026-06-22", replaces="2026-0001"),
        of_item("I21", "2026-0002", "2026-06-22", corrects="2026-0001"),
    ],
)  # fmt: skip
def test_no_day_is_named_for_a_result_that_is_published_in_time(other: Record) -> None:
    assert next_change(asked(), other, today="2026-06-04") == other.published
    assert next_change(asked(), other, today=other.published.isoformat()) is None


def test_a_result_that_comes_too_late_makes_two_changes() -> None:
    late = result("2026-07-10")
    assert next_change(asked(), late, today="2026-06-04") == day("2026-07-03")
    assert next_change(asked(), late, today="2026-07-03") == day("2026-07-10")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((), None),
        ((result(),), "2026-0002"),
        ((result(series="别的"),), None),
        ((result(stage="合同"),), None),
        ((result("2026-05-19"),), None),
        ((result("2026-06-25", "2026-0003"), result("2026-06-22", "2026-0002")), "2026-0002"),
        ((result(withdrawn=TAKEN_BACK),), None),
        ((result(expires=day("2026-07-01"), after_expiry=AfterExpiry.REMOVE),), "2026-0002"),
        ((of_item("I21", "2026-0002", "2026-06-22", replaces="2026-0001"),), "2026-0002"),
    ],
    ids=["none", "result", "other matter", "other step", "earlier", "the first", "withdrawn", "removed", "replaced"],
)
def test_which_record_is_the_result(others: tuple[Record, ...], expected: str | None) -> None:
    assert result_of(asked(), *others) == expected


def test_a_result_of_the_future_is_none_yet() -> None:
    assert result_of(asked(), result("2026-06-22"), today="2026-06-21") is None


def test_a_second_round_takes_over_the_result_of_the_first() -> None:
    second = asked("2026-0003", replaces="2026-0001", expires=day("2026-06-30"))
    found = consultations_of(edition(asked(), second, result("2026-07-05")))
    assert list(found) == ["2026-0003"]
    assert found["2026-0003"].result is not None


@pytest.mark.parametrize(
    "record",
    [asked(withdrawn=TAKEN_BACK), asked(expires=None), asked(stage="公告"), asked(published="2026-12-01")],
    ids=["withdrawn", "without end", "no consultation", "not yet published"],
)
def test_who_owes_no_result(record: Record) -> None:
    assert consultations_of(edition(record)) == {}


def test_what_was_removed_owes_its_result_still() -> None:
    one = consultations_of(edition(asked(after_expiry=AfterExpiry.REMOVE)))["2026-0001"]
    assert one.is_overdue


def test_nothing_is_overdue_while_unknown_working_days_decide() -> None:
    """The calendar ends; a result is late only when it is late by any arrangement of holidays."""
    record = asked(
        expires=official_calendar_end(), published=(official_calendar_end() - timedelta(days=15)).isoformat()
    )
    last, is_known = result_due(official_calendar_end(), Settings(), NO_CALENDAR)
    assert not is_known
    early = consultations_of(edition(record, today=(last + timedelta(days=1)).isoformat()))["2026-0001"]
    late = consultations_of(edition(record, today=(last + timedelta(days=60)).isoformat()))["2026-0001"]
    assert (early.is_known, early.is_overdue, late.is_overdue) == (False, False, True)


def official_calendar_end() -> date:
    return date(official_calendar().last_year, 12, 31)
