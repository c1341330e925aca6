"""变更撤销终止登记册: each thing that happened to a disclosure, once, on its day."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.domain.record import Change, Filing, Record, SignOff, Withdrawal
from disclosure.domain.registers import Outage, Registers
from disclosure.domain.table import Table
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.year import calendar_year
from disclosure.registers.changes import change_days, changes_register
from domain_records import day
from small_editions import column, edition_of, of_item, urls

WITHDRAWN = Withdrawal(day=day("2026-09-20"), reason="金额有误", approved_by="校长办公会", filed_to="示例市教育局")


def fees(record_id: str = "2026-0001", published: str = "2026-09-01", **fields: Any) -> Record:
    return of_item("I42", record_id, published, **({"title": f"第{record_id}件"} | fields))


def register(*records: Record, **more: Any) -> Table:
    (table,) = changes_register(edition_of(*records, **more), calendar_year(2026))
    return table


def told(table: Table) -> list[tuple[str, str, str]]:
    return [
        (str(when), kind, number)
        for when, kind, number in zip(
            column(table, "day"), column(table, "kind"), column(table, "id"), strict=True
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "kind", "when", "reason"),
    [
        ({"changes": (Change(day=day("2026-09-10"), note="补充早餐"),)}, "变更", "2026-09-10", "补充早餐"),
        ({"withdrawn": WITHDRAWN}, "撤销", "2026-09-20", "金额有误"),
        ({"expires": day("2026-09-15"), "after_expiry": AfterExpiry.REMOVE}, "到期终止", "2026-09-16", "公示期满，内容和附件已按规定撤下"),
    ],
)  # fmt: skip
def test_what_happens_to_a_record(fields: dict[str, Any], kind: str, when: str, reason: str) -> None:
    table = register(fees(**fields))
    assert told(table) == [(when, kind, "2026-0001")]
    assert column(table, "reason") == [reason]


@pytest.mark.parametrize(
    ("today", "rows"), [("2026-09-19", 0), ("2026-09-20", 1), ("2026-09-21", 1)], ids=["before", "on", "after"]
)
def test_nothing_is_told_before_its_day(today: str, rows: int) -> None:
    assert len(register(fees(withdrawn=WITHDRAWN), today=day(today)).rows) == rows
    assert len(list(change_days(edition_of(fees(withdrawn=WITHDRAWN), today=day(today))))) == rows


def test_a_withdrawal_has_its_approval_and_filing() -> None:
    table = register(fees(withdrawn=WITHDRAWN))
    assert (column(table, "approved"), column(table, "filed")) == (["校长办公会"], ["示例市教育局"])


@pytest.mark.parametrize(("key", "kind"), [("corrects", "更正"), ("replaces", "替代")])
def test_what_took_its_place_is_led_to(key: str, kind: str) -> None:
    later: dict[str, Any] = {
        "signoffs": (SignOff(role="校长", name="沈砚秋", day=day("2026-10-01")),),
        "filed": Filing(to="示例市教育局", day=day("2026-10-03")),
    }
    table = register(fees(), fees("2026-0002", "2026-10-02", **{key: "2026-0001"}, **later))
    assert told(table) == [("2026-10-02", kind, "2026-0001")]
    assert column(table, "successor") == ["第2026-0002件"]
    assert column(table, "approved") == ["校长 沈砚秋 2026-10-01"]
    assert urls(table) == {"r/2026-0001/", "r/2026-0002/"}


def test_a_replacement_that_was_taken_back_is_told_with_its_end() -> None:
    table = register(fees(), fees("2026-0002", "2026-09-10", replaces="2026-0001", withdrawn=WITHDRAWN))
    assert told(table) == [("2026-09-10", "替代", "2026-0001"), ("2026-09-20", "撤销", "2026-0002")]


def test_of_what_was_taken_down_nobody_reads_what_was_changed() -> None:
    changes = (Change(day=day("2026-09-10"), note="机密改动"),)
    table = register(fees(changes=changes, withdrawn=WITHDRAWN))
    assert told(table) == [("2026-09-10", "变更", "2026-0001"), ("2026-09-20", "撤销", "2026-0001")]
    assert "机密" not in str(table)


@pytest.mark.parametrize(("today", "rows"), [("2026-09-15", 0), ("2026-09-16", 1), ("2026-09-17", 1)])
def test_an_extension_is_told_from_the_first_day_that_was_added(today: str, rows: int) -> None:
    outage = Outage(start=day("2026-09-10"), end=day("2026-09-11"), reason="停电")
    table = register(fees(expires=day("2026-09-15")), registers=Registers(outages=(outage,)), today=day(today))
    assert len(table.rows) == rows
    if rows:
        assert told(table) == [("2026-09-16", "延期", "2026-0001")]
        assert column(table, "reason") == ["网站停机，公示期顺延 2 天，由 2026-09-15 到 2026-09-17"]


def test_the_public_edition_tells_of_no_internal_record() -> None:
    staff = {"audience": frozenset({Audience.STAFF})}
    inside = fees("2026-0002", "2026-10-02", title="内部文件", replaces="2026-0001", **staff)
    hidden = fees("2026-0003", "2026-09-01", title="内部旧件", **staff)
    outside = fees("2026-0004", "2026-10-02", replaces="2026-0003")
    table = register(fees(), inside, hidden, outside, name="public", open_to_all=True)
    assert table.rows == ()
