"""群众意见及处理情况登记册: days open, deadlines and what came of opinions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from disclosure.domain.registers import Opinion, Outcome, Registers, Sender, Source
from disclosure.domain.school import Settings
from disclosure.domain.table import Light, Table
from disclosure.domain.workdays import Span, Unit
from disclosure.domain.year import calendar_year
from disclosure.registers.opinions import opinions_register
from domain_records import day
from small_editions import column, edition_of, line, of_item, standard_catalogue


def opinion(number: int = 1, received: str = "2026-11-02", **fields: Any) -> Opinion:
    """Monday, 2 November 2026: ten working days end on Monday the 16th."""
    given = {"source": Source.BOX, "text": "食堂收支看不懂", "department": "总务处", "owner": "邵一川"}
    return Opinion(id=f"YJ2026-{number:03}", received=day(received), **(given | fields))


def registered(*opinions: Opinion, today: str = "2026-11-23", **more: Any) -> tuple[Table, ...]:
    edition = edition_of(*more.pop("records", ()), registers=Registers(opinions=opinions), today=day(today), **more)
    return opinions_register(edition, calendar_year(2026))


@pytest.mark.parametrize(
    ("today", "state", "light"),
    [
        ("2026-11-02", "还有 14 天", None),
        ("2026-11-09", "还有 7 天", Light.AMBER),
        ("2026-11-15", "还有 1 天", Light.AMBER),
        ("2026-11-16", "今天到期", Light.AMBER),
        ("2026-11-17", "已超期 1 天", Light.RED),
    ],
)
def test_how_an_open_opinion_stands(today: str, state: str, light: Light | None) -> None:
    cell = line(registered(opinion(), today=today)[0], "YJ2026-001")["state"]
    assert (cell.value, cell.light) == (state, light)


@pytest.mark.parametrize(
    ("answered", "state", "light", "days", "working_days"),
    [
        ("2026-11-02", "按期办结", Light.GREEN, 0, 0),
        ("2026-11-16", "按期办结", Light.GREEN, 14, 10),
        ("2026-11-17", "迟 1 天", Light.AMBER, 15, 11),
    ],
)
def test_how_an_answered_opinion_stands(answered: str, state: str, light: Light, days: int, working_days: int) -> None:
    cells = line(registered(opinion(answered=day(answered), outcome=Outcome.ADOPTED))[0], "YJ2026-001")
    assert (cells["state"].value, cells["state"].light) == (state, light)
    assert (cells["days"].value, cells["working-days"].value) == (days, working_days)
    assert (cells["due"].value, cells["outcome"].value) == (day("2026-11-16"), "采纳改正")


def test_days_open_are_counted_up_to_today_while_there_is_no_answer() -> None:
    cells = line(registered(opinion())[0], "YJ2026-001")
    assert (cells["days"].value, cells["working-days"].value) == (21, 15)


def test_a_deadline_of_its_own_and_one_of_the_schools() -> None:
    own = line(registered(opinion(reply_by=day("2026-11-05")))[0], "YJ2026-001")
    assert (own["due"].value, own["state"].value) == (day("2026-11-05"), "已超期 18 天")
    settings = Settings(reply_to_opinions=Span(count=30, unit=Unit.DAYS))
    table = registered(opinion(), settings=settings)[0]
    assert column(table, "due") == [day("2026-12-02")]
    assert "30天" in table.notes[0]


def test_it_leads_to_what_it_is_about_and_to_what_came_of_it() -> None:
    records = [of_item("I52", f"2026-000{number}", "2026-11-10", title=f"月报{number}") for number in (1, 2, 3, 4)]
    given = opinion(record="2026-0001", corrected_by="2026-0002", republished="2026-0003", minutes="2026-0004")
    cells = line(registered(given, opinion(2, item="I52"), records=records)[0], "YJ2026-001")
    assert (cells["about"].value, [place.url for place in cells["about"].places]) == ("月报1", ["r/2026-0001/"])
    assert [(place.text, place.url) for place in cells["published"].places] == [
        ("更正", "r/2026-0002/"), ("再公布", "r/2026-0003/"), ("会议纪要", "r/2026-0004/"),
    ]  # fmt: skip
    cells = line(registered(opinion(2, item="I52"), records=records)[0], "YJ2026-002")
    assert cells["about"].places == ()
    assert cells["about"].value == standard_catalogue().items["I52"].name


def test_topics_are_listed_again_with_what_was_disclosed_on_them() -> None:
    """A record that was there before the question is not disclosed on it."""
    old, new = of_item("I52", "2026-0001", "2026-10-01"), of_item("I52", "2026-0002", "2026-11-10", title="人工费明细")
    asked = opinion(is_topic=True, record="2026-0001", republished="2026-0002")
    _, topics = registered(asked, opinion(2), records=[old, new])
    assert column(topics, "id") == ["YJ2026-001"]
    assert column(topics, "disclosed") == ["人工费明细"]


@pytest.mark.parametrize(
    ("received", "rows"), [("2025-12-31", 0), ("2026-01-01", 1), ("2026-11-23", 1), ("2026-11-24", 0)]
)
def test_a_year_has_what_was_received_in_it(received: str, rows: int) -> None:
    assert len(registered(opinion(received=received))[0].rows) == rows


@pytest.mark.parametrize("name", ["public", "internal"])
def test_no_sender_in_any_edition(name: str) -> None:
    secret = Sender(name="金丝雀", contact="13800000000")
    found = registered(opinion(sender=secret, is_topic=True), name=name, open_to_all=True)
    assert [len(table.rows) for table in found] == [1, 1]
    assert "金丝雀" not in str(found)
    assert "13800000000" not in str(found)


def test_the_public_edition_has_none_unless_the_catalogue_opens_the_register() -> None:
    assert [table.rows for table in registered(replace(opinion(), is_topic=True), name="public")] == [(), ()]
