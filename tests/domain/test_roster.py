"""Who could sign in a role on a day: groups by any of their names, offices in brackets, days before and after a term."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.domain.roster import groups_called, holders, roster_of, seats
from disclosure.domain.school import Group, Member, TermOfOffice


def term(start: str, end: str, **members: str) -> TermOfOffice:
    """A term of office; members by name."""
    made = tuple(Member(name=name, role=role) for name, role in members.items())
    return TermOfOffice(start=date.fromisoformat(start), end=date.fromisoformat(end), members=made)


LEADING = Group(
    id="leading", name="校务公开领导小组",
    terms=(
        term("2022-09-01", "2025-08-31", 顾某某="组长（校长）", 许某某="成员（副校长）"),
        term("2025-09-01", "2028-08-31", 沈某某="组长（校长）", 许某某="副组长（副校长，分管教学）"),
    ),
)  # fmt: skip
SUPERVISION = Group(
    id="supervision", name="校务公开监督小组",
    terms=(term("2025-09-01", "2028-08-31", 程某某="组长（工会主席）", 白某某="成员（教职工代表）"),),
)  # fmt: skip
MEALS = Group(id="meals", name="膳食监督小组", terms=(term("2025-09-01", "2028-08-31", 江某="主任"),))
COMMITTEE = Group(id="parents", name="家长委员会", terms=())
SCHOOL = roster_of((LEADING, SUPERVISION, MEALS, COMMITTEE))


@pytest.mark.parametrize(
    ("role", "called"),
    [
        ("监督小组", [SUPERVISION]),
        ("监督小组全体", [SUPERVISION]),
        ("校务公开监督小组组长", [SUPERVISION]),
        ("学校校务公开监督小组", [SUPERVISION]),
        ("膳食监督小组", [MEALS]),
        ("领导小组", [LEADING]),
        ("家长委员会主任", [COMMITTEE]),
        ("委员会", [COMMITTEE]),
        ("校长", []),
        ("工会", []),
        ("组长", []),
        ("", []),
    ],
)
def test_the_groups_that_a_role_means(role: str, called: list[Group]) -> None:
    assert list(groups_called(role, SCHOOL)) == called


@pytest.mark.parametrize(("role", "called"), [("监督小组", 1), ("校务监督委员会", 1), ("领导小组", 0), ("监督", 0)])
def test_a_supervision_group_may_have_another_name(role: str, called: int) -> None:
    other = Group(id="supervision", name="校务监督委员会", terms=SUPERVISION.terms)
    assert len(groups_called(role, roster_of((other,)))) == called


@pytest.mark.parametrize(
    ("role", "day", "expected"),
    [
        ("监督小组", "2025-08-31", []),
        ("监督小组", "2025-09-01", ["程某某", "白某某"]),
        ("监督小组", "2028-08-31", ["程某某", "白某某"]),
        ("监督小组", "2028-09-01", []),
        ("校长", "2025-08-31", ["顾某某"]),
        ("校长", "2025-09-01", ["沈某某"]),
        ("副校长", "2026-09-01", ["许某某"]),
        ("校长", "2022-08-31", []),
        ("工会主席", "2026-09-01", ["程某某"]),
        ("主席", "2026-09-01", ["程某某"]),
        ("组长（校长）", "2026-09-01", ["沈某某"]),
        ("家长委员会", "2026-09-01", []),
        ("教务主任", "2026-09-01", None),
        ("主任", "2026-09-01", None),
        ("教职工代表", "2026-09-01", None),
        ("教代会", "2026-09-01", None),
        ("", "2026-09-01", None),
    ],
)
def test_who_could_sign(role: str, day: str, expected: list[str] | None) -> None:
    held = seats(role, SCHOOL)
    assert (None if held is None else list(holders(held, date.fromisoformat(day)))) == expected


@pytest.mark.parametrize(
    ("name", "role", "is_called"),
    [("纪检组", "学校纪检组负责人", True), ("工会", "学校工会主席", False), ("纪检组", "纪检员", False)],
)
def test_a_role_may_say_more_than_the_name_of_the_group(name: str, role: str, is_called: bool) -> None:
    assert bool(groups_called(role, roster_of((Group(id="x", name=name),)))) is is_called


def test_names_are_compared_without_blanks() -> None:
    group = Group(id="x", name="监督小组", terms=(term("2025-09-01", "2028-08-31", **{"齐 某": "成员"}),))
    assert holders(seats("监督小组", roster_of((group,))) or (), date(2026, 9, 1)) == ("齐某",)


def test_a_school_without_rosters_says_nothing_about_anybody() -> None:
    assert seats("监督小组", roster_of(())) is None
    assert seats("校长", roster_of(())) is None
