"""H112, H113: what was public changes only with a line that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from disclosure.checks.finding import at
from disclosure.domain.former import Charge, Former, charges_of
from disclosure.domain.library import Library
from disclosure.domain.life import state_on
from disclosure.domain.record import Record
from disclosure.errors.problem import Problem


def silent_changes(
    former: Former, record: Record, library: Library, today: date, bodies: Mapping[str, str] | None
) -> Iterator[Problem]:
    """Everything about a record that readers rely on and that is different now, with no new line under 变更.

    Taking a record back says why, so that nothing else has to be said. What a text said that has been taken down, or is
    now, is of no concern: nobody can read it.
    """
    if Counter(record.changes) - Counter(former.changes) or (record.withdrawn and not former.withdrawn_on):
        return
    found = list(_facts(former, record, today))
    if not former.is_stub and not state_on(record, today).is_stub:
        found += _money(former, record, today)
        found += _text(former, record, today, library=library, bodies=bodies, is_told=bool(found))
    yield from found


def _facts(former: Former, record: Record, today: date) -> Iterator[Problem]:
    """Title and days, which also a stub shows."""
    if record.title != former.title:
        yield _changed(record, "title", "标题", f"「{former.title}」", f"「{record.title}」", today)
    if record.published != former.published:
        yield _changed(record, "published", "公布日期", former.published, record.published, today)
    elif not _ends_as_before(former, record):
        key = "notice_period" if record.notice_period else "expires"
        yield _changed(record, key, "截止日期", former.expires or "长期", record.expires or "长期", today)
    if former.withdrawn_on and former.withdrawn_on <= today and record.withdrawn is None:
        yield _changed(record, "withdrawn", "撤销", "已撤销", "没有了", today)


def _ends_as_before(former: Former, record: Record) -> bool:
    """Whether its last day is the one that the public saw; that an outage put it off since then needs no 变更."""
    written, last = record.expires_as_written, record.expires
    if former.expires is None or written is None or last is None:
        return former.expires == last
    return written <= former.expires <= last


def _money(former: Former, record: Record, today: date) -> Iterator[Problem]:
    if record.amount != former.amount:
        yield _changed(record, "amount", "金额", _yuan(former.amount), _yuan(record.amount), today)
    before, now = Counter(former.charges), Counter(charges_of(record.fees))
    if before != now:
        gone, new = _told(before - now), _told(now - before)
        yield _changed(record, "fees", "收费", gone or "没有", new or "没有了", today)


def _text(
    former: Former, record: Record, today: date, *, library: Library, bodies: Mapping[str, str] | None, is_told: bool
) -> Iterator[Problem]:
    """Attachments, and the body, or where it is not known from before, the file as a whole."""
    before, now = dict(former.files), {str(one.file): one.sha256 for one in record.attachments}
    attachments = sorted(name for name in before | now if before.get(name) != now.get(name)) if before != now else []
    for name in attachments:
        deed = "换了" if name in before and name in now else "加了" if name in now else "去掉了"
        yield at(
            record, "attachments", "H112", f"公开以后{deed}附件「{name}」，没有写变更", _hint(today, f"{deed}附件")
        )
    if record.source.digest == former.digest or not former.digest:
        return
    if bodies is not None:
        was, is_now = bodies[record.id], library.bodies[record.id]
        if "".join(was.split()) != "".join(is_now.split()):
            line = record.source.body_line + _first_difference(was, is_now)
            yield at(record, "", "H112", "公开以后改了正文，没有写变更", _hint(today, "改了什么"), line=line)
    elif not is_told and not attachments:
        yield at(record, "", "H112", "文件与网站上公开的不同，没有写变更", _hint(today, "改了什么"))


def _changed(record: Record, key: str, word: str, old: object, new: object, today: date) -> Problem:
    return at(
        record, key, "H113", f"公开以后改了{word}，从 {old} 到 {new}，没有写变更", _hint(today, f"{word}改为 {new}")
    )


def _hint(today: date, note: str) -> str:
    return f"加一行：变更: [{{日期: {today}, 说明: {note}}}]"


def _first_difference(was: str, is_now: str) -> int:
    """How many lines of a text are as they were, before the first that is not."""
    before, now = was.splitlines(), is_now.splitlines()
    pairs = zip(before, now, strict=False)
    same = next((number for number, (old, new) in enumerate(pairs) if old.split() != new.split()), len(now))
    return min(same, max(len(now) - 1, 0))


def _yuan(amount: Decimal | None) -> str:
    return "没有写" if amount is None else f"{amount.normalize():,f}元"


def _told(charges: Counter[Charge]) -> str:
    return "、".join(f"「{name}」{standard}/{unit}" for name, standard, unit in charges)
