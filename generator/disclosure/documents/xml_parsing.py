"""lxml's parsers, set up so that they open nothing and build no tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast

from disclosure.documents.passage import Passage
from disclosure.documents.xml_frames import Frames

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 64 * 1024


class Target(Protocol):
    """What lxml's parsers call, by the names that they prescribe."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text, not always all of an element's at once."""

    def close(self) -> None:
        """The file ends."""


def xml_parser(events: Target) -> etree.XMLParser:
    """A parser that calls `events` and opens nothing else."""
    from lxml import etree

    return etree.XMLParser(target=cast(Any, events), resolve_entities=False, no_network=True, load_dtd=False)


def html_parser(events: Target) -> etree.HTMLParser:
    """The same for pages, however they are written."""
    from lxml import etree

    return etree.HTMLParser(target=cast(Any, events))


def fed(parser: etree.XMLParser | etree.HTMLParser, source: bytes | str, frames: Frames) -> Iterator[Passage]:
    """What becomes complete while a parser is fed. An error of the parser is raised after what stands before it."""
    try:
        for start in range(0, len(source), _CHUNK):
            parser.feed(source[start : start + _CHUNK])
            yield from frames.take()
        parser.close()
    except Exception:
        yield from frames.take()
        raise
    yield from frames.take()
