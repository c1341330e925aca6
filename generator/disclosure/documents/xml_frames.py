"""The paragraphs, cells, rows, tables and boxes that are open while an XML file is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_ROW
from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xml_grammar import Role

_DEEPEST = 20
"""Boxes within boxes that a place names; files made to choke us have thousands."""


@dataclass(slots=True)
class Frame:
    """An element that collects text until it ends."""

    role: Role
    texts: list[str] = field(default_factory=list)
    """Of a row: its cells. Of all others: pieces that belong together."""
    before: list[str] = field(default_factory=list)
    """As it was before tracked changes."""
    codes: list[str] = field(default_factory=list)
    changed: bool = False
    number: int = 0
    rows: int = 0


class Frames:
    """The open elements, innermost last; what is complete becomes passages."""

    def __init__(self, label: str) -> None:
        self._open: list[Frame] = []
        self._tables: list[Frame] = []
        self._boxes_and_cells: list[Frame] = []
        self._labels = [label]
        self._counts: Counter[str] = Counter()
        self._done: list[Passage] = []
        self._told_authors: set[str] = set()
        self._alternatives: list[set[str]] = []
        self.in_fallback = 0

    def take(self) -> list[Passage]:
        """What is complete since the last time."""
        done, self._done = self._done, []
        return done

    def tell(self, place: str, text: str) -> bool:
        """A passage, unless it repeats for old programs what was told already. Says whether it was told."""
        if self._alternatives:
            if self.in_fallback and any(text in told for told in self._alternatives[-_DEEPEST:]):
                return False
            self._alternatives[-1].add(text)
        self._done.append(Passage(place, text))
        return True

    def tell_author(self, name: str) -> None:
        """A person's name that the program noted, once for each file."""
        if name not in self._told_authors:
            self._told_authors.add(name)
            self._done.append(by_author("文中注明的作者", name))

    def begin_alternatives(self) -> None:
        """The same thing follows for new and for old programs."""
        self._alternatives.append(set())

    def end_alternatives(self) -> None:
        """What was told in one of several alternatives was told in what holds them."""
        told = self._alternatives.pop()
        if self._alternatives:
            outer = self._alternatives[-1]
            larger, smaller = (told, outer) if len(told) > len(outer) else (outer, told)
            larger |= smaller
            self._alternatives[-1] = larger

    @property
    def label(self) -> str:
        """Where text stands that is not in a table."""
        return self._labels[-1]

    @property
    def innermost(self) -> Frame | None:
        """The frame that text now falls into."""
        return self._open[-1] if self._open else None

    def begin(self, role: Role, box_name: str = "", number: str = "") -> None:
        """An element begins. A box has a name, and perhaps a number of its own: `批注B3`."""
        frame = Frame(role)
        if role is Role.BOX:
            is_deep = len(self._labels) > _DEEPEST
            self._labels.append(self.label if is_deep else self.label.removesuffix(box_name) + box_name + number)
        elif role is Role.TABLE:
            self._counts[f"{self.label}表格"] += 1
            frame.number = self._counts[f"{self.label}表格"]
            self._tables.append(frame)
        if role in (Role.BOX, Role.CELL):
            self._boxes_and_cells.append(frame)
        self._open.append(frame)

    def interrupt(self) -> None:
        """What stands before a block within a paragraph is a paragraph of its own, as in HTML."""
        if self._open and self._open[-1].role is Role.PARAGRAPH:
            self.finish()
            self.begin(Role.PARAGRAPH)

    def finish(self) -> None:
        """The innermost element ends."""
        frame = self._open.pop()
        if frame.role is Role.TABLE:
            self._tables.pop()
        elif frame.role is Role.BOX:
            self._labels.pop()
        if frame.role in (Role.BOX, Role.CELL):
            self._boxes_and_cells.pop()
        if frame.role in (Role.PARAGRAPH, Role.PLAIN_PARAGRAPH):
            self._finish_paragraph(frame)
        elif frame.role is Role.CELL and (row := self.innermost) and row.role is Role.ROW:
            row.texts.append("".join(frame.texts).strip())
        elif frame.role is Role.ROW:
            self._finish_row(frame)

    def _finish_paragraph(self, frame: Frame) -> None:
        text = "".join(frame.texts).strip()
        cell = self._cell_around()
        place = self._place_of_row() if cell else f"{self.label}第{self._counts[self.label] + 1}段"
        if cell and text:
            cell.texts.append(f"\n{text}")
        told = bool(text) and not cell and self.tell(place, text)
        if frame.changed and (before := "".join(frame.before).strip()):
            told |= self.tell(f"{place}（修订前）", before)
        if code := "".join(frame.codes).strip():
            told |= self.tell(f"{place}（域代码）", code)
        if told and not cell:
            self._counts[self.label] += 1

    def _finish_row(self, frame: Frame) -> None:
        if sum(map(len, frame.texts)) > MAX_ROW:
            raise Unreadable("表格的一行太长，后面的没有看")
        place = self._place_of_row()
        if self._tables:
            self._tables[-1].rows += 1
        else:
            self._counts[f"{self.label}行"] += 1
        if text := "\t".join(frame.texts).rstrip():
            self.tell(place, text)

    def _place_of_row(self) -> str:
        if self._tables:
            return f"{self.label}表格{self._tables[-1].number}第{self._tables[-1].rows + 1}行"
        return f"{self.label}第{self._counts[f'{self.label}行'] + 1}行"

    def _cell_around(self) -> Frame | None:
        """The cell that a paragraph belongs to, if it is not in a box of its own."""
        frame = self._boxes_and_cells[-1] if self._boxes_and_cells else None
        return frame if frame and frame.role is Role.CELL else None


def is_layout(text: str) -> bool:
    """Whether text of an element of unknown meaning is a small number or a switch, such as offsets in a drawing."""
    return text in ("true", "false", "True", "False") or (len(text) < 8 and not any(map(str.isalpha, text)))
