"""Roles and names as people write them in sign-offs: `监督小组全体`, `组长（校长）`, `程某某、白某某`."""

from __future__ import annotations

import re

from disclosure.domain.bodies import is_body, speaks_for

_BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
_BETWEEN = re.compile(r"[、，,；;/／]")
_BETWEEN_ROLES = re.compile(r"[、，,；;/／（）()\s]+")
_AND_OTHERS = re.compile(r"等[\d一二三四五六七八九十]*[人名位]?$")
_NOBODY = re.compile(r"全体|会议|纪要|决议|通过|小组|委员会|第.{1,4}[次届]")
"""What stands in the place of a name and names nobody: a meeting, a whole group."""
_LONGEST_ROLE = 100
"""Characters; what is longer is no role, and whoever wrote it shall not keep anybody waiting."""
_PLACE_IN_GROUP = re.compile(r"(全体|副组长|组长|组员|成员|人员|委员)+$")
_NO_OFFICE = frozenset(
    "组长 副组长 组员 成员 委员 主任 副主任 主任委员 副主任委员 代表 秘书 负责人 经办人 联络员".split()
)
"""Places in a group. They say nothing about an office: a committee's 主任 is not every 主任 of the school."""
_NOT_IN_OFFICE = re.compile(r"副|前|原|名誉")
_OF_OFFICE = re.compile(r"处(?=主任)")


def plain(text: str) -> str:
    """Text without blanks and without what stands in brackets."""
    return "".join(_BRACKETED.sub("", text).split())


def people_in(name: str) -> tuple[str, ...]:
    """The persons that a sign-off's name names, without blanks: several may be written in one line.

    `沈 知夏` is one person and `沈知夏 程以宁` are two: a single character belongs to what stands beside it. Names in
    Latin letters have blanks in them.
    """
    found: list[str] = []
    for chunk in _BETWEEN.split(_BRACKETED.sub("", name)):
        found += [_AND_OTHERS.sub("", one) for one in _joined(chunk.split())]
    return tuple(dict.fromkeys(one for one in found if one and not _NOBODY.search(one)))


def _joined(pieces: list[str]) -> list[str]:
    names: list[str] = []
    is_open = False
    for place, piece in enumerate(pieces, start=1):
        is_last_letter = len(piece) == 1 and place == len(pieces)
        if names and (is_open or is_last_letter or (piece.isascii() and names[-1].isascii())):
            names[-1] += piece
            is_open = False
        else:
            names.append(piece)
            is_open = len(piece) == 1
    return names


def group_part(role: str) -> str:
    """A role without the place in the group: `监督小组全体` and `监督小组组长` are both `监督小组`."""
    return _PLACE_IN_GROUP.sub("", plain(role[:_LONGEST_ROLE]))


def offices_in(role: str) -> tuple[str, ...]:
    """The offices that a role names: `成员（副校长，分管教学）` names 副校长 and 分管教学."""
    parts = (part for part in _BETWEEN_ROLES.split(role[:_LONGEST_ROLE]) if part)
    return tuple(part for part in parts if part not in _NO_OFFICE and not part.endswith("代表"))


def holds(written: str, office: str) -> bool:
    """Whether an office as written is the one that is meant: 党支部书记 is a 书记, 教务处主任 is 教务主任, 副校长 no 校长."""
    own, meant = _OF_OFFICE.sub("", written), _OF_OFFICE.sub("", office)
    return own.endswith(meant) and not _NOT_IN_OFFICE.search(own.removesuffix(meant))


def fills(role: str, asked: str) -> bool:
    """Whether a sign-off in a role is one of those in the role that is asked for.

    A group (监督小组) is met by every role that contains it, a body (教代会) by its other names as well, an office by its own name, in full or in short:
    校长 is met by `组长（校长）`, not by 副校长 or 校长助理; 党支部书记 is met by 书记.
    """
    if is_body(asked):
        return speaks_for(role, asked)
    if asked.endswith(("组", "会", "全体", "成员")):
        return group_part(asked) in "".join(role.split())
    return any(holds(one, asked) or holds(asked, one) for one in offices_in(role))
