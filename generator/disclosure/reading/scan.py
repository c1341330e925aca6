"""Which files are records, and what the file system says of them. Nothing is read yet."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from disclosure.caching.stamps import Stamp
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.reading.nesting import is_too_deep


class RecordFiles(NamedTuple):
    """The files that one record is made of."""

    path: str
    """The Markdown file, relative to the school's root folder, with `/`."""
    stamps: dict[str, Stamp]
    """By path relative to the Markdown file's folder: the file itself, and in a record's own folder everything below."""


class Scan(NamedTuple):
    """What the file system says of a school's records."""

    files: list[RecordFiles]
    """Sorted by path."""
    problems: list[Problem]
    """What lies among them but can be none."""


def scan_records(root: Path) -> Scan:
    """All records of a school.

    A record is `index.md` of a folder, else every Markdown file. Hidden files and README.md are not. A link to a file is
    reported by whoever reads it.
    """
    problems: list[Problem] = []
    found = list(_records(root / "data/records", root, problems))
    return Scan(sorted(found, key=lambda files: files.path.split("/")), problems)


def _records(folder: Path, root: Path, problems: list[Problem]) -> Iterator[RecordFiles]:
    place = PurePosixPath(folder.relative_to(root).as_posix())
    if folder.is_symlink():
        problems.append(link_problem(place))
        return
    if is_too_deep(folder, root):
        problems.append(problem("R117", path=place, line=0, message="文件夹套得太深", hint="移到上面几层"))
        return
    if not folder.is_dir():
        return
    entries = [entry for entry in os.scandir(folder) if not entry.name.startswith((".", "_"))]
    if any(entry.name == "index.md" for entry in entries):
        yield RecordFiles(f"{place}/index.md", dict(_stamps(str(folder), "")))
        return
    for entry in entries:
        if entry.is_dir():
            yield from _records(Path(entry.path), root, problems)
        elif entry.name[-3:].lower() == ".md" and entry.name not in ("README.md", ".md"):
            yield RecordFiles(f"{place}/{entry.name}", {entry.name: Stamp.of(entry.stat(follow_symlinks=False))})
        elif entry.name != "README.md":
            hint = "放到 记录名/index.md 旁边"
            problems.append(
                problem("A106", path=place / entry.name, line=0, message="不在任何记录的文件夹里，不会公开", hint=hint)
            )


def _stamps(folder: str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    """Everything below a record's folder, links as links; no deeper than `reading.attachments` looks."""
    for entry in list(os.scandir(folder)):
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False) and not is_too_deep(Path(name), Path()):
            yield from _stamps(entry.path, f"{name}/")
        else:
            yield name, Stamp.of(entry.stat(follow_symlinks=False))


def link_problem(place: PurePosixPath) -> Problem:
    """What is said of a folder that is a link."""
    return problem("R112", path=place, line=0, message="是符号链接，不能读取", hint="建成真正的文件夹")
