"""Calendars: which record gives which day, what becomes of it, and that its id is a promise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from disclosure.publishing.calendars import calendar_files
from disclosure.rendering.site import Site
from sample import SCHOOL, TODAY, record

GOLDEN = Path(__file__).parent / "golden/calendar.ics"
OWN = SCHOOL + "feed_authority: school.example\n"
TERMS = "学期: [{名称: 2026-2027学年第一学期, 开始: 2026-09-01, 结束: 2027-01-22}]\n"
UNTIL = {"截止日期": "2026-12-31"}
WITHDRAWN = "{日期: 2026-10-01, 理由: 供应商的电话号码写错, 批准: 校长办公会}"
CHANGED = "[{日期: 2026-09-10, 说明: 补充了电话}, {日期: 2026-09-12, 说明: 补充了附件}]"


def written(site: Site) -> dict[str, bytes]:
    return {file.path: file.content for file in calendar_files(site)}


def events(site: Site, path: str = "calendar.ics") -> dict[str, Event]:
    """Events of a calendar by the part of their id before the `@`."""
    found = list(Calendar.from_ical(written(site)[path]).walk("VEVENT"))
    by_id = {str(event["uid"]).partition("@")[0]: event for event in found}
    assert len(by_id) == len(found)
    return by_id


def told(site: Site) -> list[tuple[str, str, str, str]]:
    """Id, summary, day and status of each event."""
    return [
        (uid, str(event["summary"]), event["dtstart"].dt.isoformat(), str(event["status"]))
        for uid, event in events(site).items()
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (UNTIL, [("2026-0001-deadline", "公示截止：第2026-0001件", "2026-12-31", "CONFIRMED")]),
        ({"公示期": "15天"}, [("2026-0001-deadline", "公示截止：第2026-0001件", "2026-09-15", "CONFIRMED")]),
        (UNTIL | {"环节": "征求意见"}, [("2026-0001-deadline", "征求意见截止：第2026-0001件", "2026-12-31", "CONFIRMED")]),
        ({"复核日期": "2027-08-31"}, [("2026-0001-review", "复核：第2026-0001件", "2027-08-31", "CONFIRMED")]),
        (UNTIL | {"到期处理": "撤下"}, [("2026-0001-deadline", "公示截止：第2026-0001件", "2026-12-31", "CONFIRMED")]),
        ({"截止日期": "2026-09-30", "到期处理": "撤下"}, [("2026-0001-deadline", "公示截止：第2026-0001件", "2026-09-30", "CONFIRMED")]),
        (UNTIL | {"撤销": WITHDRAWN}, [("2026-0001-deadline", "已撤销：第2026-0001件", "2026-12-31", "CANCELLED")]),
        ({}, []),
        ({"撤销": WITHDRAWN, "复核日期": "2027-08-31"}, []),
        (UNTIL | {"草稿": "是"}, []),
        (UNTIL | {"公布日期": "2026-11-24"}, []),
        (UNTIL | {"公开范围": "教职工"}, []),
    ],
    ids=["notice", "period", "consultation", "review", "to be removed", "removed", "withdrawn", "standing",
         "withdrawn standing", "draft", "scheduled", "internal"],
)  # fmt: skip
def test_what_a_record_gives(
    fields: dict[str, str], expected: list[tuple[str, str, str, str]], site_of: Callable[..., Site]
) -> None:
    assert told(site_of(record(**fields))) == expected


@pytest.mark.parametrize("days", [-1, 0, 1], ids=["the day before", "on the day", "the day after"])
@pytest.mark.parametrize("after", ["横幅", "往期", "撤下"])
def test_the_passing_of_its_day_changes_nothing_but_when_it_was_changed(
    days: int, after: str, site_of: Callable[..., Site]
) -> None:
    site = site_of(record(截止日期="2026-12-31", 到期处理=after), today=date(2026, 12, 31) + timedelta(days=days))
    assert told(site) == [("2026-0001-deadline", "公示截止：第2026-0001件", "2026-12-31", "CONFIRMED")]


def test_what_is_to_come_is_not_there_and_leaves_no_trace(site_of: Callable[..., Site]) -> None:
    secret = record("2026-0002", 公布日期="2026-11-24", 标题="明天的公示", **UNTIL)
    assert written(site_of(record(**UNTIL), secret)) == written(site_of(record(**UNTIL)))


@pytest.mark.parametrize(
    ("fields", "key", "replaced_on", "expected"),
    [
        (UNTIL, "替代", "2026-12-30", "已替代"),
        (UNTIL, "替代", "2026-12-31", "已替代"),
        (UNTIL, "替代", "2027-01-01", "公示截止"),
        (UNTIL | {"到期处理": "往期"}, "替代", "2027-01-01", "公示截止"),
        (UNTIL, "更正", "2026-12-30", "已更正"),
        ({"复核日期": "2026-12-31"}, "替代", "2026-12-31", "已替代"),
        ({"复核日期": "2026-12-31"}, "替代", "2027-01-01", "复核"),
    ],
)
def test_a_day_counts_unless_a_successor_came_before_it_was_over(
    fields: dict[str, str], key: str, replaced_on: str, expected: str, site_of: Callable[..., Site]
) -> None:
    successor = record("2026-0002", 公布日期=replaced_on, **{key: "2026-0001"})
    (event,) = events(site_of(record(**fields), successor, today=date(2027, 3, 1))).values()
    assert str(event["summary"]) == f"{expected}：第2026-0001件"
    assert str(event["status"]) == ("CANCELLED" if expected.startswith("已") else "CONFIRMED")
    assert int(event["sequence"]) == expected.startswith("已")


def test_a_withdrawn_record_tells_its_title_and_nothing_of_what_was_taken_back(site_of: Callable[..., Site]) -> None:
    fields = UNTIL | {"撤销": WITHDRAWN, "概述": "概述里的金额", "环节": "征求意见"}
    text = written(site_of(record(**fields)))["calendar.ics"].replace(b"\r\n ", b"").decode()
    assert "已撤销：第2026-0001件" in text
    for gone in ("写错", "概述里的金额", "15 元", "向总务处提出"):
        assert gone not in text


@pytest.mark.parametrize(
    "later",
    [{"标题": "另一个标题"}, {"栏目": "其他/财务"}, {"责任部门": "教务处"}, {"截止日期": "2027-01-31"}, {"公布日期": "2025-12-31"},
     {"环节": "征求意见"}, {"撤销": WITHDRAWN}, {"变更": CHANGED}, {"到期处理": "撤下"}],
)  # fmt: skip
def test_whatever_happens_to_a_record_its_day_keeps_its_id(later: dict[str, str], site_of: Callable[..., Site]) -> None:
    before, after = (events(site_of(record(**UNTIL | more), school=OWN))["2026-0001-deadline"] for more in ({}, later))
    assert before["uid"] == after["uid"] == "2026-0001-deadline@school.example"


@pytest.mark.parametrize(
    ("fields", "sequence", "changed"),
    [
        ({}, 0, date(2026, 9, 1)),
        ({"变更": "[{日期: 2026-09-10, 说明: 补充了电话}]"}, 1, date(2026, 9, 10)),
        ({"变更": CHANGED}, 2, date(2026, 9, 12)),
        ({"变更": "[{日期: 2026-11-24, 说明: 将来的变更}]"}, 0, date(2026, 9, 1)),
        ({"变更": CHANGED, "撤销": WITHDRAWN}, 3, date(2026, 10, 1)),
    ],
)
def test_every_change_is_a_later_version(
    fields: dict[str, str], sequence: int, changed: date, site_of: Callable[..., Site]
) -> None:
    event = events(site_of(record(**UNTIL | fields)))["2026-0001-deadline"]
    assert int(event["sequence"]) == sequence
    midnight = (event["last-modified"].dt + timedelta(hours=8)).date()
    assert (midnight, event["dtstamp"].dt) == (changed, event["last-modified"].dt)


def test_an_event_is_a_whole_day_that_takes_nobodys_time(site_of: Callable[..., Site]) -> None:
    event = events(site_of(record(栏目="其他/财务", **UNTIL)))["2026-0001-deadline"]
    assert type(event["dtstart"].dt) is date
    assert event["dtend"].dt == date(2027, 1, 1)
    assert str(event["transp"]) == "TRANSPARENT"
    assert event["categories"].cats == ["其他/财务"]
    assert str(event["url"]) == "https://school.example/xwgk/r/2026-0001/"
    assert str(event["description"]) == "编号 2026-0001，总务处。\nhttps://school.example/xwgk/r/2026-0001/"
    assert event.subcomponents == []  # no alarms


def test_a_consultation_says_what_to_do(site_of: Callable[..., Site]) -> None:
    event = events(site_of(record(环节="征求意见", **UNTIL)))["2026-0001-deadline"]
    assert str(event["description"]).startswith("有意见请在这一天以前（含当天）向总务处提出。编号 2026-0001")


def test_a_column_has_its_own_days_and_those_of_the_columns_below(site_of: Callable[..., Site]) -> None:
    site = site_of(record(**UNTIL), record("2026-0002", 栏目="其他/财务", **UNTIL), school=OWN + TERMS)
    terms = {event for event in events(site) if event.startswith("term-")}
    assert set(events(site)) - terms == {"2026-0001-deadline", "2026-0002-deadline"}
    assert len(terms) == 2
    assert set(events(site, "admissions-fees/calendar.ics")) == {"2026-0001-deadline"}
    assert set(events(site, "other/calendar.ics")) == {"2026-0002-deadline"}
    assert set(events(site, "other/finance/calendar.ics")) == {"2026-0002-deadline"}
    assert events(site, "other/union/calendar.ics") == {}
    wanted = {"calendar.ics", *(f"{column.path}/calendar.ics" for column in site.edition.catalogue.walk())}
    assert set(written(site)) == wanted


def test_a_term_whose_days_are_put_right_moves(site_of: Callable[..., Site]) -> None:
    def starts(terms: str) -> list[tuple[str, str]]:
        return [(uid, day) for uid, word, day, _ in told(site_of(record(), school=OWN + terms)) if "开始" in word]

    ((before, first),) = starts(TERMS)
    ((after, second),) = starts(TERMS.replace("2026-09-01", "2026-08-31"))
    assert before == after
    assert (first, second) == ("2026-09-01", "2026-08-31")


@pytest.mark.parametrize(("days", "kept"), [(399, True), (400, True), (401, False)])
def test_old_days_leave(days: int, kept: bool, site_of: Callable[..., Site]) -> None:
    end = date(2026, 12, 31)
    assert bool(told(site_of(record(截止日期=end.isoformat()), today=end + timedelta(days=days)))) is kept


@pytest.mark.parametrize(
    "title", ["甲,乙;丙\\丁", "伙食费 <更正> & “说明”", "\\N 与 \\n", "很长的标题" * 40, "🏫" * 30]
)
def test_any_title_comes_back(title: str, site_of: Callable[..., Site]) -> None:
    site = site_of(record(标题=f"'{title}'", **UNTIL))
    assert str(events(site)["2026-0001-deadline"]["summary"]) == f"公示截止：{title}".replace("\\N", "\n")


def lines(content: bytes) -> Iterator[bytes]:
    assert content.endswith(b"\r\n")
    yield from content.removesuffix(b"\r\n").split(b"\r\n")


def test_lines_are_folded_and_end_as_the_format_wants(site_of: Callable[..., Site]) -> None:
    for content in written(site_of(record(标题="很长的标题" * 40, **UNTIL), school=OWN + TERMS)).values():
        for line in lines(content):
            assert 0 < len(line) <= 75
            assert b"\n" not in line and b"\r" not in line
            line.decode()  # no character is cut in two


def test_the_same_input_gives_the_same_bytes_and_the_day_alone_changes_nothing(site_of: Callable[..., Site]) -> None:
    first, second, later = (
        {file.path: (file.key, file.content) for file in calendar_files(site_of(record(**UNTIL), today=day))}
        for day in (TODAY, TODAY, date(2026, 12, 30))
    )
    assert first == second == later


def test_whatever_changes_a_calendar_changes_its_key(site_of: Callable[..., Site]) -> None:
    variants = [
        {}, {"标题": "另一个"}, {"截止日期": "2027-01-31"}, {"责任部门": "教务处"}, {"变更": CHANGED}, {"环节": "征求意见"},
        {"撤销": WITHDRAWN}, {"栏目": "其他/财务"},
    ]  # fmt: skip
    made = [next(calendar_files(site_of(record(**UNTIL | more)))) for more in variants]
    assert len({file.content for file in made}) == len({file.key for file in made}) == len(variants)


def test_a_calendar_is_what_it_was(site_of: Callable[..., Site]) -> None:
    site = site_of(
        record("2026-0001", 标题="伙食费标准, 征求意见", 环节="征求意见", **UNTIL),
        record("2026-0002", 标题="校服采购", 栏目="其他/采购", 撤销=WITHDRAWN, **UNTIL),
        record("2026-0003", 标题="旧的收费", 变更=CHANGED, **UNTIL),
        record("2026-0004", 标题="新的收费", 公布日期="2026-10-08", 替代="2026-0003"),
        record("2026-0005", "甲某某", 标题="资助名单", 公示期="7天", 到期处理="撤下"),
        record("2026-0006", 标题="章程", 栏目="管理制度", 复核日期="2027-08-31"),
        school=OWN + TERMS,
    )
    assert written(site)["calendar.ics"] == GOLDEN.read_bytes()
    assert written(site)["other/union/calendar.ics"] == GOLDEN.with_name("empty-calendar.ics").read_bytes()
