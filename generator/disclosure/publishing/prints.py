"""`/r/<id>/print/`: the sheet for the wall and the letter, only of records that can hang there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from disclosure.caching.stamps import text_digest
from disclosure.domain import urls
from disclosure.domain.edition import Shown
from disclosure.domain.wall import has_print_page
from disclosure.publishing.output import OutputFile
from disclosure.rendering.keys import content_key
from disclosure.rendering.print_page import print_page
from disclosure.rendering.site import Site


def print_pages(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """One page for each record that can be put on the wall.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    for shown in site.edition.shown:
        if has_print_page(shown):
            key = text_digest(f"{basis}\nprint\n{content_key(shown, site)}")
            yield OutputFile(path=f"{urls.print_url(shown.id)}index.html", key=key, make=partial(_made, shown, site))


def _made(shown: Shown, site: Site) -> bytes:
    return print_page(shown, site).encode()
