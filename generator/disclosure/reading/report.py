"""data/annual-report.yml and data/reports/<year>.md: how a school wants its annual reports, and what it wrote for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from disclosure.caching.stamps import digest_of
from disclosure.domain.annual_report import NO_PLAN, Prose, ReportPlan, Section
from disclosure.domain.page import HandWrittenPage
from disclosure.domain.report_figures import DECLARED
from disclosure.domain.year import year_named
from disclosure.errors.problem import Problem
from disclosure.privacy.finder import sightings_in
from disclosure.reading import values
from disclosure.reading.body_links import links_in
from disclosure.reading.catalogue_keys import PRESETS
from disclosure.reading.form import Findings, lines_of, read_form
from disclosure.reading.nesting import check_nesting
from disclosure.reading.nodes import Unreadable
from disclosure.reading.report_chapters import Chapters, chapters_of, figure_problem, nearest
from disclosure.reading.report_keys import PRESET, REPORT
from disclosure.reading.source_text import read_text
from disclosure.reading.strict_yaml import parse

_FILE = PurePosixPath("data/annual-report.yml")
_FOLDER = PurePosixPath("data/reports")
_HEADING = re.compile(r"(#{1,2})[ \t]+(.*?)[ \t#]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+[章、.．]|\d+[、.．])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReading:
    """What the files came to."""

    plan: ReportPlan = NO_PLAN
    problems: tuple[Problem, ...] = ()
    pages: tuple[HandWrittenPage, ...] = ()
    """The same files as the checks of links and personal data see them."""
    digest: str = ""
    """Digest of the files."""


NO_REPORTS = ReportReading()


def read_reports(root: Path) -> ReportReading:
    """How a school wants its annual reports; the preset where it says nothing. Whatever is wrong is told as a problem."""
    problems: list[Problem] = []
    pages: list[HandWrittenPage] = []
    texts: list[str] = []
    own, findings = _own(root, pages, texts)
    chapters = chapters_of(_preset(), own, findings)
    problems += findings.problems
    prose: dict[str, Prose] = {}
    for path in _markdown(root / _FOLDER):
        findings = Findings(path=_FOLDER / path.name)
        text = _text(path, findings)
        if text is not None:
            texts += (path.name, text)
            pages.append(_page(findings.path, text))
            _add_prose(path.stem, text, chapters, prose, findings)
        problems += findings.problems
    plan = ReportPlan(
        chapters=chapters.forms, compiler=own.get("compiler") or "", phone=own.get("phone") or "",
        declared=_declared(own), prose=prose,
    )  # fmt: skip
    return ReportReading(plan=plan, problems=tuple(problems), pages=tuple(pages), digest=digest_of(*texts))


@cache
def _preset() -> Mapping[str, Any]:
    path = PRESETS / "annual-report.yml"
    findings = Findings(path=PurePosixPath("presets", path.name))
    read = read_form(values.mapping(parse(read_text(path))), PRESET, findings)
    chapters_of(read, {}, findings)
    if findings.problems:
        raise ValueError(findings.problems)
    return read


def _own(root: Path, pages: list[HandWrittenPage], texts: list[str]) -> tuple[dict[str, Any], Findings]:
    """What the school's file says; nothing where there is none."""
    findings = Findings(path=_FILE)
    text = _text(root / _FILE, findings)
    if text is None:
        return {}, findings
    texts.append(text)
    pages.append(_page(_FILE, text))
    try:
        node = values.mapping(parse(text))
    except Unreadable as error:
        findings.unreadable(error, example=REPORT.example)
        return {}, findings
    read = {key: value for key, value in read_form(node, REPORT, findings).items() if value is not None}
    return read | {"layout_line": lines_of(node, REPORT).get("layout", 1)}, findings


def _text(path: Path, findings: Findings) -> str | None:
    """Text of a file; None where there is none, or it cannot be read, which is reported."""
    try:
        text = read_text(path)
        check_nesting(text, first_line=1)
        return text
    except Unreadable as error:
        findings.unreadable(error)
    except (FileNotFoundError, NotADirectoryError):
        pass
    return None


def _markdown(folder: Path) -> list[Path]:
    if folder.is_symlink() or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix == ".md" and not path.name.startswith((".", "_")))


def _page(path: PurePosixPath, text: str) -> HandWrittenPage:
    links = links_in(text, first_line=1) if path.suffix == ".md" else ()
    return HandWrittenPage(path=path, links=links, sightings=tuple(sightings_in(text)))


def _declared(own: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What only the school knows, by year."""
    known = [name.id for name in DECLARED]
    return {
        one["year"].slug: {id: one[id] for id in known if one.get(id) is not None} for one in own.get("years") or ()
    }


def _add_prose(stem: str, text: str, chapters: Chapters, prose: dict[str, Prose], findings: Findings) -> None:
    year = year_named(stem)
    if year is None or year.slug != stem:
        findings.add("G142", 0, f"文件名「{stem}.md」不是年度", "写成 2026.md，或者 2025-2026.md")
        return
    sections = []
    for title, body, line in _sections(text):
        name = _NUMBER.sub("", title)
        chapter = chapters.names.get(title) or chapters.names.get(name)
        if not title:
            findings.add(
                "G142", line, "这段文字不在任何章节里", f"上面加一行章节标题，例如 ## {chapters.forms[0].title}"
            )
        elif not chapter:
            known = "、".join(form.title for form in chapters.forms)
            hint = f"{nearest(name, chapters.names)}本校的章节：{known}"
            findings.add("G141", line, f"年度报告没有章节「{title}」", hint)
        elif body.strip():
            body_line = line + 1 + (len(body) - len(body.lstrip("\n")))
            section = Section(chapter=chapter, text=body.strip("\n"), line=body_line)
            figure_problem(section.text, section.line, findings)
            sections.append(section)
    prose[stem] = Prose(path=str(findings.path), sections=tuple(sections))


def _sections(text: str) -> Iterator[tuple[str, str, int]]:
    """Title, body and line of each `## ` section; '' is the title of text that stands above the first."""
    title, start, rows, fence = "", 1, list[str](), ""
    for number, row in enumerate(text.split("\n"), start=1):
        mark = _FENCE.match(row)
        if mark:
            fence = "" if fence and row.strip().startswith(fence) else fence or mark[1]
        heading = None if fence else _HEADING.fullmatch(row)
        if heading is None or (heading[1] == "#" and title):
            rows.append(row)
            continue
        if title or _has_words(rows):
            yield title, "\n".join(rows), start
        title, start, rows = heading[2] if heading[1] == "##" else "", number, []
    if title or _has_words(rows):
        yield title, "\n".join(rows), start


def _has_words(rows: list[str]) -> bool:
    return bool(_COMMENT.sub("", "\n".join(rows)).strip())
