"""Text as YAML that reads back as it is."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.reading import values
from disclosure.reading.nodes import Mapping, Unreadable
from disclosure.reading.strict_yaml import parse


def scalar(text: str) -> str:
    """One line of text as the value of a key: plain where it reads back as it is, else in double quotes.

    Args:
        text: as `values.text` gives it, without line breaks.
    """
    return text if _reads_back(f"x: {text}", text) else quoted(text)


def flow_mapping(fields: Iterable[tuple[str, str]]) -> str:
    """Keys and their values in one line: `{项目: 伙食费, 标准: 15元}`. Texts as for `scalar`, none of them empty."""
    return "{" + ", ".join(f"{key}: {_in_flow(key, text)}" for key, text in fields) + "}"


def quoted(text: str) -> str:
    """One line of text in double quotes."""
    return '"' + "".join(map(_quoted, text)) + '"'


def _in_flow(key: str, text: str) -> str:
    """Commas and brackets end a plain value there, which elsewhere they do not."""
    return text if _reads_back(f"{{{key}: {text}, y: y}}", text) else quoted(text)


def _reads_back(line: str, text: str) -> bool:
    """Whether the first value of a mapping is read as this text."""
    try:
        read = parse(line)
        return isinstance(read, Mapping) and values.text(next(iter(read.values.values()))) == text
    except Unreadable:
        return False


def _quoted(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
