"""Who takes whose place, where some of a chain were taken back: what they had replaced goes to who replaces them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.record import Withdrawal
from disclosure.domain.school import School
from disclosure.domain.vocabulary import Audience, State
from domain_records import plain_record as record

DAY = date(2026, 9, 10)
STAFF = frozenset({Audience.STAFF})


def taken_back(day: int = 9) -> dict[str, Any]:
    return {"withdrawn": Withdrawal(day=date(2026, 9, day), reason="有误", approved_by="校长办公会")}


def edition_of(records: dict[str, dict[str, Any]], today: date = DAY, name: str = "public") -> Edition:
    library = Library(
        school=School(name="示例学校", site_url="https://school.example/"),
        catalogue=Catalogue(preset="standard", columns=(), items={}, column_names={}, item_names={}),
        records={record_id: record(record_id, **fields) for record_id, fields in sorted(records.items())},
    )
    return library.for_edition(name, today)


def replaced(edition: Edition) -> dict[str, str]:
    """Numbers of those that take a record's place, by its own."""
    return {entry.id: "".join(entry.replaced_by) for entry in edition.entries() if entry.replaced_by}


@pytest.mark.parametrize("key", ["replaces", "corrects"])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (4, {}),
        (5, {"a": "b"}),
        (7, {"a": "b"}),
        (8, {"a": "b", "b": "c"}),
        (9, {"a": "b", "b": "c"}),
        (10, {"a": "c", "b": "c"}),
        (11, {"a": "c", "b": "c"}),
        (19, {"a": "c", "b": "c"}),
        (20, {}),
        (21, {}),
    ],
)
def test_a_chain_whose_middle_is_withdrawn(day: int, expected: dict[str, str], key: str) -> None:
    chain = {
        "a": {},
        "b": {key: "a", "published": date(2026, 9, 5)} | taken_back(10),
        "c": {key: "b", "published": date(2026, 9, 8)} | taken_back(20),
    }
    assert replaced(edition_of(chain, date(2026, 9, day))) == expected


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (9, State.REPLACED),
        (10, State.STANDING),
        (11, State.STANDING),
        (12, State.REPLACED),
        (13, State.REPLACED),
    ],
)
def test_between_withdrawal_and_a_later_replacement_the_first_is_in_force_again(day: int, state: State) -> None:
    chain = {
        "a": {},
        "b": {"replaces": "a"} | taken_back(10),
        "c": {"replaces": "b", "published": date(2026, 9, 12)},
    }
    states = {entry.id: entry.state for entry in edition_of(chain, date(2026, 9, day)).entries()}
    assert states["a"] is state


@pytest.mark.parametrize(
    ("withdrawn", "expected"),
    [
        ("", {"a": "b", "b": "c", "c": "d"}),
        ("a", {"a": "b", "b": "c", "c": "d"}),
        ("b", {"a": "c", "b": "c", "c": "d"}),
        ("c", {"a": "b", "b": "d", "c": "d"}),
        ("d", {"a": "b", "b": "c"}),
        ("bc", {"a": "d", "b": "d", "c": "d"}),
        ("bd", {"a": "c", "b": "c"}),
        ("cd", {"a": "b"}),
        ("bcd", {}),
        ("abcd", {}),
    ],
)
def test_a_chain_of_four(withdrawn: str, expected: dict[str, str]) -> None:
    links = {"a": {}, "b": {"replaces": "a"}, "c": {"corrects": "b"}, "d": {"replaces": "c"}}
    chain = {each: fields | (taken_back() if each in withdrawn else {}) for each, fields in links.items()}
    assert replaced(edition_of(chain)) == expected


GONE = taken_back()
SHAPES = {
    "two replace the withdrawn one": (
        {"a": {}, "b": {"replaces": "a"} | GONE, "d": {"replaces": "b"}, "c": {"corrects": "b"}}, {"a": "cd", "b": "cd"}
    ),
    "one replaces two withdrawn ones": (
        {"a": {}, "b": {"replaces": "a"} | GONE, "c": {"replaces": "a"} | GONE, "d": {"replaces": "b", "corrects": "c"}},
        {"a": "d", "b": "d", "c": "d"},
    ),
    "one replaces the first and the withdrawn one": (
        {"a": {}, "b": {"replaces": "a"} | GONE, "c": {"replaces": "a", "corrects": "b"}}, {"a": "c", "b": "c"}
    ),
    "the withdrawn one had taken two places": (
        {"a": {}, "b": {}, "c": {"replaces": "a", "corrects": "b"} | GONE, "d": {"replaces": "c"}},
        {"a": "d", "b": "d", "c": "d"},
    ),
    "another one also replaces the first": (
        {"a": {}, "b": {"replaces": "a"} | GONE, "c": {"replaces": "b"}, "d": {"replaces": "a"}}, {"a": "cd", "b": "c"}
    ),
    "the oldest has the highest number": ({"c": {}, "b": {"replaces": "c"} | GONE, "a": {"replaces": "b"}}, {"b": "a", "c": "a"}),
    "the successor is to be withdrawn tomorrow": (
        {"a": {}, "b": {"replaces": "a"} | GONE, "c": {"replaces": "b"} | taken_back(11)}, {"a": "c", "b": "c"}
    ),
}  # fmt: skip


@pytest.mark.parametrize(("records", "expected"), SHAPES.values(), ids=SHAPES)
def test_other_shapes(records: dict[str, dict[str, Any]], expected: dict[str, str]) -> None:
    assert replaced(edition_of(records)) == expected


@pytest.mark.parametrize(
    ("hidden", "withdrawn", "public", "internal"),
    [
        ("b", False, {}, {"a": "b", "b": "c"}),
        ("b", True, {}, {"a": "c", "b": "c"}),
        ("c", False, {"a": "b"}, {"a": "b", "b": "c"}),
        ("c", True, {}, {"a": "c", "b": "c"}),
        ("a", True, {"b": "c"}, {"a": "c", "b": "c"}),
    ],
)
def test_no_link_leads_through_what_readers_never_saw(
    hidden: str, withdrawn: bool, public: dict[str, str], internal: dict[str, str]
) -> None:
    chain: dict[str, dict[str, Any]] = {"a": {}, "b": {"replaces": "a"}, "c": {"replaces": "b"}}
    chain["b"] |= taken_back() if withdrawn else {}
    chain[hidden] |= {"audience": STAFF}
    assert replaced(edition_of(chain)) == public
    assert replaced(edition_of(chain, name="internal")) == internal


@pytest.mark.parametrize(
    ("links", "withdrawn", "expected"),
    [
        ({"a": "a"}, "", {}),
        ({"a": "b", "b": "a"}, "", {"a": "b", "b": "a"}),
        ({"a": "b", "b": "a"}, "a", {"a": "b"}),
        ({"a": "b", "b": "a"}, "ab", {}),
        ({"a": "b", "b": "c", "c": "a"}, "a", {"a": "c", "b": "c", "c": "b"}),
        ({"a": "b", "b": "c", "c": "a"}, "ab", {"a": "c", "b": "c"}),
        ({"a": "b", "b": "c", "c": "a"}, "abc", {}),
        ({"a": "b", "b": "a", "c": "a"}, "ab", {"a": "c", "b": "c"}),
    ],
)
def test_circles_end_and_nobody_takes_his_own_place(
    links: dict[str, str], withdrawn: str, expected: dict[str, str]
) -> None:
    circle = {each: {"replaces": target} | (GONE if each in withdrawn else {}) for each, target in links.items()}
    assert replaced(edition_of(circle)) == expected


def test_a_chain_of_thousands_is_followed_to_its_end() -> None:
    chain = {f"r{n:05}": {"replaces": f"r{n - 1:05}", **taken_back()} for n in range(1, 3000)}
    edition = edition_of({"r00000": {}, **chain, "r03000": {"replaces": "r02999"}})
    assert {entry.replaced_by for entry in edition.entries() if entry.id != "r03000"} == {("r03000",)}
