"""What strict YAML becomes: text, lists and mappings, each with its line. Nothing is guessed from the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Scalar(NamedTuple):
    """A value exactly as written, without its quotes."""

    text: str
    line: int
    plain: bool = True
    """Written without quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys as written, in order, with the line of each."""

    values: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """A value cannot be understood. The message is Chinese and names what was found.

    Mending it is shown by `example`, something that could stand there, or told by `advice`, a sentence.
    """

    def __init__(self, message: str, *, line: int, code: str = "R109", example: str = "", advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.code = code
        self.example = example
        self.advice = advice
