"""Which chapters an annual report has: the preset's, changed by what the school says in data/annual-report.yml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from disclosure.domain.annual_report import ChapterForm, Line
from disclosure.domain.report_figures import FIGURE_NAMES
from disclosure.domain.report_text import PLACEHOLDER
from disclosure.reading.form import Findings

DEFAULT_LAYOUT = "seven"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapters:
    """The chapters of a school's reports."""

    forms: tuple[ChapterForm, ...]
    names: Mapping[str, str]
    """Id of the chapter by every name that prose may give it: id and title, its own or of a chapter merged into it."""


def chapters_of(preset: Mapping[str, Any], own: Mapping[str, Any], findings: Findings) -> Chapters:
    """The chapters that the school chose, in its order.

    Args:
        preset: what the shipped file says.
        own: what the school's file says.
    """
    pool = {one["id"]: one for one in preset["chapters"]}
    chosen = own.get("chapters") or _layout(own.get("layout"), preset["layouts"], own, findings)
    names: dict[str, str] = {}
    forms: list[ChapterForm] = []
    for spec in chosen:
        if spec["id"] not in pool and not (spec.get("title") and (spec.get("lines") or spec.get("tables"))):
            near = nearest(spec["id"], pool)
            hint = near or f"自己起的标识要写名称和句子；已有的：{'、'.join(pool)}"
            findings.add("G141", spec["line"], f"年度报告没有章节「{spec['id']}」", hint)
            continue
        if spec["id"] in (form.id for form in forms):
            findings.add("R105", spec["line"], f"章节「{spec['id']}」写了两次", "只保留一处")
            continue
        form = _form(
            pool.get(spec["id"], {}) | {key: value for key, value in spec.items() if value is not None}, findings
        )
        for merged in spec.get("with") or ():
            form = _with(form, merged, pool, spec["line"], names, findings)
        names |= {pool.get(form.id, spec).get("title") or form.title: form.id, form.id: form.id, form.title: form.id}
        forms.append(form)
    return Chapters(forms=tuple(forms), names=names)


def figure_problem(text: str, line: int, findings: Findings) -> None:
    """Report every {name} in a text that is no figure. `line` is that on which the text begins."""
    for match in PLACEHOLDER.finditer(text):
        if match[1] not in FIGURE_NAMES:
            at = line + text.count("\n", 0, match.start())
            _unknown_figure(match[1], at, findings)


def nearest(written: str, known: Iterable[str]) -> str:
    """`是不是「概述」？`, '' where nothing is near."""
    near = get_close_matches(written, list(known), n=1, cutoff=0.4)
    return f"是不是「{near[0]}」？" if near else ""


def _unknown_figure(written: str, line: int, findings: Findings) -> None:
    labels = dict.fromkeys(name.label for name in FIGURE_NAMES.values())
    known = f"可用的：{'、'.join(labels)}"
    near = nearest(written, FIGURE_NAMES)
    findings.add("G140", line, f"没有叫「{written}」的数字", f"{near}{known}")


def _layout(
    written: str | None, layouts: Sequence[Mapping[str, Any]], own: Mapping[str, Any], findings: Findings
) -> Sequence[Mapping[str, Any]]:  # fmt: skip
    wanted = (written or DEFAULT_LAYOUT).removesuffix("版")
    for layout in layouts:
        if wanted in (layout["id"], layout["name"]):
            return list(layout["chapters"])
    known = "、".join(layout["name"] for layout in layouts)
    findings.add("G141", own.get("layout_line", 1), f"年度报告没有版式「{written}」", f"可选：{known}")
    return list(layouts[0]["chapters"])


def _form(values: Mapping[str, Any], findings: Findings) -> ChapterForm:
    return ChapterForm(
        id=values["id"],
        title=values["title"],
        lines=tuple(_line(one, findings) for one in values.get("lines") or ()),
        tables=values.get("tables") or (),
    )


def _line(values: Mapping[str, Any], findings: Findings) -> Line:
    when = values.get("when") or ""
    if when and when not in FIGURE_NAMES:
        _unknown_figure(when, values["line"], findings)
        when = ""
    otherwise = values.get("otherwise") or ""
    for text in (values["text"], otherwise):
        figure_problem(text, values["line"], findings)
    return Line(text=values["text"], when=FIGURE_NAMES[when].id if when else "", otherwise=otherwise)


def _with(
    form: ChapterForm, merged: str, pool: Mapping[str, Mapping[str, Any]], line: int, names: dict[str, str], findings: Findings
) -> ChapterForm:  # fmt: skip
    if merged not in pool:
        findings.add("G141", line, f"年度报告没有章节「{merged}」", nearest(merged, pool) or f"可选：{'、'.join(pool)}")
        return form
    other = _form(pool[merged], findings)
    names |= {other.id: form.id, other.title: form.id}
    return replace(form, lines=(*form.lines, *other.lines), tables=(*form.tables, *other.tables))
