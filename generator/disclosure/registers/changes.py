"""变更撤销终止登记册: whatever happened to a disclosure after it was published (requirements G6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.domain.edition import Edition, Entry, Shown, Stub
from disclosure.domain.table import Heading, Holds, Row, Table, row
from disclosure.domain.vocabulary import State, Word
from disclosure.domain.year import Year
from disclosure.registers.cells import linked, signoffs_in_words, title_cell

HEADINGS = (
    Heading(id="number", label="序号", holds=Holds.COUNT, width=6),
    Heading(id="day", label="日期", holds=Holds.DATE),
    Heading(id="kind", label="类型", width=10),
    Heading(id="id", label="编号", width=12),
    Heading(id="title", label="原公开内容", width=40, is_title=True),
    Heading(id="reason", label="说明", width=40),
    Heading(id="approved", label="批准", width=30),
    Heading(id="filed", label="备案", width=24),
    Heading(id="successor", label="后续公开", width=36),
    Heading(id="department", label="责任部门", width=14),
)
_LEFT_OUT = "已撤下或撤销，变更的内容不再显示"


class ChangeKind(Word):
    """What happened."""

    CHANGED = "变更"
    CORRECTED = "更正"
    REPLACED = "替代"
    EXTENDED = "延期"
    WITHDRAWN = "撤销"
    ENDED = "到期终止"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened to an entry on a day."""

    day: date
    kind: ChangeKind
    entry: Entry
    reason: str
    approved: str = ""
    filed: str = ""
    successor: Entry | None = None

    @property
    def sort_key(self) -> tuple[date, str, str]:
        """Total order by time."""
        return (self.day, self.entry.id, self.kind.name)


def changes_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """Changes, corrections, replacements, withdrawals, removals and extensions of a year, the newest last.

    Of what was taken down it tells that something was changed, never what.
    """
    found = [one for one in happenings(edition) if year is None or one.day in year]
    counts = {kind: sum(1 for one in found if one.kind is kind) for kind in ChangeKind}
    table = Table(
        id="changes",
        title="变更撤销终止登记册",
        headings=HEADINGS,
        rows=tuple(_row(number, one) for number, one in enumerate(found, start=1)),
        about="公布以后的变更、更正、替代、撤销、到期终止和停机延期，按发生先后登记。",
        notes=(
            f"共 {len(found)} 项：" + "，".join(f"{kind.label} {count}" for kind, count in counts.items()) + "。",
            "到期终止的日期是公示期满的次日；停机延期的日期是原截止日的次日。",
        ),
    )
    return (table,)


def change_days(edition: Edition) -> Iterable[date]:
    """Days on which something happened."""
    return (one.day for one in happenings(edition))


def happenings(edition: Edition) -> list[Happening]:
    """Everything that happened up to the edition's day, in the order of time."""
    entries = {entry.id: entry for entry in edition.entries()}
    found = [one for entry in entries.values() if _may_have_changed(entry) for one in _of_entry(entry, entries)]
    return sorted((one for one in found if one.day <= edition.today), key=lambda one: one.sort_key)


def _may_have_changed(entry: Entry) -> bool:
    """A quick no for most of ten thousand records."""
    if isinstance(entry, Stub):
        return True
    return bool(entry.changes or entry.record.extended or entry.record.replaces or entry.record.corrects)


def _of_entry(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Happening]:
    yield from _changed(entry)
    yield from _superseded(entry, entries)
    yield from _extended(entry)
    if isinstance(entry, Stub):
        yield from _taken_down(entry)


def _changed(entry: Entry) -> Iterator[Happening]:
    if isinstance(entry, Shown):
        notes = [(change.day, change.note) for change in entry.changes]
    else:
        notes = [(day, _LEFT_OUT) for day in entry.changed_on]
    for day, note in notes:
        yield Happening(day=day, kind=ChangeKind.CHANGED, entry=entry, reason=note)


def _superseded(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Happening]:
    """The others whose place an entry took, as far as the edition has them."""
    supersedes = entry.record.supersedes if isinstance(entry, Shown) else entry.supersedes
    filing = entry.record.filed if isinstance(entry, Shown) else None
    for former in (entries[one] for one in supersedes if one in entries):
        is_correction = entry.record.corrects == former.id if isinstance(entry, Shown) else entry.is_correction
        kind = ChangeKind.CORRECTED if is_correction else ChangeKind.REPLACED
        yield Happening(
            day=entry.published,
            kind=kind,
            entry=former,
            reason=f"由 {entry.id} {kind.label}",
            approved=signoffs_in_words(entry.record.signoffs if isinstance(entry, Shown) else entry.signoffs),
            filed=f"{filing.day}报{filing.to}" if filing else "",
            successor=entry,
        )


def _extended(entry: Entry) -> Iterator[Happening]:
    """Told from the first day that outages added."""
    extended = entry.record.extended if isinstance(entry, Shown) else entry.extended
    if extended and entry.expires:
        written = entry.expires - timedelta(days=extended)
        reason = f"网站停机，公示期顺延 {extended} 天，由 {written} 到 {entry.expires}"
        yield Happening(day=written + timedelta(days=1), kind=ChangeKind.EXTENDED, entry=entry, reason=reason)


def _taken_down(stub: Stub) -> Iterator[Happening]:
    taken = stub.withdrawn
    if taken:
        yield Happening(
            day=taken.day,
            kind=ChangeKind.WITHDRAWN,
            entry=stub,
            reason=taken.reason,
            approved=taken.approved_by,
            filed=taken.filed_to,
        )
    elif stub.state is State.REMOVED and stub.expires:
        reason = "公示期满，内容和附件已按规定撤下"
        yield Happening(day=stub.expires + timedelta(days=1), kind=ChangeKind.ENDED, entry=stub, reason=reason)


def _row(number: int, one: Happening) -> Row:
    after = one.successor
    return row(
        number,
        one.day,
        one.kind.label,
        linked(one.entry.id, one.entry.id),
        title_cell(one.entry),
        one.reason,
        one.approved,
        one.filed,
        linked(after.title, after.id) if after else "",
        one.entry.department,
        id=f"change-{number}",
    )
