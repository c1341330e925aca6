"""Texts with {figures} filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.domain.annual_report import Line, Piece
from disclosure.domain.report_figures import FIGURE_NAMES, Figure
from disclosure.domain.report_text import PLACEHOLDER


def filled(text: str, figures: Mapping[str, Figure]) -> tuple[Piece, ...] | None:
    """A text cut into words and figures; None where one of its figures is not known."""
    pieces: list[Piece] = []
    end = 0
    for match in PLACEHOLDER.finditer(text):
        name = FIGURE_NAMES.get(match[1])
        figure = figures.get(name.id) if name else None
        if figure is None:
            return None
        pieces += [text[end : match.start()], figure]
        end = match.end()
    pieces.append(text[end:])
    return tuple(piece for piece in pieces if piece != "")


def sentence(line: Line, figures: Mapping[str, Figure]) -> tuple[Piece, ...] | None:
    """A sentence as it stands in the report; None where it does not."""
    if not line.when:
        return filled(line.text, figures)
    deciding = figures.get(line.when)
    if deciding is None:
        return None
    text = line.text if deciding.value else line.otherwise
    return filled(text, figures) if text else None


def prose(text: str, figures: Mapping[str, Figure]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The school's own words. A figure that is not known stays as a dash, so that the words around it are not lost.

    Returns:
        The words, and the labels of the figures that are not known.
    """
    unknown = [
        name for match in PLACEHOLDER.finditer(text) if (name := FIGURE_NAMES.get(match[1])) and name.id not in figures
    ]
    dashes = {name.id: Figure(name=name, value="——") for name in unknown}
    return filled(text, {**figures, **dashes}) or (), tuple(dict.fromkeys(name.label for name in unknown))


def plain_text(pieces: Iterable[Piece]) -> str:
    """Without any links."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def names_in(text: str) -> list[str]:
    """Ids of the figures that a text names."""
    return [name.id for match in PLACEHOLDER.finditer(text) if (name := FIGURE_NAMES.get(match[1]))]
