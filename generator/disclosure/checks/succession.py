"""L105, L106: what a record replaces or corrects exists, and no two records replace each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.checks.finding import at
from disclosure.domain.library import Library
from disclosure.domain.school import Settings
from disclosure.errors.problem import Problem


def check_succession(library: Library, settings: Settings, today: date) -> Iterator[Problem]:
    """Follow 替代 and 更正 from every record."""
    for record in library.records.values():
        for key, word, target in (("replaces", "替代", record.replaces), ("corrects", "更正", record.corrects)):
            if not target:
                continue
            if target not in library.records:
                yield at(record, key, "L105", f"{word}的记录「{target}」不存在", "写已有记录的编号")
            elif target == record.id:
                yield at(record, key, "L106", f"「{record.id}」{word}了自己", f"写被{word}的那一条的编号")
            elif _leads_to(record.id, target, library):
                yield at(record, key, "L106", f"「{record.id}」和「{target}」互相{word}", "只由较新的一条写")


def _leads_to(wanted: str, start: str, library: Library) -> bool:
    """Whether a record takes the place of another, directly or through others."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        current = ahead.pop()
        if current == wanted:
            return True
        if current in library.records and current not in seen:
            seen.add(current)
            ahead += library.records[current].supersedes
    return False
