"""P101–P114 and P130: personal data that must not be published, and what has been agreed about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.personal_data import PersonalData, Sighting
from disclosure.domain.record import Record
from disclosure.domain.school import School, Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.privacy.digest import value_digest
from disclosure.privacy.digits import compact

CODES = {
    PersonalData.ID_NUMBER: "P101", PersonalData.BANK_CARD: "P102", PersonalData.MOBILE: "P103", PersonalData.PASSPORT: "P104",
    PersonalData.HOUSEHOLD: "P105", PersonalData.BIRTH_DATE: "P106", PersonalData.ADDRESS: "P107", PersonalData.SCHOOL_NUMBER: "P108",
    PersonalData.EMAIL: "P109", PersonalData.CHAT_ID: "P110", PersonalData.AUTHOR: "P112", PersonalData.LOCATION: "P113",
    PersonalData.UNREAD: "P114",
}  # fmt: skip
"""Masked numbers are another rule's: one alone tells little."""
_WAIVER = "。确实可以公开的，在记录里写：\n隐私核准: [{{摘要: {}, 理由: ……, 核准人: ……, 日期: 2026-09-01}}]"
_SENDER = "；怎样联系来信人、申请人，只写在 来信人、申请人信息 里"
_MOST = 20
"""Findings of one kind in one file that are told one by one; a list of two hundred pupils is mended in one go."""
_SHOWN = 3
"""Characters of a value that a report shows: it is as public as the pull request it stands in."""


class _Place(NamedTuple):
    """Where a sighting lies: the file, the line, and what is said of it."""

    path: PurePosixPath
    line: int
    where: str


def check_privacy(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Text, names and attachments of every record, drafts and internal ones too, the hand-written part of the site, registers."""
    fine = known_of(library.school)
    for record in library.records.values():
        if record.sightings or record.waivers or record.attachments:
            yield from _check(record, fine)
    for page in library.pages:
        for sighting in page.sightings:
            if sighting.kind in CODES and sighting.value not in fine:
                yield _problem(_Place(page.path, sighting.line, sighting.place), sighting)
    for path, sighting in library.registers.sightings:
        if sighting.kind in CODES and sighting.value not in fine:
            yield _problem(_Place(PurePosixPath(path), sighting.line, sighting.place), sighting, waiver=_SENDER)


def _check(record: Record, fine: frozenset[str]) -> Iterator[Problem]:
    waived = {waiver.digest: waiver for waiver in record.waivers}
    used: set[str] = set()
    told: Counter[tuple[PurePosixPath, PersonalData]] = Counter()
    for place, sighting in seen_in(record):
        digest = value_digest(record.id, sighting.value)
        if digest in waived:
            used.add(digest)
        elif sighting.kind in CODES and sighting.value not in fine:
            told[place.path, sighting.kind] += 1
            if told[place.path, sighting.kind] <= _MOST:
                yield _problem(place, sighting, waiver=_WAIVER.format(digest))
    for (path, kind), count in told.items():
        if count > _MOST:
            rest = f"还有 {count - _MOST} 处{kind.label}，没有一一列出"
            yield problem(
                CODES[kind], path=path, line=0, message=rest, hint="把整列删掉，或用 disclosure mask 生成脱敏的文件"
            )
    for digest, waiver in waived.items():
        if digest not in used:
            yield at(
                record,
                "waivers",
                "P130",
                f"核准的摘要 {digest} 在本记录里没有对应的内容",
                "删掉这一项",
                line=waiver.line,
            )


def seen_in(record: Record) -> Iterator[tuple[_Place, Sighting]]:
    """Everything that was seen in a record's files, with its place."""
    for sighting in record.sightings:
        yield _Place(record.source.path, sighting.line, sighting.place), sighting
    for attachment in record.attachments:
        for sighting in attachment.sightings:
            yield _Place(attachment.source, 0, sighting.place), sighting


def _problem(place: _Place, sighting: Sighting, *, waiver: str = "") -> Problem:
    """Where something was seen. Only records can be waived: hand-written pages have nobody who signs them."""
    kind, where = sighting.kind, f"{place.where}：" if place.where else ""
    if kind is PersonalData.UNREAD:
        message, hint = f"{where}{sighting.value}", "人工核对里面没有不能公开的内容"
    elif kind in (PersonalData.AUTHOR, PersonalData.LOCATION):
        message, hint = f"{where}{kind.label} {sighting.value}", "在办公软件或看图软件里去掉文件信息，再另存"
    else:
        message, hint = f"{where}{kind.label} {shortened(sighting.value)}", "删掉，或换成不含个人信息的写法"
    return problem(CODES[kind], path=place.path, line=place.line, message=message, hint=hint + waiver)


def shortened(value: str) -> str:
    """The beginning of a value and how long it is, enough to find it by."""
    if len(value) <= 2 * _SHOWN:
        return f"{value[:1]}…（{len(value)} 个字符）"
    return f"{value[:_SHOWN]}…{value[-1]}（{len(value)} 个字符）"


def known_of(school: School) -> frozenset[str]:
    """The numbers and addresses that the school has published as its own, written as sightings are."""
    phones, guide = school.phones, school.guide
    written = (*phones.office, *phones.supervision, *phones.authority, guide.phone, school.mailbox, guide.mailbox)
    numbers = (part for entry in written for part in entry.replace("、", " ").replace("/", " ").split())
    own = {form for one in numbers for form in (compact(one), one.lower())}
    return frozenset(own | {compact(one) for one in written})
