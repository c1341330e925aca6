"""How items stand: 正常, 将到期, 逾期, 空缺."""

from __future__ import annotations

import pytest

from disclosure.domain.catalogue import Item
from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.standings import ItemStanding, standings_of
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from domain_records import day
from duty_school import disclosed, edition_of, item

ACCOUNT = item("每月", kind=Kind.FINANCE)
STANDING = item("变动后20个工作日内", kind=Kind.REGULATION, cadence=Cadence.STANDING)
IMMEDIATE = item("形成后5个工作日内", cadence=Cadence.IMMEDIATE)
OTHER = plain = disclosed("other", "2026-08-01")
TAKEN_BACK = Withdrawal(day=day("2026-11-01"), reason="有误", approved_by="校长办公会")


def standing(one: Item, *records: Record, today: str, since: str = "2026-09-01", name: str = "public") -> ItemStanding:
    edition = edition_of(one, *records, today=today, since=since, name=name)
    (found,) = standings_of(edition, edition.duties)
    return found


SEPTEMBER, OCTOBER = disclosed("9", "2026-10-12", issue="2026-09"), disclosed("10", "2026-11-09", issue="2026-10")
CASES: dict[str, tuple[Item, list[Record], str, str]] = {
    "nothing is due yet": (ACCOUNT, [], "2026-10-19", "正常"),
    "14 days before": (ACCOUNT, [], "2026-10-20", "将到期"),
    "on the last day": (ACCOUNT, [], "2026-11-03", "将到期"),
    "the day after, and never anything": (ACCOUNT, [], "2026-11-04", "空缺"),
    "published": (ACCOUNT, [SEPTEMBER], "2026-11-04", "正常"),
    "the next one is near": (ACCOUNT, [SEPTEMBER], "2026-11-13", "将到期"),
    "the next one is missing": (ACCOUNT, [SEPTEMBER], "2026-11-28", "逾期"),
    "one was passed over": (ACCOUNT, [OCTOBER], "2026-11-12", "正常"),
    "a standing document is there": (STANDING, [disclosed("a", "2024-09-01")], "2026-11-23", "正常"),
    "a standing document never was there": (STANDING, [], "2026-11-23", "空缺"),
    "a standing document was taken back": (STANDING, [disclosed("a", "2024-09-01", withdrawn=TAKEN_BACK)], "2026-11-23", "空缺"),
    "nothing happened": (IMMEDIATE, [], "2026-11-23", "正常"),
    "nothing happened that would have to be summed up": (
        item("形成后5个工作日内", "每学期末", kind=Kind.PROCUREMENT, cadence=Cadence.IMMEDIATE), [], "2026-11-23", "正常",
    ),
    "taken down as it should be": (
        item("每年"), [disclosed("a", "2026-10-01", expires=day("2026-10-20"), after_expiry=AfterExpiry.REMOVE)], "2026-11-23", "正常",
    ),
    "only the staff may see it": (ACCOUNT, [disclosed("a", "2026-10-01", audience=frozenset({Audience.STAFF}))], "2026-11-04", "空缺"),
    "it comes tomorrow": (ACCOUNT, [disclosed("a", "2026-11-05", issue="2026-09")], "2026-11-04", "空缺"),
}  # fmt: skip


@pytest.mark.parametrize(("one", "records", "today", "expected"), CASES.values(), ids=CASES)
def test_how_an_item_stands(one: Item, records: list[Record], today: str, expected: str) -> None:
    assert standing(one, *records, today=today).standing.label == expected


def test_what_is_told_of_an_item() -> None:
    found = standing(ACCOUNT, SEPTEMBER, today="2026-12-29")
    assert (found.last, found.last_published) == ("9", day("2026-10-12"))
    assert [duty.period for duty in found.overdue] == ["2026年10月", "2026年11月"]
    assert found.upcoming is not None
    assert found.upcoming.period == "2026年12月"


def test_an_early_record_settles_what_was_missed_before() -> None:
    plan = item("每学期")
    found = standing(plan, disclosed("a", "2026-09-03"), today="2026-09-03", since="2026-03-02")
    assert (found.standing.label, found.overdue) == ("正常", ())


def test_working_days_that_nobody_knows_make_nothing_late() -> None:
    november = disclosed("11", "2026-12-01", issue="2026-11")
    for today, expected in (("2027-01-20", "将到期"), ("2027-01-29", "将到期"), ("2027-03-01", "逾期")):
        assert standing(ACCOUNT, november, today=today).standing.label == expected


def test_items_for_others_are_left_out() -> None:
    edition = edition_of(item("每月", audience=frozenset({Audience.STAFF})), today="2026-11-23", since="2026-09-01")
    assert standings_of(edition, edition.duties) == ()
