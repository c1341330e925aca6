"""The page of a record and of a stub: a skeleton with holes, filled with the parts that every record has.

There are as many of these pages as records, so that the skeleton is filled by `str.format`, and a template engine is asked
for the rarer parts alone. Every value that goes into a hole is HTML: built here and escaped, or rendered and sanitised.

Every byte counts for the same reason: end tags that HTML does without are left out (but for those that readers of HTML 4
need: of a paragraph before a section), and so are the quotes of attributes whose values are words of ours. Whatever comes
from a record is quoted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape
from importlib.resources import files

from disclosure.domain import urls
from disclosure.domain.edition import Entry, Shown, Stub
from disclosure.domain.fee_comparison import compare_fees
from disclosure.domain.record import LateEntry
from disclosure.domain.school import School
from disclosure.domain.vocabulary import State
from disclosure.domain.wall import has_print_page
from disclosure.rendering.attached import file_lines
from disclosure.rendering.chain import chain_section
from disclosure.rendering.consultation import consultation_notes
from disclosure.rendering.environment import part_of
from disclosure.rendering.facts import facts_of_record, facts_of_stub, fee_table
from disclosure.rendering.marks import (
    Url,
    around,
    crumbs,
    entry_link,
    facts_rows,
    life_attributes,
    phone,
    removable_mark,
    report_link,
)  # fmt: skip
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words, days_left_in_words, sentence


def record_page(shown: Shown, site: Site, *, body: str, url: Url) -> str:
    """A record's page.

    Args:
        body: safe HTML.
        url: links from the page.
    """
    record, school = shown.record, site.edition.school
    fees, series = fee_table(record), site.in_series(shown)
    earlier = site.earlier_fees.get(record.id)
    column, removable = site.edition.catalogue.column(record.column), removable_mark(shown)
    life, says = life_attributes(shown, site.since), _says(shown, site, url)
    return _skeleton("record").format(
        id=record.id, title=escape(record.title), life=life, removable=removable, crumbs=crumbs(column, url), state=shown.state_label,
        says=f"<span data-says>{says}</span>" if " " in life else says, notes=_notes(shown, site, url),
        summary=f"<p{removable}>{escape(record.summary)}</p>" if record.summary else "",
        fees=part_of("_record.html", "fee_table", fees) if fees else "",
        compared=part_of("_record.html", "fee_comparison", compare_fees(shown, earlier), url) if earlier else "", body=body,
        files=part_of("_record.html", "file_list", file_lines(record)) if record.attachments else "",
        changes=part_of("_record.html", "change_list", shown.changes) if shown.changes else "",
        facts=facts_rows(facts_of_record(shown, school), removable),
        series=part_of("_record.html", "timeline", series, record.id, url) if series else "",
        chain=chain_section(record.id, site, url),
        contact=_tools(shown, school, removable) + _contact(shown, record.hotline, school, url),
        around=around(site.neighbours[record.id], url),
    )  # fmt: skip


def stub_page(stub: Stub, site: Site, *, url: Url) -> str:
    """What remains of a record that was taken down or back."""
    school, series = site.edition.school, site.in_series(stub)
    column = site.edition.catalogue.column(stub.column)
    replaced_by = site.known(stub.replaced_by)
    return _skeleton("stub").format(
        id=stub.id, title=escape(stub.title), crumbs=crumbs(column, url), state=stub.state_label,
        state_word=stub.state.value, says=_taken_down(stub), guide=url(urls.GUIDE),
        notes=(f"<p>请看后来公开的：{_links(replaced_by, url)}。</p>\n" if replaced_by else "")
        + consultation_notes(stub, site, url),
        facts=facts_rows(facts_of_stub(stub, school)),
        series=part_of("_record.html", "timeline", series, stub.id, url) if series else "",
        chain=chain_section(stub.id, site, url),
        contact=_contact(stub, stub.hotline, school, url), around=around(site.neighbours[stub.id], url),
    )  # fmt: skip


def told_on(page: bytes) -> bytes:
    """Of a whole record's or stub's page the part that tells of the record itself: between the banner and the neighbours.

    Bodies cannot have these marks in them: classes are taken out of what schools write.
    """
    begin = page.index(b"</div>", page.index(b"<div class=banner", page.index(b"<article class=")))
    return page[begin : page.index(b"</table>", page.index(b"<table class=facts>", begin))]


@cache
def _skeleton(name: str) -> str:
    """A skeleton without the line breaks between its parts: all of them are blocks."""
    return (files("disclosure.rendering") / "templates" / f"{name}.html").read_text(encoding="utf-8").replace("\n", "")


def _says(shown: Shown, site: Site, url: Url) -> str:
    """What the banner says beside the state."""
    record, state = shown.record, shown.state
    if state.is_running and record.expires:
        left = f"<span data-days-left>{days_left_in_words(shown.days_left or 0)}</span>"
        counted = f"<span data-as-of>（按 {day_in_words(site.since(shown))}计）</span>"
        return f"公示至 {day_in_words(record.expires)}（含当日），{left}{counted}。"
    if state in (State.EXPIRED, State.ARCHIVED) and record.expires:
        return f"公示期已于 {day_in_words(record.expires)}结束，以下内容仅供查阅。"
    if state is State.REVIEW_DUE and record.review_by:
        asked = f"是否继续有效请向{escape(record.department)}核实。"
        return f"应在 {day_in_words(record.review_by)}前复核，{asked}"
    if state is State.REPLACED:
        word = "更正" if shown.is_corrected else "取代"
        return f"本件已被{word}，请看：{_links(site.known(shown.replaced_by), url)}。"
    review = f"，{day_in_words(record.review_by)}前复核" if record.review_by else ""
    return f"自 {day_in_words(record.published)}起长期公开{review}。"


def _notes(shown: Shown, site: Site, url: Url) -> str:
    """Lines below the banner: that it was entered late, a consultation that is open or closed, what the record replaces."""
    record, notes = shown.record, ""
    if record.late_entry:
        notes += f"<p data-removable>{_entered_late(record.late_entry, record.published)}</p>\n"
    notes += consultation_notes(shown, site, url)
    for entry in site.known(record.supersedes):
        word = "更正" if record.corrects == entry.id else "替代"
        notes += f"<p>本件{word}：{entry_link(entry, url)}</p>\n"
    return notes


def _entered_late(entry: LateEntry, published: date) -> str:
    """An honest word instead of a day that was put back (requirements E6: forged days of publication fail an inspection)."""
    days = (entry.day - published).days
    later = f"，晚于公布日期 {days} 天" if days > 0 else ""
    return f"补公开：本件于 {day_in_words(entry.day)}补充公开{later}。理由：{escape(sentence(entry.reason))}"


def _taken_down(stub: Stub) -> str:
    taken = stub.withdrawn
    if taken is None:
        end = day_in_words(stub.expires) if stub.expires else ""
        return f"公示期已于 {end}届满，内容和附件已按规定撤下，只保留本存根。"
    filed = f"，已报{escape(taken.filed_to)}备案" if taken.filed_to else ""
    reason = escape(sentence(taken.reason))
    return f"本件已于 {day_in_words(taken.day)}撤销。理由：{reason}批准：{escape(taken.approved_by)}{filed}。"


def _links(entries: Iterable[Entry], url: Url) -> str:
    return "、".join(entry_link(entry, url) for entry in entries)


def _tools(shown: Shown, school: School, removable: str) -> str:
    """What can be done with the record beside reading it. The link to share is the record's address that never changes."""
    address = escape(school.site_url + urls.record_url(shown.id))
    tools = [f'<a href="{address}">分享链接</a>']
    if has_print_page(shown):
        tools.append('<a href="print/">打印、家长信</a>')
    return f"<p class=tools{removable}>{' '.join(tools)}</p>"


def _contact(entry: Entry, hotline: str, school: School, url: Url) -> str:
    """Whom to ask. The record's own hotline stands for the school's."""
    numbers = "、".join(phone(number) for number in ((hotline,) if hotline else school.phones.supervision))
    box = report_link(school.mailbox, entry.id, entry.title)
    return (
        "<section aria-labelledby=contact><h2 id=contact>反映问题</h2>"
        f"<p>请说明编号 {entry.id}。{f'监督电话：{numbers}。' if numbers else ''}{f'意见箱：{box}。' if box else ''}"
        f"也可以<a href={url(urls.GUIDE)}>申请公开其他信息</a>。</section>"
    )
