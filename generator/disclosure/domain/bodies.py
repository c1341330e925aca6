"""Bodies that decide together (教代会, 校务委员会, 领导班子), by the names that schools give them (requirements A5)."""

from __future__ import annotations

_STAFF_CONGRESS = ("教代会", "教职工代表大会", "教工代表大会", "教职工大会", "教工大会", "教师大会")
_BODIES = (
    _STAFF_CONGRESS,
    ("校务委员会", "校务会", "校务委员"),
    ("领导班子", "班子", "校长办公会", "行政会", "行政办公会", "党政联席会", "支委会", "支部委员会", "党委会"),
    ("教职工会议", "教工会议", "教师会", "全体教师会", *_STAFF_CONGRESS),
)
"""Each row: the usual name, and what a school may call a body that can take its place.

Schools too small for a congress of delegates hold a 教职工大会 of all (学校教职工代表大会规定, 教育部令第32号).
"""


def is_body(role: str) -> bool:
    """Whether a role is a body that decides by vote. Who signs for it bears witness and does not approve in person."""
    written = "".join(role.split())
    return any(name in written for row in _BODIES for name in row)


def speaks_for(text: str, body: str) -> bool:
    """Whether a sign-off's text names a body, or one that can take its place."""
    written = "".join(text.split())
    return any(name in written for name in _names_of(body))


def _names_of(body: str) -> tuple[str, ...]:
    """All names of a body; a body that is not in the table has only its own."""
    by_usual_name = next((row for row in _BODIES if row[0] in body), None)
    return by_usual_name or next((row for row in _BODIES if any(name in body for name in row)), (body,))
