"""The hand-written part of the site, site_src: links to records, personal data, and links of the file system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from disclosure.domain.page import HandWrittenPage
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem
from disclosure.privacy.finder import sightings_in
from disclosure.reading.body_links import links_in
from disclosure.reading.form import Findings
from disclosure.reading.inspection import Looker, sightings_in_names
from disclosure.reading.nesting import check_nesting, is_too_deep
from disclosure.reading.nodes import Unreadable
from disclosure.reading.source_text import read_text

_DOCUMENTS = frozenset(
    """
    doc docx docm dot dotx wps xls xlsx xlsm et csv tsv ppt pptx pptm dps odt ods odp pdf ofd rtf txt zip rar 7z jpg jpeg png tif
    tiff webp heic gif svg html htm json xml
    """.split()
)
"""Files that people put on a site for others to read."""


def read_pages(
    folder: Path, *, root: Path, looker: Looker | None = None
) -> tuple[tuple[HandWrittenPage, ...], list[Problem]]:
    """All pages and documents below a folder, sorted by path; none where there is no such folder."""
    looker = looker or Looker()
    problems: list[Problem] = []
    pages = []
    for path in sorted(_files(folder, folder, root, problems)):
        place = _place(path, root)
        named = tuple(sightings_in_names([path.name], line=0))
        try:
            if path.suffix.lower() == ".md":
                text = read_text(path)
                check_nesting(text, first_line=1)
                sightings = (*sightings_in(text), *named)
                pages.append(HandWrittenPage(path=place, links=links_in(text, first_line=1), sightings=sightings))
            else:
                seen = looker.look(path.read_bytes(), name=path.name)
                pages.append(HandWrittenPage(path=place, sightings=(*seen.sightings, *named)))
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
        elif path.suffix.lower() == ".md" or path.suffix[1:].lower() in _DOCUMENTS:
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
