"""Bodies as plain text that can be read on a phone: lists keep their marks, and each row of a table names its columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a build that makes no letter does without
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "p h2 h3 h4 h5 h6 h1 ul ol li dl dt dd blockquote pre table div details summary figure figcaption hr".split()
)
_SPACES = re.compile(r"[ \t\r\n]+")
_GAPS = re.compile(r"\n{3,}")


def plain_text(html: str) -> str:
    """Safe HTML as text: paragraphs set apart by an empty line, no line for what says nothing."""
    root = tree_of(html)
    text = "".join(_block(root))
    return _GAPS.sub("\n\n", text).strip(" \n")


def tree_of(html: str) -> HtmlElement:
    """Safe HTML as a tree below one `div`."""
    from lxml.html import fragment_fromstring

    return fragment_fromstring(html, create_parent="div")


def rows_of(table: HtmlElement) -> tuple[list[str], list[list[str]]]:
    """The heads of a table's columns, none where it has no head, and its rows as text."""
    rows = [
        ([_SPACES.sub(" ", _inline(cell)).strip() for cell in row if cell.tag in ("td", "th")], row.getparent())
        for row in table.iter("tr")
    ]
    heads = next((cells for cells, parent in rows if parent is not None and parent.tag == "thead"), [])
    return heads, [cells for cells, parent in rows if parent is None or parent.tag != "thead"]


def row_as_text(heads: list[str], cells: list[str]) -> str:
    """`早餐：标准 5元；计费单位 每餐`: the first cell leads, the others say what they are; empty ones say nothing."""
    if len(heads) != len(cells) or len(cells) < 2:
        return "　".join(cell for cell in cells if cell)
    rest = "；".join(f"{head} {cell}".strip() for head, cell in zip(heads[1:], cells[1:], strict=True) if cell)
    return "：".join(part for part in (cells[0], rest) if part)


def _block(element: HtmlElement, *, indent: str = "") -> list[str]:
    """The text of what is in a block, in pieces: runs of inline text, and blocks between empty lines."""
    pieces, line = [], element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            pieces += [_line(line), _child(child, indent)]
            line = child.tail or ""
        else:
            line += _inline_child(child) + (child.tail or "")
    return [*pieces, _line(line)]


def _child(child: HtmlElement, indent: str) -> str:
    tag = child.tag
    if tag == "table":
        heads, rows = rows_of(child)
        lines = [f"· {text}" for cells in rows if (text := row_as_text(heads, cells))]
        return "\n\n" + "\n".join(lines) + "\n\n"
    if tag in ("ul", "ol"):
        return "\n\n" + _list(child, indent) + ("\n" if indent else "\n\n")
    if tag == "hr":
        return "\n\n——————\n\n"
    if tag == "pre":
        return f"\n\n{child.text_content().strip()}\n\n"
    text = _GAPS.sub("\n\n", "".join(_block(child, indent=indent))).strip()
    if tag == "blockquote":
        return "\n\n" + "\n".join(f"　　{line}" for line in text.split("\n") if line) + "\n\n"
    return f"\n\n{text}\n\n"


def _list(element: HtmlElement, indent: str) -> str:
    lines, number = [], _start_of(element)
    for child in element:
        if child.tag != "li":
            continue
        mark = f"{number}. " if element.tag == "ol" else "· "
        text = re.sub(r"\n{2,}", "\n", "".join(_block(child, indent=indent + "　"))).strip("\n")
        lines.append(f"{indent}{mark}{text}")
        number += 1
    return "\n".join(lines)


def _start_of(element: HtmlElement) -> int:
    start = element.get("start", "")
    return int(start) if start.isascii() and start.isdecimal() and len(start) < 6 else 1


def _line(text: str) -> str:
    """Inline text, where a line break is one that was asked for."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\v"))
    return "\n".join(lines).strip("\n")


def _inline(element: HtmlElement) -> str:
    return (element.text or "") + "".join(_inline_child(child) + (child.tail or "") for child in element)


def _inline_child(child: HtmlElement) -> str:
    tag = child.tag
    if tag == "br":
        return "\v"
    if tag == "img":
        return f"（图：{child.get('alt')}）" if child.get("alt") else ""
    if tag == "input":
        return "☑" if child.get("checked") is not None else "☐"
    if tag == "a":
        return _link(child)
    if tag == "sup" and len(child) == 1 and child[0].get("href", "").startswith("#"):
        return f"〔{child[0].text_content()}〕"
    return _inline(child) if isinstance(tag, str) else ""


def _link(link: HtmlElement) -> str:
    """A link's text, and its address where that is not the text itself; links inside the page lead nowhere in a letter."""
    text, address = _inline(link), link.get("href", "")
    if address.startswith("#"):
        return "" if "↩" in text else text
    said = address.removeprefix("mailto:").removeprefix("tel:")
    return text if not said or said == text.strip() else f"{text}（{said}）"
