"""The list of `disclosure due`: for people, for an issue or a mail, for programs, and as a calendar."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import groupby

from disclosure.domain import urls
from disclosure.domain.reminders import Matter, Reminder, lacks_terms
from disclosure.domain.school import School
from disclosure.domain.standings import Standing
from disclosure.publishing.calendar_entries import CalendarEntry
from disclosure.publishing.calendars import reminder_calendar
from disclosure.publishing.feed_entry import TAG_YEAR, authority_of
from disclosure.rendering.quoted import quoted
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words

NOBODY = "没有写责任部门"
_SHOWN = 3
"""How many periods of one item are listed one by one; weeks of the holidays would fill the screen."""
_IN_AN_ISSUE = 200
"""Lines of a list in Markdown: a host takes 65,000 characters, and nobody reads more."""
_DOES = {
    Matter.ITEM: "公开", Matter.CONSULTATION: "公布结果", Matter.OPINION: "答复", Matter.REQUEST: "答复", Matter.REVIEW: "复核",
    Matter.EXEMPTION: "复核", Matter.MENDING: "整改", Matter.DELIVERY: "送到",
}  # fmt: skip


def due_text(reminders: Sequence[Reminder], site: Site) -> str:
    """For people: by department, what is late first."""
    lines = [f"{site.edition.today}：{_counted(reminders)}", *_provisos(reminders, site)]
    for department, told in _by_department(reminders, site.edition.today):
        lines += ["", department, *(f"  {line}" for line in told)]
    return "\n".join(lines) + "\n"


def due_markdown(reminders: Sequence[Reminder], site: Site) -> str:
    """The same for an issue or a mail. What people wrote pings nobody and leads nowhere (`rendering.quoted`)."""
    today, room = site.edition.today, _IN_AN_ISSUE
    blocks = [f"## 应公开的事项，{day_in_words(today)}", f"**{_counted(reminders)}**"]
    blocks += [quoted(proviso) for proviso in _provisos(reminders, site)]
    for department, told in _by_department(reminders, today):
        shown, room = told[:room], max(room - len(told), 0)
        rows = [f"- **{quoted(state)}**：{quoted(rest)}" for state, _, rest in (line.partition("  ") for line in shown)]
        rows += (
            [f"- 还有 {len(told) - len(shown)} 行，没有列出；运行 disclosure due 看"] if len(shown) < len(told) else []
        )
        blocks.append("\n".join([f"### {quoted(department)}", "", *rows]))
    return "\n\n".join(blocks) + "\n"


def _counted(reminders: Sequence[Reminder]) -> str:
    counted = {state: sum(one.state is state for one in reminders) for state in Standing}
    first = (Standing.OVERDUE, Standing.DUE_SOON, Standing.EMPTY)
    told = "，".join(f"{state.label} {counted[state]}" for state in first)
    return f"{told}，60 天内还有 {counted[Standing.NORMAL]}"


def _provisos(reminders: Sequence[Reminder], site: Site) -> Iterator[str]:
    """What has to be known to read the list."""
    edition = site.edition
    if lacks_terms(edition):
        why = "学校资料没有写 学期" if not edition.school.terms else "学校资料里的 学期 都过去了"
        yield f"{why}，按学期公开的事项没有算：在 data/school.yml 补上"
    if any(not one.is_known for one in reminders):
        yield "带 * 的日子在还没有放假安排的年份里，先按自然日算，只会推后，不会提前"


def _by_department(reminders: Sequence[Reminder], today: date) -> Iterator[tuple[str, list[str]]]:
    """Departments and their lines; what nobody is named for comes last."""
    ordered = sorted(reminders, key=lambda one: (not one.department, one.department))
    for department, found in groupby(ordered, key=lambda one: one.department):
        yield department or NOBODY, list(_lines(list(found), today))


def due_json(reminders: Sequence[Reminder], today: date) -> str:
    """For programs: one object for each reminder, in the same order."""
    rows = [
        {
            "matter": one.matter.label, "item": one.id, "name": one.name, "department": one.department, "owner": one.owner,
            "period": one.period, "rule": one.rule, "due": one.due.isoformat() if one.due else None, "certain": one.is_known,
            "state": one.state.label, "days": one.days(today), "last": one.last,
            "last_published": one.last_published.isoformat() if one.last_published else None,
        }
        for one in reminders
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def due_calendar(reminders: Sequence[Reminder], site: Site) -> bytes:
    """A calendar with the day on which each is due. What is done is no longer in it."""
    school = site.edition.school
    entries = [_entry(one, one.due, school, site.edition.today) for one in reminders if one.due]
    return reminder_calendar(f"{school.name}：应公开的事项", "应当公开、答复、复核的最后一天", entries, school)


def _lines(reminders: list[Reminder], today: date) -> Iterator[str]:
    reminders.sort(key=lambda one: one.sort_key)
    late = [one for one in reminders if one.state is Standing.OVERDUE and one.matter is Matter.ITEM]
    missing = {key: list(found) for key, found in groupby(sorted(late, key=_rule), key=_rule)}
    for one in reminders:
        periods = missing.get(_rule(one), []) if one in late else []
        if len(periods) > _SHOWN and one in periods[:-_SHOWN]:
            if one is periods[0]:
                yield f"逾期 {-(one.days(today) or 0)} 天起  {one.name}：从 {one.period} 起有 {len(periods) - _SHOWN} 期没有公开"
            continue
        yield _line(one, today)


def _rule(one: Reminder) -> tuple[str, str]:
    return one.id, one.rule


def _line(one: Reminder, today: date) -> str:
    days = one.days(today)
    about = f"{one.matter.label}：{one.name}" if one.matter is not Matter.ITEM else one.name
    about += f"（{one.period}）" if one.period else ""
    by = f"，{one.due}{'' if one.is_known else '*'} 前{_DOES[one.matter]}" if one.due else "，应当一直有"
    last = f"；上次 {one.last_published}（{one.last}）" if one.last_published else ""
    owner = f"［{one.owner}］" if one.owner else ""
    if one.state is Standing.EMPTY:
        return f"空缺  {one.id} {about}{by}，从来没有公开过{owner}"
    return f"{_when(one, days or 0)}  {one.id} {about}{by}{last}{owner}"


def _when(one: Reminder, days: int) -> str:
    if days < 0:
        return f"逾期 {-days} 天" if one.state is Standing.OVERDUE else "将到期"
    words = "今天到期" if days == 0 else f"还有 {days} 天"
    return f"将到期，{words}" if one.state is Standing.DUE_SOON else words


def _entry(one: Reminder, due: date, school: School, today: date) -> CalendarEntry:
    """The id depends on what is to be done alone, so that a later list takes the place of an earlier one."""
    which = one.name if one.matter is Matter.MENDING else one.period  # an inspection finds several things
    name = sha256(f"{one.matter.name}\n{one.id}\n{one.rule}\n{which}".encode()).hexdigest()[:16]
    about = f"{one.name}（{one.period}）" if one.period else one.name
    said = [f"责任部门：{one.department or NOBODY}"]
    said += [f"责任人：{one.owner}"] if one.owner else []
    said += [f"上次公开：{one.last_published}（{one.last}）"] if one.last_published else []
    said += [] if one.is_known else ["还没有那一年的放假安排，先按自然日算"]
    page = f"{urls.CATALOGUE}#{one.id}" if one.matter is Matter.ITEM else urls.CATALOGUE
    return CalendarEntry(
        uid=f"due-{name}@{authority_of(school)}", day=due, summary=f"应{_DOES[one.matter]}：{about}",
        description="\n".join(said), url=school.site_url + page, column="", category=one.department or NOBODY,
        changed=today, sequence=(today - date(TAG_YEAR, 1, 1)).days,
    )  # fmt: skip
