"""A record is replaced only by one that the same edition shows or showed and that was not taken back itself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.library import Library
from disclosure.domain.record import Record, Withdrawal
from disclosure.domain.school import School
from disclosure.domain.vocabulary import AfterExpiry, Audience, State
from domain_records import plain_record as record

PUBLIC, STAFF = frozenset({Audience.PUBLIC}), frozenset({Audience.STAFF})


def withdrawn(month: int, day: int) -> Withdrawal:
    return Withdrawal(day=date(2026, month, day), reason="有误", approved_by="校长办公会")


def library_of(*records: Record) -> Library:
    return Library(
        school=School(name="示例学校", site_url="https://school.example/"),
        catalogue=Catalogue(preset="standard", columns=(), items={}, column_names={}, item_names={}),
        records={each.id: each for each in records},
    )


def states(*records: Record, today: date = date(2026, 9, 10), edition: str = "public") -> dict[str, State]:
    """States of an edition's records by number."""
    return {entry.id: entry.state for entry in library_of(*records).for_edition(edition, today).entries()}


@pytest.mark.parametrize("key", ["replaces", "corrects"])
@pytest.mark.parametrize(
    ("newer", "state"),
    [
        ({}, State.REPLACED),
        ({"published": date(2026, 9, 10)}, State.REPLACED),
        ({"published": date(2026, 9, 11)}, State.STANDING),
        ({"draft": True}, State.STANDING),
        ({"audience": STAFF}, State.STANDING),
        ({"audience": PUBLIC | STAFF}, State.REPLACED),
        ({"withdrawn": withdrawn(9, 11)}, State.REPLACED),
        ({"withdrawn": withdrawn(9, 10)}, State.STANDING),
        ({"withdrawn": withdrawn(9, 9)}, State.STANDING),
        ({"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.BANNER}, State.REPLACED),
        ({"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.REMOVE}, State.REPLACED),
    ],
)
def test_what_counts_as_a_replacement(key: str, newer: dict[str, Any], state: State) -> None:
    older = record("a")
    assert states(older, record("b", **{key: "a"}, **newer))["a"] is state


def test_an_internal_replacement_is_one_for_its_own_edition_only() -> None:
    records = (record("a"), record("b", replaces="a", audience=STAFF))
    assert states(*records) == {"a": State.STANDING}
    assert states(*records, edition="internal") == {"a": State.REPLACED, "b": State.STANDING}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 9, 4), {"a": State.STANDING}),
        (date(2026, 9, 5), {"a": State.REPLACED, "b": State.STANDING}),
        (date(2026, 9, 7), {"a": State.REPLACED, "b": State.STANDING}),
        (date(2026, 9, 8), {"a": State.REPLACED, "b": State.REPLACED, "c": State.STANDING}),
        (date(2026, 9, 11), {"a": State.REPLACED, "b": State.REPLACED, "c": State.STANDING}),
        (date(2026, 9, 12), {"a": State.REPLACED, "b": State.STANDING, "c": State.WITHDRAWN}),
        (date(2026, 9, 15), {"a": State.STANDING, "b": State.WITHDRAWN, "c": State.WITHDRAWN}),
    ],
)
def test_a_chain_day_by_day(day: date, expected: dict[str, State]) -> None:
    chain = (
        record("a"),
        record("b", replaces="a", published=date(2026, 9, 5), withdrawn=withdrawn(9, 15)),
        record("c", corrects="b", published=date(2026, 9, 8), withdrawn=withdrawn(9, 12)),
    )
    assert states(*chain, today=day) == expected


@pytest.mark.parametrize(
    ("older", "state"),
    [
        ({"expires": date(2026, 9, 30)}, State.REPLACED),
        ({"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.ARCHIVE}, State.REPLACED),
        ({"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.REMOVE}, State.REMOVED),
        ({"withdrawn": withdrawn(9, 9)}, State.WITHDRAWN),
    ],
)
def test_a_replacement_never_brings_back_what_was_taken_down(older: dict[str, Any], state: State) -> None:
    assert states(record("a", **older), record("b", replaces="a"))["a"] is state


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ([{"replaces": "a"}], ("b",)),
        ([{"replaces": "a", "corrects": "a"}], ("b",)),
        ([{"replaces": "a"}, {"corrects": "a"}], ("b", "c")),
        ([{"replaces": "a"}, {"corrects": "a", "audience": STAFF}], ("b",)),
        ([{"replaces": "a"}, {"replaces": "a", "published": date(2027, 1, 1)}], ("b",)),
        ([{"corrects": "x"}], ()),
    ],
)
def test_the_banner_names_replacements_of_the_same_edition(
    newer: list[dict[str, Any]], expected: tuple[str, ...]
) -> None:
    records = [record("a"), *(record(name, **fields) for name, fields in zip("bc", newer, strict=False))]
    shown = {each.id: each.replaced_by for each in library_of(*records).for_edition("public", date(2026, 9, 10)).shown}
    assert shown["a"] == expected


@pytest.mark.parametrize(("key", "expected"), [("corrects", True), ("replaces", False), ("series", False)])
def test_a_stub_keeps_that_it_was_a_correction(key: str, expected: bool) -> None:
    library = library_of(record("a"), record("b", withdrawn=withdrawn(9, 9), **{key: "a"}))
    assert [stub.is_correction for stub in library.for_edition("public", date(2026, 9, 10)).stubs] == [expected]
    shown = library.for_edition("public", date(2026, 9, 8)).shown
    assert {each.id: each.is_correction for each in shown} == {"a": False, "b": expected}


def test_one_record_may_take_the_place_of_two() -> None:
    records = (record("a"), record("b"), record("c", replaces="a", corrects="b"))
    assert states(*records) == {"a": State.REPLACED, "b": State.REPLACED, "c": State.STANDING}
    assert record("c", replaces="b", corrects="a").supersedes == ("b", "a")
    assert record("c").supersedes == ()


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ([{"replaces": "a"}], False),
        ([{"corrects": "a"}], True),
        ([{"corrects": "a", "replaces": "a"}], True),
        ([{"corrects": "x", "replaces": "a"}], False),
        ([{"replaces": "a"}, {"corrects": "a"}], True),
        ([{"replaces": "a"}, {"corrects": "a", "withdrawn": withdrawn(9, 10)}], False),
        ([{"replaces": "a"}, {"corrects": "a", "published": date(2026, 9, 11)}], False),
        ([{"replaces": "a"}, {"corrects": "a", "audience": STAFF}], False),
        ([{"corrects": "a", "withdrawn": withdrawn(9, 10)}, {"corrects": "b"}], True),
        ([{"corrects": "a", "withdrawn": withdrawn(9, 10)}, {"replaces": "b"}], True),
        ([{"replaces": "a", "withdrawn": withdrawn(9, 10)}, {"corrects": "b"}], False),
    ],
)
def test_a_record_knows_whether_it_was_corrected(newer: list[dict[str, Any]], expected: bool) -> None:
    records = [record("a"), *(record(name, **fields) for name, fields in zip("bc", newer, strict=False))]
    shown = {each.id: each.is_corrected for each in library_of(*records).for_edition("public", date(2026, 9, 10)).shown}
    assert shown["a"] is expected
    (entry,) = (each for each in library_of(*records).for_edition("public", date(2026, 9, 10)).shown if each.id == "a")
    assert entry.state_label == ("已更正" if expected else "已替代" if entry.replaced_by else "长期有效")


@pytest.mark.parametrize(
    "older", [{"withdrawn": withdrawn(9, 9)}, {"expires": date(2026, 9, 9), "after_expiry": AfterExpiry.REMOVE}]
)
@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ({"published": date(2026, 9, 10)}, ("b",)),
        ({"published": date(2026, 9, 11)}, ()),
        ({"audience": STAFF}, ()),
        ({"withdrawn": withdrawn(9, 10)}, ()),
        ({"withdrawn": withdrawn(9, 11)}, ("b",)),
    ],
)
def test_a_stub_knows_what_replaces_it(older: dict[str, Any], newer: dict[str, Any], expected: tuple[str, ...]) -> None:
    records = (record("a", **older), record("b", replaces="a", **newer))
    stubs = {stub.id: stub.replaced_by for stub in library_of(*records).for_edition("public", date(2026, 9, 10)).stubs}
    assert stubs["a"] == expected
