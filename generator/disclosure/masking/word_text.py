"""Running text of Word and DrawingML, whose words are cut into runs anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from disclosure.masking.edits import Edit
from disclosure.masking.package import discard, local_name

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WRITTEN = {"t", "delText"}
_STANDS_FOR = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_BLOCKS = {"p", "tbl"}


class Piece(NamedTuple):
    """A part of a text, and the element that it is from."""

    element: etree._Element
    text: str
    start: int

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)


class Passage(NamedTuple):
    """The text of a paragraph, or of all paragraphs of a cell with line ends between them."""

    pieces: Sequence[Piece]

    @property
    def text(self) -> str:
        """The whole."""
        return "".join(piece.text for piece in self.pieces)


def passage_of(paragraphs: Iterable[etree._Element], *, fields: bool = False) -> Passage:
    """The text of paragraphs.

    Args:
        fields: the instructions of fields instead of what a reader sees.
    """
    pieces: list[Piece] = []
    end = 0
    for number, paragraph in enumerate(paragraphs):
        if number:
            pieces.append(Piece(paragraph, "\n", end))
            end += 1
        for element in _own(paragraph):
            text = _text_of(element, fields=fields)
            if text:
                pieces.append(Piece(element, text, end))
                end += len(text)
    return Passage(pieces)


def change(passage: Passage, edits: Iterable[Edit]) -> None:
    """Apply edits. What is new gets the formatting of the first run that it takes the place of."""
    for edit in sorted(edits, reverse=True):
        new = edit.new
        touched = [piece for piece in passage.pieces if piece.start < edit.end and edit.start < piece.end]
        for piece in touched:
            name = local_name(piece.element)
            if name in _STANDS_FOR:
                discard(piece.element)
            elif name not in _BLOCKS:
                text = piece.element.text or ""
                before = text[: max(edit.start - piece.start, 0)]
                piece.element.text = before + new + text[max(edit.end - piece.start, 0) :]
                piece.element.set(_SPACE, "preserve")
                new = ""


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements of a paragraph, without those of paragraphs inside it (text boxes)."""
    for child in paragraph:
        if local_name(child) not in _BLOCKS and local_name(child) != "txbxContent":
            yield child
            yield from _own(child)


def _text_of(element: etree._Element, *, fields: bool) -> str:
    name = local_name(element)
    if fields:
        return (element.text or "") if name == "instrText" else ""
    if name in _WRITTEN:
        return element.text or ""
    run = element.getparent()
    return _STANDS_FOR.get(name, "") if run is not None and local_name(run) == "r" else ""
