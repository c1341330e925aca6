"""`/screen/` and its service worker."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from importlib.resources import files

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.publishing.output import OutputFile
from disclosure.rendering.keys import content_key
from disclosure.rendering.screen import MOST_CARDS, on_screen, screen_page, screen_worker
from disclosure.rendering.site import Site

_LOOK = ("screen.css", "screen.js")


def screen_files(site: Site, *, basis: str = "") -> Iterator[OutputFile]:
    """The page for the hall, and the worker that keeps it there without network.

    The worker lies beside the page, because a worker may look after nothing but what lies below its own folder.

    Args:
        basis: digest of what every file depends on: product, school, catalogue, edition.
    """
    running, lasting = on_screen(site)
    counts = f"{len(running)} {len(lasting)} {site.edition.today if running else ''}"
    told = [content_key(shown, site) for shown in (*running[:MOST_CARDS], *lasting)]
    key = digest_of(basis, counts, *told)
    yield OutputFile(path=f"{urls.SCREEN}index.html", key=key, make=partial(_page, site))
    yield OutputFile(path=f"{urls.SCREEN}sw.js", key=digest_of(basis, "worker"), make=_worker)


def _page(site: Site) -> bytes:
    return screen_page(site, look=_look()).encode()


def _worker() -> bytes:
    return screen_worker().encode()


@cache
def _look() -> str:
    """Digest of the theme's style sheet and script."""
    assets = files("disclosure_theme") / "assets"
    return digest_of(*((assets / name).read_text(encoding="utf-8") for name in _LOOK))[:12]
