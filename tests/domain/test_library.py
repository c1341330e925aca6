"""The one gate: what an edition may show on a day, by audience, draft, publication and state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import PurePosixPath
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.record import Attachment, Record, Source, Withdrawal
from disclosure.domain.school import School, Settings
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind, State
from disclosure.domain.workdays import Span, Unit

DAY = date(2026, 9, 10)
PUBLIC, PARENTS, STAFF = Audience.PUBLIC, Audience.PARENTS, Audience.STAFF
TAKEN_BACK = Withdrawal(day=date(2026, 9, 10), reason="金额有误", approved_by="校长办公会")
OVER: dict[str, Any] = {"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.REMOVE}


def record(record_id: str = "2026-0001", **fields: Any) -> Record:
    given: dict[str, Any] = {
        "title": "收费公示", "published": date(2026, 9, 1), "department": "总务处", "column": "fees",
        "source": Source(file=f"{record_id}.md"), "summary": "秋季各项收费。",
    }  # fmt: skip
    return Record(id=record_id, **(given | fields))


def item(item_id: str, kind: Kind) -> Item:
    return Item(
        id=item_id, name="事项", column="fees", contents="", basis="", audience=frozenset({PUBLIC}), due=(),
        cadence=Cadence.IMMEDIATE, publish_within=Span(count=20, unit=Unit.WORKING_DAYS), department="", owner="",
        kind=kind, after_expiry=AfterExpiry.BANNER,
    )  # fmt: skip


ITEMS = {"I1": item("I1", Kind.CONSULTATION), "I2": item("I2", Kind.FEES)}


def library(*records: Record, warn_days: int = 7, **school: Any) -> Library:
    catalogue = Catalogue(preset="standard", columns=(), items=ITEMS, column_names={}, item_names=ITEMS)
    settings = Settings(warn_days=warn_days)
    return Library(
        school=School(name="示例学校", site_url="https://school.example/", settings=settings, **school),
        catalogue=catalogue, records={each.id: each for each in sorted(records, key=lambda each: each.id)},
    )  # fmt: skip


def ids(edition: Edition) -> list[str]:
    return [entry.id for entry in edition.entries()]


@pytest.mark.parametrize(
    ("audience", "public", "internal", "parents"),
    [
        ({PUBLIC}, True, True, False),
        ({PARENTS}, False, True, True),
        ({STAFF}, False, True, False),
        ({PARENTS, STAFF}, False, True, True),
        ({PUBLIC, PARENTS, STAFF}, True, True, True),
    ],
)
@pytest.mark.parametrize("withdrawn", [None, TAKEN_BACK])
def test_an_edition_shows_what_its_audience_is_meant_to_see(
    audience: set[Audience], public: bool, internal: bool, parents: bool, withdrawn: Withdrawal | None
) -> None:
    editions = {"public": frozenset({PUBLIC}), "internal": frozenset(Audience), "parents": frozenset({PARENTS})}
    kept = library(record(audience=frozenset(audience), withdrawn=withdrawn), editions=editions)
    seen = {name: bool(kept.for_edition(name, DAY).entries()) for name in editions}
    assert seen == {"public": public, "internal": internal, "parents": parents}


def test_without_settings_there_are_a_public_and_an_internal_edition() -> None:
    kept = library(record("a"), record("b", audience=frozenset({PARENTS})), record("c", audience=frozenset({STAFF})))
    assert ids(kept.for_edition("public", DAY)) == ["a"]
    assert sorted(ids(kept.for_edition("internal", DAY))) == ["a", "b", "c"]


def test_an_edition_nobody_defined() -> None:
    with pytest.raises(KeyError):
        library(record()).for_edition("parents", DAY)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published": date(2026, 9, 9)}, ["2026-0001"]),
        ({"published": date(2026, 9, 10)}, ["2026-0001"]),
        ({"published": date(2026, 9, 11)}, []),
        ({"published": date(2026, 9, 11), "withdrawn": TAKEN_BACK}, []),
        ({"draft": True}, []),
        ({"draft": True, **OVER}, []),
    ],
)
@pytest.mark.parametrize("edition", ["public", "internal"])
def test_drafts_and_scheduled_records_are_nowhere(edition: str, fields: dict[str, Any], expected: list[str]) -> None:
    assert ids(library(record(**fields)).for_edition(edition, DAY)) == expected


@pytest.mark.parametrize(
    ("fields", "state", "left"),
    [
        ({}, State.STANDING, None),
        ({"review_by": date(2026, 9, 9)}, State.REVIEW_DUE, None),
        ({"expires": date(2026, 9, 20)}, State.CURRENT, 10),
        ({"expires": date(2026, 9, 12)}, State.EXPIRING, 2),
        ({"expires": date(2026, 9, 9)}, State.EXPIRED, None),
        ({"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.ARCHIVE}, State.ARCHIVED, None),
    ],
)
def test_what_is_shown(fields: dict[str, Any], state: State, left: int | None) -> None:
    kept = record(**fields)
    edition = library(kept).for_edition("public", DAY)
    (shown,) = edition.shown
    assert (shown.record, shown.state, shown.days_left, shown.replaced_by) == (kept, state, left, ())
    assert edition.stubs == ()


@pytest.mark.parametrize(("warn_days", "state"), [(2, State.CURRENT), (3, State.EXPIRING)])
def test_the_school_decides_when_a_record_is_about_to_expire(warn_days: int, state: State) -> None:
    kept = library(record(expires=date(2026, 9, 12)), warn_days=warn_days)
    assert [shown.state for shown in kept.for_edition("public", DAY).shown] == [state]


@pytest.mark.parametrize(
    ("fields", "state", "told"),
    [
        ({"withdrawn": TAKEN_BACK}, State.WITHDRAWN, TAKEN_BACK),
        (OVER, State.REMOVED, None),
        (OVER | {"withdrawn": TAKEN_BACK}, State.WITHDRAWN, TAKEN_BACK),
        (OVER | {"withdrawn": replace(TAKEN_BACK, day=date(2026, 9, 11))}, State.REMOVED, None),
    ],
)
def test_what_is_taken_down_leaves_a_stub(fields: dict[str, Any], state: State, told: Withdrawal | None) -> None:
    file = PurePosixPath("a.pdf")
    files = (Attachment(file=file, title="明细", source=file, size=9, sha256="5ec2e7"),)
    kept = record(item="I2", attachments=files, document_number="示校〔2026〕1号", hotline="0000-5550102", **fields)
    edition = library(kept).for_edition("public", DAY)
    (stub,) = edition.stubs
    assert edition.shown == ()
    assert (stub.state, stub.withdrawn, stub.item) == (state, told, ITEMS["I2"])
    for key in ("id", "title", "column", "department", "document_number", "hotline", "published", "expires"):
        assert getattr(stub, key) == getattr(kept, key)
    assert not stub.is_correction
    for secret in ("秋季各项收费", "5ec2e7", "a.pdf", "明细"):
        assert secret not in repr(stub)
    assert not hasattr(stub, "body")


def test_a_body_is_asked_of_the_edition() -> None:
    bodies = {"2026-0001": "每餐 15 元。", "2026-0002": "每餐 16 元。"}
    both = replace(library(record(), record("2026-0002")), bodies=bodies)
    edition = both.for_edition("public", DAY)
    assert {shown.id: edition.body(shown) for shown in edition.shown} == bodies


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"item": "I1"}, True),
        ({"item": "I2"}, False),
        ({}, False),
        ({"stage": "征求意见"}, True),
        ({"stage": "预公开", "item": "I2"}, True),
    ],
)
def test_consultations_are_told_by_item_or_stage(fields: dict[str, Any], expected: bool) -> None:
    (shown,) = library(record(**fields)).for_edition("public", DAY).shown
    assert shown.is_consultation is expected


def test_newest_first_by_day_then_time_then_number() -> None:
    morning, noon, later = time(8, 30), time(12, 0), date(2026, 9, 3)
    records = [
        record("a"), record("b", published_time=noon), record("c", published_time=morning),
        record("d", published=later), record("e", published_time=noon),
        record("f", published=later, withdrawn=TAKEN_BACK), record("g", published_time=morning, withdrawn=TAKEN_BACK),
        record("h", published_time=time(0, 0)),
    ]  # fmt: skip
    edition = library(*records).for_edition("public", DAY)
    assert [shown.id for shown in edition.shown] == ["d", "e", "b", "c", "h", "a"]
    assert [stub.id for stub in edition.stubs] == ["f", "g"]
    assert ids(edition) == ["f", "d", "e", "b", "g", "c", "h", "a"]
