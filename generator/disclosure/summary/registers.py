"""What a change enters into registers: never who sent an opinion or a request."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from disclosure.domain.library import Library
from disclosure.domain.registers import Exemption, Inspection, Opinion, Outage, Request
from disclosure.domain.registers_shown import RegisterName
from disclosure.rendering.quoted import cut
from disclosure.rendering.words import day_in_words
from disclosure.summary.line import Line, Part

E = TypeVar("E", Opinion, Request, Exemption, Outage, Inspection)
_LONGEST = 120
_MOST = 10


def register_parts(before: Library, after: Library, *, hidden: Callable[[str], str]) -> Iterator[Part]:
    """One part for each register that has new, other or fewer entries.

    Args:
        hidden: a text without the names and contacts of senders.
    """
    old, new = before.registers, after.registers
    found = (
        (RegisterName.OPINIONS, _rows(old.opinions, new.opinions, _id, _opinion)),
        (RegisterName.REQUESTS, _rows(old.requests, new.requests, _id, _request)),
        (RegisterName.EXEMPTIONS, _rows(old.exemptions, new.exemptions, _id, _exemption)),
        (RegisterName.OUTAGES, _rows(old.outages, new.outages, _days, _outage)),
        (RegisterName.INSPECTIONS, _rows(old.inspections, new.inspections, _id, _inspection)),
    )
    for name, rows in found:
        if lines := [hidden(row) for row in rows]:
            is_public = name.id in after.catalogue.public_registers
            where = "社会版网站上也有" if is_public else "只在校内版"
            shown = [Line(line) for line in lines[:_MOST]]
            shown += [Line(f"还有 {len(lines) - _MOST} 行，没有列出")] if len(lines) > _MOST else []
            heading = f"{name.label}（{where}）"
            yield Part(heading=heading, lines=tuple(shown), short=f"{heading}：{len(lines)} 行")


def _rows(old: Sequence[E], new: Sequence[E], key: Callable[[E], str], say: Callable[[E], str]) -> list[str]:
    """The entries that are new, other or gone. Those whose sender alone is different look the same."""
    were, are = {key(one): one for one in old}, {key(one): one for one in new}
    told = [f"新登记 {say(one)}" for name, one in are.items() if name not in were]
    told += [f"改了 {say(one)}" for name, one in are.items() if name in were and were[name] != one]
    return told + [f"去掉了 {name}" for name in were if name not in are]


def _id(one: Opinion | Request | Exemption | Inspection) -> str:
    return one.id


def _days(one: Outage) -> str:
    return f"{day_in_words(one.start)}—{day_in_words(one.end)}"


def _opinion(one: Opinion) -> str:
    answer = "还没有答复"
    if one.answered:
        answer = f"{day_in_words(one.answered)}答复" + (f"，{one.outcome.label}" if one.outcome else "")
    asks = "（点题公开）" if one.is_topic else ""
    return f"{one.id} {day_in_words(one.received)}{one.source.label}{asks}「{cut(one.text, _LONGEST)}」，{answer}"


def _request(one: Request) -> str:
    answer = one.answer.label if one.answer else "还没有答复"
    return f"{one.id} {day_in_words(one.received)}{one.applicant.label}申请「{cut(one.text, _LONGEST)}」，{answer}"


def _exemption(one: Exemption) -> str:
    review = f"，{day_in_words(one.review_by)}复核" if one.review_by else ""
    reason = f"{one.ground.label}，{cut(one.reason, _LONGEST)}，{cut(one.approved_by, _LONGEST)}批准"
    return f"{one.id} {day_in_words(one.decided)}「{cut(one.text, _LONGEST)}」，{reason}{review}"


def _outage(one: Outage) -> str:
    return f"{_days(one)} {cut(one.reason, _LONGEST)}"


def _inspection(one: Inspection) -> str:
    found = f"发现 {len(one.shortcomings)} 个问题" if one.shortcomings else "没有发现问题"
    return f"{one.id} {day_in_words(one.day)}{cut(one.by, 40)}检查「{cut(one.scope, _LONGEST)}」，{found}"
