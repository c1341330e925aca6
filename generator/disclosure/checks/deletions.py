"""H110, H111: nothing that was public vanishes without a word, and nothing gets another number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.finding import at
from disclosure.checks.silent_changes import silent_changes
from disclosure.domain.former import Former
from disclosure.domain.library import Library
from disclosure.domain.life import is_published
from disclosure.domain.record import Record
from disclosure.domain.vocabulary import Audience
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_SOMEWHERE = PurePosixPath("data/records")
_WITHDRAW = "撤销: {{日期: {today}, 理由: 金额有误, 批准: 校长办公会}}"


def compare_with_before(
    formers: Iterable[Former], library: Library, today: date, *,
    unreadable: Collection[PurePosixPath] = (), bodies: Mapping[str, str] | None = None,
) -> Iterator[Problem]:  # fmt: skip
    """What happened to records that were public before. A record is known by its number, wherever its file lies now.

    Args:
        unreadable: files with errors, which may be records that cannot be understood at the moment.
        bodies: the bodies from before by number; None where only the files' digests are known.
    """
    formers = list(formers)
    numbers = {former.id for former in formers}
    by_path = {record.source.path: record for record in library.records.values()}
    for former in formers:
        record = library.records.get(former.id)
        if former.published > today:
            continue
        if record is not None:
            hidden = list(_hidden(former, record, today))
            yield from hidden or silent_changes(former, record, library, today, bodies)
            continue
        heir = by_path.get(former.path) if former.path else None
        if heir is not None and heir.id not in numbers:
            yield _renumbered(former, heir)
        elif former.path not in unreadable:
            yield _vanished(former, today)


def _vanished(former: Former, today: date) -> Problem:
    hint = f"公开过的记录不能删除，把文件放回来。要收回，就在文件里写 {_withdrawal(today)}，网页会变成存根；要换成新的，新记录写 替代: {former.id}"
    return problem(
        "H110",
        path=former.path or _SOMEWHERE,
        line=0,
        message=f"公开过的 {former.id}「{former.title}」不见了",
        hint=hint,
    )


def _renumbered(former: Former, heir: Record) -> Problem:
    return at(heir, "id", "H111", f"编号从 {former.id} 改成了 {heir.id}，原来的网址 r/{former.id}/ 会打不开",
              f"改回 编号: {former.id}；要另写一条，就新建文件并写 替代: {former.id}")  # fmt: skip


def _hidden(former: Former, record: Record, today: date) -> Iterator[Problem]:
    """A record that is still there but that those who could read it cannot find any more."""
    named = f"公开过的 {former.id}「{former.title}」"
    hint = f"公开过的不能再藏起来。要收回，写 {_withdrawal(today)}"
    if record.draft:
        yield at(record, "draft", "H110", f"{named}又变成了草稿，网站上就没有它了", hint)
    elif not is_published(record, today):
        yield at(record, "published", "H110", f"{named}的公布日期推迟到了 {record.published}，网站上就没有它了", hint)
    elif not all(record.audience & readers for readers in former.readers):
        audience = "、".join(one.label for one in Audience if one in record.audience)
        yield at(record, "audience", "H110", f"{named}的公开范围缩小到了 {audience}，原来能看的人看不到了", hint)


def _withdrawal(today: date) -> str:
    return _WITHDRAW.format(today=today)
