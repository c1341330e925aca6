"""The annual report as the draft of a record: front matter with the figures, body in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from disclosure.domain.annual_report import Chapter, Piece, Report
from disclosure.domain.catalogue import Catalogue, Item
from disclosure.domain.report_figures import COUNTED, DECLARED, Figure, plain
from disclosure.domain.table import Holds, Table
from disclosure.reading.record_keys import RECORD
from disclosure.reading.report_keys import STATED
from disclosure.reading.scalar import scalar
from disclosure.rendering.report_page import chapter_number, status
from disclosure.reporting.cells import cell_text
from disclosure.reporting.filling import plain_text

_ITEM = "I67"
"""公开指南、目录、年报和制度, in the shipped catalogue (requirements A3)."""
_MARKS = re.compile(r"([\\`*_\[\]<>|~])")
_DEPARTMENT = "办公室"


def item_of_reports(catalogue: Catalogue) -> Item | None:
    """The item that annual reports are published under: that of the shipped catalogue, else the first whose name says so."""
    on = [item for item in catalogue.items.values() if item.enabled]
    named = [item for item in on if "年报" in item.name or "年度报告" in item.name]
    return next((item for item in on if item.id == _ITEM and item in named), named[0] if named else None)


def record_text(report: Report, *, item: Item, record_id: str, published: date, edition: str = "") -> str:
    """Text of the record's file: a draft that is published when its `草稿` line is deleted.

    Args:
        edition: whose lists the figures are counted in, where it is not that of the record's own readers.
    """
    keys = {
        "id": record_id, "title": scalar(report.title), "item": f"{scalar(item.id)} # {item.name}", "summary": scalar(_summary(report)),
        "published": published.isoformat(), "formed": published.isoformat(), "department": scalar(item.department or _DEPARTMENT),
        "owner": scalar(item.owner) if item.owner else "", "issue": scalar(report.interval.label),
    }  # fmt: skip
    lines = ["---", *(f"{_chinese(key)}: {value}" for key, value in keys.items() if value)]
    if item.signoffs:
        lines.append("# 审签: # 谁审核、谁批准。把每行开头的 # 去掉再填")
        lines += [f"#   - {{角色: {role}, 姓名: 某某, 日期: {published}}}" for role in item.signoffs]
    lines.append(f"{_chinese('report')}: # 检查时与名单核对")
    lines += [f"  {line}" for line in _stated(report, edition)]
    lines += ["草稿: 是 # 看过、改好、审签以后删掉这一行，才会公开", "---", "", body_text(report)]
    return "\n".join(lines)


def body_text(report: Report) -> str:
    """The report in Markdown, with tables, without links."""
    blocks = [status(report)]
    for number, chapter in enumerate(report.chapters, start=1):
        blocks += [f"## {chapter_number(number)}、{chapter.title}", *_chapter(chapter)]
    return "\n\n".join(blocks) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    if chapter.sentences:
        yield "".join(_escaped(plain_text(sentence)) for sentence in chapter.sentences)
    if chapter.prose:
        yield plain_text(chapter.prose)
    for table in chapter.tables:
        yield f"**{_escaped(table.title)}**"
        yield _table(table)
        yield from (f"注：{_escaped(note)}" for note in table.notes)
    if chapter.is_empty:
        yield "（这一章还没有内容。）"


def _table(table: Table) -> str:
    sides = ["---:" if one.holds in (Holds.COUNT, Holds.YUAN, Holds.PERCENT) else "---" for one in table.headings]
    rows = [[heading.label for heading in table.headings]]
    rows += [
        [cell_text(cell, heading) for cell, heading in zip(row.cells, table.headings, strict=True)]
        for row in table.rows
    ]
    lines = [f"| {' | '.join(_escaped(' '.join(cell.split())) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join(sides)} |", *lines[1:]])


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _summary(report: Report) -> str:
    """The most important figures in a sentence: `2026年公开 96 条，收到意见 12 条，已答复 10 条。`"""
    parts = [f"{report.interval.label}公开 {_number(report, 'disclosed')} 条"]
    if _number(report, "opinions") != "0":
        parts.append(f"收到意见 {_number(report, 'opinions')} 条，已答复 {_number(report, 'answered')} 条")
    if _number(report, "requests") != "0":
        parts.append(f"收到公开申请 {_number(report, 'requests')} 件")
    return "，".join(parts) + "。"


def _number(report: Report, id: str) -> str:
    return report.figures[id].text if id in report.figures else "0"


def _stated(report: Report, edition: str) -> Iterator[str]:
    """The lines of 年报: which year, and each figure that the text tells."""
    interval, spelled = report.interval, {key.name: key.chinese for key in STATED.keys}
    if interval.year:
        yield f"{spelled['year']}: {interval.slug}"
    else:
        yield f"{spelled['start']}: {interval.start}"
        yield f"{spelled['end']}: {interval.end}"
    if edition:
        yield f"{spelled['edition']}: {scalar(edition)}"
    told = {piece.name.id: piece for piece in _pieces(report) if isinstance(piece, Figure)}
    for name in (*COUNTED, *DECLARED):
        if name.id in told:
            yield f"{name.label}: {_value(told[name.id])}"


def _pieces(report: Report) -> Iterable[Piece]:
    for chapter in report.chapters:
        for sentence in (*chapter.sentences, chapter.prose):
            yield from sentence


def _value(figure: Figure) -> str:
    unit = figure.name.unit if figure.name.unit in ("%", "天", "元") else ""
    value = plain(figure.value) if isinstance(figure.value, Decimal) else figure.value
    return f"{value}{unit}"


def _chinese(name: str) -> str:
    return next(key.chinese for key in RECORD.keys if key.name == name)
