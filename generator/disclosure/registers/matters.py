"""招标采购 as matters: which records belong together, which step each is, what it was to cost and what it cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.vocabulary import Kind, State, Word


class Step(Word):
    """What a record of a matter is, in the order of a matter's life."""

    PLAN = "预算"
    CALL = "公告"
    FAILED = "流标"
    AWARD = "成交"
    CONTRACT = "合同"
    PROGRESS = "进度"
    ACCEPTANCE = "验收"
    SETTLEMENT = "决算"


_WORDS = (
    (Step.SETTLEMENT, ("决算", "结算", "审计")),
    (Step.ACCEPTANCE, ("验收",)),
    (Step.FAILED, ("流标", "废标", "终止")),
    (Step.CONTRACT, ("合同", "签约")),
    (Step.AWARD, ("中标", "成交", "定标", "候选人", "招标结果", "采购结果", "询价结果", "比价结果", "比选结果", "评审结果", "确定结果")),
    (Step.PROGRESS, ("进度", "施工", "履约", "执行")),
    (Step.CALL, ("招标", "询价", "比价", "比选", "磋商", "谈判", "竞价", "采购公告", "资格预审", "单一来源")),
    (Step.PLAN, ("预算", "意向", "计划", "立项")),
)  # fmt: skip
"""Words of a 环节, or of a title where there is none. The first that fits decides: 合同验收 is 验收, 招标结果 no 招标."""
_SUMMARY = "汇总"
_BUDGETS = (Step.PLAN, Step.CALL)
"""Steps whose 金额 is the budget, the first that has one."""
_PRICES = (Step.AWARD, Step.CONTRACT)
"""Steps whose 金额 is the price."""


def step_of(entry: Entry) -> Step | None:
    """Which step of a procurement an entry tells of; None where its words say nothing."""
    for text in (entry.stage, entry.title):
        for step, words in _WORDS:
            if any(word in text for word in words):
                return step
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One procurement or building project."""

    entries: tuple[Entry, ...]
    """Its records that hold, in the order of time: none that was withdrawn or that another took the place of."""
    steps: tuple[Step | None, ...]
    """Which step each of them is (`step_of`)."""

    @property
    def title(self) -> str:
        """Title of the first record."""
        return self.entries[0].title

    @property
    def announced(self) -> Entry | None:
        """The first call for tenders."""
        return next(self._of(Step.CALL), None)

    @property
    def awarded(self) -> Entry | None:
        """The record that first told who got it: an award, else the contract."""
        return next((one for step in _PRICES for one in self._of(step)), None)

    @property
    def has_failed(self) -> bool:
        """Whether the last that was heard of it is that nobody got it."""
        return self.steps[-1] is Step.FAILED

    @property
    def day(self) -> date:
        """The day by which it belongs to a term: of the award, else of its first record."""
        return (self.awarded or self.entries[0]).published

    @property
    def budget(self) -> tuple[Decimal, Entry] | None:
        """What it was to cost, with the record that says so."""
        return self._amount(_BUDGETS)

    @property
    def price(self) -> tuple[Decimal, Entry] | None:
        """What it was given away for."""
        return self._amount(_PRICES)

    @property
    def saving(self) -> Decimal | None:
        """Budget less price; None where one of them is not known."""
        return self.budget[0] - self.price[0] if self.budget and self.price else None

    @property
    def days_to_award(self) -> int | None:
        """Days from the call to the award; None without both."""
        if self.announced is None or self.awarded is None:
            return None
        return (self.awarded.published - self.announced.published).days

    def _of(self, step: Step) -> Iterator[Entry]:
        return (one for one, own in zip(self.entries, self.steps, strict=True) if own is step)

    def _amount(self, steps: tuple[Step, ...]) -> tuple[Decimal, Entry] | None:
        """Of several records of one step, the last one holds."""
        for step in steps:
            for one in reversed(list(self._of(step))):
                if isinstance(one, Shown) and one.record.amount is not None:
                    return one.record.amount, one
        return None


def matters_of(edition: Edition) -> list[Matter]:
    """All matters in which something is procured or built, by day. A record without 关联 is a matter of its own.

    A series counts where one of its records is of an item of the kind 采购; reports that sum up several matters
    (执行汇总) are none themselves.
    """
    together: dict[tuple[str, str], list[Entry]] = {}
    for entry in edition.entries():
        if entry.state not in (State.WITHDRAWN, State.REPLACED) and _SUMMARY not in (entry.stage or entry.title):
            key = (entry.series, "") if entry.series else ("", entry.id)
            together.setdefault(key, []).append(entry)
    matters = [_matter(entries) for entries in together.values() if any(map(_is_procurement, entries))]
    return sorted(matters, key=lambda one: (one.day, one.entries[0].id))


def _matter(entries: Iterable[Entry]) -> Matter:
    ordered = tuple(sorted(entries, key=lambda one: one.sort_key))
    return Matter(entries=ordered, steps=tuple(map(step_of, ordered)))


def _is_procurement(entry: Entry) -> bool:
    return entry.item is not None and entry.item.kind is Kind.PROCUREMENT
