"""年度报告 as HTML: the page of the site, and a file that stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from typing import Any

from markupsafe import Markup

from disclosure.domain import urls
from disclosure.domain.annual_report import Chapter, Piece, Report
from disclosure.domain.edition import Shown
from disclosure.domain.table import Cell, Holds, Row, Table
from disclosure.rendering.environment import templates
from disclosure.rendering.fragments import link_to
from disclosure.rendering.markdown import render_body
from disclosure.rendering.site import Site
from disclosure.rendering.table_page import style_link, table_html
from disclosure.rendering.words import day_in_words

Address = Callable[[str], str]
NUMERALS = "一二三四五六七八九十"


def report_fragment(
    report: Report, site: Site, *, files: Iterable[tuple[str, str]] = (), published: Shown | None = None
) -> str:
    """The page of the site.

    Args:
        files: names and words of the files beside the page.
        published: the record that is the report as it was signed.
    """
    base = urls.report_url(report.interval.slug)
    return _rendered(
        "report.html", report, site, base=base, address=lambda url: urls.relative(url, base=base), style=style_link(base=base),
        files=list(files), published=published,
    )  # fmt: skip


def report_file(report: Report, site: Site) -> str:
    """A whole page that needs nothing beside it; its links lead to the site."""
    start = site.edition.school.site_url
    return _rendered("report_file.html", report, site, base="", address=lambda url: start + url, style="")


def chapter_number(number: int) -> str:
    """`一`, `十一`; chapters are counted from 1."""
    if number <= len(NUMERALS):
        return NUMERALS[number - 1]
    tens, ones = divmod(number, 10)
    return f"{NUMERALS[tens - 1] if tens > 1 else ''}十{NUMERALS[ones - 1] if ones else ''}"


def status(report: Report) -> str:
    """Of which days the figures are: a year that runs may change still."""
    interval = report.interval
    days = f"统计区间：{day_in_words(interval.start)}至 {day_in_words(interval.end)}。"
    if report.is_final:
        return days
    return f"{days}截至 {day_in_words(report.today)}的数字，年度结束后还会变化。"


def with_links(pieces: Iterable[Piece], address: Address) -> Markup:
    """A sentence as HTML."""
    return Markup("".join(_piece(piece, address) for piece in pieces))


def _piece(piece: Piece, address: Address) -> str:
    if isinstance(piece, str):
        return escape(piece)
    text = escape(piece.text)
    return f'<a href="{escape(address(piece.places[0].url))}">{text}</a>' if piece.places else text


def markdown_with_links(pieces: Iterable[Piece], address: Address) -> str:
    """The school's own words as Markdown, whose figures are links."""
    return "".join(
        piece if isinstance(piece, str) else f"[{piece.text}](<{address(piece.places[0].url)}>)" if piece.places else piece.text
        for piece in pieces
    )  # fmt: skip


def plain_prose(text: str, *, site: Site) -> str:
    """The school's own words as HTML for a document away from the site; links lead to the site."""
    start = site.edition.school.site_url
    return render_body(text, link_to=_addressed(site, lambda url: start + url))


def _rendered(name: str, report: Report, site: Site, *, base: str, address: Address, **context: Any) -> str:
    taken: set[str] = set()

    def prose_of(chapter: Chapter) -> Markup:
        text = markdown_with_links(chapter.prose, address)
        return Markup(_lower(render_body(text, link_to=_addressed(site, address))))

    def table_of(table: Table) -> Markup:
        html = table_html(_addressed_table(table, address), base="", taken=taken)
        if _is_small(table):
            html = html.replace('<table class="register', '<table class="figures', 1)
        return Markup(_lower(html))

    return templates().get_template(name).render(
        report=report, site=site, school=site.edition.school, number=chapter_number, status=status(report),
        words=lambda pieces: with_links(pieces, address), prose=prose_of, table=table_of, url=address,
        **context | {"style": Markup(context["style"])},
    )  # fmt: skip


def _addressed(site: Site, address: Address) -> Callable[[str], tuple[str, str] | None]:
    """Links to records and columns from a page whose addresses are told by `address`."""
    link = link_to(site, base="")

    def to(target: str) -> tuple[str, str] | None:
        found = link(target)
        return (address(found[0]), found[1]) if found else None

    return to


def _addressed_table(table: Table, address: Address) -> Table:
    """A table whose cells lead where `address` says, so that it can stand on any page."""
    rows = tuple(
        Row(cells=tuple(_addressed_cell(cell, address) for cell in row.cells), id=row.id) for row in table.rows
    )
    return replace(table, rows=rows)


def _addressed_cell(cell: Cell, address: Address) -> Cell:
    return (
        replace(cell, places=tuple(replace(place, url=address(place.url)) for place in cell.places))
        if cell.places
        else cell
    )


def _is_small(table: Table) -> bool:
    """A few short numbers beside a name: they fit a phone as they are."""
    return all(heading.holds in (Holds.COUNT, Holds.PERCENT) for heading in table.headings if not heading.is_title)


def _lower(html: str) -> str:
    """Headings one step lower, below those of chapters."""
    for level in (5, 4, 3, 2):
        html = html.replace(f"<h{level}", f"<h{level + 1}").replace(f"</h{level}>", f"</h{level + 1}>")
    return html
