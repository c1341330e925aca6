"""What the theme's frame needs to know of the site: school, columns with counts, feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from disclosure.domain import urls
from disclosure.domain.catalogue import Column
from disclosure.domain.school import School
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class NavColumn:
    """A column in the navigation; the URL is relative to the site's root."""

    name: str
    path: str
    url: str
    count: int
    children: tuple[NavColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """The global `disclosure` of the theme's templates."""

    school: School
    edition: str
    today: date
    today_words: str
    columns: tuple[NavColumn, ...]
    names: dict[str, str]
    """Full names of columns by path."""

    def feeds(self, path: str) -> list[tuple[str, str, str]]:
        """Feeds of a column, or of the site for '': title, URL from the root, media type."""
        name = self.names.get(path, self.school.name)
        return [
            (f"{name}（RSS）", urls.feed_url(path, form="rss"), "application/rss+xml"),
            (f"{name}（Atom）", urls.feed_url(path, form="atom"), "application/atom+xml"),
        ]


def chrome_of(site: Site) -> Chrome:
    """The chrome of an edition."""
    edition = site.edition
    return Chrome(
        school=edition.school,
        edition=edition.name,
        today=edition.today,
        today_words=day_in_words(edition.today),
        columns=tuple(_nav(column, site) for column in edition.catalogue.columns),
        names={column.path: column.full_name for column in edition.catalogue.walk()},
    )


def _nav(column: Column, site: Site) -> NavColumn:
    return NavColumn(
        name=column.name, path=column.path, url=urls.column_url(column.path), count=site.count(column),
        children=tuple(_nav(child, site) for child in column.children),
    )  # fmt: skip
