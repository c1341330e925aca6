"""公开证明: that a record was public, from which day to which, and what exactly it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.index_number import index_number
from disclosure.domain.record import LateEntry
from disclosure.domain.vocabulary import State
from disclosure.rendering.environment import templates
from disclosure.rendering.facts import Fact
from disclosure.rendering.poster import record_address
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words, edition_in_words, sentence


def certificate_page(
    entry: Entry, site: Site, *, style: str, late: LateEntry | None = None, first_commit: date | None = None
) -> str:
    """The whole page, which needs nothing beside it. A stub's says dates and reason, and nothing of what stood there.

    Args:
        style: the style sheet.
        late: that the record was put on the site later than its day of publication says.
        first_commit: the day on which git saw the record's file first.
    """
    edition, shown = site.edition, entry if isinstance(entry, Shown) else None
    return templates().get_template("certificate.html").render(
        style=Markup(style), entry=entry, school=edition.school, today=edition.today, address=record_address(entry.id, edition.school),
        edition=edition_in_words(edition.name), statement=statement(entry, site, late), facts=list(_facts(entry, site, late, first_commit)),
        changes=shown.changes if shown else (), source=shown.record.source if shown else None,
        files=shown.record.attachments if shown else (),
    )  # fmt: skip


def statement(entry: Entry, site: Site, late: LateEntry | None) -> str:
    """From when to when it was public: `自 2026年9月1日起公开，到 2026年11月23日仍在公开。`"""
    first = max(entry.published, late.day) if late else entry.published
    since, today = f"自 {day_in_words(first)}起公开", day_in_words(site.edition.today)
    if isinstance(entry, Stub):
        return f"{since}，{_until(entry)}"
    expires, still = entry.expires, f"{since}，到 {today}仍在公开"
    if entry.state in (State.EXPIRED, State.ARCHIVED) and expires:
        return f"{still}；公示期已于 {day_in_words(expires)}结束。"
    if entry.state is State.REPLACED:
        by = "、".join(one.id for one in site.known(entry.replaced_by))
        return f"{still}；后来公开的 {by} 已{'更正' if entry.is_corrected else '取代'}它。"
    return f"{still}，公示至 {day_in_words(expires)}（含当日）。" if expires else f"{still}，长期有效。"


def _until(stub: Stub) -> str:
    taken = stub.withdrawn
    if taken:
        filed = f"，已报{taken.filed_to}备案" if taken.filed_to else ""
        return f"于 {day_in_words(taken.day)}撤销。理由：{sentence(taken.reason)}批准：{taken.approved_by}{filed}。"
    end = day_in_words(stub.expires) if stub.expires else ""
    return f"到 {end}（含当日）公示期满，内容和附件已按规定撤下。"


def _facts(entry: Entry, site: Site, late: LateEntry | None, first_commit: date | None) -> Iterator[Fact]:
    edition = site.edition
    record_number = entry.record.document_number if isinstance(entry, Shown) else entry.document_number
    lines = [
        ("标题", entry.title),
        ("编号", entry.id),
        ("索引号", index_number(entry, edition.school)),
        ("文号", record_number),
        ("栏目", edition.catalogue.column(entry.column).full_name),
        ("公开事项", entry.item.name if entry.item else ""),
        ("责任部门", entry.department),
        ("公布日期", day_in_words(entry.published)),
        ("补公开", f"于 {day_in_words(late.day)}补充公开。理由：{sentence(late.reason)}" if late else ""),
        ("截止日期", day_in_words(entry.expires) if entry.expires else ""),
        ("首次提交", f"{day_in_words(first_commit)}进入资料库（git 的记录）" if first_commit else ""),
    ]
    yield from (Fact(label, text) for label, text in lines if text)
