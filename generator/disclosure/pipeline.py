"""The walk of a school's records: read, check, select the edition, publish. Everything else hangs on this page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from disclosure.checks.run import run_checks
from disclosure.domain.library import Library
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem, SetupError, with_severities
from disclosure.publishing.data import data_files
from disclosure.publishing.feeds import feed_files
from disclosure.publishing.output import OutputFile
from disclosure.publishing.pages import FrameFor, list_pages, record_pages
from disclosure.reading.load import load_library
from disclosure.rendering.site import Site, index_edition

_SCHOOL = PurePosixPath("data/school.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A school as it was read, with everything that has to be mended."""

    library: Library
    problems: tuple[Problem, ...]
    """Sorted, in the school's own severities."""


def read_and_check(root: Path, today: date, *, pages_folder: Path | None = None) -> Reading:
    """Read a school's folder and run all checks. Raises SetupError where there is no usable school."""
    library, problems = load_library(root, pages_folder=pages_folder)
    settings = library.school.settings
    found = [*problems, *run_checks(library, settings, today)]
    return Reading(library=library, problems=with_severities(found, settings.severities))


def select(library: Library, *, edition: str, today: date) -> Site:
    """What the edition shows on the day. Nothing else reaches a publisher. Raises SetupError for an unknown edition."""
    known = library.school.editions
    if edition not in known:
        hint = f"可选：{'、'.join(known)}（学校资料的 editions）"
        raise SetupError(problem("C101", path=_SCHOOL, line=0, message=f"没有「{edition}」这一版", hint=hint))
    return index_edition(library.for_edition(edition, today))


def publish(site: Site, *, root: Path, frame_for: FrameFor, page_urls: Iterable[str]) -> Iterator[OutputFile]:
    """All files of the site but those that MkDocs makes itself.

    Args:
        frame_for: the theme's frame by column path and depth.
        page_urls: pages that MkDocs makes, for the sitemap.
    """

    def read_bytes(path: PurePosixPath) -> bytes:
        return (root / path).read_bytes()

    yield from record_pages(site, frame_for=frame_for, read_bytes=read_bytes)
    yield from list_pages(site, frame_for=frame_for)
    yield from feed_files(site)
    yield from data_files(site, page_urls=page_urls)
