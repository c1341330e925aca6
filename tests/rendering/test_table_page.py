"""Tables as HTML: byte for byte, and what each kind of cell becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure.domain.table import Cell, Heading, Holds, Light, Place, Table, Value, row
from disclosure.rendering.table_page import table_digest, table_html
from tables import EVERYTHING, table_of

GOLDEN = Path(__file__).parent / "golden/table.html"
BASE = "registers/contents/2026/"


def cell_of(value: Value | Cell, holds: Holds = Holds.TEXT) -> str:
    """What stands between the tags of a single cell."""
    html = table_html(table_of(value, holds=holds), base=BASE)
    return html.partition("<tbody>")[2].partition(">")[2].partition(">")[2].rpartition("</td>")[0]


def test_a_table_with_everything_is_as_it_was() -> None:
    assert table_html(EVERYTHING, base=BASE) == GOLDEN.read_text()


@pytest.mark.parametrize(
    ("value", "holds", "html"),
    [
        (None, Holds.TEXT, ""),
        ("", Holds.COUNT, ""),
        ("<b> & \"", Holds.TEXT, "&lt;b&gt; &amp; &quot;"),
        (0, Holds.COUNT, "0"),
        (1234567, Holds.COUNT, "1,234,567"),
        (Decimal("58000"), Holds.YUAN, "58,000.00元"),
        (Decimal("0.5483"), Holds.YUAN, "0.5483元"),
        (Decimal("1E+3"), Holds.YUAN, "1,000.00元"),
        (7, Holds.YUAN, "7.00元"),
        (Decimal("0.125"), Holds.PERCENT, "12.5%"),
        (Decimal(1), Holds.PERCENT, "100%"),
        (Decimal(0), Holds.PERCENT, "0%"),
        (1, Holds.PERCENT, "100%"),
        (date(2026, 1, 2), Holds.DATE, "<time>2026-01-02</time>"),
        ("长期", Holds.DATE, "长期"),
        ("一\n二", Holds.TEXT, "一<br>二"),
    ],
)  # fmt: skip
def test_values_are_written_for_people(value: Value, holds: Holds, html: str) -> None:
    assert cell_of(value, holds) == html


def place(number: int, text: str = "") -> Place:
    return Place(url=f"r/{number}/", text=text)


def link(number: int, text: str) -> str:
    return f'<a href="../../../r/{number}/">{text}</a>'


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        (Cell(value="甲", places=(place(1),)), link(1, "甲")),
        (Cell(value="甲、乙", places=(place(1, "甲"), place(2, "乙"))), f"{link(1, '甲')}、{link(2, '乙')}"),
        (Cell(value="甲、甲", places=(place(1, "甲"), place(2, "甲"))), f"{link(1, '甲')}、{link(2, '甲')}"),
        (Cell(value="甲", places=(place(1, "乙"),)), f"甲 {link(1, '乙')}"),
        (Cell(value="乙、甲", places=(place(1, "甲"), place(2, "乙"))), f"乙、{link(1, '甲')} {link(2, '乙')}"),
        (Cell(value=3, places=(place(1, "甲"),)), f"3 {link(1, '甲')}"),
        (Cell(places=(place(1),)), link(1, "查看")),
        (Cell(value="甲", places=(place(1), place(2))), f"甲 {link(1, '查看')} {link(2, '查看')}"),
        (Cell(value="a&b", places=(place(1, "a&b"),)), link(1, "a&amp;b")),
    ],
)  # fmt: skip
def test_links_stand_around_the_words_that_lead_somewhere(cell: Cell, html: str) -> None:
    assert cell_of(cell) == html


@pytest.mark.parametrize("light", Light)
def test_a_colour_is_told_in_words(light: Light) -> None:
    opened = f'<span class="light" data-light="{light.name.lower()}">'
    assert cell_of(Cell(value="逾期", light=light)) == f"{opened}逾期</span>"
    assert cell_of(Cell(light=light)) == f"{opened}{light.label}</span>"
    assert cell_of(Cell(value=Decimal("0.5"), light=light), Holds.PERCENT) == f"{opened}{light.label}</span> 50%"


def test_an_empty_table_says_so() -> None:
    html = table_html(table_of(), base=BASE)
    assert "<table" not in html
    assert "没有要登记的内容" in html


def test_an_id_stands_once_on_a_page_with_several_tables() -> None:
    taken: set[str] = set()
    tables = [replace(EVERYTHING, id=name) for name in ("a", "b")]
    page = "".join(table_html(table, base=BASE, taken=taken) for table in tables)
    assert page.count('id="jia-1"') == page.count('id="jia-2"') == 1


ANOTHER = [
    replace(EVERYTHING, title="别的"),
    replace(EVERYTHING, notes=("金额不含税。比例按件数算。",)),
    replace(EVERYTHING, groups=()),
    replace(EVERYTHING, headings=(replace(EVERYTHING.headings[0], width=11), *EVERYTHING.headings[1:])),
    replace(EVERYTHING, rows=EVERYTHING.rows[::-1]),
    replace(EVERYTHING, rows=(replace(EVERYTHING.rows[0], id="jia-3"), *EVERYTHING.rows[1:])),
]


@pytest.mark.parametrize("other", ANOTHER)
def test_another_table_has_another_digest(other: Table) -> None:
    assert table_digest(other) != table_digest(EVERYTHING)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1", 1),
        ("2026-01-01", date(2026, 1, 1)),
        (Decimal(1), 1),
        ("", None),
        (Cell(value="甲", light=Light.RED), Cell(value="甲", light=Light.AMBER)),
        (Cell(value="甲", places=(place(1),)), Cell(value="甲", places=(place(2),))),
        (Cell(value="甲", places=(place(1),)), "甲"),
    ],
)
def test_another_value_has_another_digest(one: Value | Cell, other: Value | Cell) -> None:
    assert table_digest(table_of(one)) != table_digest(table_of(other))


def test_cells_that_look_like_others_together_have_another_digest() -> None:
    headings = (Heading(id="a", label="甲"), Heading(id="b", label="乙"))
    one, other = (
        Table(id="t", title="表", headings=headings, rows=(row(*values),))
        for values in (("a' 'b", "c"), ("a", "b' 'c"))
    )
    assert table_digest(one) != table_digest(other)
