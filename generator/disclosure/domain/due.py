"""When an item falls due: the small language of `due` in the catalogue (requirements A4)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum

from disclosure.domain.workdays import Span, Unit


class DueKind(Enum):
    """What a due rule counts from; the value is its word in the catalogue."""

    WEEKLY = "每周"
    MONTHLY = "每月"
    QUARTERLY = "每季度"
    HALF_YEARLY = "每半年"
    EVERY_TERM = "每学期"
    BEFORE_TERM = "每学期开学前"
    END_OF_TERM = "每学期末"
    YEARLY = "每年"
    BEFORE_DATE = "每年某日前"
    AFTER_CHANGE = "变动后"
    AFTER_FORMED = "形成后"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """One rule, with the words it was written in."""

    text: str
    kind: DueKind
    month: int = 0
    day: int = 0
    """Month and day of `每年1月31日前`."""
    within: Span | None = None
    """Span of `变动后20个工作日内`."""


_PLAIN = {
    kind.value: kind
    for kind in DueKind
    if kind not in (DueKind.BEFORE_DATE, DueKind.AFTER_CHANGE, DueKind.AFTER_FORMED)
}
_LEAP_YEAR = 2028
_BEFORE_DATE = re.compile(r"每年(\d{1,2})月(\d{1,2})日前")
_AFTER = re.compile(r"(变动后|形成后)(\d{1,4})(天|个工作日)内")


def due_rule(text: str) -> DueRule | None:
    """Read a due rule; None where it is not one."""
    if kind := _PLAIN.get(text):
        return DueRule(text=text, kind=kind)
    if match := _BEFORE_DATE.fullmatch(text):
        month, day = int(match[1]), int(match[2])
        if 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
            return DueRule(text=text, kind=DueKind.BEFORE_DATE, month=month, day=day)
    if (match := _AFTER.fullmatch(text)) and int(match[2]) > 0:
        return DueRule(text=text, kind=DueKind(match[1]), within=Span(count=int(match[2]), unit=Unit(match[3])))
    return None
