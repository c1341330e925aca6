"""The walk of a school's records: read, check, select the edition, publish. Everything else hangs on this page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath

from disclosure.caching.cache import NO_CACHE, Cache
from disclosure.checks.run import run_checks
from disclosure.domain.history import History
from disclosure.domain.library import Library
from disclosure.domain.record import Attachment
from disclosure.editing.admin.files import admin_files
from disclosure.editing.compose.files import compose_files
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem, SetupError, with_severities
from disclosure.publishing.calendars import calendar_files
from disclosure.publishing.catalogue_files import catalogue_files
from disclosure.publishing.data import marker_files, sitemap
from disclosure.publishing.dataset import dataset
from disclosure.publishing.feed_files import feed_files
from disclosure.publishing.framing import FrameFor, Framing
from disclosure.publishing.open_data import open_data
from disclosure.publishing.output import OutputFile
from disclosure.publishing.pages import list_pages, record_pages
from disclosure.publishing.prints import print_pages
from disclosure.publishing.register_pages import register_pages, register_urls
from disclosure.publishing.report_pages import report_pages, report_urls
from disclosure.publishing.root_pages import page_urls
from disclosure.publishing.screen import screen_files
from disclosure.publishing.statistics_pages import statistics_pages, statistics_urls
from disclosure.reading.bodies import changed_meanwhile
from disclosure.reading.load import RecordsUnderWay, begin_records, read_setup
from disclosure.reading.remembered import keep_memory, recall_memory
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site, index_edition

_SCHOOL = PurePosixPath("data/school.yml")
HistoryOf = Callable[[Iterable[str]], History]
"""Asks git when files came, by their paths relative to the school's root folder."""

REFUSED = "有错误，没有生成网站；原来的网站没有改动。"


def address_taken(path: str, docs_dir: str) -> str:
    """What is said where a file of the school lies in the place of one of ours."""
    return f"{docs_dir} 里的文件占用了网址 {path}，请改名"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A school as it was read, with everything that has to be mended."""

    library: Library
    problems: tuple[Problem, ...]
    """Sorted, in the school's own severities."""


def read_and_check(
    root: Path, today: date, *, pages_folder: Path | None = None, cache: Cache = NO_CACHE, processes: int = 1,
    history_of: HistoryOf | None = None,
) -> Reading:  # fmt: skip
    """Read a school's folder and run all checks. Raises SetupError where there is no usable school.

    Args:
        pages_folder: MkDocs' docs_dir; `root/site_src` where none is given.
        cache: remembers what was read.
        processes: how many may read at the same time.
        history_of: asks git; only a check does, so that the bytes of a site do not depend on how deep a clone is.
    """
    setup = read_setup(root)
    memory = recall_memory(cache, basis=setup.basis)
    records = begin_records(setup, memory=memory, processes=processes)
    records.read_pages(pages_folder)
    reading = checked(records, today, history_of=history_of)
    if memory.is_new:
        keep_memory(memory, cache)
    return reading


def checked(records: RecordsUnderWay, today: date, *, history_of: HistoryOf | None = None) -> Reading:
    """Finish the reading of records and run all checks."""
    library, problems = records.finish()
    if history_of:
        paths = (str(record.source.path) for record in library.records.values())
        library = replace(library, history=history_of(paths))
    return Reading(library=library, problems=problems_of(library, problems, today))


def problems_of(library: Library, found: Iterable[Problem], today: date) -> tuple[Problem, ...]:
    """What was found in reading and what the checks find, sorted, in the school's own severities."""
    settings = library.school.settings
    return with_severities([*found, *run_checks(library, settings, today)], settings.severities)


def select(library: Library, *, edition: str, today: date) -> Site:
    """What the edition shows on the day. Nothing else reaches a publisher. Raises SetupError for an unknown edition."""
    known = library.school.editions
    if edition not in known:
        hint = f"可选：{'、'.join(known)}（学校资料的 editions）"
        raise SetupError(problem("C101", path=_SCHOOL, line=0, message=f"没有「{edition}」这一版", hint=hint))
    return index_edition(library.for_edition(edition, today))


def publish(site: Site, *, root: Path, frame_for: FrameFor, basis: str = "") -> Iterator[OutputFile]:
    """Pages and attachments, but for the pages that MkDocs makes itself.

    Args:
        frame_for: the theme's frame by column path and depth.
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    framing = Framing(frame_for=frame_for, site=site, basis=basis)
    yield from record_pages(site, framing=framing, read_attachment=partial(read_attachment, root))
    yield from print_pages(site, basis=basis)
    yield from list_pages(site, framing=framing)
    yield from screen_files(site, basis=basis)
    yield from catalogue_files(site, basis=basis)
    yield from register_pages(site, framing=framing, basis=basis)
    yield from statistics_pages(site, framing=framing, basis=basis)
    yield from report_pages(site, framing=framing, basis=basis)
    yield from compose_files(site, root=root, basis=basis)
    yield from admin_files(site, root=root, basis=basis)
    yield from marker_files(site)


def gather(site: Site, *, pages: Mapping[str, Frame], basis: str = "") -> Iterator[OutputFile]:
    """What gathers the whole site into files for machines; a preview makes them when somebody asks for one.

    Args:
        pages: pages that MkDocs makes, by their file's path below the site's root.
        basis: as for `publish`.
    """
    yield from feed_files(site, basis=basis)
    yield from calendar_files(site, basis=basis)
    yield from sitemap(
        site, page_urls=[*page_urls(pages), *register_urls(site), *statistics_urls(site), *report_urls(site)]
    )
    yield from open_data(site, basis=basis)
    yield dataset(site)


def read_attachment(root: Path, attachment: Attachment) -> bytes:
    """The attachment that was read and checked. Raises OSError where it was changed meanwhile."""
    content = (root / attachment.source).read_bytes()
    if sha256(content).hexdigest() != attachment.sha256:
        raise changed_meanwhile(str(attachment.source))
    return content
