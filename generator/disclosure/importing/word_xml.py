"""Short ways through the XML of Word. Only the usual namespaces are known: Word's strict variant is rewritten first."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child of a name of WordprocessingML; None where there is none, or no element to begin with."""
    return None if element is None else element.find(w(name))


def value(element: etree._Element | None) -> str | None:
    """Its `w:val`."""
    return None if element is None else element.get(w("val"))


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return element is not None and (value(element) or "") not in _OFF


def named(root: etree._Element, *names: str) -> list[etree._Element]:
    """All elements of some local names, in the order of the document, as a list that may be changed."""
    return list(root.iter(*(f"{{*}}{name}" for name in names)))


def text_of(element: etree._Element) -> str:
    """The words in an element, deleted ones too, paragraphs apart."""
    return " ".join("".join(_words(element)).split())


def _words(element: etree._Element) -> Iterator[str]:
    for one in element.iter(etree.Element):
        name = etree.QName(one).localname
        if name in ("t", "delText") and one.text:
            yield one.text
        elif name in ("p", "br", "cr", "tab", "tc"):
            yield " "


def run(text: str) -> etree._Element:
    """A new run of text."""
    made = etree.Element(w("r"))
    inner = etree.SubElement(made, w("t"))
    inner.text = text
    inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
