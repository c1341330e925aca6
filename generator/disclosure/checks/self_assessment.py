"""G153–G155: what a school answers for itself rests on records that exist, for years that have a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from disclosure.domain.indicators import ADDRESS, SELF_ASSESSMENT, Indicators, Judgement
from disclosure.domain.library import Library
from disclosure.domain.school import Settings
from disclosure.domain.year import year_named
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem


def check_self_assessment(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """The answers of data/self-assessment.yml against everything else."""
    indicators = library.indicators
    yield from _version(indicators)
    for slug, judgements in indicators.judgements.items():
        year = year_named(slug)
        if year and year.kind is not settings.year_kind and judgements:
            yield problem(
                "G154", path=SELF_ASSESSMENT, line=judgements[0].line,
                message=f"{year.label}是{year.kind.label}，学校的统计周期是{settings.year_kind.label}，这些回答不会出现",
                hint=f"年度改成{settings.year_kind.label}，或者在 data/school.yml 里写 统计周期: {year.kind.label}",
            )  # fmt: skip
        for one in judgements:
            yield from _evidence(one, library)


def _version(indicators: Indicators) -> Iterator[Problem]:
    if indicators.stated_version and indicators.stated_version != indicators.version:
        yield problem(
            "G155", path=SELF_ASSESSMENT, line=1,
            message=f"自评是照 {indicators.stated_version} 版指标填的，程序里现在是 {indicators.version} 版：{indicators.news}",
            hint=f"对照一遍，改成 预设版本: \"{indicators.version}\"",
        )  # fmt: skip


def _evidence(judgement: Judgement, library: Library) -> Iterator[Problem]:
    for one in judgement.evidence:
        if one.startswith(ADDRESS) or one in library.records:
            continue
        near = get_close_matches(one, list(library.records), n=1, cutoff=0.8)
        yield problem(
            "G153", path=SELF_ASSESSMENT, line=judgement.line, message=f"指标「{judgement.indicator}」的证据「{one}」没有这条记录",
            hint=f"是不是「{near[0]}」？" if near else "写记录的编号，例如 2026-0003；网站以外的写完整网址",
        )  # fmt: skip
