"""Pages of an inspection pack: a frame that needs no MkDocs and no network, its first page, the last issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.selection import Issues, Selection
from disclosure.domain.year import Year
from disclosure.rendering.environment import templates
from disclosure.rendering.frame import Frame, record_frame, slot
from disclosure.rendering.site import Site
from disclosure.rendering.words import edition_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A part of a pack that its first page leads to."""

    url: str
    """Relative to the pack's root, ends with a slash."""
    title: str
    about: str
    files: tuple[str, ...] = ()
    """URLs of spreadsheets and documents."""


def pack_frame(depth: int, nav: Sequence[Material], *, site: Site, year: Year) -> Frame:
    """The frame of all pages that lie so many folders below the root.

    Args:
        nav: what every page leads to.
    """
    html = _render("pack.html", site, year, "", up="../" * depth, nav=nav, slot=lambda name: Markup(slot(name)))
    return record_frame(html)


def pack_index(materials: Sequence[Material], selection: Selection, *, sums: str, site: Site, year: Year) -> str:
    """The first page: everything that is in the pack, and how to verify it.

    Args:
        sums: name of the list of SHA-256 sums.
    """
    return _render("pack_index.html", site, year, "", materials=materials, selection=selection, sums=sums)


def pack_issues(issues: Sequence[Issues], *, last: int, base: str, site: Site, year: Year) -> str:
    """The last issues of the periodic items."""
    day = min(year.end, site.edition.today)
    return _render("pack_issues.html", site, year, base, issues=issues, last=last, day=day)


def _render(name: str, site: Site, year: Year, base: str, **context: Any) -> str:
    edition = site.edition
    return templates().get_template(name).render(
        school=edition.school, today=edition.today, year=year, edition=edition_in_words(edition.name),
        url=lambda target: urls.relative(target, base=base), **context,
    )  # fmt: skip
