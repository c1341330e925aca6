"""The small language of due rules: what the catalogue may write, and what it is told it cannot."""

from __future__ import annotations

import pytest

from disclosure.domain.due import DueKind, DueRule, due_rule
from disclosure.domain.workdays import Span, Unit


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("每周", DueKind.WEEKLY),
        ("每月", DueKind.MONTHLY),
        ("每季度", DueKind.QUARTERLY),
        ("每半年", DueKind.HALF_YEARLY),
        ("每学期", DueKind.EVERY_TERM),
        ("每学期开学前", DueKind.BEFORE_TERM),
        ("每学期末", DueKind.END_OF_TERM),
        ("每年", DueKind.YEARLY),
    ],
)
def test_rules_of_one_word(text: str, kind: DueKind) -> None:
    assert due_rule(text) == DueRule(text=text, kind=kind)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("每年1月31日前", 1, 31),
        ("每年01月05日前", 1, 5),
        ("每年12月1日前", 12, 1),
        ("每年12月31日前", 12, 31),
        ("每年2月28日前", 2, 28),
        ("每年1月1日前", 1, 1),
    ],
)
def test_a_day_of_every_year(text: str, month: int, day: int) -> None:
    assert due_rule(text) == DueRule(text=text, kind=DueKind.BEFORE_DATE, month=month, day=day)


@pytest.mark.parametrize(
    ("text", "kind", "count", "unit"),
    [
        ("变动后20个工作日内", DueKind.AFTER_CHANGE, 20, Unit.WORKING_DAYS),
        ("变动后30天内", DueKind.AFTER_CHANGE, 30, Unit.DAYS),
        ("形成后20个工作日内", DueKind.AFTER_FORMED, 20, Unit.WORKING_DAYS),
        ("形成后1天内", DueKind.AFTER_FORMED, 1, Unit.DAYS),
    ],
)
def test_a_span_after_something_happened(text: str, kind: DueKind, count: int, unit: Unit) -> None:
    assert due_rule(text) == DueRule(text=text, kind=kind, within=Span(count=count, unit=unit))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "每",
        "每天",
        "每两周",
        "每月一次",
        "要每月",
        "每年某日前",
        "变动后",
        "形成后",
        "每年0月1日前",
        "每年13月1日前",
        "每年1月0日前",
        "每年1月32日前",
        "每年2月30日前",
        "每年4月31日前",
        "变动后0个工作日内",
        "变动后00天内",
        "变动后10000天内",
        "变动后" + "9" * 5000 + "天内",
        "每年1月31日",
        "每年1月前",
        "每年001月1日前",
        "2026年1月31日前",
        "每年一月三十一日前",
        "变动后内",
        "变动后天内",
        "变动后20个月内",
        "变动后二十天内",
        "变动后-1天内",
        "变动后1.5天内",
        "变动后20天",
        "变动前20天内",
        "请在变动后20天内",
        "请在每年1月31日前",
        "每年1月31日前公开",
        "变动后20天内公开",
    ],
)
def test_what_is_no_rule(text: str) -> None:
    assert due_rule(text) is None
