"""自评指标: what a school is judged by, how each indicator is answered, and what the school answered (requirements A10, S29)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Light
from disclosure.domain.vocabulary import Word


class Dimension(Word):
    """方面 of an indicator, in the order of the table."""

    CONTENT = "内容"
    PROCEDURE = "程序"
    TIME = "时间"
    FORM = "形式"
    FEEDBACK = "反馈"
    EFFECT = "成效"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How well it has to stand: a share that is done at least (`95%`), or how many may be missing at most (`2`)."""

    count: int
    is_share: bool

    def __str__(self) -> str:
        return f"{self.count}%" if self.is_share else f"{self.count}个"

    def is_met(self, *, share: int | None, missing: int) -> bool:
        """Whether so much was done.

        Args:
            share: per cent done, rounded down; None where there was nothing to do.
        """
        return (share is None or share >= self.count) if self.is_share else missing <= self.count


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """指标: one line of the table."""

    id: str
    dimension: Dimension
    text: str
    points: int
    measure: str = ""
    """Name of the measure that answers it (`statistics.measures`); '' where the school is asked."""
    green: Limit | None = None
    amber: Limit | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the school answers it, because nothing can be computed."""
        return not self.measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """结论: what the school says of one indicator in one year."""

    indicator: str
    light: Light | None
    """None for words on an indicator that is computed."""
    note: str = ""
    evidence: tuple[str, ...] = ()
    """Ids of records, and addresses of pages elsewhere."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """All indicators of a school, with its answers."""

    version: str
    """Of the preset that it builds on."""
    news: str
    """What that version changed."""
    indicators: tuple[Indicator, ...]
    """Those that are switched on, in the order of the table."""
    judgements: Mapping[str, tuple[Judgement, ...]] = field(default_factory=dict)
    """By slug of the year."""
    stated_version: str = ""
    """The version by which the school filled it in, '' where it does not say."""

    def judgement(self, year: str, indicator_id: str) -> Judgement | None:
        """What the school said of an indicator in a year."""
        return next((one for one in self.judgements.get(year, ()) if one.indicator == indicator_id), None)


NO_INDICATORS = Indicators(version="", news="", indicators=())
SELF_ASSESSMENT = PurePosixPath("data/self-assessment.yml")
"""The school's file."""
ADDRESS = ("https://", "http://")
"""How evidence begins that is no record."""


def indicators_for(
    indicators: Indicators, *, visible: Collection[str], open_registers: Collection[str]
) -> Indicators:  # fmt: skip
    """What an edition may show of them: nothing where its self-assessment is closed, no evidence that it does not have.

    Args:
        visible: ids of the records that the edition shows or showed.
        open_registers: ids of the registers that it has pages of.
    """
    if RegisterName.SELF_ASSESSMENT.id not in open_registers:
        return NO_INDICATORS
    shown = {year: tuple(_shown(one, visible) for one in found) for year, found in indicators.judgements.items()}
    return replace(indicators, judgements=shown)


def _shown(judgement: Judgement, visible: Collection[str]) -> Judgement:
    kept = tuple(one for one in judgement.evidence if one.startswith(ADDRESS) or one in visible)
    return replace(judgement, evidence=kept)
