"""Days as people type them, and as they are said back."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.editing.interview.spoken_days import day_in_full, moment_in_full, spoken_day, spoken_moment
from disclosure.reading.nodes import Unreadable

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("今天", "2026-11-23"), ("明天", "2026-11-24"), ("后天", "2026-11-25"), ("昨天", "2026-11-22"),
        ("2026-09-01", "2026-09-01"), ("2026年9月1日", "2026-09-01"), ("2026/9/1", "2026-09-01"), ("2026年9月1号", "2026-09-01"),
        ("２０２６年９月１日", "2026-09-01"), ("9月1日", "2026-09-01"), ("9月1号", "2026-09-01"), ("9/1", "2026-09-01"),
        ("9.1", "2026-09-01"), ("9-1", "2026-09-01"), ("１２月３１日", "2026-12-31"), ("1月5日", "2027-01-05"), ("5月23日", "2027-05-23"),
        ("5月26日", "2026-05-26"), ("5月22日", "2027-05-22"), ("2月29日", "2028-02-29"),
    ],
)  # fmt: skip
def test_a_day_is_understood(typed: str, day: str) -> None:
    assert spoken_day(typed, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("typed", "since", "day"),
    [
        ("9月1日", date(2026, 11, 23), "2027-09-01"),
        ("11月23日", date(2026, 11, 23), "2026-11-23"),
        ("2月29日", date(2026, 11, 23), "2028-02-29"),
        ("2026-09-01", date(2026, 11, 23), "2026-09-01"),
    ],
)
def test_a_day_without_a_year_is_the_next_one_where_it_has_to_come_later(typed: str, since: date, day: str) -> None:
    assert spoken_day(typed, TODAY, since=since).isoformat() == day


@pytest.mark.parametrize(
    "typed", ["", "下个月", "13月1日", "2月30日", "2026-02-30", "1", "2026", "0月0日", "9月1日 8:30", "9999999月1日"]
)
def test_what_is_no_day_is_told_with_what_is(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        spoken_day(typed, TODAY)
    assert "2026-09-01" in caught.value.example


@pytest.mark.parametrize(
    ("typed", "kept", "said"),
    [
        ("明天", "2026-11-24", "2026年11月24日 星期二"),
        ("2026年9月6日", "2026-09-06", "2026年9月6日 星期日"),
        ("2026-09-07 8:05", "2026-09-07 08:05", "2026年9月7日 星期一 08:05"),
    ],
)
def test_a_moment_is_kept_as_files_have_it_and_said_in_full(typed: str, kept: str, said: str) -> None:
    assert spoken_moment(typed, TODAY) == kept
    assert moment_in_full(kept) == said
    assert spoken_moment(kept, TODAY) == kept


def test_the_weekdays() -> None:
    assert [day_in_full(date(2026, 11, 23 + number))[-1] for number in range(7)] == list("一二三四五六日")
