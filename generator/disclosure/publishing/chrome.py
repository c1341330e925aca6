"""What the theme's frame needs to know of the site: school, columns with counts, feeds."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.domain import urls
from disclosure.domain.catalogue import Catalogue, Column
from disclosure.domain.registers_shown import registers_of
from disclosure.domain.school import School
from disclosure.rendering.frame import slot


@dataclass(frozen=True, slots=True, kw_only=True)
class NavColumn:
    """A column in the navigation; the URL is relative to the site's root."""

    name: str
    path: str
    url: str
    count: str
    """A slot: how many current records it lists."""
    children: tuple[NavColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """The global `disclosure` of the theme's templates."""

    school: School
    edition: str
    columns: tuple[NavColumn, ...]
    names: dict[str, str]
    """Full names of columns by path."""
    dated: str
    """A slot: how old the page is."""
    stylesheet: str
    """Path of Material's style sheet, whose name changes with its content."""
    has_registers: bool
    """Whether the edition has a page of registers and statistics."""
    has_compose: bool = False
    """Whether the edition has a page on which records are written."""

    def feeds(self, path: str, *, json: bool = False) -> list[tuple[str, str, str]]:
        """Feeds of a column, or of the site for '': title, URL from the root, media type.

        Args:
            json: JSON Feed, too; records, of which there are many, do without.
        """
        name = self.names.get(path, self.school.name)
        feeds = [
            (f"{name}（RSS）", urls.feed_url(path, form="rss"), "application/rss+xml"),
            (f"{name}（Atom）", urls.feed_url(path, form="atom"), "application/atom+xml"),
        ]
        return (
            [*feeds, (f"{name}（JSON Feed）", urls.feed_url(path, form="json"), "application/feed+json")]
            if json
            else feeds
        )


def chrome_of(school: School, catalogue: Catalogue, *, edition: str, stylesheet: str) -> Chrome:
    """The chrome of an edition. What depends on records is left open in slots."""
    return Chrome(
        school=school,
        edition=edition,
        columns=tuple(_nav(column) for column in catalogue.columns),
        names={column.path: column.full_name for column in catalogue.walk()},
        dated=slot("dated"),
        stylesheet=stylesheet,
        has_registers=bool(registers_of(edition, school, catalogue)),
        has_compose=school.is_for_staff(edition),
    )


def _nav(column: Column) -> NavColumn:
    return NavColumn(
        name=column.name, path=column.path, url=urls.column_url(column.path), count=slot(f"count:{column.path}"),
        children=tuple(_nav(child) for child in column.children),
    )  # fmt: skip
