"""The rules about procedure and charges cost a large school next to nothing, and time grows with what there is to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from time import perf_counter

from building import DAY, PROJECT
from disclosure.checks.fee_elements import check_fee_elements
from disclosure.checks.forbidden_charges import check_forbidden_charges
from disclosure.checks.leads import check_leads
from disclosure.checks.old_hotline import check_old_hotline
from disclosure.checks.promptness import check_promptness
from disclosure.checks.rosters import check_rosters
from disclosure.checks.settlements import check_settlements
from disclosure.checks.signing_order import check_signing_order
from disclosure.checks.signoffs import check_signoffs
from disclosure.checks.term_opening import check_term_opening
from disclosure.checks.thresholds import check_thresholds
from disclosure.checks.unsettled_terms import check_unsettled_terms
from disclosure.domain.library import Library
from disclosure.domain.record import Change, FeeLine, Record, SignOff
from disclosure.pipeline import read_and_check
from domain_records import plain_record

RULES = (
    check_fee_elements, check_forbidden_charges, check_leads, check_old_hotline, check_promptness, check_rosters,
    check_settlements, check_signing_order, check_signoffs, check_term_opening, check_thresholds, check_unsettled_terms,
)  # fmt: skip
FIRST = date(2018, 1, 1)


def seconds(*records: Record) -> float:
    """How long all rules take over some records of the example school."""
    example = read_and_check(PROJECT, DAY).library
    library: Library = replace(example, records={record.id: record for record in records})
    start = perf_counter()
    for rule in RULES:
        for _ in rule(library, library.school.settings, DAY):
            pass
    return perf_counter() - start


def test_ten_thousand_plain_records() -> None:
    """Measured: 0.02 s. The limit leaves room for a busy machine, and none for reading a single body."""
    records = [
        plain_record(f"{n:05}", published=FIRST + timedelta(days=n % 3000), summary="各项收费。") for n in range(10_000)
    ]
    assert seconds(*records) < 0.5


def test_ten_thousand_records_in_one_series() -> None:
    """Measured on a busy machine: 0.8 s; comparing each with each would take minutes."""
    sign = SignOff(role="监督小组", name="程以宁", day=DAY)
    records = [
        plain_record(
            f"{n:05}", published=date(2026, 1, 8), item=("I43", "I44", "I58")[n % 3], series="x", signoffs=(sign,),
            amount=Decimal(60_000), issue="2025-2026学年第一学期",
        )
        for n in range(10_000)
    ]  # fmt: skip
    assert seconds(*records) < 10


def test_a_record_with_twenty_thousand_lines() -> None:
    """Measured on a busy machine: 1.9 s; comparing each with each would take hours."""
    day = date(2026, 9, 1)
    record = plain_record(
        "1", published=day, item="I44", series="x",
        signoffs=tuple(SignOff(role=f"角色{n}", name="程以宁", day=day + timedelta(days=2)) for n in range(20_000)),
        changes=tuple(Change(day=day + timedelta(days=9), note="改") for _ in range(20_000)),
        fees=tuple(
            FeeLine(name=f"项目{n}", standard="1元", amount=Decimal(1), unit="每人") for n in range(20_000)
        ),
    )  # fmt: skip
    standard = replace(record, id="2", item="I43", signoffs=(), changes=())
    assert seconds(record, standard) < 20
