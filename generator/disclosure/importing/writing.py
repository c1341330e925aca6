"""Drafts get their numbers, and go to the disk all together or not at all."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from disclosure.importing.draft_record import record_text
from disclosure.importing.importer import Pending
from disclosure.importing.losses import Told
from disclosure.importing.page import OTHER_PAGE
from disclosure.privacy.finder import sightings_in
from disclosure.reading.draft import next_id

_OTHER = re.compile(rf"\[((?:[^\[\]\\]|\\.)*)\]\((?:<{OTHER_PAGE}([^>]*)>|{OTHER_PAGE}([^)\s]*))\)")
_MADE_FROM = re.compile(r"^# 导入自.* ([0-9a-f]{12})(?:；|$)", re.MULTILINE)
_HEAD = 8192


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft with its number and its files."""

    record_id: str
    pending: Pending
    path: PurePosixPath
    """The Markdown file, from `data/records`."""
    files: dict[str, bytes]
    """By path from `data/records`."""


def numbered(pending: Iterable[Pending], records: Path, taken: Iterable[str]) -> list[Draft]:
    """Give numbers in the order of the sources, lead links between pages to records, and write the texts."""
    used, given = set(taken), []
    for one in pending:
        record_id = next_id(used, one.placed.published.year)
        used.add(record_id)
        given.append((record_id, one))
    by_page = {one.source.page: record_id for record_id, one in given if one.source.page}
    return [_draft(record_id, one, records, by_page) for record_id, one in given]


def write_all(drafts: Iterable[Draft], records: Path) -> None:
    """Write every draft, or none of them.

    Raises:
        OSError: the disk refused; nothing was left behind.
        ValueError: a file of that name has come into being meanwhile.
    """
    records.mkdir(parents=True, exist_ok=True)
    workshop = records / f".导入-{secrets.token_hex(4)}"
    moved: list[Path] = []
    try:
        workshop.mkdir()
        tops = []
        for draft in drafts:
            for name, content in draft.files.items():
                path = workshop / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            tops.append(draft.path.parent if draft.path.name == "index.md" else draft.path)
        for top in tops:
            final = records / top
            if final.exists() or final.is_symlink():
                raise ValueError(f"{final} 已经有了，什么也没有写。请再运行一次")
            final.parent.mkdir(parents=True, exist_ok=True)
            (workshop / top).rename(final)
            moved.append(final)
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def imported_before(records: Path) -> frozenset[str]:
    """Digests of the files that drafts were made from, as their remarks say."""
    found: set[str] = set()
    for path in records.rglob("*.md") if records.is_dir() else ():
        if not path.is_symlink() and path.is_file():
            with path.open("rb") as file:
                found.update(_MADE_FROM.findall(file.read(_HEAD).decode("utf-8", "replace")))
    return frozenset(found)


def _draft(record_id: str, one: Pending, records: Path, by_page: dict[str, str]) -> Draft:
    gone: list[str] = []

    def led(match: re.Match[str]) -> str:
        page = match[2] or match[3] or ""
        if page in by_page:
            return f"[{match[1]}](record:{by_page[page]})"
        gone.append(f"{match[1]}（{page}）")
        return match[1]

    body = _OTHER.sub(led, one.body)
    if gone:
        one.lost.append(Told(f"指向没有导入的网页的链接 {len(gone)} 个：只留下文字", tuple(gone)))
    name = "" if sightings_in(one.source.name) else f"{' '.join(one.source.name.split())} "
    text = record_text(
        record_id, one.guesses, body, one.placed, source=f"导入自 {name}{one.digest}", lost=len(one.lost)
    )
    folder = _folder(one, records)
    if not one.beside:
        path = folder / f"{record_id}.md"
        return Draft(record_id=record_id, pending=one, path=path, files={str(path): text.encode()})
    path = folder / record_id / "index.md"
    files = {str(path): text.encode(), **{str(path.parent / file.name): file.content for file in one.beside}}
    return Draft(record_id=record_id, pending=one, path=path, files=files)


def _folder(one: Pending, records: Path) -> PurePosixPath:
    """As `reading.draft.folder_of_new` does it, for drafts without an item as well."""
    column = one.placed.item.column if one.placed.item else one.placed.column.path
    return PurePosixPath(column) if (records / column).is_dir() else PurePosixPath(str(one.placed.published.year))
