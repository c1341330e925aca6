"""校务公开内容登记册: one row for each disclosure, in the order of time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from disclosure.domain.record import Filing, SignOff, Withdrawal
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.year import calendar_year, school_year
from disclosure.registers.contents import contents_register
from domain_records import day
from small_editions import column, edition_of, line, of_item

FULL: dict[str, Any] = {
    "title": "秋季收费", "issue": "2026-2027学年第一学期", "formed": day("2026-08-30"), "expires": day("2026-09-30"),
    "department": "总务处", "owner": "邵一川", "channels": ("网站", "公开栏"),
    "signoffs": (SignOff(role="监督小组", name="程以宁", day=day("2026-08-30")), SignOff(role="校长", name="沈砚秋", day=day("2026-08-31"))),
    "filed": Filing(to="示例市教育局", day=day("2026-09-02")),
}  # fmt: skip


def test_a_row_has_all_that_an_inspector_asks_for() -> None:
    edition = edition_of(of_item("I42", "2026-0007", "2026-09-01", **FULL), code="330106001")
    (table,) = contents_register(edition, calendar_year(2026))
    cells = line(table, "2026-0007")
    assert {key: cell.value for key, cell in cells.items()} == {
        "number": 1, "id": "2026-0007", "issue": "2026-2027学年第一学期", "title": "秋季收费", "column": "招生收费",
        "item": edition.catalogue.items["I42"].name, "formed": day("2026-08-30"), "published": day("2026-09-01"),
        "until": day("2026-09-30"), "department": "总务处", "owner": "邵一川",
        "signoffs": "监督小组 程以宁 2026-08-30；校长 沈砚秋 2026-08-31", "channels": "网站、公开栏", "state": "已到期",
        "filed": "2026-09-02报示例市教育局", "archive-number": "330106001-I42-2026-0007",
    }  # fmt: skip
    assert [place.url for place in cells["title"].places] == ["r/2026-0007/"]


def test_the_number_stands_for_the_archive_number_of_a_school_without_code() -> None:
    (table,) = contents_register(edition_of(of_item("I42", "2026-0007", "2026-09-01")), None)
    assert column(table, "archive-number") == ["2026-0007"]
    assert column(table, "until") == ["长期"]


def test_the_newest_comes_last() -> None:
    days = {"2026-0003": "2026-03-01", "2026-0001": "2026-11-01", "2026-0002": "2026-06-01"}
    edition = edition_of(*(of_item("I42", record_id, published) for record_id, published in days.items()))
    (table,) = contents_register(edition, calendar_year(2026))
    assert column(table, "id") == ["2026-0003", "2026-0002", "2026-0001"]
    assert column(table, "number") == [1, 2, 3]


@pytest.mark.parametrize(
    ("published", "calendar", "school"),
    [
        ("2025-12-31", False, False),
        ("2026-01-01", True, False),
        ("2026-08-31", True, False),
        ("2026-09-01", True, True),
        ("2026-11-23", True, True),
        ("2026-11-24", False, False),
    ],
)
def test_a_year_has_what_was_published_in_it(published: str, calendar: bool, school: bool) -> None:
    """Tomorrow is in no year."""
    edition = edition_of(of_item("I42", "2026-0001", published))
    assert [bool(contents_register(edition, year)[0].rows) for year in (calendar_year(2026), school_year(2026))] == [
        calendar, school,
    ]  # fmt: skip


def test_of_what_was_taken_down_title_days_department_signoffs_and_state_are_left() -> None:
    removed = of_item(
        "I42", "2026-0001", "2026-09-01", **{**FULL, "after_expiry": AfterExpiry.REMOVE}, amount=Decimal(98765)
    )
    withdrawal = Withdrawal(day=day("2026-09-20"), reason="金额有误", approved_by="校长办公会")
    withdrawn = of_item("I42", "2026-0002", "2026-09-02", **FULL, withdrawn=withdrawal)
    (table,) = contents_register(edition_of(removed, withdrawn), None)
    for cells in (line(table, "2026-0001"), line(table, "2026-0002")):
        assert [cells[key].value for key in ("issue", "owner", "channels", "filed")] == ["", "", "", ""]
        assert [cells[key].value for key in ("title", "department")] == ["秋季收费", "总务处"]
        assert "程以宁" in cells["signoffs"].value
    assert column(table, "state") == ["已撤下", "已撤销"]
    assert column(table, "until") == [day("2026-09-30"), day("2026-09-20")]


def test_the_public_edition_has_no_internal_record() -> None:
    staff = of_item("I42", "2026-0001", "2026-09-01", audience=frozenset({Audience.STAFF}))
    draft = of_item("I42", "2026-0002", "2026-09-01", draft=True)
    assert column(contents_register(edition_of(staff, draft), None)[0], "id") == ["2026-0001"]
    assert contents_register(edition_of(staff, draft, name="public", open_to_all=True), None)[0].rows == ()
