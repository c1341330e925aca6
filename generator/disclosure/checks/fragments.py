"""P111: masked numbers of one person that tell more together than each alone, anywhere on the site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from disclosure.checks.privacy import seen_in
from disclosure.domain.library import Library
from disclosure.domain.personal_data import PersonalData
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.errors.report import place_of
from disclosure.privacy.digest import value_digest
from disclosure.privacy.masked import is_told, together

_MOST = 50
"""Different masked numbers under one name that are laid upon each other; more are more than one person's."""


class _Masked(NamedTuple):
    value: str
    record: Record
    place: Problem
    """A problem that stands at its place, whatever its message."""


def check_fragments(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Every pair of masked numbers beside the same name."""
    by_name: dict[tuple[str, int], dict[str, _Masked]] = defaultdict(dict)
    for record in library.records.values():
        if not (record.sightings or record.attachments):
            continue
        waived = {waiver.digest for waiver in record.waivers}
        for place, seen in seen_in(record):
            if seen.kind is PersonalData.FRAGMENT and seen.name and value_digest(record.id, seen.value) not in waived:
                mark = problem("P111", path=place.path, line=place.line, message=place.where, hint="")
                by_name[seen.name, len(seen.value)].setdefault(seen.value, _Masked(seen.value, record, mark))
    for (name, _), found in by_name.items():
        masked = list(found.values())[:_MOST]
        for one, other in combinations(masked, 2):
            laid = together(one.value, other.value)
            if laid and is_told(laid) and laid.count("*") < min(one.value.count("*"), other.value.count("*")):
                yield _problem(name, one, other)


def _problem(name: str, one: _Masked, other: _Masked) -> Problem:
    where = f"{one.place.message}：" if one.place.message else ""
    return problem(
        "P111", path=one.place.path, line=one.place.line,
        message=f"{where}{name}的号码在这里和 {place_of(other.place)} 打码的位置不同，放在一起就能还原",
        hint="两处都删掉号码，只写姓名和班级",
    )  # fmt: skip
