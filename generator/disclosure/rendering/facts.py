"""The table of facts on a record's page: one line for each thing that is known, nothing for what is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from disclosure.domain.edition import Shown, Stub
from disclosure.domain.index_number import index_number
from disclosure.domain.record import FeeLine, Record
from disclosure.domain.school import School
from disclosure.rendering.words import audience_in_words, day_in_words, moment_in_words, yuan


class Fact(NamedTuple):
    """A line of the table: plain text."""

    label: str
    text: str

    @property
    def stays(self) -> bool:
        """Whether it may still be said when the record has been taken down."""
        return self.label in _STUB_LABELS


_STUB_LABELS = frozenset(["编号", "索引号", "公开事项", "责任部门", "文号", "公布日期", "截止日期"])


def facts_of_record(shown: Shown, school: School) -> list[Fact]:
    """All facts of a record, in the order of the issue slip."""
    return [Fact(label, text) for label, text in _record_lines(shown, school) if text]


def _record_lines(shown: Shown, school: School) -> Iterator[tuple[str, str]]:
    record, item = shown.record, shown.item
    yield "编号", record.id
    yield "索引号", index_number(shown, school)
    yield "公开事项", item.name if item else ""
    yield "公开范围", audience_in_words(record.audience)
    yield "公开频次", item.cadence.label if item else ""
    yield "期号", record.issue
    yield "责任部门", record.department
    yield "责任人", record.owner
    yield "形成日期", day_in_words(record.formed) if record.formed else ""
    yield "公布日期", moment_in_words(record.published, record.published_time)
    yield "公示期", str(record.notice_period) if record.notice_period else ""
    yield "截止日期", day_in_words(record.expires) if record.expires else "长期"
    yield "停机顺延", _extension(record) if record.extended else ""
    yield "复核日期", day_in_words(record.review_by) if record.review_by else ""
    yield "文号", record.document_number
    yield "金额", yuan(record.amount) if record.amount is not None else ""
    yield "人数", f"{record.people} 人" if record.people else ""
    yield "公开依据", item.basis if item else ""
    yield "审签", _signoffs(record)
    yield "备案", f"{day_in_words(record.filed.day)}报{record.filed.to}" if record.filed else ""
    yield "公开渠道", "、".join(record.channels)


def facts_of_stub(stub: Stub, school: School) -> list[Fact]:
    """What may still be said of a record that was taken down."""
    lines = [
        ("编号", stub.id),
        ("索引号", index_number(stub, school)),
        ("公开事项", stub.item.name if stub.item else ""),
        ("责任部门", stub.department),
        ("文号", stub.document_number),
        ("公布日期", day_in_words(stub.published)),
        ("截止日期", day_in_words(stub.expires) if stub.expires else ""),
    ]
    return [Fact(label, text) for label, text in lines if text]


def _extension(record: Record) -> str:
    written = record.expires_as_written
    return f"公示期因停机顺延 {record.extended} 天（原定 {day_in_words(written)}截止）" if written else ""


def _signoffs(record: Record) -> str:
    return "；".join(f"{s.role} {s.name} {day_in_words(s.day)}" for s in record.signoffs)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTotal:
    """Sum of all plain amounts that are charged by the same unit."""

    unit: str
    amount: Decimal
    """Yuan."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTable:
    """收费 of a record, with its totals by unit and the documents it rests on."""

    lines: tuple[FeeLine, ...]
    totals: tuple[FeeTotal, ...]
    bases: tuple[str, ...]


def fee_table(record: Record) -> FeeTable | None:
    """The fees of a record; None where it has none. Standards that are no plain amount are not summed."""
    if not record.fees:
        return None
    amounts: dict[str, list[Decimal]] = {}
    for line in record.fees:
        if line.amount is not None:
            amounts.setdefault(line.unit, []).append(line.amount)
    totals = tuple(FeeTotal(unit=u, amount=sum(a, Decimal()), count=len(a)) for u, a in amounts.items())
    bases = dict.fromkeys(" ".join(part for part in (line.basis, line.document) if part) for line in record.fees)
    return FeeTable(lines=record.fees, totals=totals, bases=tuple(base for base in bases if base))
