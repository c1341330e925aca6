"""Equations of Word as one line of text: (a+b)/(c), x^(2), √(x). Not beautiful, but nothing of them is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _part(element: etree._Element, name: str) -> str:
    found = element.find(f"{{{M}}}{name}")
    return "" if found is None else linear(found)


def _whole(text: str) -> str:
    return text if len(text) == 1 or text.isdecimal() else f"({text})"


def _sign(element: etree._Element, name: str, usual: str) -> str:
    found = element.find(f"{{{M}}}{etree.QName(element).localname}Pr/{{{M}}}{name}")
    return usual if found is None else found.get(f"{{{M}}}val", "")


def _bracketed(element: etree._Element) -> str:
    inner = ",".join(linear(one) for one in element.findall(f"{{{M}}}e"))
    return f"{_sign(element, 'begChr', '(')}{inner}{_sign(element, 'endChr', ')')}"


def _raised(element: etree._Element) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    return _part(element, "e") + (f"_{_whole(low)}" if low else "") + (f"^{_whole(high)}" if high else "")


def _sum(element: etree._Element) -> str:
    low, high = _part(element, "sub"), _part(element, "sup")
    limits = (f"_{_whole(low)}" if low else "") + (f"^{_whole(high)}" if high else "")
    return f"{_sign(element, 'chr', '∫')}{limits}{_whole(_part(element, 'e'))}"


def _root(element: etree._Element) -> str:
    degree = _part(element, "deg")
    return f"{f'({degree})' if degree else ''}√{_whole(_part(element, 'e'))}"


def _matrix(element: etree._Element) -> str:
    rows = [",".join(map(linear, row.findall(f"{{{M}}}e"))) for row in element.findall(f"{{{M}}}mr")]
    return f"[{'; '.join(rows)}]"


_SHAPES: Mapping[str, Callable[[etree._Element], str]] = {
    "f": lambda one: f"{_whole(_part(one, 'num'))}/{_whole(_part(one, 'den'))}",
    "sSup": _raised,
    "sSub": _raised,
    "sSubSup": _raised,
    "rad": _root,
    "nary": _sum,
    "d": _bracketed,
    "m": _matrix,
}


def linear(element: etree._Element) -> str:
    """The text of an equation or a part of one."""
    made = []
    for one in element:
        name = etree.QName(one).localname
        if name in _SHAPES and etree.QName(one).namespace == M:
            made.append(_SHAPES[name](one))
        elif name == "t":
            made.append(one.text or "")
        elif not name.endswith("Pr"):
            made.append(linear(one))
    return "".join(made)
