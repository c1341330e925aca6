"""Tables as HTML. There may be ten thousand rows: they are put together as text, like what stands in `marks`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from html import escape

from disclosure.caching.stamps import text_digest
from disclosure.domain import urls
from disclosure.domain.table import Cell, Heading, Holds, Light, Row, Table
from disclosure.rendering.words import amount_in_figures, percent

STYLE_SHEET = "assets/tables.css"
"""Of every page with such a table; `style_link` links it."""
WIDE = 120
"""Characters of Latin script from which on a table is printed across."""
_NUMBERS = (Holds.COUNT, Holds.YUAN, Holds.PERCENT)
_WIDTHS = (8, 16, 28)
"""Up to how many characters a column is one of the narrow kinds; `tables.css` says how wide each of them is at least."""
Url = Callable[[str], str]


def style_link(*, base: str) -> str:
    """The element that loads the style sheet of tables, for the head or in front of the first table of a page."""
    return f'<link rel="stylesheet" href="{urls.relative(STYLE_SHEET, base=base)}">\n'


def is_wide(table: Table) -> bool:
    """Whether it is printed across."""
    return sum(heading.width for heading in table.headings) > WIDE


def table_html(
    table: Table, *, base: str, taken: set[str] | None = None, look: str = "register", above: str = ""
) -> str:
    """One table with its heading (h2, whose id is the table's), text above and notes below, as an HTML fragment.

    On a desk a wide table scrolls by itself, on a phone each row is a card. The page needs `style_link`.

    Args:
        base: URL of the page it stands on; links are relative to it.
        taken: ids that the page has; those of the table and its rows are added. A row whose id is taken has none.
        look: class of the table: `figures` for a few short numbers, which need no cards on a phone.
        above: HTML between what the table is about and the table: a chart.
    """
    taken = set() if taken is None else taken
    taken.add(table.id)
    name, count = escape(table.id), f"{escape(table.id)}-rows"
    about = f'<p class="about">{escape(table.about)}</p>\n' if table.about else ""
    notes = "".join(f"<li>{escape(note)}</li>\n" for note in table.notes)
    opened = f'<section class="tabled">\n<h2 id="{name}">{escape(table.title)}</h2>\n{about}{above}'
    closed = f'<ul class="notes">\n{notes}</ul>\n</section>\n' if notes else "</section>\n"
    if not table.rows:
        return f'{opened}<p class="empty">没有要登记的内容。</p>\n{closed}'
    rows = "".join(_rows(table, lambda url: urls.relative(url, base=base), taken))
    return (
        f'{opened}<div class="wide" role="group" aria-labelledby="{name}" tabindex="0">\n'
        f'<table class="{look}{" across" if is_wide(table) else ""}" aria-labelledby="{name} {count}"><caption id="{count}">共 {len(table.rows):,} 行</caption>\n'
        f"{_head(table)}<tbody>\n{rows}</tbody></table></div>\n{closed}"
    )


def _head(table: Table) -> str:
    """The header: one row, or two where columns are grouped; a column without group reaches through both."""
    columns, above, below, start = "", "", "", 0
    total = sum(heading.width for heading in table.headings)
    for name, span in _groups(table):
        headings = table.headings[start : start + span]
        start += span
        shares = "".join(f'<col style="--share:{100 * one.width / total:.1f}">' for one in headings)
        columns += f"<colgroup>{shares}</colgroup>"
        if name:
            above += f'<th scope="colgroup" colspan="{span}">{escape(name)}</th>'
            below += "".join(map(_heading, headings))
        else:
            above += "".join(_heading(one, ' rowspan="2"' if table.groups else "") for one in headings)
    second = f"\n<tr>{below}</tr>" if below else ""
    return f"{columns}\n<thead><tr>{above}</tr>{second}</thead>\n"


def _groups(table: Table) -> Iterator[tuple[str, int]]:
    """Groups that cover all columns: what is left over at the end belongs to none."""
    yield from table.groups
    if rest := len(table.headings) - sum(span for _, span in table.groups):
        yield "", rest


def _heading(heading: Heading, attributes: str = "") -> str:
    kind = 1 + sum(heading.width > limit for limit in _WIDTHS)
    side = " n" if heading.holds in _NUMBERS else ""
    return f'<th scope="col" class="width-{kind}{side}"{attributes}>{escape(heading.label)}</th>'


def _rows(table: Table, url: Url, taken: set[str]) -> Iterator[str]:
    tags = [_tags(heading) for heading in table.headings]
    for row in table.rows:
        mark = _id_of(row, taken)
        cells = [
            f"{opened}{_content(cell, heading, url)}{closed}"
            for cell, heading, (opened, closed) in zip(row.cells, table.headings, tags, strict=True)
        ]
        yield f"<tr{mark}>{''.join(cells)}</tr>\n"


def _id_of(row: Row, taken: set[str]) -> str:
    if not row.id or row.id in taken:
        return ""
    taken.add(row.id)
    return f' id="{escape(row.id)}"'


def _tags(heading: Heading) -> tuple[str, str]:
    side = ' class="n"' if heading.holds in _NUMBERS else ""
    label = f' data-label="{escape(heading.label)}"'
    return (f'<th scope="row"{side}{label}>', "</th>") if heading.is_title else (f"<td{side}{label}>", "</td>")


def _content(cell: Cell, heading: Heading, url: Url) -> str:
    value = cell.value
    if isinstance(value, str):
        html = escape(value)
        if "\n" in html:
            html = html.replace("\n", "<br>")
    elif isinstance(value, date):
        html = f"<time>{value.isoformat()}</time>"
    else:
        html = _figure(value, heading) if value is not None else ""
    if cell.light:
        html = _lit(cell.light, html, is_told=isinstance(value, str) and value != "")
    return _led(html, cell, url) if cell.places else html


def _lit(light: Light, html: str, *, is_told: bool) -> str:
    """A value with its colour; where the value is no word, with the word for the colour before it."""
    opened = f'<span class="light" data-light="{light.name.lower()}">'
    return f"{opened}{html}</span>" if is_told else f"{opened}{light.label}</span> {html}".rstrip()


def _led(html: str, cell: Cell, url: Url) -> str:
    """A value with its links: around it, around the words of it that lead somewhere, or after it."""
    done, further = "", ""
    for place in cell.places:
        link = f'<a href="{escape(url(place.url))}">'
        words = escape(place.text)
        if not words and html and len(cell.places) == 1:
            return f"{link}{html}</a>"
        before, found, after = html.partition(words) if words else (html, "", "")
        if found:
            done, html = f"{done}{before}{link}{words}</a>", after
        else:
            further += f" {link}{words or '查看'}</a>"
    return f"{done}{html}{further}".lstrip()


def _figure(value: int | Decimal, heading: Heading) -> str:
    if heading.holds is Holds.PERCENT:
        return percent(value)
    if heading.holds is Holds.YUAN:
        return amount_in_figures(value) if "元" in heading.label else f"{amount_in_figures(value)}元"
    return f"{value:,}" if heading.holds is Holds.COUNT else f"{value}"


def table_digest(table: Table) -> str:
    """Digest of everything that is in a table: the same digest, the same page, workbook and csv."""
    told = repr((table.id, table.title, table.about, table.headings, table.notes, table.groups))
    return text_digest("\n".join([told, *map(_row_key, table.rows)]))


def _row_key(row: Row) -> str:
    """Written as Python would write it: no text can look like two, and a number is no text."""
    return f"{row.id!r} " + " ".join([
        f"{cell.value!r}" if not (cell.places or cell.light) else f"{cell.value!r}{cell.light!r}{cell.places!r}"
        for cell in row.cells
    ])  # fmt: skip
