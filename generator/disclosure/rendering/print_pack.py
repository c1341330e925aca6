"""A pack of sheets as one page for printing: first what has to be taken down and when, then the sheets themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from disclosure.domain.edition import Shown
from disclosure.domain.wall import ComesDown, take_down_day
from disclosure.rendering.environment import templates
from disclosure.rendering.fragments import body_of
from disclosure.rendering.markdown import with_absolute_links
from disclosure.rendering.poster import Poster, poster_of, record_address, with_pictures
from disclosure.rendering.site import Site

PictureOf = Callable[[Shown, str], str | None]
"""From a picture's address, as it stands on a record's page, to a `file:` address; None where it is not a file of the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A size of paper, with its margins."""

    name: str
    css: str


PAPERS = {
    "A4": Paper(name="A4", css="@page{size:A4;margin:15mm 16mm 18mm}"),
    "A3": Paper(name="A3", css="@page{size:A3;margin:21mm 23mm 25mm}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    poster: Poster
    css: Markup
    """Rules of its own pages: their foot, and a count that begins with 1 on each sheet."""


def pack_page(
    hanging: Sequence[Shown], down: Sequence[ComesDown], site: Site, *, paper: Paper, style: str, about: str, picture_of: PictureOf
) -> str:  # fmt: skip
    """The whole page, which needs nothing beside it but pictures.

    Args:
        hanging: the sheets, in their order.
        down: what has to be taken down now.
        style: the style sheet.
        about: what was chosen, in words.
    """
    edition = site.edition
    sheets = [
        _Sheet(poster=_poster(shown, site, picture_of), css=Markup(_foot(number, shown)))
        for number, shown in enumerate(hanging, start=1)
    ]
    rows = sorted(hanging, key=lambda shown: (take_down_day(shown.expires) or date.max, shown.id))
    return templates().get_template("print_pack.html").render(
        school=edition.school, today=edition.today, about=about, paper=paper, style=Markup(style), sheets=sheets, down=down,
        rows=[(shown, take_down_day(shown.expires)) for shown in rows], column_of=edition.catalogue.column,
    )  # fmt: skip


def _poster(shown: Shown, site: Site, picture_of: PictureOf) -> Poster:
    body = with_pictures(body_of(shown, site), lambda address: picture_of(shown, address))
    return poster_of(shown, site, body=with_absolute_links(body, base=record_address(shown.id, site.edition.school)))


def _foot(number: int, shown: Shown) -> str:
    foot = _css_text(f"{shown.id}　{shown.title[:30]}")
    return (
        f"@page s{number}{{counter-increment:s{number};@bottom-left{{content:{foot}}}"
        f'@bottom-right{{content:"第 " counter(s{number}) " 页（本册 " counter(page) "/" counter(pages) "）"}}}}'
    )


def _css_text(text: str) -> str:
    """Text as CSS writes it: whatever could end the text, the rule or the element is written by its number."""
    return '"' + "".join(one if one.isalnum() or one in " 　-—_：（）" else f"\\{ord(one):x} " for one in text) + '"'
