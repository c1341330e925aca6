"""暂不宜公开备案册, 检查登记册, 停机登记册, and the list of all registers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from disclosure.domain.edition import Edition
from disclosure.domain.registers import Exemption, Ground, Inspection, Outage, Registers, Reported, Shortcoming
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.school import Settings
from disclosure.domain.table import Light
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.workdays import Span, Unit
from disclosure.domain.year import YearKind, calendar_year
from disclosure.registers.all import REGISTERS
from disclosure.registers.exemptions import exemptions_register
from disclosure.registers.inspections import inspections_register
from disclosure.registers.outages import outages_register
from domain_records import day
from small_editions import column, edition_of, line, of_item, urls


@pytest.mark.parametrize(
    ("fields", "state", "light"),
    [
        ({"review_by": day("2026-11-22")}, "复核：已超期 1 天", Light.RED),
        ({"review_by": day("2026-11-23")}, "复核：今天到期", Light.AMBER),
        ({"review_by": day("2026-11-24")}, "复核：还有 1 天", Light.AMBER),
        ({"review_by": day("2027-01-01")}, "复核：还有 39 天", None),
        ({}, "暂不公开，没有写复核日期", Light.AMBER),
        ({"ended": day("2026-11-23"), "review_by": day("2026-10-01")}, "已解除", Light.GREEN),
        ({"ended": day("2026-11-23"), "record": "2026-0001"}, "已公开", Light.GREEN),
        ({"ended": day("2026-11-24"), "review_by": day("2027-01-01")}, "复核：还有 39 天", None),
    ],
)
def test_how_an_exemption_stands(fields: dict[str, Any], state: str, light: Light | None) -> None:
    given: dict[str, Any] = {"reported": Reported(to="示例市教育局", day=day("2026-01-12")), "item": "I35"} | fields
    exemption = Exemption(
        id="MG2026-001", text="安防图纸", ground=Ground.SAFETY, reason="危及安全", decided=day("2026-01-10"),
        approved_by="领导小组", **given,
    )  # fmt: skip
    edition = edition_of(of_item("I35", "2026-0001", "2026-11-23"), registers=Registers(exemptions=(exemption,)))
    (table,) = exemptions_register(edition)
    cells = line(table, "MG2026-001")
    assert (cells["state"].value, cells["state"].light) == (state, light)
    assert (cells["ground"].value, cells["reported"].value) == ("校园安全稳定", "2026-01-12报示例市教育局")


def test_an_inspection_and_what_it_found() -> None:
    inspection = Inspection(
        id="JC2026-001", day=day("2026-06-10"), by="校务公开监督小组", scope="本学期收费", findings="基本属实", informed_share=89,
        record="2026-0001", minutes="2026-0002",
        shortcomings=(
            Shortcoming(text="月报迟", department="总务处", mend_by=day("2026-06-30"), mended=day("2026-06-28"), record="2026-0003"),
            Shortcoming(text="缺附件", mend_by=day("2026-06-30"), mended=day("2026-07-02")),
            Shortcoming(text="没有签字", mend_by=day("2026-11-22")),
            Shortcoming(text="公开栏破损", mend_by=day("2026-12-30")),
            Shortcoming(text="字小"),
        ),
    )  # fmt: skip
    records = [of_item("I67", f"2026-000{number}", "2026-06-20") for number in (1, 2, 3)]
    main, found = inspections_register(
        edition_of(*records, registers=Registers(inspections=(inspection,))), calendar_year(2026)
    )
    cells = line(main, "JC2026-001")
    assert (cells["informed"].value, cells["informed"].light) == (Decimal("0.89"), Light.AMBER)
    assert (cells["shortcomings"].value, cells["mended"].value) == (5, 2)
    assert column(found, "state") == ["按期办结", "迟 2 天", "已超期 1 天", "还有 37 天", "未办结，没有写限期"]
    assert urls(main) | urls(found) == {"r/2026-0001/", "r/2026-0002/", "r/2026-0003/"}


def test_which_notice_periods_an_outage_put_off() -> None:
    outages = (
        Outage(start=day("2026-09-10"), end=day("2026-09-11"), reason="停电"),
        Outage(start=day("2026-11-01"), end=day("2026-11-01"), reason="搬迁"),
    )
    ran = of_item(
        "I42", "2026-0001", "2026-09-01", expires=day("2026-09-15"), notice_period=Span(count=15, unit=Unit.DAYS)
    )
    gone = of_item("I42", "2026-0002", "2026-09-08", expires=day("2026-09-12"), after_expiry=AfterExpiry.REMOVE)
    over = of_item("I42", "2026-0003", "2026-08-01", expires=day("2026-09-09"))
    main, extended = outages_register(edition_of(ran, gone, over, registers=Registers(outages=outages)))
    assert column(main, "days") == [2, 1]
    assert column(main, "extended") == [2, 0]
    assert column(extended, "expires") == [day("2026-09-17"), day("2026-09-14")]
    assert column(extended, "written") == [day("2026-09-15"), day("2026-09-12")]
    assert column(extended, "days") == [2, 2]


def small_school(**more: Any) -> Edition:
    inside = of_item("I42", "2026-0002", "2026-10-01", title="金丝雀内部件", audience=frozenset({Audience.STAFF}))
    return edition_of(of_item("I42", "2026-0001", "2025-10-01"), inside, open_to_all=True, **more)


def test_all_registers_in_the_order_of_their_names() -> None:
    names = [one.name for one in REGISTERS]
    assert names == [name for name in RegisterName if name in names]
    assert set(RegisterName) - set(names) <= {
        RegisterName.SELF_ASSESSMENT,
        RegisterName.STATISTICS,
        RegisterName.REPORTS,
    }


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.name.id)
@pytest.mark.parametrize("name", ["public", "internal"])
def test_every_table_is_whole_and_betrays_nothing(register: Any, name: str) -> None:
    edition = small_school(name=name)
    for year in register.years(edition) or [None]:
        tables = register.make(edition, year)
        assert tables
        assert len({table.id for table in tables}) == len(tables)
        for table in tables:
            assert {len(row.cells) for row in table.rows} <= {len(table.headings)}
            assert len({heading.id for heading in table.headings}) == len(table.headings)
            ids = [row.id for row in table.rows if row.id]
            assert len(set(ids)) == len(ids)
            if table.groups:
                assert sum(span for _, span in table.groups) == len(table.headings)
        assert name == "internal" or "金丝雀" not in str(tables)


@pytest.mark.parametrize(
    ("kind", "years"), [(YearKind.CALENDAR, ["2026", "2025"]), (YearKind.SCHOOL, ["2026-2027", "2025-2026"])]
)
def test_years_are_those_with_rows_and_the_current_one(kind: YearKind, years: list[str]) -> None:
    edition = small_school(settings=Settings(year_kind=kind))
    contents = next(one for one in REGISTERS if one.name is RegisterName.CONTENTS)
    assert [year.slug for year in contents.years(edition)] == years
    opinions = next(one for one in REGISTERS if one.name is RegisterName.OPINIONS)
    assert [year.slug for year in opinions.years(edition)] == years[:1]
    outages = next(one for one in REGISTERS if one.name is RegisterName.OUTAGES)
    assert outages.years(edition) == []
