"""招标采购学期汇总: budget, price and saving of what was bought, by the term in which it was awarded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.school import Term
from disclosure.domain.table import Table
from disclosure.domain.vocabulary import Audience
from disclosure.domain.year import calendar_year, school_year
from disclosure.registers.matters import Step, step_of
from disclosure.registers.procurement import procurement_days, procurement_register
from domain_records import day
from small_editions import TERMS, column, edition_of, line, of_item


def step(number: int, published: str, stage: str, amount: str = "", series: str = "跑道", **fields: Any) -> Record:
    money = Decimal(amount) if amount else None
    given = {"title": f"{series}{stage}", "series": series, "stage": stage, "amount": money}
    return of_item("I61", f"2026-{number:04}", published, **(given | fields))


CALL, AWARD = step(1, "2026-03-11", "招标公告", "480000"), step(2, "2026-04-05", "中标公告", "456000.50")


def tables(*records: Record, year: int = 2026, terms: tuple[Term, ...] = TERMS, **more: Any) -> tuple[Table, ...]:
    return procurement_register(edition_of(*records, terms=terms, **more), calendar_year(year))


def test_a_matter_with_all_its_figures() -> None:
    (table,) = tables(
        CALL, AWARD, step(3, "2026-04-20", "合同公告", "456000.50"), step(4, "2026-09-20", "竣工验收", "452000")
    )
    assert table.title == "招标采购汇总：2025-2026学年第二学期"
    cells = line(table, "2026-0001")
    assert (cells["budget"].value, cells["price"].value) == (Decimal(480000), Decimal("456000.50"))
    assert (cells["saving"].value, cells["rate"].value) == (Decimal("23999.50"), Decimal("0.0500"))
    assert (cells["announced"].value, cells["awarded"].value, cells["days"].value) == (
        day("2026-03-11"),
        day("2026-04-05"),
        25,
    )
    assert [(place.text, place.url) for place in cells["steps"].places] == [
        ("公告", "r/2026-0001/"), ("成交", "r/2026-0002/"), ("合同", "r/2026-0003/"), ("验收", "r/2026-0004/"),
    ]  # fmt: skip
    assert [place.url for place in cells["price"].places] == ["r/2026-0002/"]


def test_totals_are_of_matters_with_both_amounts_alone() -> None:
    other = [
        step(5, "2026-05-01", "采购公告", "20000.10", series="桌椅"),
        step(6, "2026-05-11", "成交公告", "18000", series="桌椅"),
    ]
    half = [step(7, "2026-05-02", "招标公告", "99999", series="灯光"), step(8, "2026-05-20", "中标公告", series="灯光")]
    (table,) = tables(CALL, AWARD, *other, *half)
    assert column(table, "title")[-1] == "合计（2 项）"
    assert [column(table, key)[-1] for key in ("budget", "price", "saving")] == [
        Decimal("500000.10"), Decimal("474000.50"), Decimal("25999.60"),
    ]  # fmt: skip
    assert line(table, "2026-0007")["remark"].value == "没有写成交金额，不计入合计"
    assert any("灯光招标公告" in note and "1 项" in note for note in table.notes)


@pytest.mark.parametrize(
    ("awarded", "titles"),
    [
        ("2026-07-10", ["2025-2026学年第二学期"]),
        ("2026-08-31", ["2025-2026学年第二学期"]),
        ("2026-09-01", ["2026-2027学年第一学期"]),
        ("2026-11-23", ["2026-2027学年第一学期"]),
        ("2026-11-24", ["2025-2026学年第二学期"]),
    ],
    ids=["last day of the term", "summer holidays", "first day of the next", "today", "not yet"],
)
def test_the_award_decides_the_term(awarded: str, titles: list[str]) -> None:
    """Without an award that is published, the call does."""
    found = tables(CALL, step(2, awarded, "中标公告", "456000"))
    assert [table.title for table in found] == [f"招标采购汇总：{title}" for title in titles]


def test_a_term_is_on_the_page_of_the_year_in_which_it_begins() -> None:
    late = [step(1, "2026-12-20", "招标公告", "100"), step(2, "2027-01-15", "中标公告", "90")]
    edition = edition_of(*late, terms=TERMS, today=day("2027-02-01"))
    assert [len(table.rows) for table in procurement_register(edition, calendar_year(2026))] == [2]
    assert [len(table.rows) for table in procurement_register(edition, calendar_year(2027))] == [0]
    assert [len(table.rows) for table in procurement_register(edition, school_year(2026))] == [2]
    assert list(procurement_days(edition)) == [day("2026-09-01")]


def test_days_outside_all_terms_and_schools_without_terms() -> None:
    before = step(1, "2026-01-15", "中标公告", "100")
    assert [table.title for table in tables(before)] == ["招标采购汇总：2026年校历以外"]
    assert [table.title for table in tables(before, terms=())] == ["招标采购汇总：2026年"]
    assert [table.rows for table in tables()] == [()]


@pytest.mark.parametrize(
    ("records", "price"),
    [
        ([CALL, AWARD, step(3, "2026-04-20", "中标公告", "450000")], Decimal(450000)),
        ([CALL, AWARD, step(3, "2026-04-20", "中标公告", "450000", replaces="2026-0002")], Decimal(450000)),
        ([CALL, AWARD, step(3, "2026-04-20", "合同公告", "440000")], Decimal("456000.50")),
        ([CALL, step(3, "2026-04-20", "合同公告", "440000")], Decimal(440000)),
        ([CALL, step(3, "2026-04-20", "验收结果", "440000")], None),
    ],
    ids=["the last of one step", "a replacement", "the award before the contract", "no award", "neither"],
)
def test_where_the_price_is_found(records: list[Record], price: Decimal | None) -> None:
    (table,) = tables(*records)
    assert line(table, "2026-0001")["price"].value == price


def test_an_award_that_was_taken_back_does_not_count() -> None:
    gone = Withdrawal(day=day("2026-04-10"), reason="投诉属实", approved_by="校长办公会")
    (table,) = tables(CALL, step(2, "2026-04-05", "中标公告", "456000", withdrawn=gone))
    assert line(table, "2026-0001")["price"].value is None
    assert line(table, "2026-0001")["remark"].value == "还没有公布成交"


def test_records_without_series_are_matters_of_their_own_and_summaries_are_none() -> None:
    found = tables(
        of_item("I58", "2026-0001", "2026-10-28", title="大米采购结果", amount=Decimal(132000)),
        of_item(
            "I58", "2026-0002", "2026-11-18", title="大米重新比价结果", amount=Decimal(129000), replaces="2026-0001"
        ),
        of_item("I61", "2026-0003", "2026-07-10", title="春季采购执行情况", series="汇总", stage="执行汇总"),
        of_item("I52", "2026-0004", "2026-10-01", title="食堂采购花了多少", series="食堂"),
    )
    assert [column(table, "title") for table in found] == [["大米重新比价结果", "合计（0 项）"]]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("招标公告", Step.CALL), ("竞争性磋商", Step.CALL), ("招标结果", Step.AWARD), ("中标候选人公示", Step.AWARD),
        ("采购合同公告", Step.CONTRACT), ("合同验收", Step.ACCEPTANCE), ("竣工结算审计", Step.SETTLEMENT), ("采购预算", Step.PLAN),
        ("流标公告", Step.FAILED), ("施工进度", Step.PROGRESS), ("第一步", None),
    ],
)  # fmt: skip
def test_words_of_steps(stage: str, expected: Step | None) -> None:
    edition = edition_of(step(1, "2026-03-11", stage, series="某事"))
    assert step_of(edition.shown[0]) is expected


def test_the_public_edition_counts_no_internal_step() -> None:
    inside = step(2, "2026-04-05", "中标公告", "456000", audience=frozenset({Audience.STAFF}))
    (table,) = tables(CALL, inside, name="public", open_to_all=True)
    assert "2026-0002" not in str(table)
    assert "456000" not in str(table)
