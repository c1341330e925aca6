"""Small XML files that are read as a whole: relationships, properties, XMP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_PROPERTIES

if TYPE_CHECKING:
    from lxml import etree


def tree_of(content: bytes) -> etree._Element:
    """The root element. Entities that a file defines are left as they are, others are not fetched.

    Raises:
        Unreadable: larger than such files are.
        lxml.etree.XMLSyntaxError: not well-formed.
    """
    from lxml import etree

    if len(content) > MAX_PROPERTIES:
        raise Unreadable("文件属性太长，没有看")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)


def elements(root: etree._Element) -> Iterator[etree._Element]:
    """The element and all within it, without entity references and the like."""
    yield from root.iter("{*}*")


def local_name(tag: str | bytes | etree.QName) -> str:
    """An element's or an attribute's name without its namespace."""
    return str(tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name, '' if there is none."""
    return next((str(value) for key, value in element.attrib.items() if local_name(key) == name), "")
