"""What is different in a record, in words: every key of the front matter, the text, the attachments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from disclosure.domain.library import Library
from disclosure.domain.record import Attachment, FeeLine, Record, SignOff
from disclosure.reading.record_keys import RECORD
from disclosure.rendering.quoted import cut
from disclosure.rendering.words import audience_in_words, day_in_words, moment_in_words, yuan
from disclosure.summary.line import some

LABELS = {key.name: key.chinese for key in RECORD.keys}
"""Chinese by English key."""
_LONGEST = 60
_IN_WORDS: dict[str, Callable[[Record], str]] = {
    "title": lambda one: one.title,
    "summary": lambda one: one.summary,
    "published": lambda one: moment_in_words(one.published, one.published_time),
    "formed": lambda one: day_in_words(one.formed) if one.formed else "",
    "notice_period": lambda one: str(one.notice_period) if one.notice_period else "",
    "expires": lambda one: day_in_words(one.expires) if one.expires else "长期",
    "after_expiry": lambda one: one.after_expiry.label,
    "review_by": lambda one: day_in_words(one.review_by) if one.review_by else "",
    "audience": lambda one: audience_in_words(one.audience),
    "department": lambda one: one.department,
    "owner": lambda one: one.owner,
    "document_number": lambda one: one.document_number,
    "issue": lambda one: one.issue,
    "filed": lambda one: f"{day_in_words(one.filed.day)}报{one.filed.to}" if one.filed else "",
    "amount": lambda one: yuan(one.amount) if one.amount is not None else "",
    "people": lambda one: f"{one.people} 人" if one.people else "",
    "series": lambda one: one.series,
    "stage": lambda one: one.stage,
    "replaces": lambda one: one.replaces,
    "corrects": lambda one: one.corrects,
    "withdrawn": lambda one: f"{day_in_words(one.withdrawn.day)}，{one.withdrawn.reason}" if one.withdrawn else "",
    "meeting": lambda one: day_in_words(one.meeting) if one.meeting else "",
    "late_entry": lambda one: f"{day_in_words(one.late_entry.day)}，{one.late_entry.reason}" if one.late_entry else "",
    "channels": lambda one: "、".join(one.channels),
    "hotline": lambda one: one.hotline,
    "draft": lambda one: "是" if one.draft else "否",
}
"""Keys with one value; empty where there is none."""


def differences(was: Record, now: Record, before: Library, after: Library) -> Iterator[str]:
    """Everything that readers, or those who sign, see changed. Nothing for what is only written in another way."""
    yield from _place(was, now, before, after)
    for key, say in _IN_WORDS.items():
        old, new = say(was), say(now)
        if old != new:
            yield f"{LABELS[key]}：{_turned(old, new)}"
    yield from _listed(LABELS["fees"], list(map(fee_in_words, was.fees)), list(map(fee_in_words, now.fees)))
    signed = list(map(signoff_in_words, was.signoffs)), list(map(signoff_in_words, now.signoffs))
    yield from _listed(LABELS["signoffs"], *signed)
    changes = [[f"{one.day} {one.note}" for one in record.changes] for record in (was, now)]
    yield from _listed("变更说明", *changes)
    if [one[:4] for one in was.waivers] != [one[:4] for one in now.waivers]:
        yield f"{LABELS['waivers']}：改了"
    if _figures(was) != _figures(now):
        yield f"{LABELS['report']}：改了数字"
    yield from _attachments(was.attachments, now.attachments)
    yield from _body(before.bodies[was.id], after.bodies[now.id], is_same=was.source.digest == now.source.digest)


def fee_in_words(fee: FeeLine) -> str:
    """`伙食费 15元/每餐`"""
    return f"{cut(fee.name, _LONGEST)} {cut(fee.standard, _LONGEST)}/{cut(fee.unit, _LONGEST)}"


def signoff_in_words(one: SignOff) -> str:
    """`校长 沈某某 2026年8月28日`"""
    return f"{cut(one.role, _LONGEST)} {cut(one.name, _LONGEST)} {day_in_words(one.day)}"


def _turned(old: str, new: str) -> str:
    if not new:
        return f"去掉了「{cut(old, _LONGEST)}」"
    return f"由「{cut(old, _LONGEST)}」改为「{cut(new, _LONGEST)}」" if old else f"新写「{cut(new, _LONGEST)}」"


def _listed(label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """A list of which some is new or gone, whatever its order."""
    gone, come = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    told = [f"加了{some(come, _short)}"] if come else []
    told += [f"去掉了{some(gone, _short)}"] if gone else []
    if told:
        yield f"{label}：{'；'.join(told)}"


def _short(text: str) -> str:
    return f"「{cut(text, 2 * _LONGEST)}」"


def _place(was: Record, now: Record, before: Library, after: Library) -> Iterator[str]:
    """Item and column, by their names."""
    old, new = before.catalogue.items.get(was.item), after.catalogue.items.get(now.item)
    if was.item != now.item:
        yield f"{LABELS['item']}：{_turned(old.name if old else was.item, new.name if new else now.item)}"
    if was.column != now.column:
        names = [
            column.full_name if (column := library.catalogue.column_names.get(path)) else path
            for library, path in ((before, was.column), (after, now.column))
        ]
        yield f"{LABELS['column']}：{_turned(*names)}"


def _figures(record: Record) -> object:
    stated = record.report
    return stated and (stated.start, stated.end, stated.values, stated.edition)


def _attachments(was: Sequence[Attachment], now: Sequence[Attachment]) -> Iterator[str]:
    old, new = {str(one.file): one for one in was}, {str(one.file): one for one in now}
    deeds = {
        "加了": [name for name in new if name not in old],
        "去掉了": [name for name in old if name not in new],
        "换了": [name for name in new if name in old and new[name].sha256 != old[name].sha256],
        "改了名称的": [name for name in new if name in old and new[name].title != old[name].title],
    }
    told = [f"{deed}{some(names, _short)}" for deed, names in deeds.items() if names]
    if told:
        yield f"{LABELS['attachments']}：{'；'.join(told)}"


def _body(was: str, now: str, *, is_same: bool) -> Iterator[str]:
    if is_same or "".join(was.split()) == "".join(now.split()):
        return
    old, new = (Counter(line.strip() for line in text.splitlines() if line.strip()) for text in (was, now))
    counts = {"加了": (new - old).total(), "去掉了": (old - new).total()}
    told = "，".join(f"{word} {count} 行" for word, count in counts.items() if count) or "换了次序"
    yield f"正文：{told}"
