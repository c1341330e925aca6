"""What a change does to each record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from disclosure.domain.library import Library
from disclosure.domain.life import is_published
from disclosure.domain.record import Record
from disclosure.domain.vocabulary import Word
from disclosure.errors.problem import Severity
from disclosure.gate import Proposal
from disclosure.summary.differences import differences

_RECORDS = "data/records/"


class Deed(Word):
    """What is done to a record, in the order in which it has to be looked at."""

    DELETED = "删除公开过的记录"
    RENUMBERED = "改了编号"
    HIDDEN = "把公开过的藏起来"
    UNREADABLE = "读不出来的文件"
    WITHDRAWN = "撤销"
    RESTORED = "取消撤销"
    NEW = "新公开"
    LATER = "到日子再公开"
    EDITED = "修改"
    DRAFT = "草稿"
    DROPPED = "删除没有公开的记录"
    REWRITTEN = "只改写法或挪了文件"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record, as it was and as it would be; one of the two may be missing."""

    deed: Deed
    id: str
    before: Record | None = None
    after: Record | None = None
    path: PurePosixPath | None = None
    """Of a file that cannot be read."""
    changed: tuple[str, ...] = ()
    """What is different, in words."""

    @property
    def record(self) -> Record | None:
        """As it would be, else as it was; None for a new file that cannot be read."""
        return self.after or self.before


def record_changes(proposal: Proposal, today: date) -> tuple[RecordChange, ...]:
    """Every record whose file a change touches, the gravest deed first, then by number."""
    before, after, changes = proposal.before, proposal.after, proposal.changes
    unreadable = _unreadable(proposal)
    heirs = _heirs(before, after)
    new_numbers = {heir.id for heir in heirs.values()}
    found = [RecordChange(deed=Deed.UNREADABLE, id=str(path), path=PurePosixPath(path)) for path in unreadable]
    for record_id in sorted({*before.records, *after.records}):
        was, now = before.records.get(record_id), after.records.get(record_id)
        if was == now or (was is None and record_id in new_numbers):
            continue
        if was and now and not (changes.touches(was.source.file) or changes.touches(now.source.file)):
            continue
        if now is None and was and was.source.file in unreadable:
            continue
        found.append(_of_record(record_id, was, now or heirs.get(record_id), before, after, today))
    order = list(Deed)
    return tuple(sorted(found, key=lambda one: (order.index(one.deed), one.id)))


def followers(proposal: Proposal) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """Records whose files a change leaves alone and which change with the catalogue or with days off line all the same."""
    before, after, changes = proposal.before, proposal.after, proposal.changes
    for record_id, now in after.records.items():
        was = before.records.get(record_id)
        if was is None or was == now or changes.touches(now.source.file) or changes.touches(was.source.file):
            continue
        if changed := tuple(differences(was, now, before, after)):
            yield now, changed


def was_public(record: Record, library: Library, today: date) -> bool:
    """Whether somebody could read a record on a site."""
    return is_published(record, today) and any(record.audience & one for one in library.school.editions.values())


def _of_record(
    record_id: str, was: Record | None, now: Record | None, before: Library, after: Library, today: date
) -> RecordChange:
    """What was on no site may change its number: it is simply new."""
    is_public = bool(was and was_public(was, before, today))
    if was and now and was.id != now.id and not is_public:
        record_id, was = now.id, None
    changed = tuple(differences(was, now, before, after)) if was and now and was.id == now.id else ()
    if now is None:
        deed = Deed.DELETED if is_public else Deed.DROPPED
    elif was and was.id != now.id:
        deed = Deed.RENUMBERED
    else:
        deed = _kept(was, now, before, after, today, is_different=bool(changed))
    return RecordChange(deed=deed, id=record_id, before=was, after=now, changed=changed)


def _kept(was: Record | None, now: Record, before: Library, after: Library, today: date, *, is_different: bool) -> Deed:
    is_new = was is None or not was_public(was, before, today)
    if was and not is_new and _is_hidden(was, now, before, after, today):
        return Deed.HIDDEN
    if now.draft:
        return Deed.DRAFT
    if was and not is_different:
        return Deed.REWRITTEN
    if was and now.withdrawn and not was.withdrawn:
        return Deed.WITHDRAWN
    if was and was.withdrawn and not now.withdrawn:
        return Deed.RESTORED
    if now.published > today:
        return Deed.LATER
    return Deed.NEW if is_new else Deed.EDITED


def _is_hidden(was: Record, now: Record, before: Library, after: Library, today: date) -> bool:
    """Whether somebody who could read a record would not find it any more."""
    if not is_published(now, today):
        return True
    readers = {name for name, audience in before.school.editions.items() if was.audience & audience}
    return any(not now.audience & audience for name, audience in after.school.editions.items() if name in readers)


def _heirs(before: Library, after: Library) -> dict[str, Record]:
    """By numbers that are gone: the record with a new number that lies in the same file."""
    by_file = {one.source.file: one for one in after.records.values() if one.id not in before.records}
    gone = (one for one in before.records.values() if one.id not in after.records)
    return {one.id: by_file[one.source.file] for one in gone if one.source.file in by_file}


def _unreadable(proposal: Proposal) -> list[str]:
    """Files of records that are there and of which nothing could be made."""
    readable = {one.source.file for one in proposal.after.records.values()}
    root = proposal.changes.repository.root
    errors = {str(one.path) for one in proposal.problems if one.severity is Severity.ERROR}
    return sorted(
        path
        for path in errors
        if path.startswith(_RECORDS) and path.endswith(".md") and path not in readable and (root / path).is_file()
    )
