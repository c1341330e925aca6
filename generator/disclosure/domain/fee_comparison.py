"""与去年相比: what rose and what fell between two records of the same item. Nothing is reckoned that is no plain amount."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosure.domain.edition import Shown
from disclosure.domain.record import FeeLine
from disclosure.domain.vocabulary import Word

ABOUT_A_YEAR = (270, 460)
"""Days between the publications of two records that are compared as this year's and last year's."""
_Key = tuple[str, ...]


class Turn(Word):
    """What became of a charge."""

    ROSE = "上涨"
    FELL = "下降"
    SAME = "不变"
    NEW = "新增"
    DROPPED = "本次没有列出"
    UNCLEAR = "标准表述有变"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFee:
    """A charge, before and now; standards are as written, '' where there is none."""

    name: str
    unit: str
    before: str
    now: str
    turn: Turn
    difference: Decimal | None = None
    """Yuan, never negative; where both standards are plain amounts."""
    percent: Decimal | None = None
    """Of the amount before, to one decimal; None where nothing was charged before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeComparison:
    """The charges of a record beside those of an earlier one."""

    earlier: Shown
    is_a_year: bool
    """Whether the earlier record was published about a year before."""
    lines: tuple[ComparedFee, ...]

    @property
    def changed(self) -> tuple[ComparedFee, ...]:
        """Charges that did not stay as they were."""
        return tuple(line for line in self.lines if line.turn is not Turn.SAME)

    @property
    def same(self) -> tuple[ComparedFee, ...]:
        """Charges that stayed as they were."""
        return tuple(line for line in self.lines if line.turn is Turn.SAME)


def compare_fees(shown: Shown, earlier: Shown) -> FeeComparison:
    """The charges of a record beside those of an earlier one, in the order of the record; dropped ones at the end."""
    low, high = ABOUT_A_YEAR
    return FeeComparison(
        earlier=earlier,
        is_a_year=low <= (shown.published - earlier.published).days <= high,
        lines=tuple(_compared(earlier.record.fees, shown.record.fees)),
    )


def _compared(before: tuple[FeeLine, ...], now: tuple[FeeLine, ...]) -> Iterable[ComparedFee]:
    old, new = _by_key(before, now)
    for key in dict.fromkeys([*new, *old]):
        yield _one(key, old.get(key, []), new.get(key, []))


def _by_key(*tables: tuple[FeeLine, ...]) -> list[dict[_Key, list[FeeLine]]]:
    """Lines by name and unit; where a table has several of these, by their scope too."""
    several = {
        key for lines in tables for key in {(one.name, one.unit) for one in lines}
        if sum((one.name, one.unit) == key for one in lines) > 1
    }  # fmt: skip
    found: list[dict[_Key, list[FeeLine]]] = []
    for lines in tables:
        by_key: dict[_Key, list[FeeLine]] = {}
        for one in lines:
            key = (one.name, one.unit)
            by_key.setdefault((*key, one.scope) if key in several else key, []).append(one)
        found.append(by_key)
    return found


def _one(key: _Key, old: list[FeeLine], new: list[FeeLine]) -> ComparedFee:
    before, now = ("、".join(line.standard for line in lines) for lines in (old, new))
    name = f"{key[0]}（{key[2]}）" if len(key) > 2 and key[2] else key[0]
    turn, difference, percent = Turn.UNCLEAR, None, None
    if not old or not new:
        turn = Turn.DROPPED if old else Turn.NEW
    elif len(old) == len(new) == 1 and old[0].amount is not None and new[0].amount is not None:
        turn, difference, percent = _reckoned(old[0].amount, new[0].amount)
    elif before == now:
        turn = Turn.SAME
    return ComparedFee(
        name=name, unit=key[1], before=before, now=now, turn=turn, difference=difference, percent=percent
    )


def _reckoned(old: Decimal, new: Decimal) -> tuple[Turn, Decimal | None, Decimal | None]:
    if old == new:
        return Turn.SAME, None, None
    difference = abs(new - old)
    percent = (difference / old * 100).quantize(Decimal("0.1"), ROUND_HALF_UP) if old else None
    return (Turn.ROSE if new > old else Turn.FELL), difference, percent
