"""How days, moments, amounts, sizes and audiences are said."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from disclosure.domain.vocabulary import Audience
from disclosure.rendering.words import (
    audience_in_words,
    day_in_words,
    days_left_in_words,
    moment_in_words,
    sentence,
    size_in_words,
    yuan,
)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 9, 1), "2026年9月1日"),
        (date(2026, 12, 31), "2026年12月31日"),
        (date(2024, 2, 29), "2024年2月29日"),
        (date(1990, 1, 1), "1990年1月1日"),
    ],
)
def test_a_day_has_no_leading_zeros(day: date, words: str) -> None:
    assert day_in_words(day) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (None, "2026年9月1日"),
        (time(8, 30), "2026年9月1日 08:30"),
        (time(0, 0), "2026年9月1日 00:00"),
        (time(23, 59), "2026年9月1日 23:59"),
        (time(8, 5), "2026年9月1日 08:05"),
    ],
)
def test_a_moment_names_the_time_where_one_was_given(at: time | None, words: str) -> None:
    assert moment_in_words(date(2026, 9, 1), at) == words


@pytest.mark.parametrize(("days", "words"), [(0, "今天截止"), (1, "还有 1 天"), (7, "还有 7 天"), (365, "还有 365 天")])
def test_the_days_that_are_left(days: int, words: str) -> None:
    assert days_left_in_words(days) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "0元"),
        ("15", "15元"),
        ("999", "999元"),
        ("1000", "1,000元"),
        ("58000", "58,000元"),
        ("5.8E+4", "58,000元"),
        ("1234567890", "1,234,567,890元"),
        ("15.00", "15元"),
        ("12.5", "12.50元"),
        ("12.05", "12.05元"),
        ("0.01", "0.01元"),
        ("0.001", "0.001元"),
        ("0.5483", "0.5483元"),
        ("0.54830", "0.5483元"),
        ("1234.5678", "1,234.5678元"),
        ("12.500", "12.50元"),
        ("1234.56", "1,234.56元"),
        ("9007199254740993", "9,007,199,254,740,993元"),
        ("90071992547409.93", "90,071,992,547,409.93元"),
    ],
)
def test_an_amount_in_yuan(amount: str, words: str) -> None:
    assert yuan(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 字节"),
        (1, "1 字节"),
        (1023, "1023 字节"),
        (1024, "1 KB"),
        (23 * 1024, "23 KB"),
        (23 * 1024 + 600, "24 KB"),
        (1000 * 1024, "1000 KB"),
        (1024 * 1024 - 513, "1023 KB"),
        (1024 * 1024 - 1, "1.0 MB"),
        (1024 * 1024, "1.0 MB"),
        (1024 * 1024 * 14 // 10, "1.4 MB"),
        (20 * 1024 * 1024, "20.0 MB"),
    ],
)
def test_a_size(size: int, words: str) -> None:
    assert size_in_words(size) == words


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ([Audience.PUBLIC], "社会"),
        ([Audience.STAFF, Audience.PUBLIC], "社会、教职工"),
        ([Audience.STAFF, Audience.PARENTS, Audience.PUBLIC], "社会、家长、教职工"),
        ([Audience.PARENTS, Audience.PARENTS], "家长"),
    ],
)
def test_an_audience_is_said_from_the_widest_to_the_narrowest(audience: list[Audience], words: str) -> None:
    assert audience_in_words(audience) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("有误", "有误。"),
        ("有误。", "有误。"),
        ("为什么\uff1f", "为什么\uff1f"),
        ("不行\uff01", "不行\uff01"),
        ("见 a.pdf", "见 a.pdf。"),
    ],
)
def test_a_sentence_ends_with_one_full_stop(text: str, said: str) -> None:
    assert sentence(text) == said
