"""S107: from certain amounts on, a body has to have agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from disclosure.checks.examined import examined
from disclosure.checks.finding import at
from disclosure.domain.bodies import speaks_for
from disclosure.domain.catalogue import Threshold
from disclosure.domain.library import Library
from disclosure.domain.record import Record, SignOff
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_thresholds(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """金额起点 of the catalogue (requirements A5): every threshold that the amount reaches asks for its own body.

    One decision carries a whole matter: it may stand in any record of the same series.
    """
    signed: dict[str, list[SignOff]] = {}
    for record in examined(library, today):
        if record.series and record.signoffs:
            signed.setdefault(record.series, []).extend(record.signoffs)
    agreed: dict[tuple[str, str, str], bool] = {}
    for record in examined(library, today):
        item = library.catalogue.items.get(record.item)
        reached = [threshold for threshold in item.thresholds if _reaches(record, threshold)] if item else []
        missing = []
        for threshold in reached:
            matter = (record.series, "" if record.series else record.id, threshold.body)
            if matter not in agreed:
                agreed[matter] = _is_agreed(signed.get(record.series, record.signoffs), threshold.body)
            if not agreed[matter]:
                missing.append(threshold)
        if missing:
            yield _not_agreed(record, missing)


def _is_agreed(signoffs: Sequence[SignOff], body: str) -> bool:
    return any(speaks_for(text, body) for signoff in signoffs for text in (signoff.role, signoff.name))


def _reaches(record: Record, threshold: Threshold) -> bool:
    if record.amount is None:
        return False
    if threshold.per_person:
        return record.people is not None and record.amount >= threshold.amount * record.people
    return record.amount >= threshold.amount


def _not_agreed(record: Record, missing: list[Threshold]) -> Problem:
    each = "，".join(f"达到 {_yuan(t.amount)}{'（人均）' if t.per_person else ''}要经{t.body}同意" for t in missing)
    people = f"、{record.people} 人" if any(t.per_person for t in missing) else ""
    body = missing[0].body
    return at(
        record, "amount", "S107", f"金额 {_yuan(record.amount or Decimal())}{people}：{each}，审签里没有",
        f"在 审签 里加一行：- {{角色: {body}, 姓名: 2026年第3次会议, 日期: {record.published}}}；本校的起点不同，改 data/catalogue.yml 的 金额起点",
    )  # fmt: skip


def _yuan(amount: Decimal) -> str:
    return f"{amount.normalize():,f} 元"
