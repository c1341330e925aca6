"""A record as the public saw it before: at an earlier state of the repository, or on the live site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath

from disclosure.domain.library import Library
from disclosure.domain.life import is_published, state_on
from disclosure.domain.record import Change, FeeLine, Record
from disclosure.domain.vocabulary import Audience

Charge = tuple[str, str, str]
"""Name, standard and unit of a fee: what people pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What may not vanish or change without a word."""

    id: str
    title: str
    published: date
    expires: date | None
    readers: tuple[frozenset[Audience], ...]
    """The audiences of each edition that showed it."""
    withdrawn_on: date | None
    is_stub: bool
    """Whether its text had been taken down; what follows is empty then."""
    amount: Decimal | None = None
    charges: tuple[Charge, ...] = ()
    changes: tuple[Change, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Attachments: name and SHA-256."""
    digest: str = ""
    """SHA-256 of the Markdown file."""
    path: PurePosixPath | None = None
    """Where its file was, relative to the school's root folder; None where nobody knows."""


def formers_of(library: Library, today: date) -> Iterator[Former]:
    """The records of an earlier state of the repository that the public can have seen, taken as of a day.

    Drafts and what is due later were on no site, so they are free to change.
    """
    editions = library.school.editions.values()
    for record in library.records.values():
        readers = tuple(audience for audience in editions if record.audience & audience)
        if readers and is_published(record, today):
            yield former_of(record, today, readers=readers)


def former_of(record: Record, today: date, *, readers: tuple[frozenset[Audience], ...]) -> Former:
    """What the public saw of a published record."""
    is_stub = state_on(record, today).is_stub
    return Former(
        id=record.id,
        title=record.title,
        published=record.published,
        expires=record.expires,
        readers=readers,
        withdrawn_on=record.withdrawn.day if record.withdrawn else None,
        is_stub=is_stub,
        amount=None if is_stub else record.amount,
        charges=() if is_stub else charges_of(record.fees),
        changes=record.changes,
        files=() if is_stub else tuple((str(one.file), one.sha256) for one in record.attachments),
        digest=record.source.digest,
        path=record.source.path,
    )


def charges_of(fees: tuple[FeeLine, ...]) -> tuple[Charge, ...]:
    """What people pay, in the order in which it is written."""
    return tuple((fee.name, fee.standard, fee.unit) for fee in fees)
