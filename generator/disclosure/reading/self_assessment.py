"""data/self-assessment.yml on top of the shipped indicators: what a school is judged by, and what it answered (requirements A10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain.indicators import (
    NO_INDICATORS,
    SELF_ASSESSMENT,
    Dimension,
    Indicator,
    Indicators,
    Judgement,
    Limit,
)
from disclosure.domain.page import HandWrittenPage
from disclosure.errors.problem import Problem
from disclosure.privacy.finder import sightings_in
from disclosure.reading import values
from disclosure.reading.assessment_keys import ASSESSMENT, PRESET
from disclosure.reading.catalogue_keys import PRESETS
from disclosure.reading.form import Findings, read_form
from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

_NEW = "- {编号: Z01, 方面: 成效, 指标: 开放日向家长介绍收支, 分值: 4}"
_NEEDED = {"dimension": "方面", "text": "指标", "points": "分值"}
"""What an indicator has to have once it is merged."""
_STRICT = Limit(count=0, is_share=False)
"""Where a computed indicator says nothing of its limits: nothing may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentReading:
    """What the file came to."""

    indicators: Indicators = NO_INDICATORS
    problems: tuple[Problem, ...] = ()
    pages: tuple[HandWrittenPage, ...] = ()
    """The file as the check of personal data sees it."""
    digest: str = ""
    """Digest of the file."""


NO_ASSESSMENT = AssessmentReading()


def read_self_assessment(root: Path) -> AssessmentReading:
    """The indicators and answers of a school; the shipped indicators, unanswered, where it has no file.

    Nothing that is wrong in the file keeps anything else from being read: it is told as a problem.
    """
    preset, findings = _preset(), Findings(path=SELF_ASSESSMENT)
    text, own = _own(root / SELF_ASSESSMENT, findings)
    changes = own.get("indicators") or ()
    merged, off = _merged(preset["indicators"], changes, findings)
    known = {one.id: one for one in merged}
    indicators = Indicators(
        version=preset["version"], news=preset["news"], indicators=merged, stated_version=own.get("version") or "",
        judgements=_judgements(own.get("years") or (), known, off, findings),
    )  # fmt: skip
    page = HandWrittenPage(path=SELF_ASSESSMENT, sightings=tuple(sightings_in(text)))
    return AssessmentReading(
        indicators=indicators, problems=tuple(findings.problems), pages=(page,) if text else (), digest=digest_of(text)
    )


@cache
def _preset() -> Mapping[str, Any]:
    path = PRESETS / "self-assessment.yml"
    findings = Findings(path=PurePosixPath("presets", path.name))
    read = read_form(values.mapping(parse(read_text(path))), PRESET, findings)
    _merged(read["indicators"], (), findings)
    if findings.problems:
        raise ValueError(findings.problems)
    return read


def _own(path: Path, findings: Findings) -> tuple[str, dict[str, Any]]:
    try:
        text = read_text(path)
    except (FileNotFoundError, NotADirectoryError):
        return "", {}
    except Unreadable as error:
        findings.unreadable(error)
        return "", {}
    try:
        return text, read_form(values.mapping(parse(text)), ASSESSMENT, findings)
    except Unreadable as error:
        findings.unreadable(error, example=ASSESSMENT.example)
        return text, {}


def _merged(
    offered: Iterable[Mapping[str, Any]], changes: Iterable[Mapping[str, Any]], findings: Findings
) -> tuple[tuple[Indicator, ...], frozenset[str]]:
    """Indicators in the order of the dimensions, and the ids of those that are switched off."""
    fields: dict[str, dict[str, Any]] = {}
    lines: dict[str, int] = {}
    for one in offered:
        fields[one["id"]] = dict(one)
    for change in changes:
        if change["id"] in lines:
            message = f"指标「{change['id']}」写了两次（第 {lines[change['id']]} 行已有）"
            findings.add("R105", change["line"], message, "合成一处")
        lines[change["id"]] = change["line"]
        given = {key: value for key, value in change.items() if value is not None}
        fields[change["id"]] = fields.get(change["id"], {}) | given
    off = frozenset(one for one, found in fields.items() if found.get("enabled") is False)
    made = []
    for id, found in fields.items():
        if missing := [word for key, word in _NEEDED.items() if key not in found]:
            near = get_close_matches(id, [one["id"] for one in offered], n=1, cutoff=0.6)
            hint = (
                f"是不是想改「{near[0]}」？自己增加的要写全：{_NEW}" if near else f"自己增加的指标要写全，例如 {_NEW}"
            )
            findings.add("G151", found["line"], f"没有指标「{id}」，当作自己增加的又缺{'、'.join(missing)}", hint)
        elif id not in off:
            made.append(_indicator(found))
    order = list(Dimension)
    return tuple(sorted(made, key=lambda one: order.index(one.dimension))), off


def _indicator(found: Mapping[str, Any]) -> Indicator:
    measure = found.get("measure") or ""
    green = found.get("green") or (_STRICT if measure else None)
    return Indicator(
        id=found["id"], dimension=found["dimension"], text=found["text"], points=found["points"], measure=measure,
        green=green, amber=found.get("amber") or green,
    )  # fmt: skip


def _judgements(
    years: Iterable[Mapping[str, Any]], known: Mapping[str, Indicator], off: frozenset[str], findings: Findings
) -> dict[str, tuple[Judgement, ...]]:
    made: dict[str, tuple[Judgement, ...]] = {}
    for year in years:
        slug = year["year"].slug
        if slug in made:
            findings.add("R105", year["line"], f"{year['year'].label}的自评写了两次", "合成一处")
        lines: dict[str, int] = {}
        for one in year["judgements"]:
            if one.indicator in lines:
                message = f"指标「{one.indicator}」在{year['year'].label}答了两次（第 {lines[one.indicator]} 行已有）"
                findings.add("G152", one.line, message, "只保留一处")
            lines[one.indicator] = one.line
            _check(one, known, off, findings)
        made[slug] = tuple(year["judgements"])
    return made


def _check(one: Judgement, known: Mapping[str, Indicator], off: frozenset[str], findings: Findings) -> None:
    indicator = known.get(one.indicator)
    if indicator is None:
        near = get_close_matches(one.indicator, list(known), n=1, cutoff=0.5)
        hint = f"是不是想写「{near[0]}」？" if near else f"可用的指标：{'、'.join(known)}"
        message = f"指标「{one.indicator}」" + ("已经停用" if one.indicator in off else "不在自评表里")
        findings.add("G151", one.line, message, hint if one.indicator not in off else "删掉这一条，或重新启用")
    elif indicator.is_asked and one.light is None:
        findings.add("G152", one.line, f"指标「{one.indicator}」没有写结论", "加上 结论: 绿（或 黄、红）")
    elif not indicator.is_asked and one.light:
        message = f"指标「{one.indicator}」由程序按「{indicator.measure}」计算，不能自己下结论"
        findings.add("G152", one.line, message, "删掉 结论，只写 说明 和 证据；不同意计算办法的，改 指标 里的 绿、黄")
