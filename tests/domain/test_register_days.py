"""By when an opinion or a request has to be answered: the day before, the day itself, the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from disclosure.domain.register_days import (
    answer_due,
    answered_on,
    extension_due,
    is_answer_late,
    is_extension_late,
    is_reply_late,
    reply_due,
    span_named_in,
)
from disclosure.domain.registers import Answer, Applicant, Extension, Opinion, Request, Source
from disclosure.domain.school import Guide, Settings
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.work_calendar import official_calendar

CALENDAR = official_calendar()
NATIONAL_DAY = date(2026, 9, 24)
"""A Thursday before the holidays: 10 working days later is 15 October, not 8 October."""
DAY = timedelta(days=1)


def opinion(received: date, reply_by: date | None = None) -> Opinion:
    return Opinion(id="A", received=received, source=Source.BOX, text="甲", reply_by=reply_by)


def request(received: date, extended: date | None = None) -> Request:
    extension = Extension(day=extended, reason="汇总") if extended else None
    return Request(id="A", received=received, applicant=Applicant.PARENT, text="甲", extension=extension)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10个工作日", Span(count=10, unit=Unit.WORKING_DAYS)),
        ("收到申请之日起 10 个工作日内", Span(count=10, unit=Unit.WORKING_DAYS)),
        ("当场答复；不能的１５工作日", Span(count=15, unit=Unit.WORKING_DAYS)),
        ("30天", Span(count=30, unit=Unit.DAYS)),
        ("20个自然日", Span(count=20, unit=Unit.DAYS)),
        ("15日内", Span(count=15, unit=Unit.DAYS)),
        ("尽快", None),
        ("0天", None),
        ("1个月", None),
        ("", None),
    ],
)
def test_the_time_that_a_sentence_names(text: str, expected: Span | None) -> None:
    assert span_named_in(text) == expected


@pytest.mark.parametrize(
    ("received", "reply_by", "span", "expected"),
    [
        (date(2026, 11, 16), None, Span(count=10, unit=Unit.WORKING_DAYS), date(2026, 11, 30)),
        (NATIONAL_DAY, None, Span(count=10, unit=Unit.WORKING_DAYS), date(2026, 10, 15)),
        (date(2026, 11, 16), None, Span(count=15, unit=Unit.DAYS), date(2026, 12, 1)),
        (date(2026, 11, 16), date(2026, 11, 20), Span(count=15, unit=Unit.DAYS), date(2026, 11, 20)),
    ],
)
def test_an_opinion_is_answered_in_time(received: date, reply_by: date | None, span: Span, expected: date) -> None:
    one, settings = opinion(received, reply_by), Settings(reply_to_opinions=span)
    assert reply_due(one, settings, CALENDAR) == (expected, True)
    late = [is_reply_late(one, expected + DAY * number, settings, CALENDAR) for number in (-1, 0, 1)]
    assert late == [False, False, True]


@pytest.mark.parametrize(
    ("extended", "guide", "first", "last"),
    [
        (None, Guide(), date(2026, 10, 15), date(2026, 10, 15)),
        (None, Guide(reply_within="尽快"), date(2026, 10, 15), date(2026, 10, 15)),
        (None, Guide(reply_within="15天", extend_within="15天"), date(2026, 10, 9), date(2026, 10, 9)),
        (date(2026, 10, 9), Guide(), date(2026, 10, 15), date(2026, 10, 29)),
        (date(2026, 10, 9), Guide(extend_within="5个工作日"), date(2026, 10, 15), date(2026, 10, 22)),
        (date(2026, 10, 9), Guide(extend_within="15天"), date(2026, 10, 15), date(2026, 10, 30)),
        (date(2026, 10, 9), Guide(reply_within="15天", extend_within="5个工作日"), date(2026, 10, 9), date(2026, 10, 15)),
    ],
)  # fmt: skip
def test_a_request_is_answered_in_time(extended: date | None, guide: Guide, first: date, last: date) -> None:
    one = request(NATIONAL_DAY, extended)
    assert extension_due(one, guide, CALENDAR) == (first, True)
    assert answer_due(one, guide, CALENDAR) == (last, True)
    late = [is_answer_late(one, last + DAY * number, guide, CALENDAR) for number in (-1, 0, 1)]
    assert late == [False, False, True]


@pytest.mark.parametrize(("day", "expected"), [(14, False), (15, False), (16, True)])
def test_an_applicant_is_told_in_time_that_it_takes_longer(day: int, expected: bool) -> None:
    assert is_extension_late(request(NATIONAL_DAY, date(2026, 10, day)), Guide(), CALENDAR) is expected
    assert is_extension_late(request(NATIONAL_DAY), Guide(), CALENDAR) is False


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 12, 31), False), (date(2027, 1, 2), False), (date(2027, 1, 3), None), (date(2027, 1, 26), None), (date(2027, 1, 27), True)]
)  # fmt: skip
def test_where_the_working_days_are_unknown_only_what_is_certain_is_said(day: date, expected: bool | None) -> None:
    received = date(2026, 12, 23)
    assert reply_due(opinion(received), Settings(), CALENDAR) == (date(2027, 1, 2), False)
    assert is_reply_late(opinion(received), day, Settings(), CALENDAR) is expected
    assert answer_due(request(received), Guide(), CALENDAR) == (date(2027, 1, 2), False)
    assert is_answer_late(request(received), day, Guide(), CALENDAR) is expected


def test_that_it_takes_longer_does_not_make_an_unknown_day_known() -> None:
    one, guide = request(date(2026, 12, 23), date(2026, 12, 28)), Guide(extend_within="15天")
    assert answer_due(one, guide, CALENDAR) == (date(2027, 1, 17), False)
    assert is_answer_late(one, date(2027, 1, 18), guide, CALENDAR) is None


def test_what_is_answered_at_once_is_answered_on_the_day_it_came() -> None:
    one = Request(id="A", received=NATIONAL_DAY, applicant=Applicant.PARENT, text="甲", answer=Answer.AT_ONCE)
    assert answered_on(one) == NATIONAL_DAY
    assert answered_on(request(NATIONAL_DAY)) is None
