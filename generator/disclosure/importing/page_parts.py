"""Which part of a saved page is the notice, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

_MARKED = (
    "//*[@itemprop='articleBody']", "//*[@id='zoom' or @id='Zoom' or @id='vsb_content' or @id='artibody' or @id='contentText']",
    "//*[contains(concat(' ', @class, ' '), ' TRS_Editor ')]", "//*[contains(concat(' ', @class, ' '), ' v_news_content ')]",
    "//*[contains(concat(' ', @class, ' '), ' wp_articlecontent ')]", "//*[contains(concat(' ', @class, ' '), ' article-content ')]",
    "//*[contains(concat(' ', @class, ' '), ' article_content ')]", "//*[contains(concat(' ', @class, ' '), ' news_content ')]",
    "//*[contains(concat(' ', @class, ' '), ' entry-content ')]", "//article", "//main", "//*[@role='main']",
)  # fmt: skip
"""How the systems that schools use mark the body of an article, the surest first."""
_AROUND = re.compile(r"nav|menu|foot|head(?!line)|breadcrumb|crumb|location|position|sidebar|side|pager|page-?nav|prev|next|share|print|related|recommend|copyright|hot", re.IGNORECASE)  # fmt: skip
_NO_BODY = ("nav", "header", "footer", "aside", "form")
_BLOCKS = ("div", "td", "section", "body", "center", "table")


def main_part(root: html.HtmlElement) -> tuple[html.HtmlElement, bool]:
    """The element that holds the notice, and whether the page says so itself."""
    for path in _MARKED:
        found = [one for one in root.xpath(path) if _weight(one) >= 10 or one.find(".//img") is not None]
        if found and not any(other is not found[0] and other not in found[0].iterdescendants() for other in found[1:]):
            return found[0], True
    for one in [part for name in _NO_BODY for part in root.iter(name)]:
        if one.getparent() is not None and _link_share(one) > 0.3:
            one.drop_tree()
    body = root.find("body")
    start = root if body is None else body
    best = max(start.iter(*_BLOCKS), key=_score, default=start)
    return best, False


def drop_surroundings(part: html.HtmlElement) -> list[str]:
    """Take menus, paths and buttons out of the part, and give back their words."""
    gone = []
    for one in list(part.iterdescendants()):
        if one.getparent() is None or not isinstance(one.tag, str):
            continue
        mark = f"{one.get('id', '')} {one.get('class', '')}"
        text = words_of(one)
        is_menu = one.tag in _NO_BODY or (
            bool(_AROUND.search(mark)) and one.tag not in ("table", "tbody", "tr", "td", "p", "span", "a", "img")
        )
        if is_menu and text and _link_share(one) > 0.5 and len(text) < 300:
            gone.append(text)
            one.drop_tree()
    return gone


def words_of(element: html.HtmlElement) -> str:
    """The text of an element in one line."""
    return " ".join(" ".join(element.itertext()).split())


def is_list_page(part: html.HtmlElement) -> bool:
    """Whether a page is a list of links to others rather than a notice."""
    links = [one for one in part.iter("a") if words_of(one)]
    return len(links) >= 5 and _link_share(part) > 0.6


def says_little(part: html.HtmlElement) -> bool:
    """Whether what was taken for the notice is less than a notice would be."""
    return len(words_of(part)) * (1 - _link_share(part)) < 60 and part.find(".//img") is None


def pieces_of(element: html.HtmlElement) -> Iterator[str]:
    """Every run of text in an element."""
    yield from (text for text in map(str, element.itertext()) if text.strip())


def _score(block: html.HtmlElement) -> float:
    """Own text counts, text in links against it, and the inner of two blocks with the same text wins."""
    own = sum(
        len(words_of(one))
        for one in block
        if one.tag in ("p", "span", "font", "strong", "b", "br", "h1", "h2", "h3", "table", "ul", "ol", "img")
    )
    own += len((block.text or "").strip()) + sum(len((one.tail or "").strip()) for one in block)
    return own * (1 - _link_share(block)) ** 2


def _weight(element: html.HtmlElement) -> int:
    return len(words_of(element))


def _link_share(element: html.HtmlElement) -> float:
    whole = _weight(element)
    return sum(map(_weight, element.iter("a"))) / whole if whole else 0.0
