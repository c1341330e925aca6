"""Dates and times as people write them in China, in ASCII, Chinese and full-width; what is no date is refused."""

from __future__ import annotations

from datetime import date, time

import pytest

from disclosure.reading import values
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable


def written(text: str) -> Scalar:
    return Scalar(text=text, line=7)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-01", "2026-9-1", "2026/9/1", "2026/09/01", "2026.9.1", "2026年9月1日", "2026年09月01日", "2026年9月1",
        "2026 年 9 月 1 日", "  2026-09-01  ", "\uff12\uff10\uff12\uff16-\uff10\uff19-\uff10\uff11",
        "\uff12\uff10\uff12\uff16年\uff19月\uff11日", "2026\uff0d09\uff0d01", "2026\uff0f9\uff0f1", "2026\uff0e9\uff0e1",
        "2026\u201409\u201401", "2026\u201309\u201301", "2026\u221209\u221201", "2026年9月1日\u3000",
    ],
)  # fmt: skip
def test_a_day_in_every_usual_writing(text: str) -> None:
    assert values.day(written(text)) == date(2026, 9, 1)
    assert values.moment(written(text)) == (date(2026, 9, 1), None)
    assert values.expiry(written(text)) == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-09-01 08:30", time(8, 30)), ("2026-09-01 8:30", time(8, 30)), ("2026-09-01T08:30", time(8, 30)),
        ("2026-09-01 08:30:15", time(8, 30)), ("2026年9月1日 8时30分", time(8, 30)), ("2026年9月1日8点30分", time(8, 30)),
        ("2026年9月1日8:30", time(8, 30)), ("2026-09-01 00:00", time(0, 0)), ("2026-09-01 23:59", time(23, 59)),
        ("2026-09-01 08\uff1a30", time(8, 30)), ("2026-09-01\u300008:30", time(8, 30)),
        ("\uff12\uff10\uff12\uff16年\uff19月\uff11日\u3000\uff10\uff18\uff1a\uff13\uff10", time(8, 30)),
    ],
)  # fmt: skip
def test_a_time_of_day_may_follow_where_it_has_a_meaning(text: str, at: time) -> None:
    assert values.moment(written(text)) == (date(2026, 9, 1), at)


@pytest.mark.parametrize("text", ["2026-09-01 08:30", "2026年9月1日8点30分"])
def test_a_time_of_day_is_refused_where_a_day_is_meant(text: str) -> None:
    with pytest.raises(Unreadable, match="不要时刻") as caught:
        values.day(written(text))
    assert caught.value.example == "2026-09-01"


@pytest.mark.parametrize(
    "text",
    [
        "", "9月1日", "2026-09", "2026年9月", "2026", "20260901", "26-09-01", "12026-09-01", "2026-09-001", "2026 09 01",
        "09-01-2026", "1/9/2026", "2026年九月一日", "二\u3007二六年九月一日", "明天", "2026-09-01起", "约2026-09-01", "2026-09-01\u3002",
        "2026-09-01 至 2026-09-15", "2026-09-01,2026-09-02", "2026-9", "2026--09-01", "2026-09-01-", "2026年9月1号",
        "2026-09-01 8", "2026-09-01 8时", "2026-09-01 8点半", "2026-09-01 上午8:30", "2026-09-01 8:30 PM", "2026-09-01 0830",
        "2026-09-01 +08:00", "2026-09-01 08:30 08:31",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    for read in (values.day, values.moment, values.expiry):
        with pytest.raises(Unreadable) as caught:
            read(written(text))
        assert (caught.value.code, caught.value.line) == ("R109", 7)
        assert f"「{text}」" in caught.value.message
        assert caught.value.example.startswith("2026-09-")


@pytest.mark.parametrize(
    ("last", "after"),
    [
        ("2026-01-31", "2026-01-32"), ("2026-02-28", "2026-02-29"), ("2024-02-29", "2024-02-30"), ("2000-02-29", "1900-02-29"),
        ("2026-04-30", "2026-04-31"), ("2026-12-31", "2026-13-01"), ("2026-01-01", "2026-00-01"), ("2026-01-01", "2026-01-00"),
        ("1900-01-01", "1899-12-31"), ("2999-12-31", "3000-01-01"), ("2026-09-01", "0000-09-01"),
    ],
)  # fmt: skip
def test_only_days_that_exist_are_dates(last: str, after: str) -> None:
    assert values.day(written(last)).isoformat() == last
    with pytest.raises(Unreadable, match="不是真实的日期"):
        values.day(written(after))


@pytest.mark.parametrize("at", ["24:00", "08:60", "25:30", "8点99分"])
def test_only_times_that_exist_are_times(at: str) -> None:
    with pytest.raises(Unreadable, match="不是真实的日期"):
        values.moment(written(f"2026-09-01 {at}"))


@pytest.mark.parametrize(
    "text", ["2026-09-0108:30", "2026-09-011:30", "2026-09-01T", "2026-09-01 08:30:99", "2026-09-01 08:30:"]
)
def test_a_time_is_never_guessed(text: str) -> None:
    with pytest.raises(Unreadable, match="不是日期"):
        values.moment(written(text))


@pytest.mark.parametrize("text", ["长期", "长期有效", "长期公开", " 长期 ", "\u3000长期"])
def test_what_stays_for_good_has_no_last_day(text: str) -> None:
    assert values.expiry(written(text)) is None


@pytest.mark.parametrize("text", ["永久", "长", "长期。", "无限期", "长期至2027年", "不限"])
def test_other_words_are_no_last_day(text: str) -> None:
    with pytest.raises(Unreadable, match=f"「{text}」不是日期") as caught:
        values.expiry(written(text))
    assert "长期" in caught.value.example


@pytest.mark.parametrize(
    "node", [Sequence(items=(written("2026-09-01"),), line=7), Mapping(values={}, lines={}, line=7)]
)
def test_a_list_is_no_date(node: Node) -> None:
    for read in (values.day, values.moment):
        with pytest.raises(Unreadable, match="一行文字") as caught:
            read(node)
        assert caught.value.line == 7


@pytest.mark.parametrize("text", ["null", "~", "Null", "NULL"])
def test_nothing_is_no_date(text: str) -> None:
    with pytest.raises(Unreadable, match="不是内容") as caught:
        values.day(written(text))
    assert "删掉这一行" in caught.value.advice
