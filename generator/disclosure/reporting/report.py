"""The annual report of an edition: chapters with their sentences, the school's own words and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.domain import urls
from disclosure.domain.annual_report import Chapter, ChapterForm, Interval, Report, interval_of
from disclosure.domain.edition import Edition, Shown
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.report_figures import FIGURE_NAMES, Figures
from disclosure.domain.table import Table
from disclosure.domain.year import Year, year_named
from disclosure.reporting.filling import names_in, prose, sentence
from disclosure.reporting.tables import RECORDS, Counting, records_of, tables_of
from disclosure.statistics.figures import Figures as Counted
from disclosure.statistics.figures import years_of
from disclosure.statistics.named import counted_in, named_figures

_EXPECTED = ("charged", "reconsiderations", "lawsuits", "complaints")
"""Declared figures without which a chapter of the shipped report stays empty."""


def make_report(
    edition: Edition,
    interval: Interval,
    *,
    counted: Counted | None = None,
    procurement: tuple[Table, ...] | None = None,
) -> Report:
    """The report of an interval as it is known on the edition's day.

    Args:
        counted: `counted_in` of the interval, where it is at hand.
        procurement: the register of procurement of the year, where it is at hand.
    """
    plan = edition.reports
    counted = counted or counted_in(edition, interval)[interval]
    has_pages, is_page = interval.year in years_of(edition), interval.year in report_years(edition)
    listed_at = f"{urls.report_url(interval.slug)}#{RECORDS}" if is_page and not has_pages else ""
    figures = named_figures(edition, interval, plan, counted=counted, listed_at=listed_at)
    counting = Counting(
        edition=edition, interval=interval, counted=counted, has_pages=has_pages, procurement=procurement
    )
    chapters: list[Chapter] = []
    unknown: list[str] = []
    for form in plan.chapters:
        chapter, missing = _chapter(form, figures, counting)
        chapters.append(chapter)
        unknown += missing
    return Report(
        interval=interval, school=edition.school.name, today=edition.today, chapters=tuple(chapters), figures=figures,
        compiler=plan.compiler, phone=figures["phone"].text if "phone" in figures else "",
        records=records_of(counting) if listed_at else None,
        wanting=tuple(_wanting(chapters, unknown, counting, figures)),
    )  # fmt: skip


def report_years(edition: Edition) -> list[Year]:
    """The years that an edition has report pages of, newest first: those of its statistics, those for which the school
    wrote words, and those of which it published a report; none where reports are not open.
    """
    if RegisterName.REPORTS.id not in edition.open_registers:
        return []
    written = [year for slug in edition.reports.prose if (year := year_named(slug))]
    stated = [Year(start=one.start, end=one.end) for shown in edition.shown if (one := shown.record.report) is not None]
    named = [year for year in stated if interval_of(year).slug == year.slug and year_named(year.slug) == year]
    found = {year for year in (*years_of(edition), *written, *named) if year.start <= edition.today}
    return sorted(found, reverse=True)


def published_report(edition: Edition, interval: Interval) -> Shown | None:
    """The newest record that is the report of an interval, as its 年报 says."""
    for shown in edition.shown:
        stated = shown.record.report
        if stated and (stated.start, stated.end) == (interval.start, interval.end):
            return shown
    return None


def _chapter(form: ChapterForm, figures: Figures, counting: Counting) -> tuple[Chapter, tuple[str, ...]]:
    sentences = [made for line in form.lines if (made := sentence(line, figures))]
    written = counting.edition.reports.prose.get(counting.interval.slug)
    sections = [section.text for section in written.sections if section.chapter == form.id] if written else []
    words, unknown = prose("\n\n".join(sections), figures)
    tables = [table for name in dict.fromkeys(form.tables) for table in tables_of(name, counting)]
    chapter = Chapter(id=form.id, title=form.title, sentences=tuple(sentences), prose=words, tables=tuple(tables))
    return chapter, unknown


def _wanting(
    chapters: Sequence[Chapter], unknown: Sequence[str], counting: Counting, figures: Figures
) -> Iterator[str]:
    """What the school has still to write, for its own eyes."""
    plan, interval = counting.edition.reports, counting.interval
    named = {id for form in plan.chapters for line in form.lines for id in (*names_in(line.text), line.when) if id}
    missing = [FIGURE_NAMES[id].label for id in _EXPECTED if id in named and id not in figures]
    if missing:
        yield f"data/annual-report.yml 的年度数据里没有{interval.label}的{'、'.join(missing)}，有关的句子没有写。"
    if "compiler" in named and not plan.compiler:
        yield "data/annual-report.yml 里没有写编制人。"
    if unknown:
        yield f"文字里的{'、'.join(dict.fromkeys(unknown))}还不知道，写成了 ——。"
    bare = [chapter.title for chapter in chapters if not chapter.prose]
    if bare and interval.year:
        yield f"还没有自己的文字的章节：{'、'.join(bare)}。要写的写进 data/reports/{interval.slug}.md，用“## 章节名”分开。"
