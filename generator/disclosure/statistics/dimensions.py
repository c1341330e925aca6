"""By what the records of a year are counted. The ids of dimensions are part of URLs and never change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.vocabulary import Cadence, Kind, State
from disclosure.domain.year import Year
from disclosure.statistics.groups import Group, group_of, grouped

WEBSITE = "网站"
"""The channel that every record of a site has."""
NO_ITEM = "未分事项"
DIMENSIONS = {
    "section": "一级栏目", "column": "栏目", "item": "公开事项", "department": "责任部门", "month": "月份", "quarter": "季度",
    "channel": "公开渠道", "cadence": "公开频次", "kind": "类型", "change": "更正、变更和撤销", "attachments": "附件", "state": "现在的状态",
    "promptness": "公布是否及时", "department-month": "责任部门和月份", "department-quarter": "责任部门和季度",
}  # fmt: skip
"""Id and name of each."""
CHANGES = {"corrected": "更正", "replaced": "替代", "changed": "变更", "withdrawn": "撤销", "removed": "撤下"}


def months_of(year: Year) -> list[tuple[str, str]]:
    """Ids and names of its twelve months, in order: `2026-09`, `2026年9月`."""
    first = year.start.month - 1
    months = [(year.start.year + (first + n) // 12, (first + n) % 12 + 1) for n in range(12)]
    return [(f"{y}-{m:02}", f"{y}年{m}月") for y, m in months]


def quarters_of(year: Year) -> list[tuple[str, str]]:
    """Ids and names of its quarters, in order: of the calendar, or of three months each for a school year."""
    months = months_of(year)
    quarters = []
    for number in range(4):
        first, last = months[3 * number][0], months[3 * number + 2][0]
        name = f"{first[:4]}年{int(first[5:])}月至{last[:4] + '年' if last[:4] != first[:4] else ''}{int(last[5:])}月"
        quarters.append((f"q{number + 1}", f"第{number + 1}季度（{name}）"))
    return quarters


def counted(edition: Edition, year: Year, disclosed: Sequence[Entry]) -> dict[str, tuple[Group, ...]]:
    """Every dimension of a year that needs nothing but the records disclosed in it."""
    columns, first = edition.catalogue, year.start.month
    known = [(month[-2:], month, label) for month, label in months_of(year)]
    months = {number: month for number, month, _ in known}
    ids, items = [entry.id for entry in disclosed], [entry.item for entry in disclosed]
    days = [entry.published for entry in disclosed]
    paths = [entry.column for entry in disclosed]
    return {
        "section": grouped(
            zip([path.partition("/")[0] for path in paths], ids, strict=True), known=[(one.path, one.name) for one in columns.columns],
        ),
        "column": grouped(zip(paths, ids, strict=True), known=[(one.path, one.full_name) for one in columns.walk()]),
        "item": grouped(
            zip([item.id if item else NO_ITEM for item in items], ids, strict=True),
            labels={item.id: item.name for item in columns.items.values()},
        ),
        "department": grouped([(entry.department, entry.id) for entry in disclosed]),
        "month": grouped(
            zip([months[f"{day.month:02}"] for day in days], ids, strict=True), known=[(month, label) for _, month, label in known],
        ),
        "quarter": grouped(
            zip([f"q{(day.month - first) % 12 // 3 + 1}" for day in days], ids, strict=True), known=quarters_of(year),
        ),
        "channel": grouped([(channel, entry.id) for entry in disclosed for channel in channels_of(entry)], known=[(WEBSITE, WEBSITE)]),
        "cadence": grouped(
            zip([item.cadence.label if item else NO_ITEM for item in items], ids, strict=True), known=_words(Cadence),
        ),
        "kind": grouped(zip([item.kind.label if item else NO_ITEM for item in items], ids, strict=True), known=_words(Kind)),
        "attachments": grouped(
            [("with" if attachments_of(entry) else "without", entry.id) for entry in disclosed],
            known=[("with", "有附件"), ("without", "没有附件")],
        ),
        "state": grouped([(entry.state.value, entry.id) for entry in disclosed], known=[(one.value, one.label) for one in State]),
    }  # fmt: skip


def channels_of(entry: Entry) -> Iterable[str]:
    """The site, on which every record is, and what the record names beside it."""
    channels = entry.record.channels if isinstance(entry, Shown) else entry.channels
    return dict.fromkeys((WEBSITE, *channels))


def attachments_of(entry: Entry) -> int:
    """How many files lie beside a record; none beside a stub."""
    return len(entry.record.attachments) if isinstance(entry, Shown) else 0


def crossed(groups: Sequence[Group], others: Sequence[Group]) -> tuple[Group, ...]:
    """What two dimensions have in common, where there is anything: the departments' records of each month."""
    pairs = [(one, other, set(other.entries)) for other in others for one in groups]
    both = ((one, other, [id for id in one.entries if id in ids]) for one, other, ids in pairs)
    return tuple(
        group_of(f"{one.id}-{other.id}", f"{one.label}，{other.label}", ids) for one, other, ids in both if ids
    )


Happened = tuple[str, date, str]
"""What was done, when, and the id of the record to which."""


def changes_of(entries: Sequence[Entry]) -> list[Happened]:
    """What was done to the entries of an edition, in their order."""
    known = {entry.id for entry in entries}.__contains__
    return [(name, day, entry.id) for entry in entries for name, day in _happened(entry, known)]


def changes_in(happened: Iterable[Happened], year: Year) -> tuple[Group, ...]:
    """What was done in a year to records of any year; a record that was changed several times counts once."""
    found: dict[str, dict[str, None]] = {name: {} for name in CHANGES}
    for name, day, id in happened:
        if day in year:
            found[name][id] = None
    return tuple(group_of(name, label, found[name]) for name, label in CHANGES.items())


def _happened(entry: Entry, known: Callable[[str], bool]) -> Iterable[tuple[str, date]]:
    """What happened to an entry and when. The place of what the edition does not have was not taken."""
    if isinstance(entry, Shown):
        record = entry.record
        supersedes: Iterable[str] = record.supersedes if record.replaces or record.corrects else ()
        changed: Iterable[date] = [change.day for change in entry.changes] if entry.changes else ()
    else:
        supersedes, changed = entry.supersedes, entry.changed_on
        if entry.withdrawn:
            yield "withdrawn", entry.withdrawn.day
        elif entry.state is State.REMOVED and entry.expires:
            yield "removed", entry.expires + timedelta(days=1)
    if entry.is_correction:
        yield "corrected", entry.published
    elif supersedes and any(map(known, supersedes)):
        yield "replaced", entry.published
    for day in changed:
        yield "changed", day


def _words(kind: type[Cadence] | type[Kind]) -> list[tuple[str, str]]:
    return [(one.label, one.label) for one in kind]
