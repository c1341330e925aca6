"""The copy is read once more, in another way than it was written: nothing that matters may be left in it.

What masks knows the format. What looks here does not: it takes every text and every attribute of every part, so that
whatever the first has not reached is seen by the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from disclosure.masking.comma_values import delimiter_of, rows_of
from disclosure.masking.encodings import decoded
from disclosure.masking.package import is_xml, local_name, opened, parsed
from disclosure.masking.rules import settled
from disclosure.masking.seeing import NUMBERS, see_numbers
from disclosure.privacy.finder import sightings_in

_WHOLES = frozenset({"p", "tc", "si", "is", "text"})
"""Elements whose text is one: paragraphs and cells of Word, DrawingML and SpreadsheetML."""
_SEPARATE = frozenset({"p", "br", "cr"})
_PROGRAMS_NUMBER = re.compile(r"\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?")
_MOST = 20


def left_in_package(content: bytes, own_values: frozenset[str]) -> list[str]:
    """What is left in an office file, and where; also every part that nobody can look into."""
    places = []
    for name, part in opened(content).parts.items():
        if is_xml(name):
            places += _left(((name, text) for text in _texts(parsed(part))), own_values)
        else:
            places.append(f"{name}：这一部分没法检查")
    return places


def left_in_table(content: bytes, own_values: frozenset[str]) -> list[str]:
    """What is left in a CSV file, by row and column."""
    text = decoded(content).text
    cells = (
        (f"第 {row} 行第 {column} 列", cell)
        for row, cells in enumerate(rows_of(text, delimiter_of(text)), 1)
        for column, cell in enumerate(cells, 1)
    )
    return _left(cells, own_values)


def left_in_text(content: bytes, own_values: frozenset[str]) -> list[str]:
    """What is left in a text file, by line, behind tags and emphasis as well."""
    found = [
        f"第 {one.line} 行：{one.kind.label}"
        for one in sightings_in(decoded(content).text)
        if one.kind in NUMBERS and settled(one.value) not in own_values
    ]
    return [*dict.fromkeys(found)][:_MOST]


def _left(texts: Iterator[tuple[str, str]], own_values: frozenset[str]) -> list[str]:
    found = [f"{place}：{match.kind.label}" for place, text in texts for match in see_numbers(text, own_values)]
    return [*dict.fromkeys(found)][:_MOST]


def _texts(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        yield from (value for value in map(str, element.attrib.values()) if not _PROGRAMS_NUMBER.fullmatch(value))
        yield from (text for text in (element.text, element.tail) if text)
        if local_name(element) in _WHOLES and element.find(".//{*}tbl") is None:
            yield "".join(_pieces(element))
    yield from (str(note.text) for note in root.iter(etree.Comment))


def _pieces(element: etree._Element) -> Iterator[str]:
    for one in element.iter(etree.Element):
        if local_name(one) in _SEPARATE and one is not element:
            yield "\n"
        elif local_name(one) == "tab":
            yield "\t"
        elif local_name(one) == "noBreakHyphen":
            yield "-"
        yield one.text or ""
