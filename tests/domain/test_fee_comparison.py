"""与去年相比: which record is compared with which, and what is said of each charge."""

from __future__ import annotations

import pytest

from disclosure.domain.fee_comparison import compare_fees
from disclosure.domain.record import FeeLine
from disclosure.rendering.words import turn_in_words
from fees import line, shown

LUNCH = [line("午餐", "15元")]
TURNS: dict[str, tuple[list[FeeLine], list[FeeLine], list[tuple[str, str]]]] = {
    "rose": ([line("午餐", "14元")], [line("午餐", "15元")], [("午餐", "上涨 1元（7.1%）")]),
    "fell": ([line("午餐", "16元")], [line("午餐", "12元")], [("午餐", "下降 4元（25%）")]),
    "half a per mille is rounded up": ([line("午餐", "2000元")], [line("午餐", "2001元")], [("午餐", "上涨 1元（0.1%）")]),
    "less than can be said": ([line("午餐", "10000元")], [line("午餐", "10001元")], [("午餐", "上涨 1元（不到 0.1%）")]),
    "cents": ([line("午餐", "9.58元")], [line("午餐", "10元")], [("午餐", "上涨 0.42元（4.4%）")]),
    "was free": ([line("午餐", "0元")], [line("午餐", "5元")], [("午餐", "上涨 5元")]),
    "the same amount, written otherwise": ([line("午餐", "15元")], [line("午餐", "15.0元")], [("午餐", "不变")]),
    "the same words": ([line("午餐", "按实结算")], [line("午餐", "按实结算")], [("午餐", "不变")]),
    "words instead of an amount": ([line("午餐", "15元")], [line("午餐", "按实结算")], [("午餐", "标准表述有变")]),
    "words of two kinds": ([line("午餐", "不超过15元")], [line("午餐", "不超过16元")], [("午餐", "标准表述有变")]),
    "free in words": ([line("午餐", "15元")], [line("午餐", "免费")], [("午餐", "标准表述有变")]),
    "new and dropped": (
        [line("午餐", "15元"), line("点心", "3元")], [line("早餐", "6元"), line("午餐", "15元")],
        [("早餐", "新增"), ("午餐", "不变"), ("点心", "本次没有列出")],
    ),
    "another unit is another charge": (
        [line("午餐", "15元")], [line("午餐", "300元", "每月")], [("午餐", "新增"), ("午餐", "本次没有列出")],
    ),
    "several of one name are told apart by their scope": (
        [line("住宿", "300元", "每学期", "六人间"), line("住宿", "500元", "每学期", "四人间")],
        [line("住宿", "500元", "每学期", "四人间"), line("住宿", "330元", "每学期", "六人间")],
        [("住宿（四人间）", "不变"), ("住宿（六人间）", "上涨 30元（10%）")],
    ),
    "several that nothing tells apart are not reckoned with": (
        [line("资料", "10元"), line("资料", "20元")], [line("资料", "10元"), line("资料", "25元")], [("资料", "标准表述有变")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "now", "expected"), TURNS.values(), ids=TURNS)
def test_what_became_of_each_charge(before: list[FeeLine], now: list[FeeLine], expected: list[tuple[str, str]]) -> None:
    found = compare_fees(shown("2026-0001", "2026-09-01", *now), shown("2025-0001", "2025-09-01", *before))
    assert [(fee.name, turn_in_words(fee)) for fee in found.lines] == expected


@pytest.mark.parametrize(("day", "is_a_year"), [("2025-09-01", True), ("2026-02-20", False), ("2024-09-01", False)])
def test_only_about_a_year_is_called_a_year(day: str, is_a_year: bool) -> None:
    assert (
        compare_fees(shown("2026-0001", "2026-09-01", *LUNCH), shown("2025-0001", day, *LUNCH)).is_a_year is is_a_year
    )
