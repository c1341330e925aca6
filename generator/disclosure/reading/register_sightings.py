"""Personal data in a register's file, but for what is written of the sender: that stays with the school."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.domain.personal_data import Sighting
from disclosure.privacy.finder import sightings_in
from disclosure.reading.list_places import places_in
from disclosure.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from disclosure.reading.register_keys import SENDER_KEYS
from disclosure.reading.strict_yaml import parse


def sightings_beside_senders(text: str) -> tuple[Sighting, ...]:
    """What is found in the text as it is written, comments too, and in every value as it is read.

    A number that is written with escapes, or over two lines, is found in the value alone. Nothing is looked for where
    the text is no list: then it cannot be read at all.
    """
    if not text:
        return ()
    try:
        node = parse(text)
    except Unreadable:
        return ()
    found = sightings_in(_without_senders(text))
    known = {(one.kind, one.value) for one in found}
    for scalar in _scalars(node):
        for one in sightings_in(" ".join(scalar.text.split())):
            if (one.kind, one.value) not in known:
                known.add((one.kind, one.value))
                found.append(one._replace(line=scalar.line))
    return tuple(found)


def _without_senders(text: str) -> str:
    """The same text with blanks for what is written of senders, so that all lines stay where they are."""
    pieces: list[str] = []
    done = 0
    spans = (place.values.get(key, ()) for place in places_in(text).entries for key in SENDER_KEYS)
    for start, end in sorted(span for of_key in spans for span in of_key):
        hidden = "".join("\n" if character == "\n" else " " for character in text[start:end])
        pieces += (text[done:start], hidden)
        done = end
    return "".join([*pieces, text[done:]])


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            if key not in SENDER_KEYS:
                yield from _scalars(value)
