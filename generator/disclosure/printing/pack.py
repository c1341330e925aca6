"""`disclosure print`: which records a pack holds, in which order, and where their pictures are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

from disclosure.domain.catalogue import Column
from disclosure.domain.edition import Edition, Shown
from disclosure.domain.wall import ComesDown, due_down, may_hang
from disclosure.rendering.print_pack import Paper, pack_page
from disclosure.rendering.site import Site
from disclosure.rendering.words import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What is printed together."""

    hanging: tuple[Shown, ...]
    """In the order of columns, newest first."""
    down: tuple[ComesDown, ...]
    """What has to be taken down now, whenever it was put up."""
    about: str
    """What was chosen, in words."""


def choose(edition: Edition, *, since: date | None = None, column: Column | None = None) -> Pack:
    """The records of an edition that can be put on the wall.

    Args:
        since: only those published on this day or later.
        column: only those of this column and of the columns below it.
    """
    order = {one.path: number for number, one in enumerate(edition.catalogue.walk())}
    paths = {one.path for one in column.walk()} if column else set(order)
    hanging = [
        shown
        for shown in edition.shown
        if may_hang(shown) and shown.column in paths and (since is None or shown.published >= since)
    ]
    hanging.sort(key=lambda shown: order[shown.column])  # keeps the newest first within a column
    words = [f"栏目：{column.full_name}" if column else "全部栏目", f"{day_in_words(since)}以来公布的" if since else ""]
    return Pack(
        hanging=tuple(hanging),
        down=tuple(one for one in due_down(edition) if one.entry.column in paths),
        about="，".join(word for word in words if word),
    )


def pack_html(pack: Pack, site: Site, *, root: Path, paper: Paper) -> str:
    """A pack as one page.

    Args:
        root: the school's folder, where pictures are read from.
    """

    def picture_of(shown: Shown, address: str) -> str | None:
        name = unquote(address).removeprefix("./")
        found: Sequence[Path] = [root / one.source for one in shown.record.attachments if str(one.file) == name]
        return found[0].resolve().as_uri() if found else None

    return pack_page(
        pack.hanging, pack.down, site, paper=paper, style=style_sheet(), about=pack.about, picture_of=picture_of
    )


def style_sheet() -> str:
    """The style of everything on paper, as the site has it."""
    return (files("disclosure_theme") / "assets/print.css").read_text(encoding="utf-8")
