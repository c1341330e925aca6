"""The hand-written pages of site_src: their links to records, and links of the file system that must not be there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from disclosure.domain.page import HandWrittenPage
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.reading.body_links import links_in
from disclosure.reading.form import Findings
from disclosure.reading.nesting import check_nesting, is_too_deep
from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import read_text


def read_pages(folder: Path, *, root: Path) -> tuple[tuple[HandWrittenPage, ...], list[Problem]]:
    """All Markdown files below a folder, sorted by path; none where there is no such folder."""
    problems: list[Problem] = []
    pages = []
    for path in sorted(_files(folder, folder, root, problems)):
        place = _place(path, root)
        try:
            text = read_text(path)
            check_nesting(text, first_line=1)
            pages.append(HandWrittenPage(path=place, links=links_in(text, first_line=1)))
        except Unreadable as error:
            findings = Findings(path=place)
            findings.unreadable(error)
            problems += findings.problems
    return tuple(pages), problems


def _files(folder: Path, top: Path, root: Path, problems: list[Problem]) -> Iterator[Path]:
    if folder.is_symlink():
        problems.append(_link_problem(_place(folder, root)))
    if folder.is_symlink() or not folder.is_dir():
        return
    for entry in list(os.scandir(folder)):  # closed before anything below can fail
        path = Path(entry.path)
        if entry.is_symlink():
            problems.append(_link_problem(_place(path, root)))
        elif entry.is_dir() and is_too_deep(path, top):
            problems.append(
                problem("R117", path=_place(path, root), line=0, message="文件夹套得太深", hint="移到上面几层")
            )
        elif entry.is_dir():
            yield from _files(path, top, root, problems)
        elif path.suffix.lower() == ".md":
            yield path


def _place(path: Path, root: Path) -> PurePosixPath:
    """Relative to the school's folder; from MkDocs' own folder on where that lies elsewhere."""
    return (
        PurePosixPath(path.relative_to(root).as_posix())
        if path.is_relative_to(root)
        else PurePosixPath(path.as_posix())
    )


def _link_problem(place: PurePosixPath) -> Problem:
    return problem("R112", path=place, line=0, message="是符号链接，不能公开", hint="把文件本身放进来")
