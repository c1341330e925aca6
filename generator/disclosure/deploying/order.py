"""In which order files travel: never a page without what it needs, never a list that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import PurePosixPath

from disclosure.domain import urls


class Stage(Enum):
    """One after the other; the value is what people are told."""

    PARTS = "样式、附件、搜索索引"
    RECORDS = "公开记录的网页"
    LISTS = "栏目、列表、订阅、数据"
    MARK = "网站标记"


_RECORDS = "r/"
_GATHERING = frozenset({".html", ".xml", ".json", ".jsonld", ".ics", ".opml", ".csv", ".txt", ".xlsx"})
"""Outside the records' folders: pages, feeds and data that lead to others."""
_NAMES_OTHERS = frozenset({"search/plan.js", "screen/sw.js"})
"""Scripts that name the files they are going to ask for."""


def stage_of(path: str) -> Stage:
    """When a file of the site travels."""
    suffix = PurePosixPath(path).suffix.lower()
    if path == urls.NEXT_CHANGE:
        return Stage.MARK
    if path.startswith(_RECORDS):
        return Stage.RECORDS if suffix == ".html" else Stage.PARTS
    if path in _NAMES_OTHERS or (suffix in _GATHERING and not path.startswith("assets/")):
        return Stage.LISTS
    return Stage.PARTS


def staged(paths: Iterable[str]) -> dict[Stage, list[str]]:
    """Files by stage, in order; stages without any are left out."""
    parts: dict[Stage, list[str]] = {stage: [] for stage in Stage}
    for path in sorted(paths):
        parts[stage_of(path)].append(path)
    return {stage: files for stage, files in parts.items() if files}


def of_records(paths: Iterable[str]) -> list[str]:
    """Files of records among others: what was taken back must not stay on the host."""
    return [path for path in paths if path.startswith(_RECORDS)]


def in_the_way(gone: Iterable[str], new: Iterable[str]) -> list[str]:
    """Files to go before others come: a file stands where a folder has to be, or in a folder where a file has to be."""
    coming = set(new)
    above = {str(folder) for path in coming for folder in PurePosixPath(path).parents}
    return [path for path in gone if path in above or any(str(one) in coming for one in PurePosixPath(path).parents)]


def emptied(gone: Iterable[str], left: Iterable[str]) -> list[str]:
    """Folders that hold none of the site's files any more, the topmost of each branch."""
    full = {str(folder) for path in left for folder in PurePosixPath(path).parents}
    empty = {
        str(folder) for path in gone for folder in PurePosixPath(path).parents if str(folder) not in full
    } - {"."}  # fmt: skip
    return sorted(one for one in empty if str(PurePosixPath(one).parent) not in empty)
