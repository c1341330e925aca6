"""What a reader sees of a text with markup in it, line by line as it was written: a number may hide behind tags."""

from __future__ import annotations

import re
from html import unescape

_BETWEEN_CELLS = re.compile(r"</t[dh]>[ \t]*<t[dh]\b[^<>\n]*>", re.IGNORECASE)
_BETWEEN_PARAGRAPHS = re.compile(r"</(?:p|li|div)>[ \t]*<(?:p|li|div)\b[^<>\n]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--[^\n]*?-->|</?[A-Za-z][^<>\n]*>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
_EMPHASIS = re.compile(r"(?<!\*)\*\*(?!\*)|(?<![\d*])\*(?!\*)|(?<!\*)\*(?![\d*])|__|~~|`|\\(?=[!-/:-@\[-`{-~])")
_APART = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u00a0\u3000]{1,3}[\u4e00-\u9fff])+(?![\u4e00-\u9fff])")
_BLANKS = re.compile(r"[ \u00a0\u3000]")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ＠．]")
_HALF = {ord(wide): ord(wide) - 0xFEE0 for wide in map(chr, range(0xFF01, 0xFF5F))}


def visible(text: str) -> str | None:
    """The text without tags, entities and emphasis, in half width, with the same lines; None where that changes nothing.

    Cells of a row are parted by `|`. Characters that were set apart (`学 号`) stand together.
    """
    shown = text
    if "<" in text:
        shown = _BETWEEN_PARAGRAPHS.sub(" ", _BETWEEN_CELLS.sub(" | ", shown))
        shown = _TAG.sub("", shown)
    if "&" in text:
        shown = _ENTITY.sub(lambda match: unescape(match[0]).replace("\n", " "), shown)
    shown = _EMPHASIS.sub("", shown)
    if _WIDE.search(shown):
        shown = shown.translate(_HALF)
    shown = _APART.sub(lambda match: _BLANKS.sub("", match[0]), shown)
    return None if shown == text else shown
