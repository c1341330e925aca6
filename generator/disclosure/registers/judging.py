"""How a school stands by each indicator in a year: computed from its records and registers, or as it said itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from disclosure.domain.edition import Edition
from disclosure.domain.indicators import ADDRESS, Indicator, Judgement
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Light, Place
from disclosure.domain.urls import record_url, register_url
from disclosure.domain.year import Year
from disclosure.statistics.measures import MEASURES
from disclosure.statistics.tally import Measure, Seen, Tally, see

OPEN = "待填"
"""What is said where the school has not answered yet."""
_SHARES = {Light.GREEN: Decimal(1), Light.AMBER: Decimal("0.5"), Light.RED: Decimal(0), None: Decimal(0)}
"""Of an indicator's points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One indicator in one year."""

    indicator: Indicator
    words: str
    """The figure, or what the school said."""
    light: Light | None = None
    is_open: bool = False
    """Whether the school still has to answer."""
    page: str = ""
    """Where everything that was looked at is listed, relative to the site's root; '' where that is no single page."""
    evidence: tuple[Place, ...] = ()
    """Records that the school names."""
    done: tuple[Place, ...] = ()
    done_count: int = 0
    missing: tuple[Place, ...] = ()
    missing_count: int = 0
    elsewhere: tuple[str, ...] = ()
    """Evidence outside the site."""

    @property
    def counts(self) -> bool:
        """Whether its points are possible: not so where there was nothing to do, or this edition cannot tell."""
        return self.light is not None or self.is_open

    @property
    def reached(self) -> Decimal:
        """Full points for green, half of them for amber."""
        return self.indicator.points * _SHARES[self.light]


def judge(edition: Edition, year: Year) -> tuple[Judged, ...]:
    """How the school stands in a year by each of its indicators, in the order of the table."""
    seen = see(edition, year)
    return tuple(
        _judged(one, seen, edition.indicators.judgement(year.slug, one.id)) for one in edition.indicators.indicators
    )


def _judged(indicator: Indicator, seen: Seen, said: Judgement | None) -> Judged:
    said = said or Judgement(indicator=indicator.id, light=None)
    records = tuple(Place(url=record_url(one), text=one) for one in said.evidence if not one.startswith(ADDRESS))
    elsewhere = tuple(one for one in said.evidence if one.startswith(ADDRESS))
    if indicator.is_asked:
        words = said.note or ("学校自评" if said.light else OPEN)
        return Judged(
            indicator=indicator, light=said.light, is_open=said.light is None, evidence=records, elsewhere=elsewhere, words=words,
        )  # fmt: skip
    measure = MEASURES[indicator.measure]
    if reason := _not_told(measure, seen):
        return Judged(indicator=indicator, words=_with(reason, said.note), evidence=records, elsewhere=elsewhere)
    tally = measure.of(seen)
    return Judged(
        indicator=indicator, words=_with(tally.words, said.note), light=_light(indicator, tally), page=_page(measure, seen),
        evidence=records, elsewhere=elsewhere, done=tally.done, missing=tally.missing,
        done_count=tally.done_count, missing_count=tally.missing_count,
    )  # fmt: skip


def _page(measure: Measure, seen: Seen) -> str:
    register = measure.listed_in or next(iter(measure.needs), None)
    if register is None or register.id not in seen.edition.open_registers:
        return ""
    by_year = register is not RegisterName.EXEMPTIONS
    return register_url(register.id, seen.year.slug if by_year else "")


def _not_told(measure: Measure, seen: Seen) -> str:
    """Why an edition cannot tell; '' where it can."""
    if closed := [one.label for one in measure.needs if one.id not in seen.edition.open_registers]:
        return f"依据的{'、'.join(closed)}不在本版公开"
    return "只看当前，往年不计" if measure.is_of_today and not seen.is_now else ""


def _light(indicator: Indicator, tally: Tally) -> Light | None:
    """None where there was nothing to do."""
    if tally.share is None:
        return None
    for light, limit in ((Light.GREEN, indicator.green), (Light.AMBER, indicator.amber)):
        if limit and limit.is_met(share=tally.share, missing=tally.missing_count):
            return light
    return Light.RED


def _with(words: str, note: str) -> str:
    return f"{words}；{note}" if note else words
