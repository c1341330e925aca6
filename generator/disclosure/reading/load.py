"""The school's folder becomes one Library, with the problems met on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem, SetupError
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.nesting import is_too_deep
from disclosure.reading.pages import read_pages
from disclosure.reading.records import read_record
from disclosure.reading.school import read_school
from disclosure.reading.work_calendar import official_calendar


def load_library(root: Path, *, pages_folder: Path | None = None) -> tuple[Library, list[Problem]]:
    """Read everything below `root/data`, and the hand-written pages. One bad record never keeps another from being read.

    Args:
        pages_folder: MkDocs' docs_dir; `root/site_src` where none is given.

    Raises:
        SetupError: school.yml or catalogue.yml cannot be used.
    """
    root = root.resolve()
    data = root / "data"
    if data.is_symlink():
        raise SetupError(_link_problem(PurePosixPath("data")))
    school = read_school(data / "school.yml", root=root)
    catalogue = read_catalogue(data / "catalogue.yml", root=root)
    pages, problems = read_pages(pages_folder or root / "site_src", root=root)
    records: dict[str, Record] = {}
    by_url: dict[str, Record] = {}
    for path in sorted(_record_files(data / "records", root, problems)):
        record, found = read_record(path, root=root, catalogue=catalogue)
        problems += found
        if record:
            _add(record, records, by_url, problems)
    library = Library(
        school=school, catalogue=catalogue, records=dict(sorted(records.items())), pages=pages,
        calendar=official_calendar(),
    )  # fmt: skip
    return library, problems


def _add(record: Record, records: dict[str, Record], by_url: dict[str, Record], problems: list[Problem]) -> None:
    """Keep a record unless its number or its URL (on hosts that ignore case) is taken."""
    taken = by_url.setdefault(record.id.lower(), record)
    if taken is record:
        records[record.id] = record
        return
    code, what = ("R110", "编号") if taken.id == record.id else ("R111", "网址")
    message = f"{what}「{record.id}」与 {taken.source.path} 的「{taken.id}」重复"
    problems.append(
        problem(
            code,
            path=record.source.path,
            line=record.source.line_of("id"),
            message=message,
            hint="换一个没有用过的编号",
        )
    )


def _record_files(folder: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Files that are records: `index.md` of a folder, else every Markdown file. Hidden ones and README.md are not.

    A link to a file is reported by whoever reads it.
    """
    if folder.is_symlink():
        problems.append(_link_problem(PurePosixPath(folder.relative_to(root).as_posix())))
        return
    if is_too_deep(folder, root):
        place = PurePosixPath(folder.relative_to(root).as_posix())
        problems.append(problem("R117", path=place, line=0, message="文件夹套得太深", hint="移到上面几层"))
        return
    if not folder.is_dir():
        return
    entries = [entry for entry in os.scandir(folder) if not entry.name.startswith((".", "_"))]
    if any(entry.name == "index.md" for entry in entries):
        yield folder / "index.md"
        return
    for entry in entries:
        path = Path(entry.path)
        place = PurePosixPath(path.relative_to(root).as_posix())
        if entry.is_dir():
            yield from _record_files(path, root, problems)
        elif path.suffix.lower() == ".md" and path.name != "README.md":
            yield path
        elif path.name != "README.md":
            problems.append(
                problem(
                    "A106",
                    path=place,
                    line=0,
                    message="不在任何记录的文件夹里，不会公开",
                    hint="放到 记录名/index.md 旁边",
                )
            )


def _link_problem(place: PurePosixPath) -> Problem:
    return problem("R112", path=place, line=0, message="是符号链接，不能读取", hint="建成真正的文件夹")
