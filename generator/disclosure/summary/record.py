"""What a summary says of one record: to whom, from when to when, who signed, and what happens afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.roster import roster_of
from disclosure.domain.signing import Known, missing_members, missing_roles
from disclosure.domain.vocabulary import Audience, Kind
from disclosure.gate import Proposal
from disclosure.rendering.quoted import cut
from disclosure.rendering.words import audience_in_words, day_in_words, moment_in_words, size_in_words, yuan
from disclosure.summary.deeds import Deed, RecordChange
from disclosure.summary.differences import LABELS, fee_in_words, signoff_in_words
from disclosure.summary.later import Successors, successors_of, turns, wall_days
from disclosure.summary.line import Line, Part, below, named, some, when

_TOLD_IN_FULL = frozenset({Deed.NEW, Deed.LATER})
_LONGEST_SUMMARY = 150
_OF_WITHDRAWAL = f"{LABELS['withdrawn']}："
_STAYS = "网页变成存根：标题、编号、日期、理由留着，正文和附件撤下"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is looked up for every record."""

    before: Library
    after: Library
    successors: Successors
    known: Known
    today: date


def telling_of(proposal: Proposal, today: date) -> Telling:
    """Everything that is looked up, once for all records."""
    after = proposal.after
    return Telling(before=proposal.before, after=after, successors=successors_of(after), known={}, today=today)


def record_part(change: RecordChange, telling: Telling) -> Part:
    """One record of a change."""
    record = change.record
    if record is None:
        path = str(change.path)
        why = Line("这个文件有错误，读不出来，合并以后网站不会更新；见最后的检查结果。")
        return Part(heading=f"{change.deed.label}：{path}", lines=(why,), short=f"{change.deed.label}：{path}")
    heading = f"{change.deed.label}：{named(record)}"
    lines = tuple(_lines(change, record, telling))
    short = f"{heading}，{audience_in_words(record.audience)}，{_span(record, telling.today)}"
    return Part(heading=heading, lines=lines, short=short)


def _lines(change: RecordChange, record: Record, telling: Telling) -> Iterator[Line]:
    """By what is done: of what goes away, what is lost; of what stays, everything."""
    yield Line(_place(record, telling), "事项")
    if change.deed in (Deed.DELETED, Deed.DROPPED):
        told = "读者再打开原来的网址会看到“没有这个页面”" if change.deed is Deed.DELETED else "网站上本来就没有它"
        yield Line(told, "结果")
    elif change.deed is Deed.HIDDEN:
        yield Line("原来能看的人看不到了，再打开原来的网址会看到“没有这个页面”", "结果")
        yield from _changed(change)
    elif change.deed is Deed.RENUMBERED and change.after:
        yield Line(f"编号改成 {change.after.id}，原来的网址 r/{change.id}/ 会打不开", "结果")
    elif change.deed is Deed.DRAFT:
        yield Line("草稿不会出现在网站上，要公开时再提一次", "结果")
    elif change.deed is Deed.REWRITTEN:
        yield Line("内容和日期都没有变，读者看到的一样", "结果")
    else:
        yield from _of_shown(change, record, telling)
    yield from _effects(change, telling)


def _of_shown(change: RecordChange, record: Record, telling: Telling) -> Iterator[Line]:
    yield Line(_readers(record, telling.after), "给谁看")
    yield Line(_span(record, telling.today), "从哪天到哪天")
    if change.before and change.before.draft:
        yield Line("原来是草稿，这次去掉了草稿标记", "说明")
    if change.deed is Deed.WITHDRAWN and record.withdrawn:
        taken = record.withdrawn
        yield Line(f"{when(taken.day, telling.today)}起，{_STAYS}", "撤销")
        filed = f"；报{cut(taken.filed_to, 60)}备案" if taken.filed_to else ""
        yield Line(f"{cut(taken.reason, 150)}；{cut(taken.approved_by, 60)}批准{filed}", "理由")
    elif change.deed in _TOLD_IN_FULL:
        yield from _contents(record, telling.after)
    yield from _changed(change)
    yield from _signed(record, telling)
    found = turns(record, telling.after, telling.successors, telling.today)
    yield Line("" if found else "没有", "以后自己会变的")
    yield from below(f"{day_in_words(day)}：{words}" for day, words in found)
    if hangs := wall_days(record, telling.today):
        yield Line(hangs, "公开栏")


def _changed(change: RecordChange) -> Iterator[Line]:
    """What is different; of a draft that is finished now, everything is new."""
    if change.before and change.before.draft:
        return
    changed = [one for one in change.changed if change.deed is not Deed.WITHDRAWN or not one.startswith(_OF_WITHDRAWAL)]
    if changed:
        yield Line("", "改了什么")
        yield from below(changed)


def _place(record: Record, telling: Telling) -> str:
    catalogue = telling.after.catalogue
    item, column = catalogue.items.get(record.item), catalogue.column_names.get(record.column)
    where = f"栏目 {column.full_name if column else record.column}，责任部门 {cut(record.department, 40)}"
    return f"{item.id} {item.name}，{where}" if item else f"没有对应的公开事项，{where}"


def _readers(record: Record, library: Library) -> str:
    editions = [audience for audience in library.school.editions.values() if record.audience & audience]
    if any(Audience.PUBLIC in audience for audience in editions) and Audience.PUBLIC in record.audience:
        return "社会版网站，人人可见"
    if editions:
        return f"只在校内版（{audience_in_words(record.audience)}），社会版网站上没有"
    return f"哪一版网站上都没有（公开范围 {audience_in_words(record.audience)}）"


def _span(record: Record, today: date) -> str:
    first = moment_in_words(record.published, record.published_time)
    start = f"{first}（{when(record.published, today).partition('（')[2]}"
    told = f"{start}起，在那以前网站上没有" if record.published > today else f"{start}起"
    if record.expires is None:
        return f"{told}，长期有效"
    days = (record.expires - record.published).days + 1
    extended = f"，其中停机顺延 {record.extended} 天" if record.extended else ""
    over = "，公示期已过" if record.expires < today else ""
    return f"{told}，公示到 {day_in_words(record.expires)}（含当日，共 {days} 天{extended}）{over}"


def _contents(record: Record, library: Library) -> Iterator[Line]:
    if record.summary:
        yield Line(cut(record.summary, _LONGEST_SUMMARY), "概述")
    if record.amount is not None:
        people = f"，{record.people} 人" if record.people else ""
        yield Line(f"{yuan(record.amount)}{people}", "金额")
    if record.fees:
        yield Line(some(record.fees, fee_in_words, between="；"), "收费")
    length = len("".join(library.bodies[record.id].split()))
    files = some(record.attachments, lambda one: f"{cut(one.title, 60)}（{size_in_words(one.size)}）")
    yield Line(f"正文 {length} 字；{f'附件 {files}' if files else '没有附件'}", "内容")


def _signed(record: Record, telling: Telling) -> Iterator[Line]:
    """Who signed, and who should have: the same rules as the checks S101 and S103."""
    item = telling.after.catalogue.items.get(record.item)
    wanted = item.signoffs if item and item.enabled else ()
    signed = some(record.signoffs, signoff_in_words, most=12, between="；")
    yield Line(signed or ("还没有人签" if wanted else "没有，这一项也不要求"), "审签")
    if not item or not wanted:
        return
    roster = roster_of(telling.after.school.groups)
    missing = missing_roles(record.signoffs, item, roster, telling.known)
    if item.kind is Kind.FINANCE:
        missing += missing_members(record.signoffs, item, roster, telling.known)[0]
    if missing:
        yield Line("、".join(missing), "还缺审签")


def _effects(change: RecordChange, telling: Telling) -> Iterator[Line]:
    """What becomes of the records whose place this one takes, or took until now."""
    was, now = (_holds_place(one) for one in (change.before, change.after))
    for target in now:
        if target in was or change.after is None:
            continue
        word = "更正" if change.after.corrects == target else "替代"
        day = when(max(change.after.published, telling.today), telling.today)
        result = "它的网页标明已被取代并指向这一条，移到往期"
        yield Line(f"{word} {_other(target, telling)}：{day}起，{result}", "影响")
    for target in was:
        if target not in now:
            yield Line(f"不再取代 {_other(target, telling)}，它的网页不再指向这一条", "影响")


def _holds_place(record: Record | None) -> tuple[str, ...]:
    return record.supersedes if record and not record.draft and not record.withdrawn else ()


def _other(target: str, telling: Telling) -> str:
    record = telling.after.records.get(target) or telling.before.records.get(target)
    return named(record) if record else f"{target}（没有这条记录）"
