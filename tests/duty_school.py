"""A school with one item and a few records, for tests of what falls due: in the domain, without files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.due import due_rule
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.school import School, Settings, Term
from disclosure.domain.vocabulary import AfterExpiry, Audience, Cadence, Kind
from disclosure.domain.workdays import Span, Unit
from disclosure.reading.work_calendar import official_calendar
from domain_records import day, plain_record

SPRING = Term(name="2025-2026学年第二学期", start=day("2026-03-02"), end=day("2026-07-10"))
AUTUMN = Term(name="2026-2027学年第一学期", start=day("2026-09-01"), end=day("2027-01-22"))
TERMS = (SPRING, AUTUMN)
DAYS_20 = Span(count=20, unit=Unit.WORKING_DAYS)


def item(*rules: str, kind: Kind = Kind.ANNOUNCEMENT, cadence: Cadence = Cadence.PERIODIC, **more: Any) -> Item:
    """An item `I46` for the public, with due rules as they are written in a catalogue."""
    due = tuple(rule for rule in map(due_rule, rules) if rule)
    assert len(due) == len(rules)
    given: dict[str, Any] = {
        "id": "I46", "name": "食堂伙食费收支", "column": "fees", "contents": "", "basis": "", "department": "总务处", "owner": "",
        "audience": frozenset({Audience.PUBLIC}), "publish_within": DAYS_20, "after_expiry": AfterExpiry.ARCHIVE,
    }  # fmt: skip
    return Item(due=due, kind=kind, cadence=cadence, **(given | more))


def disclosed(record_id: str, published: str, **more: Any) -> Record:
    """A record of the item."""
    return plain_record(record_id, published=day(published), item="I46", **({"title": f"第{record_id}件"} | more))


def edition_of(
    one: Item, *records: Record, today: str, since: str = "", terms: Iterable[Term] = TERMS, name: str = "public",
    warn_days: int = 14,
) -> Edition:  # fmt: skip
    """What an edition of such a school shows on a day."""
    return library_of(one, *records, since=since, terms=terms, warn_days=warn_days).for_edition(name, day(today))


def library_of(
    one: Item, *records: Record, since: str = "", terms: Iterable[Term] = TERMS, warn_days: int = 14
) -> Library:
    """The school itself."""
    settings = Settings(ledger_since=date.fromisoformat(since) if since else None, due_warn_days=warn_days)
    return Library(
        school=School(name="示例学校", site_url="https://school.example/", terms=tuple(terms), settings=settings),
        catalogue=Catalogue(preset="standard", columns=(), items={one.id: one}, column_names={}, item_names={}),
        records={record.id: record for record in records},
        calendar=official_calendar(),
    )
