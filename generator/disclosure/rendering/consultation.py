"""征求意见 on a record's page: until when and how opinions can be given, by when the result is due, and where it is."""

from __future__ import annotations

from html import escape

from disclosure.domain.consultations import Consultation
from disclosure.domain.edition import Entry, Shown
from disclosure.rendering.marks import Url, entry_link, phone, report_link
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words


def consultation_notes(entry: Entry, site: Site, url: Url) -> str:
    """Lines below the banner of a consultation, and of a record that is the result of one; '' for all others."""
    notes = ""
    if isinstance(entry, Shown) and entry.is_consultation and entry.record.expires:
        notes += f"<p data-consultation>{_open_until(entry)}</p>\n"
        if entry.state.is_running and (ways := _ways(entry, site)):
            notes += f"<p data-while-open>提意见可以：{ways}。</p>\n"
    if entry.id in site.consultations:
        notes += _result(site.consultations[entry.id], site, url)
    for asked in site.results.get(entry.id, ()):
        notes += f"<p>本件公布征求意见的结果：{entry_link(asked.entry, url)}</p>\n"
    return notes


def consultation_key(record_id: str, site: Site) -> str:
    """What these lines are made from beside the record itself and the school."""
    key = ""
    if one := site.consultations.get(record_id):
        result = site.mentions[one.result.id] if one.result else ""
        key += f"\nresult {one.due} {one.is_known} {one.is_overdue} {result}"
    for asked in site.results.get(record_id, ()):
        key += f"\nasked {site.mentions[asked.entry.id]}"
    return key


def _open_until(shown: Shown) -> str:
    record = shown.record
    end = day_in_words(record.expires) if record.expires else ""
    if shown.state.is_running:
        return f"正在征求意见，{end}（含当日）以前可以向{escape(record.department)}提出。"
    return f"意见征集已于 {end}结束。" if shown.days_left is None else "意见征集已经结束。"


def _ways(shown: Shown, site: Site) -> str:
    """Every way to give an opinion that the school names: telephone, letter box, mail, in person."""
    school, record = site.edition.school, shown.record
    guide = school.guide
    numbers = [record.hotline] if record.hotline else list(school.phones.supervision)
    if guide.phone:
        numbers.insert(0, guide.phone)
    box, address = school.mailbox or guide.mailbox, guide.address or school.address
    found = [
        f"打电话 {'、'.join(phone(number) for number in dict.fromkeys(numbers))}" if numbers else "",
        f"发到意见箱 {report_link(box, record.id, record.title)}" if box else "",
        f"寄信到{escape(address)}" if address else "",
        f"{escape(guide.hours)}当面到{escape(guide.office or record.department)}" if guide.hours else "",
    ]
    return "；".join(way for way in found if way)


def _result(one: Consultation, site: Site, url: Url) -> str:
    if one.result:
        return f"<p>征求意见的结果：{entry_link(one.result, url)}（{day_in_words(one.result.published)}公布）</p>\n"
    due = day_in_words(one.due)
    if one.is_overdue:
        return f"<p><strong>结果应在 {due}以前公布，已经过了期限，还没有公布。</strong></p>\n"
    if not one.is_known:
        span = site.edition.school.settings.consultation_result
        return f"<p>结果应在截止后 {span}内公布。</p>\n"
    return f'<p data-result-due="{one.due.isoformat()}">结果应在 {due}以前公布。</p>\n'
