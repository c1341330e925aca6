"""OFD, the national format for fixed pages (GB/T 33190-2016): e-invoices, official documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from disclosure.documents.passage import Passage
from disclosure.documents.xml_frames import Frames
from disclosure.documents.xml_grammar import Grammar, Role
from disclosure.documents.xml_parsing import fed, xml_parser
from disclosure.documents.xml_text import Events

_PAGE = re.compile(r".*/Page_?(\d{1,6})/[^/]*\.xml", re.IGNORECASE)
_SHAPES = ("PhysicalBox", "ApplicationBox", "ContentBox", "BleedBox", "AbbreviatedData", "CGTransform", "Glyphs")
_OTHERS = Grammar(roles=dict.fromkeys(_SHAPES, Role.HIDDEN), author_elements=frozenset({"Author"}))


def page_label(part: str) -> str:
    """`第2页` for the second page's part, whose number counts from zero; '' for all others."""
    found = _PAGE.fullmatch(part)
    return f"第{int(found[1]) + 1}页" if found else ""


def read_ofd_part(content: bytes, *, label: str) -> Iterator[Passage]:
    """The text of a page line by line, or of any other part element by element.

    Programs write a piece of text, or each character, as an object of its own with a box. Objects at the same height are
    one line; a gap wider than a character is a tab.

    Raises lxml.etree.XMLSyntaxError for what is not well-formed; what stands before is yielded first.
    """
    events = _PageEvents(label)
    yield from fed(xml_parser(events), content, events.frames)


class _PageEvents:
    """A Target."""

    def __init__(self, label: str) -> None:
        self._others = Events(_OTHERS, label)
        self.frames: Frames = self._others.frames
        self._label = label
        self._line: list[str] = []
        self._lines = 0
        self._top = self._right = self._height = 0.0
        self._in_code = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if name == "TextObject":
            self._begin_object(attributes.get("Boundary", ""))
        elif name == "TextCode":
            self._in_code = True
        else:
            self._others.start(tag, attributes)

    def data(self, text: str) -> None:
        """Text within an element."""
        if self._in_code:
            self._line.append(text.strip("\r\n"))
        else:
            self._others.data(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition("}")[2]
        if name == "TextCode":
            self._in_code = False
        elif name != "TextObject":
            if name == "Layer":
                self._end_line()
            self._others.end(tag)

    def close(self) -> None:
        """The file ends, and with it the last line."""
        self._end_line()

    def _begin_object(self, boundary: str) -> None:
        numbers = [float(number) for number in re.findall(r"-?\d{1,9}(?:\.\d{1,9})?", boundary)]
        left, top, width, height = (*numbers, 0.0, 0.0, 0.0, 0.0)[:4]
        if abs(top - self._top) > max(height, self._height) / 2:
            self._end_line()
        elif self._line and left - self._right > height:
            self._line.append("\t")
        self._top, self._right, self._height = top, left + width, height

    def _end_line(self) -> None:
        if text := "".join(self._line).strip():
            self._lines += 1
            self.frames.tell(f"{self._label}第{self._lines}行", text)
        self._line = []
