"""The example school shows everything that the product can do."""

from __future__ import annotations

import re

from building import DAY, PROJECT
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.vocabulary import Audience, Kind, State
from disclosure.pipeline import read_and_check

USUAL_TYPES = {".pdf", ".docx", ".xlsx", ".pptx", ".csv", ".txt", ".jpg", ".png", ".zip"}


def test_it_has_nothing_to_mend() -> None:
    assert read_and_check(PROJECT, DAY).problems == ()


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


def test_nobody_real_is_named_or_can_be_called() -> None:
    numbers = re.compile(r"(?<![\d.])(?:1[3-9]\d{9}|\d{17}[\dXx])(?![\d.])")
    texts = [path for path in sorted((PROJECT / "data").rglob("*")) if path.suffix in (".md", ".yml", ".txt", ".csv")]
    assert {path.name: found for path in texts if (found := numbers.findall(path.read_text()))} == {}
