"""群众意见及处理情况登记册: what was said of the disclosures, and what came of it (requirements G2, S04, S07, S20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from disclosure.domain.edition import Edition, Entry
from disclosure.domain.register_days import is_reply_late, reply_due
from disclosure.domain.registers import Opinion
from disclosure.domain.table import Cell, Heading, Holds, Row, Table, row
from disclosure.domain.workdays import working_days_between
from disclosure.domain.year import Year
from disclosure.registers.cells import about_cell, entries_by_id, records_cell
from disclosure.registers.standing import standing

HEADINGS = (
    Heading(id="id", label="编号", width=12),
    Heading(id="received", label="收到日期", holds=Holds.DATE),
    Heading(id="source", label="来源", width=8),
    Heading(id="text", label="意见", width=40, is_title=True),
    Heading(id="about", label="所提的公开内容", width=30),
    Heading(id="department", label="责任部门", width=14),
    Heading(id="owner", label="责任人"),
    Heading(id="due", label="限期", holds=Holds.DATE),
    Heading(id="answered", label="答复日期", holds=Holds.DATE),
    Heading(id="days", label="用时（天）", holds=Holds.COUNT, width=10),
    Heading(id="working-days", label="用时（工作日）", holds=Holds.COUNT, width=14),
    Heading(id="answer", label="答复", width=40),
    Heading(id="outcome", label="处理结果", width=12),
    Heading(id="fed-back", label="反馈日期", holds=Holds.DATE),
    Heading(id="published", label="更正、再公布", width=24),
    Heading(id="state", label="状态", width=14),
)
TOPICS = (
    Heading(id="id", label="编号", width=12),
    Heading(id="received", label="收到日期", holds=Holds.DATE),
    Heading(id="text", label="点题", width=40, is_title=True),
    Heading(id="department", label="责任部门", width=14),
    Heading(id="answer", label="答复", width=40),
    Heading(id="disclosed", label="据此公开", width=36),
    Heading(id="state", label="状态", width=14),
)


def opinions_register(edition: Edition, year: Year | None) -> tuple[Table, ...]:
    """Opinions received in a year with days open, and those of them that asked for something to be disclosed (点题).

    The row's id is the opinion's. Who sent it is nowhere in an edition.
    """
    opinions = [one for one in edition.registers.opinions if year is None or one.received in year]
    entries = entries_by_id(edition)
    opinions.sort(key=lambda one: (one.received, one.id))
    topics = [one for one in opinions if one.is_topic]
    main = Table(
        id="opinions",
        title="群众意见及处理情况登记册",
        headings=HEADINGS,
        rows=tuple(_row(one, edition, entries) for one in opinions),
        about=_summary(opinions),
        notes=(f"没有写限期的，收到后 {edition.school.settings.reply_to_opinions}内答复，收到当天不计。",),
    )
    asked = Table(
        id="topics",
        title="点题公开",
        headings=TOPICS,
        rows=tuple(_topic(one, edition, entries) for one in topics),
        about="来信来访中要求公开的事情，和据此公开的内容。",
    )
    return (main, asked)


def opinion_days(edition: Edition) -> Iterable[date]:
    """Days on which opinions came in."""
    return (one.received for one in edition.registers.opinions)


def state_of_opinion(opinion: Opinion, edition: Edition) -> Cell:
    """How its answer stands on the edition's day."""
    settings, today = edition.school.settings, edition.today
    due, _ = reply_due(opinion, settings, edition.calendar)
    late = is_reply_late(opinion, opinion.answered or today, settings, edition.calendar)
    return standing(due=due, done=opinion.answered, is_late=late, today=today, warn_days=settings.warn_days)


def _row(opinion: Opinion, edition: Edition, entries: Mapping[str, Entry]) -> Row:
    due, _ = reply_due(opinion, edition.school.settings, edition.calendar)
    end = opinion.answered or edition.today
    return row(
        opinion.id,
        opinion.received,
        opinion.source.label,
        opinion.text,
        about_cell(opinion.record, opinion.item, edition, entries),
        opinion.department,
        opinion.owner,
        due,
        opinion.answered,
        (end - opinion.received).days,
        working_days_between(opinion.received, end, edition.calendar),
        opinion.answer,
        opinion.outcome.label if opinion.outcome else "",
        opinion.fed_back,
        _published(opinion, entries),
        state_of_opinion(opinion, edition),
        id=opinion.id,
    )


def _topic(opinion: Opinion, edition: Edition, entries: Mapping[str, Entry]) -> Row:
    ids = dict.fromkeys((opinion.republished, opinion.corrected_by, opinion.record))
    disclosed = [entries[one] for one in ids if one in entries and entries[one].published >= opinion.received]
    return row(
        opinion.id,
        opinion.received,
        opinion.text,
        opinion.department,
        opinion.answer,
        records_cell((one.title, one) for one in disclosed),
        state_of_opinion(opinion, edition),
    )


def _published(opinion: Opinion, entries: Mapping[str, Entry]) -> Cell:
    named = (("更正", opinion.corrected_by), ("再公布", opinion.republished), ("会议纪要", opinion.minutes))
    return records_cell((word, entries[one]) for word, one in named if one in entries)


def _summary(opinions: Sequence[Opinion]) -> str:
    answered = sum(1 for one in opinions if one.answered)
    return f"共收到 {len(opinions)} 件，已答复 {answered} 件，未答复 {len(opinions) - answered} 件。不登记来信来访人的姓名。"
