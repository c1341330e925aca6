"""XML and HTML as passages, in one pass and without building a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from disclosure.documents.passage import Passage
from disclosure.documents.xml_frames import Frames, is_layout
from disclosure.documents.xml_grammar import ATTRIBUTE_NAMES, ELEMENT_NAMES, MARKUP, Grammar, Role
from disclosure.documents.xml_parsing import fed, html_parser, xml_parser

_FRAMES = (Role.PARAGRAPH, Role.PLAIN_PARAGRAPH, Role.TABLE, Role.ROW, Role.CELL, Role.BOX)
_BLANKS = re.compile(r"[ \t\r\n]+")


def read_xml(content: bytes, grammar: Grammar, *, label: str = "") -> Iterator[Passage]:
    """The passages of an XML file, placed by `label`: `页眉第1段`.

    Entities that a file defines are bounded by libxml2, entities from elsewhere are not fetched.

    Raises:
        lxml.etree.XMLSyntaxError: not well-formed, or made to swell; what stands before is yielded first.
    """
    events = Events(grammar, label)
    yield from fed(xml_parser(events), content, events.frames)


def read_html(text: str) -> Iterator[Passage]:
    """The passages of an HTML page, however it is written."""
    events = Events(MARKUP, "")
    yield from fed(html_parser(events), text, events.frames)


class Events:
    """A Target that makes passages by a grammar."""

    def __init__(self, grammar: Grammar, label: str) -> None:
        self.frames = Frames(label)
        self._grammar = grammar
        self._path: list[str] = []
        self._in_author = 0
        self._loose: list[str] = []
        self._hidden = 0
        self._inside = dict.fromkeys((Role.RUN, Role.DELETED, Role.INSERTION, Role.CODE), 0)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        role = self._grammar.roles.get(name)
        if self._hidden or role is Role.HIDDEN:
            self._hidden += 1
            return
        self._end_loose_text()
        self._path.append(name)
        self._in_author += name in self._grammar.author_elements
        if role in _FRAMES:
            if self._grammar.blocks_interrupt:
                self.frames.interrupt()
            self.frames.begin(role, self._grammar.box_names.get(name, name), attributes.get("ref", ""))
        elif role is Role.ALTERNATIVES:
            self.frames.begin_alternatives()
        elif role is not None:
            self._inside[role] += 1
        if name == "Fallback":
            self.frames.in_fallback += 1
        if name in self._grammar.spaces:
            self._add(self._grammar.spaces[name], is_run=True)
        if attributes:
            self._tell_attributes(name, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._hidden:
            self._hidden -= 1
            return
        name = tag.rpartition("}")[2]
        role = self._grammar.roles.get(name)
        self._end_loose_text()
        self._path.pop()
        self._in_author -= name in self._grammar.author_elements
        if role in _FRAMES:
            self.frames.finish()
        elif role is Role.ALTERNATIVES:
            self.frames.end_alternatives()
        elif role is not None:
            self._inside[role] -= 1
        if name == "Fallback":
            self.frames.in_fallback -= 1

    def data(self, text: str) -> None:
        """Text within an element."""
        if not self._hidden:
            self._add(_BLANKS.sub(" ", text) if self._grammar.collapses else text)

    def comment(self, text: str) -> None:
        """A remark in the source, which a browser does not show."""
        if text.strip():
            self.frames.tell(f"{self.frames.label}源代码注释", text.strip())

    def close(self) -> None:
        """The file ends."""

    def _add(self, text: str, *, is_run: bool = False) -> None:
        frame = self.frames.innermost
        if frame is None or frame.role in (Role.TABLE, Role.ROW, Role.BOX):
            self._loose.append(text)
        elif frame.role is not Role.PARAGRAPH or not self._grammar.has_runs:
            frame.texts.append(text)
        elif self._inside[Role.CODE]:
            frame.codes.append(text)
        elif self._inside[Role.DELETED]:
            frame.before.append(text)
            frame.changed = True
        elif is_run or self._inside[Role.RUN]:
            frame.texts.append(text)
            if not self._inside[Role.INSERTION]:
                frame.before.append(text)

    def _end_loose_text(self) -> None:
        """Text outside paragraphs and cells ends with its element."""
        if not self._loose:
            return
        text = "".join(self._loose).strip()
        self._loose.clear()
        if not text or is_layout(text):
            return
        element = self._path[-1] if self._path else ""
        place = self.frames.label + ELEMENT_NAMES.get(element, f"「{element}」")
        if self._in_author:
            self.frames.tell_author(text)
        else:
            self.frames.tell(place, text)

    def _tell_attributes(self, name: str, attributes: Mapping[str, str]) -> None:
        grammar, frame = self._grammar, self.frames.innermost
        if name in grammar.values and frame is not None:
            frame.texts.append(attributes.get(grammar.values[name], ""))
        told = grammar.attributes.get(name, frozenset()) | grammar.attributes.get("", frozenset())
        authors = grammar.authors.get(name, frozenset()) | grammar.authors.get("", frozenset())
        for attribute, value in attributes.items():
            local = attribute.rpartition("}")[2]
            if not value.strip() or is_layout(value):
                continue
            if local in authors:
                self.frames.tell_author(value.strip())
            elif local in told or (grammar.all_attributes_but and local not in grammar.all_attributes_but):
                self.frames.tell(f"{self.frames.label}{ATTRIBUTE_NAMES.get(local, f'「{name}」')}", value.strip())
