"""Saved web pages as trees: in the encoding they claim, without what is no text."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from disclosure.documents.decoding import decode
from disclosure.documents.limits import MAX_CONTENT
from disclosure.importing.losses import NotImported

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_HEAD = 8192
_NOT_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "button",
    "select",
    "input",
    "textarea",
    "link",
    "map",
    "video",
    "audio",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk")
_DEEPEST = 200


def page_of(content: bytes) -> html.HtmlElement:
    """The root of a page, with its head, without scripts, frames and what is not shown.

    Raises:
        NotImported: no page, one that is too large, or elements within elements without end.
    """
    if len(content) > MAX_CONTENT:
        raise NotImported(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB")
    text = text_of_page(content)
    if "<" not in text:
        raise NotImported("不是网页")
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise NotImported("网页是空的，或者已损坏") from None
    if any(_depth(one) > _DEEPEST for one in root.iter() if not len(one)):
        raise NotImported("网页的结构套得太深，读不下去")
    whole: list[Any] = list(root.iter())
    for one in [one for one in whole if one.tag in _NOT_TEXT]:
        one.drop_tree()
    for one in whole:
        if (
            one.getparent() is not None
            and ("hidden" in one.attrib or _HIDDEN.search(one.get("style", "")))
            and one.tag not in ("html", "body")
        ):
            one.drop_tree()
    return root


def text_of_page(content: bytes) -> str:
    """The text of a page by the encoding in its head, as far as that fits, else by what fits."""
    found = _CHARSET.search(content[:_HEAD])
    if found:
        name = found[1].decode("ascii").lower()
        try:
            return content.decode("gb18030" if name in _CHINESE else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


def _depth(element: html.HtmlElement) -> int:
    count = 0
    for count, _ in enumerate(element.iterancestors(), 1):
        if count > _DEEPEST:
            break
    return count
