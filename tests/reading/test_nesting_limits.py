"""Bodies that would take the Markdown parser minutes are refused; what people write, however long, is not."""

from __future__ import annotations

import pytest

from disclosure.reading.nesting import check_nesting
from disclosure.reading.nodes import Unreadable


def refused(body: str, *, first_line: int = 1) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        check_nesting(body, first_line=first_line)
    assert caught.value.code == "R117"
    assert caught.value.advice
    return caught.value


@pytest.mark.parametrize(
    ("unit", "most"),
    [(">", 99), ("> ", 99), ("- ", 99), ("* ", 99), ("+\t", 99), ("1. ", 99), ("12) ", 99), ("> - ", 49), (" ", 999), ("\t", 999),
     ("|", 499), ("| 甲 ", 499)],
)  # fmt: skip
def test_one_line_up_to_the_limit_and_over_it(unit: str, most: int) -> None:
    check_nesting(unit * most + "甲", first_line=1)
    refused(unit * (most + 1) + "甲")


def test_html_up_to_the_limit_and_over_it() -> None:
    check_nesting("<div>" * 500 + "甲", first_line=1)
    assert "HTML" in refused("<div>" * 501).message


@pytest.mark.parametrize(
    "body",
    [
        "<p>甲</p>\n" * 2000,
        "<br>" * 2000,
        '<IMG src="a.png">' * 2000,
        "甲 < 乙 " * 2000,
        "> 甲\n" * 2000,
        "- 甲\n" * 2000,
        "| 甲 | 乙 |\n" * 2000,
        "-" * 2000,
        "*" * 2000,
        "1.2.3.4." * 500,
        "> " * 50 + "\n" + "> " * 50,
        "",
    ],
)
def test_long_but_flat_bodies_are_read(body: str) -> None:
    check_nesting(body, first_line=1)


@pytest.mark.parametrize("deep", [">" * 100, "- " * 100, " " * 1000 + "甲", "|" * 500, "<b>" * 501])
def test_the_line_is_that_of_the_file(deep: str) -> None:
    assert refused(f"一\n\n二\n{deep}\n三\n", first_line=10).line == 13


def test_open_elements_are_counted_across_lines_and_the_last_straw_is_named() -> None:
    assert refused("<ul>\n" * 501, first_line=3).line == 503
