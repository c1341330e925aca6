"""XMP: what programs note in pictures and PDF files (ISO 16684-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.documents.exif import location
from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xml_tree import elements, local_name, tree_of

if TYPE_CHECKING:
    from lxml import etree

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PERSONS = frozenset({"creator", "Author", "author", "rights", "CaptionWriter", "OwnerName", "Owner", "PersonInImage"})
_TECHNICAL = re.compile(
    r"(Document|Original|Instance|derivedFrom|manifest|history)(ID|From)?|ID|instanceID|documentID", re.IGNORECASE
)
_ANGLE = re.compile(r"(\d{1,3}),(\d{1,2}(?:\.\d{1,9})?)(?:,(\d{1,2}(?:\.\d{1,9})?))?([NSEW])")


def xmp_passages(data: bytes, *, place: str = "图片信息") -> Iterator[Passage]:
    """Each property's text, whether it is written as an element, an entry of a list or an attribute.

    Raises what `tree_of` raises.
    """
    angles: dict[str, float] = {}
    for name, text in _properties(tree_of(data.strip(b"\x00"))):
        if name in ("GPSLatitude", "GPSLongitude"):
            angles[name] = _angle(text)
        elif not _TECHNICAL.fullmatch(name):
            where = f"{place}「{name}」"
            yield by_author(where, text) if name in _PERSONS else Passage(where, text)
    if len(angles) == 2:
        yield from location(angles["GPSLatitude"], angles["GPSLongitude"])


def _properties(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in elements(root):
        if text := (element.text or "").strip():
            yield _name(element), text
        for key, value in element.attrib.items():
            if not str(key).startswith((_RDF, "{http://www.w3.org/XML/")) and str(value).strip() and "}" in str(key):
                yield local_name(key), str(value).strip()


def _name(element: etree._Element) -> str:
    """The property that an element belongs to: its own name, or for an entry of a list the name of what holds it."""
    for holder in (element, *element.iterancestors()):
        if not str(holder.tag).startswith(_RDF):
            return local_name(holder.tag)
    return local_name(element.tag)


def _angle(text: str) -> float:
    found = _ANGLE.fullmatch(text.strip())
    if not found:
        return float("nan")
    degrees = float(found[1]) + float(found[2]) / 60 + float(found[3] or 0) / 3600
    return -degrees if found[4] in "SW" else degrees
