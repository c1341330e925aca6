"""F103: 12358 does not answer any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import School, Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_SCHOOL = PurePosixPath("data/school.yml")
_OLD_NUMBER, _NEW_NUMBER = "12358", "12315"
_OLD = re.compile(rf"(?<![\d-]){_OLD_NUMBER}(?!\d)")


def check_old_hotline(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """The old number for complaints about prices, which has become part of 12315 (requirements B6).

    It is looked for in hotlines, summaries and lines of charges. Bodies are not read: opening all of them would cost
    more time than all other rules together.
    """
    yield from _of_school(library.school)
    for record in examined(library, today):
        if found := _place_in(record):
            key, text, line = found
            yield at(
                record, key, "F103", _message(text), f"改成 {_NEW_NUMBER}，例如 监督电话: {_NEW_NUMBER}",
                line=line,
            )  # fmt: skip


def _of_school(school: School) -> Iterator[Problem]:
    phones = school.phones
    for number in (*phones.office, *phones.supervision, *phones.authority, school.guide.phone):
        if _is_old(number):
            yield problem(
                "F103", path=_SCHOOL, line=0, message=_message(number),
                hint=f"改成 {_NEW_NUMBER}，例如 主管部门: {_NEW_NUMBER}",
            )  # fmt: skip


def _place_in(record: Record) -> tuple[str, str, int] | None:
    """Key, text and line of the first place where the old number stands."""
    for key, text in (("hotline", record.hotline), ("summary", record.summary)):
        if _is_old(text):
            return key, text, 0
    for line in record.fees:
        for text in (line.standard, line.basis, line.document, line.approved_by, line.scope, line.relief):
            if _is_old(text):
                return "fees", text, line.line
    return None


def _message(text: str) -> str:
    around = "" if text == _OLD_NUMBER else f"「{text}」里的 "
    return f"{around}{_OLD_NUMBER} 已并入 {_NEW_NUMBER}，打不通了"


def _is_old(text: str) -> bool:
    """Who writes `12315（原12358）` gives the number that answers."""
    return _OLD_NUMBER in text and _NEW_NUMBER not in text and bool(_OLD.search(text))
