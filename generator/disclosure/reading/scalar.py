"""Text as YAML that reads back as it is."""

from __future__ import annotations

from disclosure.reading import values
from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.strict_yaml import parse


def scalar(text: str) -> str:
    """One line of text as the value of a key: plain where it reads back as it is, else in double quotes.

    Args:
        text: as `values.text` gives it, without line breaks.
    """
    try:
        read = parse(f"x: {text}")
        if isinstance(read, Mapping) and values.text(read.values["x"]) == text:
            return text
    except Unreadable:
        pass
    return '"' + "".join(map(_quoted, text)) + '"'


def _quoted(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
