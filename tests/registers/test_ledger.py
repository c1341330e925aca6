"""年度台账: items by months, and counts that agree with one another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from disclosure.domain.due import due_rule
from disclosure.domain.duties import Duty
from disclosure.domain.edition import Edition
from disclosure.domain.school import Settings
from disclosure.domain.table import Light, Table
from disclosure.domain.year import Year, YearKind, calendar_year, school_year, years_with
from disclosure.registers.ledger import ledger, ledger_days
from domain_records import day
from small_editions import column, edition_of, line, of_item, standard_catalogue


def duty(item: str, due: str, done: str = "", record: str = "2026-0001", rule: str = "每月") -> Duty:
    written = due_rule(rule)
    assert written
    return Duty(
        item=standard_catalogue().items[item], rule=written, period=due[:7], opens=day(due).replace(day=1), due=day(due),
        entries=(record,) if done else (), done_on=day(done) if done else None,
    )  # fmt: skip


def with_duties(*duties: Duty, today: str = "2026-11-23") -> Edition:
    edition = edition_of(of_item("I52", "2026-0001", "2026-09-28"), today=day(today))
    return replace(edition, duties=duties)


def tables(*duties: Duty, year: Year | None = None, today: str = "2026-11-23") -> tuple[Table, ...]:
    return ledger(with_duties(*duties, today=today), year or calendar_year(2026))


@pytest.mark.parametrize(
    ("done", "today", "says", "light"),
    [
        ("2026-09-28", "2026-11-23", "已公开 09-28", Light.GREEN),
        ("2026-09-30", "2026-11-23", "已公开 09-30", Light.GREEN),
        ("2026-10-03", "2026-11-23", "迟公开 3 天 10-03", Light.AMBER),
        ("", "2026-10-01", "未公开 09-30", Light.RED),
        ("", "2026-09-30", "将到期 09-30", Light.AMBER),
        ("", "2026-09-16", "将到期 09-30", Light.AMBER),
        ("", "2026-09-15", "未到期 09-30", None),
    ],
)
def test_what_a_month_says(done: str, today: str, says: str, light: Light | None) -> None:
    cells = line(tables(duty("I52", "2026-09-30", done), today=today)[0], "I52")
    assert (cells["month-9"].value, cells["month-9"].light) == (says, light)
    assert [place.url for place in cells["month-9"].places] == (["r/2026-0001/"] if done else [])
    assert cells["month-8"].value is None


def test_done_in_another_year_than_it_was_due() -> None:
    cells = line(tables(duty("I52", "2026-01-31", "2025-12-30"))[0], "I52")
    assert cells["month-1"].value == "已公开 2025-12-30"


def test_several_in_a_month_are_counted() -> None:
    weekly = [duty("I52", f"2026-09-{number:02}", f"2026-09-{number:02}", rule="每周") for number in (4, 11, 18, 25)]
    cells = line(tables(*weekly)[0], "I52")
    assert (cells["month-9"].value, cells["month-9"].light) == ("4/4", Light.GREEN)
    assert [place.text for place in cells["month-9"].places] == ["09-04", "09-11", "09-18", "09-25"]
    late = [*weekly[:2], duty("I52", "2026-09-18", "2026-09-20"), duty("I52", "2026-09-25")]
    cells = line(tables(*late)[0], "I52")
    assert (cells["month-9"].value, cells["month-9"].light) == ("3/4，迟 1，缺 1", Light.RED)


MIXED = (
    duty("I52", "2026-08-31", "2026-08-30"), duty("I52", "2026-09-30", "2026-10-02"), duty("I52", "2026-10-31"),
    duty("I52", "2026-11-30"), duty("I35", "2026-10-10"), duty("I35", "2026-12-31"),
)  # fmt: skip


def test_counts_agree() -> None:
    main, departments = tables(*MIXED)
    keys = ("due", "done", "in-time", "late", "missing", "open")
    assert [line(main, "I52")[key].value for key in keys] == [3, 2, 1, 1, 1, 1]
    assert [line(main, "I35")[key].value for key in keys] == [1, 0, 0, 0, 1, 1]
    for key in keys:
        assert column(main, key)[-1] == sum(column(main, key)[:-1]) == column(departments, key)[-1]
        assert column(departments, key)[-1] == sum(column(departments, key)[:-1])
    assert "应公开 4 次，已公开 2 次，完成 50%；迟 1 次，缺 2 次" in main.about


def test_late_and_missing_lead_to_the_rows_of_their_items() -> None:
    _, departments = tables(*MIXED)
    found = {place.url for row in departments.rows for cell in row.cells for place in cell.places}
    assert found == {"registers/ledger/2026/#I52", "registers/ledger/2026/#I35"} | {
        f"statistics/2026/duties/#{group}" for group in ("due", "on-time", "late", "missing", "open")
    }  # the sums of the year


def test_a_school_year_begins_in_september() -> None:
    main, _ = tables(
        duty("I52", "2026-08-31"), duty("I52", "2026-09-30"), duty("I52", "2027-08-31"), year=school_year(2026)
    )
    months = [heading.label for heading in main.headings if heading.id.startswith("month")]
    assert months == [f"{month}月" for month in (9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8)]
    assert main.groups[1:3] == (("2026年", 4), ("2027年", 8))
    assert [line(main, "I52")[key].value for key in ("month-9", "month-8", "due", "open")] == [
        "未公开 09-30", "未到期 08-31", 1, 1,
    ]  # fmt: skip


def test_without_duties_there_are_no_rows() -> None:
    assert [table.rows for table in tables()] == [(), ()]


@pytest.mark.parametrize(
    ("since", "kind", "years"),
    [
        (None, YearKind.CALENDAR, ["2026", "2025"]),
        ("2026-02-01", YearKind.CALENDAR, ["2026"]),
        ("2026-02-01", YearKind.SCHOOL, ["2026-2027", "2025-2026"]),
        ("2025-09-01", YearKind.SCHOOL, ["2026-2027", "2025-2026"]),
    ],
)
def test_it_asks_from_a_day_on(since: str | None, kind: YearKind, years: list[str]) -> None:
    first: date | None = day(since) if since else None
    settings = Settings(ledger_since=first, year_kind=kind)
    edition = edition_of(of_item("I52", "2025-0001", "2025-10-01"), settings=settings)
    assert [year.slug for year in years_with(ledger_days(edition), kind, today=edition.today)] == years
