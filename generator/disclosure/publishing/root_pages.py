"""Pages that MkDocs makes with ours inside: home, the first page of each column, catalogue, guide, groups, archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from urllib.parse import unquote

from disclosure.caching.stamps import text_digest
from disclosure.domain import urls
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.registers_shown import RegisterName, registers_of
from disclosure.domain.school import School
from disclosure.publishing.framing import counts, dated
from disclosure.publishing.meta import Meta, column_meta, site_meta
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.page_days import root_page_day
from disclosure.publishing.report_pages import reports_fragment, reports_key
from disclosure.rendering import fragments, keys
from disclosure.rendering.frame import Frame
from disclosure.rendering.listing import Listing, listings
from disclosure.rendering.page_links import has_own_links, listed_fragment, with_links
from disclosure.rendering.site import Site
from disclosure.rendering.statistics_page import newest_statistics_key

_PARTS: dict[str, tuple[Callable[[Site], str], Callable[[Site], str]]] = {
    urls.HOME: (fragments.home_fragment, keys.home_key),
    urls.CATALOGUE: (fragments.catalogue_fragment, keys.catalogue_key),
    urls.GUIDE: (fragments.guide_fragment, keys.day_key),
    urls.GROUPS: (fragments.groups_fragment, keys.day_key),
    urls.ARCHIVE: (fragments.archive_fragment, keys.archive_key),
    urls.SEARCH: (fragments.search_fragment, keys.fixed_key),
    urls.SUBSCRIBE: (fragments.subscribe_fragment, keys.fixed_key),
    urls.ACCESSIBILITY: (fragments.accessibility_fragment, keys.fixed_key),
    urls.REGISTERS: (fragments.registers_fragment, keys.registers_key),
    urls.REPORTS: (reports_fragment, reports_key),
    urls.STATISTICS: (fragments.statistics_fragment, newest_statistics_key),
    urls.COMPOSE: (fragments.compose_fragment, keys.fixed_key),
}
"""Our part of each page, and what it is made from."""
_TITLES = {
    urls.HOME: "校务公开", urls.CATALOGUE: "公开目录", urls.GUIDE: "公开指南", urls.GROUPS: "组织机构", urls.ARCHIVE: "往期",
    urls.SEARCH: "搜索", urls.SUBSCRIBE: "订阅", urls.ACCESSIBILITY: "无障碍说明",
    urls.REGISTERS: "登记册和统计", urls.STATISTICS: "统计", urls.REPORTS: "年度报告",
    urls.COMPOSE: "写记录",
}  # fmt: skip
_OPENED_BY = {
    urls.REGISTERS: frozenset(one.id for one in RegisterName),
    urls.STATISTICS: frozenset({RegisterName.STATISTICS.id}),
    urls.REPORTS: frozenset({RegisterName.REPORTS.id}),
}
"""Pages that an edition has only with one of these registers."""
_FOR_STAFF = frozenset({urls.COMPOSE})
"""Pages of editions for the staff alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RootPage:
    """A page that a school may open with words of its own: `site_src/<url>index.md`."""

    url: str
    title: str
    column: str
    """Path of its column, '' without."""
    meta: tuple[Meta, ...]
    has_title: bool = False
    """Our part brings its own h1."""

    @property
    def source(self) -> str:
        """Path below site_src of the words that stand above our part."""
        return f"{self.url}index.md"


def root_pages(school: School, catalogue: Catalogue, *, edition: str = "") -> list[RootPage]:
    """All that an edition has; without its name, those that every edition has."""
    plain, closed = tuple(site_meta(school)), _closed(school, catalogue, edition)
    pages = [
        RootPage(url=url, title=title, column="", meta=plain) for url, title in _TITLES.items() if url not in closed
    ]
    for column in catalogue.walk():
        meta = tuple(column_meta(column, school))
        url = urls.column_url(column.path)
        pages.append(RootPage(url=url, title=column.full_name, column=column.path, meta=meta, has_title=True))
    return pages


def closed_sources(school: School, catalogue: Catalogue, *, edition: str) -> list[str]:
    """Paths below site_src of words for pages that an edition does not have."""
    return [f"{url}index.md" for url in sorted(_closed(school, catalogue, edition))]


def _closed(school: School, catalogue: Catalogue, edition: str) -> set[str]:
    opened = registers_of(edition, school, catalogue)
    closed = {url for url, openers in _OPENED_BY.items() if openers.isdisjoint(opened)}
    return closed if school.is_for_staff(edition) else closed | _FOR_STAFF


def mkdocs_pages(frames: Mapping[str, Frame], site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """All pages that MkDocs made, with ours inside.

    Args:
        frames: by the path of the page's file below the site's root.
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    shared = f"{basis}\n{counts(site)}"
    for path, frame in frames.items():
        key = _key(path, frame, site)
        if key is None:
            yield ready(path, filled_page(path, frame, site))
        else:
            make = partial(filled_page, path, frame, site)
            yield OutputFile(path=path, key=text_digest(f"{shared}\n{path}\n{frame.digest}\n{key}"), make=make)


def filled_page(path: str, frame: Frame, site: Site) -> bytes:
    """A page that MkDocs made, with ours inside: fragments, lists and links of the school's own words."""
    url = path.removesuffix("index.html")
    slots = counts(site) | {"canonical": escape(site.edition.school.site_url + url), "dated": _dated(url, site)}
    for name in frame.slots:
        if name.startswith("list:"):
            targets = [unquote(target) for target in name.removeprefix("list:").split(",")]
            slots[name] = listed_fragment(targets, site, base=url)
        elif name == "content":
            slots[name] = _fragment(url, site)
        slots.setdefault(name, "")
    words = [with_links(part, site, base=url) if index % 2 == 0 else part for index, part in enumerate(frame.parts)]
    return Frame(parts=tuple(words)).fill(slots)


def _key(path: str, frame: Frame, site: Site) -> str | None:
    """What our part of a page is made from; None where the school's own words have lists or links of ours."""
    url = path.removesuffix("index.html")
    if any(name.startswith("list:") for name in frame.slots) or any(map(has_own_links, frame.parts[::2])):
        return None
    if part := _PARTS.get(url):
        return part[1](site)
    listing = _first_listing(url, site)
    return f"{_dated(url, site)}\n{keys.first_listing_key(listing, site)}" if listing else ""


def _fragment(url: str, site: Site) -> str:
    if part := _PARTS.get(url):
        return part[0](site)
    listing = _first_listing(url, site)
    return fragments.listing_fragment(listing, site) if listing else ""


def _first_listing(url: str, site: Site) -> Listing | None:
    column = site.edition.catalogue.column_names.get(url.removesuffix("/"))
    if column is None or urls.column_url(column.path) != url:
        return None
    return listings(column, site, is_archive=False)[0]


def _dated(url: str, site: Site) -> str:
    """The home page tells when the site was made, a column when something in it changed last."""
    if url == urls.HOME:
        return dated("本站生成于", site.edition.today)
    return dated("本页更新于", root_page_day(url, site) if url.removesuffix("/") in site.current else None)


def page_urls(frames: Mapping[str, Frame]) -> list[str]:
    """URLs of the pages that MkDocs made, for the sitemap."""
    return [path.removesuffix("index.html") for path in frames if path.endswith("index.html")]
