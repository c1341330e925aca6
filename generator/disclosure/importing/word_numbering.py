"""Automatic numbers of Word, counted: they stand nowhere in the text, and a reader would miss every one of them.

ECMA-376 part 1, 17.9. A paragraph names a list (numId) and a level, itself or through its style; the list points to an
abstract one, whose levels say how numbers look and begin. Lists of the same abstract one go on counting together,
unless a list says that it begins anew (startOverride).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from disclosure.importing.word_numerals import numeral
from disclosure.importing.word_xml import child, named, value, w

_LEVELS = 9
_PLACE = re.compile("%([1-9])")


class Label(NamedTuple):
    """What Word puts before a paragraph."""

    text: str
    is_bullet: bool


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = "%1."
    is_legal: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)
    """Levels of its own, in place of those of the abstract one."""


class Numbering:
    """The lists of a document, counting as its paragraphs are met in order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._styles = {style.get(w("styleId"), ""): style for style in _all(styles, "style")}
        links: dict[str, str] = {}
        for one in _all(numbering, "abstractNum"):
            number = one.get(w("abstractNumId"), "")
            self._abstract[number] = dict(_levels(one))
            if (link := value(child(one, "numStyleLink"))) is not None:
                links[number] = link
        for one in _all(numbering, "num"):
            self._lists[one.get(w("numId"), "")] = _list(one)
        for number, style in links.items():
            target = self._lists.get(self._of_style(style)[0])
            if target and target.abstract in self._abstract:
                self._abstract[number] = self._abstract[target.abstract]

    def label(self, paragraph: etree._Element) -> Label | None:
        """Count a paragraph; None where it is in no list."""
        number, depth = self._place_of(paragraph)
        one = self._lists.get(number)
        levels = self._abstract.get(one.abstract) if one else None
        if one is None or levels is None:
            return None
        levels = {**levels, **one.levels}
        level = levels.get(depth, _Level())
        counts = self._counts.setdefault(one.abstract, {})
        if depth in one.starts and (number, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((number, depth))
        counts[depth] = counts[depth] + 1 if depth in counts else one.starts.get(depth, level.start)
        for deeper in [other for other in counts if other > depth and levels.get(other, _Level()).restarts]:
            del counts[deeper]
        if level.form == "bullet":
            return Label(level.text, is_bullet=True)
        text = _PLACE.sub(lambda match: _written(int(match[1]) - 1, counts, levels, legal=level.is_legal), level.text)
        return Label(text, is_bullet=False)

    def _place_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """List and level: the paragraph's own, else its style's."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        number, depth = value(child(own, "numId")), value(child(own, "ilvl"))
        style = value(child(properties, "pStyle")) or ""
        inherited, at = self._of_style(style)
        return number if number is not None else inherited, _depth(depth) if depth is not None else at

    def _of_style(self, style: str) -> tuple[str, int]:
        seen: set[str] = set()
        first = style
        while style in self._styles and style not in seen:
            seen.add(style)
            numbers = child(child(self._styles[style], "pPr"), "numPr")
            if (number := value(child(numbers, "numId"))) is not None:
                depth = value(child(numbers, "ilvl"))
                return number, _depth(depth) if depth is not None else self._level_for(number, first, style)
            style = value(child(self._styles[style], "basedOn")) or ""
        return "", 0

    def _level_for(self, number: str, *styles: str) -> int:
        levels = self._abstract.get(self._lists[number].abstract, {}) if number in self._lists else {}
        return next((depth for style in styles for depth, level in levels.items() if level.style == style), 0)


def _written(depth: int, counts: dict[int, int], levels: dict[int, _Level], *, legal: bool) -> str:
    level = levels.get(depth, _Level())
    return numeral(counts.get(depth, level.start), "decimal" if legal else level.form)


def _levels(element: etree._Element) -> Iterator[tuple[int, _Level]]:
    for one in element:
        if etree.QName(one).localname == "lvl":
            yield _depth(one.get(w("ilvl"), "0")), _level(one)


def _level(one: etree._Element) -> _Level:
    start, form = value(child(one, "start")), value(child(one, "numFmt"))
    if form is None:  # newer formats stand in an alternative, with a plain one for old programs
        form = next((value(found) for found in one.iter("{*}numFmt")), None)
    return _Level(
        start=int(start) if start and start.isdecimal() else 1,
        form=form or "decimal",
        text=value(child(one, "lvlText")) or "",
        is_legal=child(one, "isLgl") is not None,
        restarts=value(child(one, "lvlRestart")) != "0",
        style=value(child(one, "pStyle")) or "",
    )


def _list(one: etree._Element) -> _List:
    found = _List(value(child(one, "abstractNumId")) or "")
    for override in one.iter("{*}lvlOverride"):
        depth = _depth(override.get(w("ilvl"), "0"))
        start = value(child(override, "startOverride"))
        if start is not None and start.isdecimal():
            found.starts[depth] = int(start)
        found.levels.update((depth, level) for _, level in _levels(override))
    return found


def _depth(written: str) -> int:
    return min(int(written), _LEVELS - 1) if written.isdecimal() else 0


def _all(root: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if root is None else named(root, name)
