"""HTML to the Markdown that records are written in: GitHub's, with footnotes, and nothing by chance."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from lxml import html
from markdownify import ATX, MarkdownConverter

from disclosure.domain.characters import without_controls
from disclosure.importing.grid import LINE, MARK, flatten_tables
from disclosure.importing.losses import Losses

_ESCAPED = re.compile(r"([\\`*\[\]])")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_REFERENCE = re.compile(r"&(?=#?[A-Za-z0-9]{1,31};)")
_STRUCK = re.compile(r"~~")
_LINE_START = re.compile(
    r"^(\s{0,3})(#{1,6}(?=\s|$)|[-+=](?=\s|[-+=]*$)|>|\d{1,9}(?=[.)](?:\s|$)))(?!\\)", re.MULTILINE
)
_NUMBERED = re.compile(r"(\d{1,9})\\\. (.*)")
_HEADING = re.compile(r"\*\*([一二三四五六七八九十]{1,3}、[^*\n。；]{1,40})\*\*")
_BLANK_LINES = re.compile(r"\n{3,}")
_BLOCKS = [
    "p",
    "div",
    "table",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "section",
    "article",
    "dl",
]
_TWO_BREAKS = re.compile(r"(?:\\\n[ \t\u3000]*){2,}")
"""How pages that know no paragraphs begin one."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")


class _Converter(MarkdownConverter):
    """markdownify with our own rules for what has to be escaped, for tables and for line breaks."""

    def __init__(self) -> None:
        super().__init__(heading_style=ATX, bullets="-", newline_style="backslash", keep_inline_images_in=["td", "th"])

    def escape(self, text: str, parent_tags: Any) -> str:
        """Text as it has to be written to be read as it is. What stands between marks is Markdown already."""
        parts = (text or "").split(MARK)
        parts[::2] = [_escape(part, "td" in parent_tags or "th" in parent_tags) for part in parts[::2]]
        return MARK.join(parts)

    def convert_p(self, el: Any, text: str, parent_tags: Any) -> str:
        """A paragraph; in a cell a line."""
        if "td" in parent_tags or "th" in parent_tags:
            return text.strip() + (LINE if el.find_next_sibling() is not None else "")
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        lines = _LINE_START.sub(_guarded, text.strip(" \t\r\n\u3000"))
        return f"\n\n{lines}\n\n" if lines else ""

    def convert_div(self, el: Any, text: str, parent_tags: Any) -> str:
        """A paragraph where it holds one, else whatever it holds."""
        if "td" in parent_tags or "th" in parent_tags or el.find(_BLOCKS) is None:
            return self.convert_p(el, text, parent_tags)
        return f"\n\n{text.strip()}\n\n"

    def convert_img(self, el: Any, text: str, parent_tags: Any) -> str:
        """A picture, by its name as it is written on the disk."""
        alt = _escape(" ".join((el.get("alt") or "").split()), in_cell=True)
        return f"![{alt}]({_target(el.get('src') or '')})"

    def convert_a(self, el: Any, text: str, parent_tags: Any) -> str:
        """A link, likewise; one without words is none."""
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        target = _target(el.get("href") or "")
        return f"{before}[{text.strip()}]({target}){after}" if text.strip() and target else text

    def convert_br(self, el: Any, text: str, parent_tags: Any) -> str:
        """A line break; in a cell there is only one way to write it."""
        if "td" in parent_tags or "th" in parent_tags:
            return LINE
        return " " if "_inline" in parent_tags else "\\\n"

    def convert_sup(self, el: Any, text: str, parent_tags: Any) -> str:
        """Raised: m² is not m2."""
        return text if MARK in text or not text.strip() else f"{MARK}<sup>{MARK}{text}{MARK}</sup>{MARK}"

    def convert_sub(self, el: Any, text: str, parent_tags: Any) -> str:
        """Lowered."""
        return f"{MARK}<sub>{MARK}{text}{MARK}</sub>{MARK}" if text.strip() else text


def to_markdown(root: html.HtmlElement, losses: Losses) -> str:
    """The Markdown of an element. Tables are flattened first, which changes the element.

    Raises RecursionError for elements within elements without end.
    """
    flatten_tables(root, losses)
    for one in list(root.iter("font", "center", "u", "ins", "big", "small", "abbr")):
        one.drop_tag()
    source = html.tostring(root, encoding="unicode")
    text = _TWO_BREAKS.sub("\n\n", _Converter().convert(source).replace(MARK, ""))
    blocks = [block.strip("\n") for block in _BLANK_LINES.sub("\n\n", without_controls(text)).split("\n\n")]
    return _joined(
        [_HEADING.sub(r"## \1", block) if _HEADING.fullmatch(block) else block for block in blocks if block.strip()]
    )


def escaped(text: str) -> str:
    """A line of text as a paragraph of Markdown."""
    return _LINE_START.sub(_guarded, _escape(text, in_cell=False).strip())


def cell(text: str) -> str:
    """Text as a cell of a table."""
    return "<br>".join(_escape(" ".join(line.split()), in_cell=True) for line in text.strip().splitlines())


def strange_signs(text: str) -> str:
    """Characters of fonts like Wingdings, which readers see as boxes."""
    return "".join(dict.fromkeys(_PRIVATE.findall(text.replace(MARK, ""))))


def _escape(text: str, in_cell: bool) -> str:
    text = _UNDERSCORE.sub(r"\\_", _ESCAPED.sub(r"\\\1", text))
    text = _STRUCK.sub(r"\\~\\~", _REFERENCE.sub(r"\\&", _TAG.sub(r"\\<", text)))
    return text.replace("|", r"\|") if in_cell else text


def _guarded(match: re.Match[str]) -> str:
    """What would begin a heading, a list or a quotation at the start of a line."""
    blanks, sign = match[1], match[2]
    return f"{blanks}{sign}\\" if sign.isdecimal() else f"{blanks}\\{sign}"


def _target(address: str) -> str:
    """An address as Markdown takes it: readable where it may be, in angle brackets where blanks or brackets are in it."""
    name = unquote(address) if "://" not in address else address
    plain = "".join(character for character in name.strip() if character.isprintable() and character not in "<>\\")
    return f"<{plain}>" if re.search(r"[\s()]", plain) else plain


def _joined(blocks: list[str]) -> str:
    """The blocks, paragraphs numbered 1. 2. 3. as a list where they follow each other."""
    made: list[str] = []
    last = 0
    for block in blocks:
        match = _NUMBERED.fullmatch(block)
        number = int(match[1]) if match else 0
        if match and made and last and number == last + 1:
            if before := _NUMBERED.fullmatch(made[-1]):
                made[-1] = f"{before[1]}. {before[2]}"
            made[-1] += f"\n{number}. {match[2]}"
        else:
            made.append(block)
        last = number
    return "\n\n".join(made)
