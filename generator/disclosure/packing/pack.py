"""`disclosure pack`: everything an inspector asks for about a year, as one archive that opens without a network.

The publishers of the site make the pages, in a frame of the pack's own; links are turned to files at the end. So a figure
in the pack can never differ from the one on the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.resources import files
from itertools import chain

from disclosure.domain import urls
from disclosure.domain.record import Attachment
from disclosure.domain.selection import LAST_ISSUES, Selection, select_records
from disclosure.domain.year import Year
from disclosure.packing.archive import SUMS
from disclosure.packing.materials import ISSUES, materials_of
from disclosure.packing.offline_links import offline
from disclosure.publishing.catalogue_files import catalogue_files
from disclosure.publishing.framing import Framing
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.pages import record_pages
from disclosure.publishing.register_pages import register_pages
from disclosure.publishing.report_pages import report_pages
from disclosure.publishing.statistics_pages import statistics_pages
from disclosure.rendering.fragments import catalogue_fragment
from disclosure.rendering.pack_page import Material, pack_frame, pack_index, pack_issues
from disclosure.rendering.site import Site, index_edition
from disclosure.rendering.table_page import STYLE_SHEET

ReadAttachment = Callable[[Attachment], bytes]
"""Content of an attachment, the one that was read and checked."""
_STYLES = ("assets/disclosure.css", STYLE_SHEET)
_PAGE = "index.html"


def folder_name(year: Year) -> str:
    """The folder in the archive, `inspection-pack-2026`: letters that every program for archives understands."""
    return f"inspection-pack-{year.slug}"


def pack_files(site: Site, year: Year, *, read_attachment: ReadAttachment) -> list[OutputFile]:
    """All files of a pack, but for the list of their sums.

    Raises:
        OSError: an attachment was changed since it was checked; when its file is made.
    """
    site = _counting_in(site, year)
    selection, materials = select_records(site.edition, year), materials_of(site, year)
    wanted = _Wanted(selection, materials, year)
    made = chain(_site_files(site, materials, year, read_attachment), _own_pages(site, selection, materials, year))
    chosen = [*filter(wanted, made), *(ready(path, _asset(path)) for path in _STYLES)]
    paths = frozenset(file.path for file in chosen)
    return [replace(file, make=partial(_offline, file, paths)) if _is_page(file) else file for file in chosen]


def _counting_in(site: Site, year: Year) -> Site:
    """The site as it would be if the school counted its years as the pack does."""
    school = site.edition.school
    if school.settings.year_kind is year.kind:
        return site
    settings = replace(school.settings, year_kind=year.kind)
    return index_edition(replace(site.edition, school=replace(school, settings=settings)))


def _site_files(
    site: Site, nav: Sequence[Material], year: Year, read_attachment: ReadAttachment
) -> Iterator[OutputFile]:
    framing = _framing(site, nav, year)
    yield from record_pages(site, framing=framing, read_attachment=read_attachment)
    yield from register_pages(site, framing=framing)
    yield from statistics_pages(site, framing=framing)
    yield from report_pages(site, framing=framing)
    yield from catalogue_files(site)


def _own_pages(site: Site, selection: Selection, materials: Sequence[Material], year: Year) -> Iterator[OutputFile]:
    framing = _framing(site, materials, year)
    contents: dict[str, tuple[str, Callable[[], str]]] = {
        "": ("首页", partial(pack_index, materials, selection, sums=SUMS, site=site, year=year)),
        ISSUES: (f"最近{LAST_ISSUES}期", partial(
            pack_issues, selection.issues, last=LAST_ISSUES, base=ISSUES, site=site, year=year
        )),
        urls.CATALOGUE: ("公开目录", lambda: f"<h1>公开目录</h1>\n{catalogue_fragment(site)}"),
    }  # fmt: skip
    for url, (title, make) in contents.items():
        yield framing.page(url, title=title, column="", key=url, content=make, head=str, changed=None)


def _framing(site: Site, nav: Sequence[Material], year: Year) -> Framing:
    return Framing(frame_for=lambda _, depth: pack_frame(depth, nav, site=site, year=year), site=site)


class _Wanted:
    """Whether a file of the site belongs into the pack."""

    def __init__(self, selection: Selection, materials: Sequence[Material], year: Year) -> None:
        self._folders = (
            *(urls.record_url(entry.id) for entry in selection.entries), *(one.url for one in materials),
            urls.statistics_url(year.slug),
        )  # fmt: skip

    def __call__(self, file: OutputFile) -> bool:
        return file.path == _PAGE or file.path.startswith(self._folders)


def _is_page(file: OutputFile) -> bool:
    return file.path == _PAGE or file.path.endswith(f"/{_PAGE}")


def _offline(file: OutputFile, paths: frozenset[str]) -> bytes:
    return offline(file.content.decode(), base=file.path.removesuffix(_PAGE), files=paths).encode()


def _asset(path: str) -> bytes:
    return (files("disclosure_theme") / path).read_bytes()
