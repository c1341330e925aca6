"""Pages that MkDocs makes with ours inside: home, the first page of each column, catalogue, guide, groups, archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from disclosure.domain import urls
from disclosure.publishing.meta import Meta, column_meta, site_meta
from disclosure.publishing.pages import listings
from disclosure.rendering import fragments
from disclosure.rendering.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RootPage:
    """A page that a school may open with words of its own: `site_src/<url>index.md`."""

    url: str
    title: str
    column: str
    """Path of its column, '' without."""
    meta: tuple[Meta, ...]
    fragment: Callable[[], str]
    has_title: bool = False
    """The fragment brings its own h1."""

    @property
    def source(self) -> str:
        """Path below site_src of the words that stand above the fragment."""
        return f"{self.url}index.md"


def root_pages(site: Site) -> list[RootPage]:
    """All of them; fragments are made when asked for."""
    school = site.edition.school
    plain = tuple(site_meta(school))
    named: list[tuple[str, str, Callable[[Site], str]]] = [
        (urls.HOME, "校务公开", fragments.home_fragment),
        (urls.CATALOGUE, "公开目录", fragments.catalogue_fragment),
        (urls.GUIDE, "公开指南", fragments.guide_fragment),
        (urls.GROUPS, "组织机构", fragments.groups_fragment),
        (urls.ARCHIVE, "往期", fragments.archive_fragment),
    ]
    pages = [
        RootPage(url=url, title=title, column="", meta=plain, fragment=partial(make, site))
        for url, title, make in named
    ]
    for column in site.edition.catalogue.walk():
        first = listings(column, site, is_archive=False)[0]
        pages.append(
            RootPage(
                url=urls.column_url(column.path),
                title=column.full_name,
                column=column.path,
                meta=tuple(column_meta(column, school)),
                has_title=True,
                fragment=partial(fragments.listing_fragment, first, site),
            )
        )
    return pages
