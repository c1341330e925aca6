"""H101-H103: a day of publication that lies before the file came into the repository; what git cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.finding import at
from disclosure.domain.history import History, Reach
from disclosure.domain.library import Library
from disclosure.domain.life import is_published
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem

_PLACE = PurePosixPath("data/records")
_WITHOUT = {
    Reach.NO_PROGRAM: ("没有安装 git", "安装 git，再用 git clone 得到这个文件夹"),
    Reach.NO_REPOSITORY: ("这个文件夹不在 git 仓库里", "刚建好的，运行 git init；已有仓库的，用 git clone 得到这个文件夹"),
    Reach.NOT_TRUSTED: ("文件夹属于另一个用户，git 不肯读取", "运行：git config --global --add safe.directory 文件夹的完整路径"),
    Reach.NO_ANSWER: ("git 没有回答", "在这个文件夹里运行 git log，看它说什么"),
}  # fmt: skip


def check_history(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records that were entered later than they say, where somebody asked git; else what git could not tell."""
    history = library.history
    if history is None or all(record.draft for record in library.records.values()):
        return
    if history.reach is Reach.WHOLE:
        imported_until = settings.imported_until or history.root_day or today
        for record in library.records.values():
            brought = history.brought_on(record.source.path, today)
            if brought > imported_until:
                yield from _late(record, brought, settings, "才第一次提交")
    elif history.reach is Reach.SHALLOW:
        message = "浅克隆里看不到文件第一次提交的日子，没有核对公布日期"
        hint = "运行 git fetch --unshallow；GitHub Actions 在 actions/checkout 下面写 with: {fetch-depth: 0}"
        yield problem("H102", path=_PLACE, line=0, message=message, hint=hint)
    else:
        yield _without(history)


def late_at_last(before: Library, library: Library, today: date) -> Iterator[Problem]:
    """H101 for records that were committed in time, but as drafts or for a later day, and are made public only now.

    Args:
        before: the state of the repository that the change starts from.
    """
    settings, history = library.school.settings, library.history
    imported_until = settings.imported_until or (history and history.root_day)
    if history is None or (imported_until and today <= imported_until):
        return
    for record in library.records.values():
        was = before.records.get(record.id)
        if was is None or is_published(was, today) or not is_published(record, today):
            continue
        brought = history.brought_on(record.source.path, today)
        if not _days_late(record, brought, settings):  # else check_history has said so
            yield from _late(record, today, settings, "才公开")


def _late(record: Record, brought: date, settings: Settings, deed: str) -> Iterator[Problem]:
    """H101 for a record that was brought on a day, unless it says itself, and truly, that it was entered late."""
    days, entry = _days_late(record, brought, settings), record.late_entry
    if not days:
        return
    if entry is None:
        yield at(record, "published", "H101", f"公布日期是 {record.published}，{brought} {deed}，晚了 {days} 天",
                 f"改成真正公布的日子；确实是补公开的，加一行：补公开: {{日期: {brought}, 理由: 经办人交接时遗漏}}")  # fmt: skip
    elif abs((entry.day - brought).days) > settings.late_days:
        yield at(record, "late_entry", "H101", f"补公开的日期是 {entry.day}，与实际不符：{brought} {deed}",
                 f"写 补公开: {{日期: {brought}, 理由: {entry.reason}}}")  # fmt: skip


def _days_late(record: Record, brought: date, settings: Settings) -> int:
    """By how many days; 0 within the time that reviewing takes, and for drafts, which are on no site."""
    days = (brought - record.published).days
    return 0 if record.draft or days <= settings.late_days else days


def _without(history: History) -> Problem:
    message, hint = _WITHOUT[history.reach]
    said = f"（{history.said}）" if history.said and history.reach is Reach.NO_ANSWER else ""
    return problem("H103", path=_PLACE, line=0, message=f"{message}{said}，不能核对公布日期和删除", hint=hint)
