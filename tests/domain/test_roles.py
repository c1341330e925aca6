"""How people write roles and names, and which role counts as which."""

from __future__ import annotations

import pytest

from disclosure.domain.bodies import is_body, speaks_for
from disclosure.domain.roles import fills, group_part, holds, offices_in, people_in


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("程某某", ["程某某"]),
        ("程 某某", ["程某某"]),
        ("齐 某", ["齐某"]),
        ("欧阳 某", ["欧阳某"]),
        ("程某某、白某某", ["程某某", "白某某"]),
        ("程某某 白某某", ["程某某", "白某某"]),
        ("程某某 齐 某 白某某", ["程某某", "齐某", "白某某"]),
        ("程某某，白某某；齐某/韩某某", ["程某某", "白某某", "齐某", "韩某某"]),
        ("程某某、程 某某", ["程某某"]),
        ("许清和", ["许清和"]),
        ("程某某（组长）", ["程某某"]),
        ("程某某(组长)、白某某（家长代表）", ["程某某", "白某某"]),
        ("程某某、白某某等6人", ["程某某", "白某某"]),
        ("程某某等五人", ["程某某"]),
        ("阿某某·买某某", ["阿某某·买某某"]),
        ("Anna Example、程某某", ["AnnaExample", "程某某"]),
        ("Anna 程某某", ["Anna", "程某某"]),
        ("全体成员", []),
        ("监督小组全体", []),
        ("第六届第三次会议", []),
        ("会议通过", []),
        ("2026年第3次", []),
        ("", []),
        ("、，", []),
    ],
)
def test_the_persons_of_a_sign_off(written: str, people: list[str]) -> None:
    assert list(people_in(written)) == people


@pytest.mark.parametrize(
    ("role", "group"),
    [
        ("监督小组", "监督小组"),
        ("监督小组全体", "监督小组"),
        ("监督小组 全体成员", "监督小组"),
        ("监督小组副组长", "监督小组"),
        ("监督小组（家长代表）", "监督小组"),
        ("膳食委员会委员", "膳食委员会"),
        ("膳食委员会", "膳食委员会"),
        ("组长", ""),
        ("校长", "校长"),
    ],
)
def test_a_role_without_its_place_in_the_group(role: str, group: str) -> None:
    assert group_part(role) == group


@pytest.mark.parametrize(
    ("role", "offices"),
    [
        ("校长", ["校长"]),
        ("组长（校长）", ["校长"]),
        ("成员（副校长，分管教学）", ["副校长", "分管教学"]),
        ("党支部书记、校长", ["党支部书记", "校长"]),
        ("组长 校长", ["校长"]),
        ("成员（家长代表）", []),
        ("主任", []),
    ],
)
def test_the_offices_of_a_role(role: str, offices: list[str]) -> None:
    assert list(offices_in(role)) == offices


@pytest.mark.parametrize(
    ("written", "office", "expected"),
    [
        ("校长", "校长", True),
        ("副校长", "校长", False),
        ("常务副校长", "校长", False),
        ("副校长", "副校长", True),
        ("常务副校长", "副校长", True),
        ("原校长", "校长", False),
        ("名誉校长", "校长", False),
        ("校长助理", "校长", False),
        ("校长办公室主任", "校长", False),
        ("党支部书记", "书记", True),
        ("党支部副书记", "书记", False),
        ("教务处主任", "教务主任", True),
        ("教务主任", "教务处主任", True),
        ("总务主任", "教务主任", False),
    ],
)
def test_who_holds_an_office(written: str, office: str, expected: bool) -> None:
    assert holds(written, office) is expected


@pytest.mark.parametrize(
    ("role", "asked", "expected"),
    [
        ("监督小组", "监督小组", True),
        ("校务公开监督小组", "监督小组", True),
        ("监督小组组长", "监督小组", True),
        ("监督小组", "监督小组全体", True),
        ("监督 小组", "监督小组", True),
        ("领导小组", "监督小组", False),
        ("校长", "校长", True),
        ("校长（法定代表人）", "校长", True),
        ("党支部书记、校长", "校长", True),
        ("副校长", "校长", False),
        ("校长", "副校长", False),
        ("校长办公会", "校长", False),
        ("书记", "党支部书记", True),
        ("团委书记", "党支部书记", False),
        ("主任", "德育主任", False),
        ("德育处主任", "德育主任", True),
        ("膳食委员会主任", "膳食委员会", True),
        ("家长委员会", "膳食委员会", False),
        ("教职工代表大会", "教代会", True),
        ("家长代表", "教职工代表", False),
        ("", "校长", False),
    ],
)
def test_which_sign_off_is_the_one_that_is_asked_for(role: str, asked: str, expected: bool) -> None:
    assert fills(role, asked) is expected


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("教代会", "教代会", True),
        ("第六届教职工代表大会", "教代会", True),
        ("全体教职工大会", "教代会", True),
        ("教代会代表", "教代会", True),
        ("校务会", "校务委员会", True),
        ("校务委员会", "校务会", True),
        ("校长办公会", "校务委员会", False),
        ("校长办公会", "领导班子", True),
        ("行政会议", "领导班子", True),
        ("领导班子", "教代会", False),
        ("教代会", "教职工会议", True),
        ("教职工会议", "教代会", False),
        ("教 代 会", "教代会", True),
        ("学校理事会", "理事会", True),
        ("家长委员会", "理事会", False),
        ("", "教代会", False),
    ],
)
def test_which_body_speaks(text: str, body: str, expected: bool) -> None:
    assert speaks_for(text, body) is expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [("教代会", True), ("校务委员会", True), ("领导班子", True), ("教职工会议", True), ("监督小组", False),
     ("膳食委员会", False), ("校长", False), ("工会主席", False)],
)  # fmt: skip
def test_what_decides_by_vote(role: str, expected: bool) -> None:
    assert is_body(role) is expected


@pytest.mark.parametrize("piece", ["成员", "（", "（成员", "校长、", "等", "等1", "某 ", "第"])
def test_texts_of_any_length_are_read_at_once(piece: str) -> None:
    text = piece * 200_000
    assert len(group_part(text)) <= 100 and len(offices_in(text)) <= 100
    assert not fills(text, "监督小组") and not speaks_for(text, "教代会")
    assert len(people_in(text)) <= len(text)
