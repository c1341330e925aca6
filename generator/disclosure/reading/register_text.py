"""The text of a register's file with one entry more, or with more keys in an entry; nothing else in it is touched.

What is written is read back before it is handed on: text that would not come back as it was given is never returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from disclosure.errors.problem import SetupError
from disclosure.reading import values
from disclosure.reading.form import Findings, Form, lines_of
from disclosure.reading.list_places import EntryPlace, ListPlaces, places_in
from disclosure.reading.nodes import Mapping, Node, Scalar, Unreadable
from disclosure.reading.register_entries import Given, entry_rows, spelled_out
from disclosure.reading.registers import RegisterFile, entry_nodes
from disclosure.reading.source_text import decode

_ROW = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_RARE_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks for YAML, but not for editors."""


class NotWritableError(ValueError):
    """A file is written in a way in which nothing can be added safely. The message is Chinese and says what to do."""


def ids_in(text: str, file: RegisterFile) -> list[str]:
    """The numbers of all entries, good and bad, in the order of the file. Raises Unreadable where it is no list."""
    return [own for node in entry_nodes(text, file) if (own := _id_of(node))]


def keys_in(content: bytes, file: RegisterFile) -> dict[str, dict[str, int]]:
    """Of each entry, by number, the line of each key that it has, by English key. Raises SetupError."""
    try:
        nodes = entry_nodes(decode(content), file)
    except Unreadable as error:
        findings = Findings(path=file.path)
        findings.unreadable(error)
        raise SetupError(*findings.problems) from None
    return {_id_of(node): lines_of(node, file.form) for node in nodes if isinstance(node, Mapping)}


def with_entry(content: bytes, file: RegisterFile, given: Given) -> tuple[bytes, int]:
    """The file with one entry more at its end, and the line on which that begins.

    Raises:
        Unreadable: the file cannot be read as it is.
        NotWritableError: nothing can be added to it, or the entry would not read back as it was given.
    """
    nodes, places, raw = _taken_apart(content, file)
    is_english = bool(places.entries) and all(key.isascii() for key in places.entries[-1].keys)
    rows = entry_rows(file.form, given, is_english=is_english)
    rows = ["- " + rows[0], *("  " + row for row in rows[1:])]
    if places.is_flow:
        raise NotWritableError(_by_hand(f"{file.path} 是用方括号写的，程序不能在里面加", rows))
    end = _end_last_row(raw, len(raw) - 1)
    if _stand_apart(places.entries, raw) and raw[-1].strip():
        raw.append(end)
    line = len(raw) + 1
    changed = "".join([*raw, *(" " * places.column + row + end for row in rows)]).encode()
    wanted = [*map(_plain, nodes), spelled_out(file.form, given, is_english=is_english)]
    _expect(wanted, changed, file, rows)
    return changed, line


def with_keys(content: bytes, file: RegisterFile, entry_id: str, given: Given) -> tuple[bytes, int]:
    """The file with more keys in an entry, behind those it has, and the line on which the first of them stands.

    Raises:
        KeyError: no entry has this number.
        Unreadable, NotWritableError: as for `with_entry`.
    """
    nodes, places, raw = _taken_apart(content, file)
    number = _find(nodes, entry_id, file)
    place = places.entries[sum(isinstance(node, Mapping) for node in nodes[:number])]
    _refuse_twice(nodes[number], file.form, given)
    is_english = all(key.isascii() for key in place.keys)
    rows = entry_rows(file.form, given, is_english=is_english)
    if place.is_flow:
        raise NotWritableError(_by_hand(f"{entry_id} 是用花括号写的，程序不能在里面加", rows))
    end = _end_last_row(raw, place.last_line)
    at = place.last_line + 1
    changed = "".join([*raw[:at], *(" " * place.column + row + end for row in rows), *raw[at:]]).encode()
    wanted = [*map(_plain, nodes)]
    wanted[number] |= spelled_out(file.form, given, is_english=is_english)
    _expect(wanted, changed, file, rows)
    return changed, at + 1


def _taken_apart(content: bytes, file: RegisterFile) -> tuple[tuple[Node, ...], ListPlaces, list[str]]:
    """The entries, where they stand, and the rows of the file as they are written, with their ends."""
    text = decode(content)
    if _RARE_BREAKS.search(text):
        raise NotWritableError(f"{file.path} 里有少见的换行符，程序不能在里面加；用编辑器把那些行重新输入一遍")
    rows = [row for row in _ROW.findall(content.decode()) if row]
    return entry_nodes(text, file), places_in(text), rows


def _find(nodes: Sequence[Node], entry_id: str, file: RegisterFile) -> int:
    found = [at for at, node in enumerate(nodes) if _id_of(node) == entry_id]
    if not found:
        raise KeyError(entry_id)
    if len(found) > 1:
        lines = "、".join(str(nodes[at].line) for at in found)
        raise NotWritableError(f"{file.path} 里有 {len(found)} 条编号都是 {entry_id}（第 {lines} 行），先改成不重复的")
    return found[0]


def _id_of(node: Node) -> str:
    """The number of an entry; '' where it has none that could be read."""
    if not isinstance(node, Mapping):
        return ""
    written = next((node.values[key] for key in ("编号", "id") if key in node.values), None)
    try:
        return values.text(written) if written else ""
    except Unreadable:
        return ""


def _refuse_twice(node: Node, form: Form, given: Given) -> None:
    lines = node.lines if isinstance(node, Mapping) else {}
    for spelling, line in lines.items():
        key = form.spelled.get(spelling)
        if key and key.name in given:
            raise NotWritableError(f"这一条已经有「{spelling}」（第 {line} 行），没有再写；要改的用编辑器改")


def _end_last_row(rows: list[str], number: int) -> str:
    """Give a row an end where it has none; the end that the file's rows have."""
    first = rows[0] if rows else ""
    end = "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"
    if rows and not rows[number].endswith(("\r", "\n")):
        rows[number] += end
    return end


def _stand_apart(entries: Sequence[EntryPlace], rows: Sequence[str]) -> bool:
    """Whether there is an empty row in front of the last entry."""
    return len(entries) > 1 and not rows[entries[-1].first_line - 1].strip()


def _expect(wanted: list[Any], changed: bytes, file: RegisterFile, rows: Iterable[str]) -> None:
    """Raises NotWritableError where what was changed does not read back as what is wanted."""
    try:
        found = [*map(_plain, entry_nodes(decode(changed), file))]
    except Unreadable:
        found = []
    if found != wanted:
        raise NotWritableError(_by_hand(f"{file.path} 的写法少见，加进去会读错，所以没有写", rows))


def _by_hand(why: str, rows: Iterable[str]) -> str:
    return f"{why}。请用编辑器自己加上：\n" + "\n".join(rows)


def _plain(node: Node) -> Any:
    """What an entry says, without lines: text, lists, and dictionaries by key as written."""
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.values.items()}
    return " ".join(node.text.split()) if isinstance(node, Scalar) else [_plain(item) for item in node.items]
