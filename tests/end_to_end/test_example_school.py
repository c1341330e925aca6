"""The example school shows everything that the product can do."""

from __future__ import annotations

import re

from building import DAY, PROJECT
from disclosure.domain.duties import DutyState, duties_of
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.registers import Applicant, Outcome, Source
from disclosure.domain.standings import Standing, standings_of
from disclosure.domain.vocabulary import Audience, Kind, State
from disclosure.errors.problem import Severity
from disclosure.pipeline import read_and_check

USUAL_TYPES = {".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".txt", ".jpg", ".png", ".zip"}


LATE_ON_PURPOSE = {
    "G105": "an opinion that nobody has answered",
    "G106": "an opinion that was answered late",
    "G114": "an exemption that nobody has looked at again",
    "G116": "a shortcoming that was not put right in time",
    "G150": "a consultation whose result was not published",
}
"""What its registers have to show, a hint each."""


def test_it_has_nothing_to_mend_but_what_is_late_on_purpose() -> None:
    problems = read_and_check(PROJECT, DAY).problems
    assert sorted(problem.code for problem in problems) == sorted(LATE_ON_PURPOSE)
    assert {problem.severity for problem in problems} == {Severity.HINT}


def test_it_has_three_school_years_of_records(library: Library) -> None:
    years = {
        day.year - (day.month < 9) for day in (record.published for record in library.records.values()) if day <= DAY
    }
    assert len(library.records) >= 60
    assert {2024, 2025, 2026} <= years


def test_every_column_and_kind_and_audience_occurs(library: Library) -> None:
    records = library.records.values()
    leaves = {column.path for column in library.catalogue.walk() if not column.children}
    assert leaves <= {record.column for record in records}
    assert {library.catalogue.items[record.item].kind for record in records if record.item} == set(Kind)
    assert {audience for record in records for audience in record.audience} == set(Audience)


def test_every_state_occurs(library: Library, edition: Edition) -> None:
    assert {entry.state for entry in edition.entries()} == set(State)
    assert any(record.draft for record in library.records.values())
    assert any(record.published > DAY for record in library.records.values())


def test_every_usual_type_of_attachment_occurs_and_is_what_it_says(library: Library) -> None:
    magic = {
        ".pdf": b"%PDF",
        ".docx": b"PK",
        ".xlsx": b"PK",
        ".pptx": b"PK",
        ".zip": b"PK",
        ".png": b"\x89PNG",
        ".jpg": b"\xff\xd8",
    }
    attachments = [attachment for record in library.records.values() for attachment in record.attachments]
    assert {attachment.file.suffix for attachment in attachments} >= USUAL_TYPES
    for attachment in attachments:
        assert (PROJECT / attachment.source).read_bytes().startswith(magic.get(attachment.file.suffix, b"")), (
            attachment.file
        )


def test_a_purchase_can_be_followed_from_announcement_to_acceptance(library: Library) -> None:
    stages: dict[str, set[str]] = {}
    for record in library.records.values():
        if record.series:
            stages.setdefault(record.series, set()).add(record.stage)
    assert any(found >= {"招标公告", "中标公告", "合同公告", "验收结果"} for found in stages.values()), stages
    assert any(found >= {"收费标准", "学期结算"} for found in stages.values()), stages


def test_every_register_has_content_of_every_sort(library: Library) -> None:
    registers = library.registers
    assert {one.source for one in registers.opinions} == set(Source)
    assert {one.outcome for one in registers.opinions} == {*Outcome, None}
    assert {one.applicant for one in registers.requests} == set(Applicant)
    assert registers.exemptions
    assert registers.outages
    assert {term.name for term in library.school.terms for one in registers.inspections if term.start <= one.day <= term.end} == {
        "2025-2026学年第一学期", "2025-2026学年第二学期", "2026-2027学年第一学期",
    }  # fmt: skip
    chains = [one for one in registers.opinions if one.record and one.corrected_by and one.republished]
    assert len(chains) == 2


def test_a_full_year_lies_behind_it_with_some_of_it_late_and_missing(library: Library) -> None:
    edition = library.for_edition("internal", DAY)
    duties = duties_of(edition)
    assert {duty.state(DAY, warn_days=edition.school.settings.due_warn_days) for duty in duties} == set(DutyState)
    assert {one.standing for one in standings_of(edition, duties)} == set(Standing)


def test_senders_stand_in_the_registers_alone(library: Library) -> None:
    senders = [one.sender for one in (*library.registers.opinions, *library.registers.requests) if one.sender]
    assert len(senders) >= 2
    others = [path for path in (PROJECT / "data").rglob("*") if path.suffix in (".md", ".yml", ".txt", ".csv")]
    texts = "".join(path.read_text() for path in others if path.parent.name != "registers")
    assert [one for one in senders if one.name in texts or one.contact in texts] == []


def test_nobody_real_is_named_or_can_be_called() -> None:
    numbers = re.compile(r"(?<![\d.])(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\d.])")
    texts = [path for path in sorted((PROJECT / "data").rglob("*")) if path.suffix in (".md", ".yml", ".txt", ".csv")]
    assert {path.name: found for path in texts if (found := numbers.findall(path.read_text()))} == {}
