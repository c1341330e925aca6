"""Charts: small, the same each time, with nothing in them but shapes and words."""

from __future__ import annotations

import pytest
from lxml import etree

from disclosure.rendering.charts import columns_chart, rows_chart, shares_chart

MONTHS = [(f"{month}", 3 * month % 13) for month in range(1, 13)]
COLUMNS = [("组织领导", 4), ("其他/意见反馈", 120), ("一个名字特别长的部门<甲>", 0)]
STATES = [("1月", (4, 1, 2)), ("12月", (0, 0, 1))]
CHARTS = {
    "months": lambda: columns_chart(MONTHS, about="每月"),
    "columns": lambda: rows_chart(COLUMNS, about="各栏目"),
    "states": lambda: shares_chart(STATES, ("按时", "迟公开", "未公开"), name="duties", about="每月"),
    "nothing": lambda: columns_chart([("1", 0), ("2", 0)], about="没有"),
}
KNOWN = {"svg", "rect", "text", "path", "pattern"}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_shapes_and_words_with_a_name(name: str) -> None:
    chart = CHARTS[name]()
    tree = etree.fromstring(chart)
    assert {node.tag for node in tree.iter()} <= KNOWN
    assert tree.get("role") == "img" and tree.get("aria-label")
    assert not [key for node in tree.iter() for key in node.attrib if key.startswith("on") or key in ("style", "href")]
    assert all(int(node.get("font-size", "13")) >= 13 for node in tree.iter())
    assert len(chart.encode()) < 8 * 1024
    assert chart == CHARTS[name]()


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_leaves_the_picture(name: str) -> None:
    """Bars lie inside; words too, where a Chinese character is as wide as it is high and others are half as wide."""
    tree = etree.fromstring(CHARTS[name]())
    _, _, width, height = map(float, tree.get("viewBox", "").split())
    for node in tree.iter("rect"):
        if node.getparent().tag != "pattern":
            assert float(node.get("x")) >= 0 and float(node.get("x")) + float(node.get("width")) <= width
            assert float(node.get("y")) >= 0 and float(node.get("y")) + float(node.get("height")) <= height
    for node in tree.iter("text"):
        wide = sum(13 if ord(sign) > 255 else 8 for sign in node.text)
        left = float(node.get("x")) - (wide / 2 if node.get("text-anchor") else 0)
        assert left >= -1 and left + wide <= width + 1, node.text
        assert 10 <= float(node.get("y")) <= height


def test_every_number_and_label_is_in_words() -> None:
    texts = [node.text for node in etree.fromstring(CHARTS["columns"]()).iter("text")]
    assert texts == [part for label, count in COLUMNS for part in (label, str(count))]


def test_bars_are_as_long_as_their_numbers() -> None:
    bars = [
        float(node.get("width"))
        for node in etree.fromstring(rows_chart([("a", 20), ("b", 10), ("c", 5)], about="x")).iter("rect")
    ]
    assert bars[0] == pytest.approx(2 * bars[1], abs=0.2) and bars[1] == pytest.approx(2 * bars[2], abs=0.2)


def test_states_differ_without_colour() -> None:
    fills = [
        node.get("fill") for node in etree.fromstring(CHARTS["states"]()).iter("rect") if node.getparent().tag == "svg"
    ]
    assert set(fills) == {"#1d4f7c", "url(#duties-late)", "#fff"}
