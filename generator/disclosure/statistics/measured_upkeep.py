"""Measures of the site as a whole: no empty columns, nothing overdue, nothing left lying, whom to ask, who is in office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.duties import Duty, due_items
from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.selection import LAST_ISSUES, select_records
from disclosure.domain.standings import Standing, standings_of
from disclosure.domain.table import Place
from disclosure.domain.vocabulary import Cadence
from disclosure.domain.year import Year, YearKind, calendar_year, school_year
from disclosure.statistics.tally import Measure, Seen, Tally, counted, counted_records, of_records

_HALF_A_YEAR = timedelta(days=183)
"""每半年更新一次 (requirements S48, B8)."""
_USUAL_GROUPS = {"leading": "领导小组", "supervision": "监督小组"}


def _columns_filled(seen: Seen) -> Tally:
    """A column is filled by a current entry of its own or of a column below it, as things stood on the day."""
    filled = {
        one.column for one in seen.entries.values()
        if one.published <= seen.day and (one.left_list_on is None or one.left_list_on > seen.day)
    }  # fmt: skip
    return _of_columns(_columns(seen.edition), filled)


def _columns_updated(seen: Seen) -> Tally:
    since = seen.day - _HALF_A_YEAR
    moving = _columns(seen.edition, standing=False)
    updated = {one.column for one in seen.entries.values() if any(since <= day <= seen.day for day in _days(one))}
    return _of_columns(moving, updated)


def _items_there(seen: Seen) -> Tally:
    done: list[Place] = []
    missing: list[Place] = []
    for one in standings_of(seen.edition, seen.edition.duties):
        place = Place(url=f"{urls.CATALOGUE}#{one.item.id}", text=one.item.name)
        if one.last:
            place = Place(url=urls.record_url(one.last), text=one.item.name)
        (missing if one.standing in (Standing.OVERDUE, Standing.EMPTY) else done).append(place)
    return counted(done, missing, "项")


def _on_time(seen: Seen) -> Tally:
    found = seen.fulfilment
    done = of_records(duty.entries[0] for duty in found.on_time)
    missing = [_place(duty, seen) for duty in (*found.missing, *found.late)]
    return counted(done, missing, "次")


def _issues_kept(seen: Seen) -> Tally:
    """As many issues as have fallen due, up to four (requirements S19)."""
    due = Counter(duty.item.id for duty in seen.edition.duties if duty.due <= seen.day)
    done: list[Place] = []
    missing: list[Place] = []
    for one in select_records(seen.edition, seen.year).issues:
        asked = min(due[one.item.id], LAST_ISSUES)
        if asked:
            latest = urls.record_url(one.entries[0].id) if one.entries else f"{urls.CATALOGUE}#{one.item.id}"
            (done if len(one.entries) >= asked else missing).append(Place(url=latest, text=one.item.name))
    return counted(done, missing, "项")


def _guide(seen: Seen) -> Tally:
    school = seen.edition.school
    guide, phones = school.guide, school.phones
    fields = {
        "受理部门": guide.office, "地址": guide.address or school.address, "电话": guide.phone or phones.office,
        "邮箱": guide.mailbox or school.mailbox, "受理时间": guide.hours, "申请方式": guide.methods,
        "答复时限": guide.reply_within, "监督电话": phones.supervision, "主管部门电话": phones.authority, "意见箱": school.mailbox,
    }  # fmt: skip
    return _sorted(((Place(url=urls.GUIDE, text=name), bool(value)) for name, value in fields.items()), "项")


def _in_office(seen: Seen) -> Tally:
    """The leading and the supervision group, and every other group that the school names, have a term of office that runs."""
    groups = {group.id: group for group in seen.edition.school.groups}
    names = {group.id: group.name for group in groups.values()}
    named = _USUAL_GROUPS | names
    return _sorted(
        (
            (Place(url=urls.GROUPS, text=name), one in groups and groups[one].on(seen.day) is not None)
            for one, name in named.items()
        ),
        "个",
    )


def _last_report(seen: Seen) -> Tally:
    """The report on the year before, as a record that states its figures."""
    last = _year_before(seen.year)
    found = [
        one.id for one in seen.edition.shown
        if one.record.report and one.record.report.end == last.end and one.published <= seen.day
    ]  # fmt: skip
    if found:
        return counted_records(found[-1:], (), "份")
    has_begun = any(one.published <= last.end for one in seen.entries.values())
    page = urls.REPORTS if RegisterName.REPORTS.id in seen.edition.open_registers else urls.CATALOGUE
    return counted((), (Place(url=page, text=f"{last.label}年度报告"),) if has_begun else (), "份")


def _columns(edition: Edition, *, standing: bool = True) -> list[Column]:
    """Columns that have an item of their own for the edition's readers.

    Args:
        standing: also those in which everything stands for good.
    """
    asked = {item.column for item in due_items(edition) if standing or item.cadence is not Cadence.STANDING}
    return [column for column in edition.catalogue.walk() if column.path in asked]


def _of_columns(columns: Iterable[Column], met: set[str]) -> Tally:
    return _sorted(
        (
            (
                Place(url=urls.column_url(column.path), text=column.full_name),
                any(path == column.path or path.startswith(f"{column.path}/") for path in met),
            )
            for column in columns
        ),
        "个",
    )


def _sorted(found: Iterable[tuple[Place, bool]], unit: str) -> Tally:
    places = list(found)
    done = [place for place, is_done in places if is_done]
    return counted(done, [place for place, is_done in places if not is_done], unit)


def _days(entry: Entry) -> list[date]:
    """When something was published or changed."""
    if isinstance(entry, Shown):
        return [entry.published, *(change.day for change in entry.changes)]
    return [entry.published, *entry.changed_on]


def _place(duty: Duty, seen: Seen) -> Place:
    text = f"{duty.item.name}（{duty.period}）"
    if RegisterName.LEDGER.id in seen.edition.open_registers:
        return seen.row(RegisterName.LEDGER, duty.item.id, text)
    return Place(url=f"{urls.CATALOGUE}#{duty.item.id}", text=text)


def _year_before(year: Year) -> Year:
    first = year.start.year - 1
    return calendar_year(first) if year.kind is YearKind.CALENDAR else school_year(first)


MEASURES = (
    Measure(name="栏目不空", of=_columns_filled, about="有公开事项的栏目里，列着记录的。"),
    Measure(name="事项不缺", of=_items_there, about="公开目录的事项里，既不空缺、也不逾期的。", is_of_today=True),
    Measure(name="按期公开", of=_on_time, listed_in=RegisterName.LEDGER, about="当年到期的公开里，按期公布的。"),
    Measure(name="半年有更新", of=_columns_updated, about="除只放长期事项的以外，半年（183 天）里有更新的栏目。"),
    Measure(
        name="保留四期", of=_issues_kept, about="定期公开的事项里，最近四期都在的；到期还不满四次的，到期几次算几次。"
    ),
    Measure(name="指南齐全", of=_guide, about="公开指南和页脚的联系方式里，学校资料写了的。", is_of_today=True),
    Measure(name="小组在任", of=_in_office, about="领导小组、监督小组和学校的其他小组里，当天有在任名单的。"),
    Measure(name="上年年报", of=_last_report, about="上一年度的年度报告是不是已经公布（记录里写了 年报）。"),
)
"""In the order of the reference."""
