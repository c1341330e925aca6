"""P120–P124: lists of persons tell little, come down in time, and leave no name where it stays (教财厅函〔2017〕28号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.personal_data import NameTable
from disclosure.domain.record import Record
from disclosure.domain.school import Settings
from disclosure.domain.vocabulary import AfterExpiry
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.privacy.headings import is_allowed, kind_of

_ADDRESSED = "(?=同学|老师|同志|等(?:\\d|[一二三四五六七八九十]|同学|学生|人))"
"""What follows a name in a title."""
_ALLOWED = "姓名、学校、院系、年级、班级、专业"


def check_lists(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Records of items that may hold personal data; drafts as well, since they lie in the repository already."""
    for record in library.records.values():
        item = library.catalogue.items.get(record.item)
        if item is None or not item.lists_persons:
            continue
        from disclosure.privacy.names import is_name  # loaded for the first list of persons

        if not record.withdrawn and not record.draft:
            yield from _life(record)
        tables = [(record.source.path, table) for table in record.tables]
        tables += [(attachment.source, table) for attachment in record.attachments for table in attachment.tables]
        for path, table in tables:
            yield from _columns(path, table, settings)
        names = [name for _, table in tables for name in table.names if is_name(name)]
        yield from _lasting_names(record, names)
        if names:
            message = f"名单里有 {len(names)} 个姓名，提交以后一直留在 git 的历史里"
            yield at(
                record, "id", "P124", message, "原件放在仓库以外，仓库里只放可以公开的列；做法见 docs/personal-data.md"
            )


def _life(record: Record) -> Iterator[Problem]:
    if record.after_expiry is not AfterExpiry.REMOVE:
        yield at(record, "after_expiry", "P121", f"名单到期处理是「{record.after_expiry.label}」", "写 到期处理: 撤下")
    if record.expires is None:
        yield at(record, "expires", "P123", "名单没有截止日期", "加一行：公示期: 5个工作日")


def _columns(path: PurePosixPath, table: NameTable, settings: Settings) -> Iterator[Problem]:
    """Columns beyond those that may be public; what is personal data itself is reported value by value."""
    more = [one for one in table.headings if not (is_allowed(one) or one in settings.list_headings or kind_of(one))]
    if more:
        where = f"{table.place}：" if table.place else ""
        message = f"{where}名单里有「{'、'.join(more)}」，只许写{_ALLOWED}"
        hint = f"删掉这些列；学校确需公开的，在 data/school.yml 写 名单列: [{'、'.join(more).replace('、', ', ')}]"
        yield problem("P120", path=path, line=table.line, message=message, hint=hint)


def _lasting_names(record: Record, names: list[str]) -> Iterator[Problem]:
    """Names where they outlive the list: in the title, in the summary, in the names of files."""
    from disclosure.privacy.names import NAME, is_name

    known, addressed = set(names), re.compile(f"({NAME}){_ADDRESSED}")
    places = [("title", "标题", record.title), ("summary", "概述", record.summary)]
    places += [("attachments", "附件的文件名", str(attachment.file)) for attachment in record.attachments]
    places.append(
        ("id", "文件名", record.source.path.parent.name if record.source.is_folder else record.source.path.stem)
    )
    for key, word, text in places:
        found = next((name for name in sorted(known) if name in text), "")
        match = addressed.search(text)
        if found or (match and is_name(match[1])):
            name = found or (match[1] if match else "")
            yield at(record, key, "P122", f"{word}里有姓名「{name[:1]}…」", "不写姓名，例如 标题: 学生获奖公示")
