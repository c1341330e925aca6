"""A saved web page → Markdown: the notice alone, with its pictures and attachments from the saved copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lxml import html

from disclosure.importing.converted import Converted
from disclosure.importing.losses import Losses, NotImported
from disclosure.importing.markdown import to_markdown
from disclosure.importing.names import apart, may_lie_beside, safe_name
from disclosure.importing.page_facts import facts_of
from disclosure.importing.page_parts import drop_surroundings, is_list_page, main_part, pieces_of, says_little, words_of
from disclosure.importing.page_source import page_of
from disclosure.importing.pictures import Pictures

_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".asp", ".aspx", ".jsp", ".php", "")
_PLACES = ("src", "data-src", "data-original", "oldsrc")
OTHER_PAGE = "import:"
"""How a link to another page of the copy begins until numbers are known."""


class Target(NamedTuple):
    """Where a link of a saved page leads."""

    file: str
    """In the copy; '' where the copy has no such file."""
    content: bytes
    address: str
    """On the web; '' where it is not known."""


Resolve = Callable[[str], Target]


class ListPageError(NotImported):
    """The page is a list of other pages."""


def convert_page(content: bytes, resolve: Resolve) -> Converted:
    """The notice of a page as Markdown.

    Args:
        resolve: finds what a link or a picture of this page leads to.

    Raises:
        NotImported: no page, or nothing on it.
        ListPageError: a list of pages.
    """
    root = page_of(content)
    part, is_marked = main_part(root)
    if is_list_page(part) or (not is_marked and says_little(part) and is_list_page(root)):
        raise ListPageError("是栏目或首页，只有一列链接")
    part.tag = "div"
    losses = Losses()
    facts = facts_of(root, part)
    around = drop_surroundings(part)
    outside = len(words_of(root)) - len(words_of(part))
    pieces = list(pieces_of(part))
    pictures = Pictures(losses)
    _draw(part, resolve, pictures, losses)
    beside = apart(_files(part, resolve, losses), taken={one.name for one in pictures.files})
    try:
        body = to_markdown(part, losses)
    except RecursionError:
        raise NotImported("网页的结构套得太深，读不下去") from None
    if not body and not beside and not pictures.files:
        raise NotImported("没有找到正文")
    if outside > 0 or around:
        losses.lose(f"正文以外的文字 {outside} 字（菜单、页脚等）", around)
    if not is_marked:
        losses.change("网页没有标明哪里是正文：取了文字最多的一块，请核对有没有多取、少取")
    return Converted(
        body=body, facts=facts, beside=[*pictures.files, *beside], losses=losses, pieces=pieces, original_is_attached=False, may_be_empty=True
    )  # fmt: skip


def _files(part: html.HtmlElement, resolve: Resolve, losses: Losses) -> Iterator[tuple[str, bytes, html.HtmlElement]]:
    """Linked files of the copy, each with its link; links to pages are marked, others kept or turned into text."""
    gone = []
    for link in list(part.iter("a")):
        address = link.get("href", "").strip()
        if not address or address.startswith(("#", "javascript:", "vbscript:", "data:")):
            link.drop_tag()
            continue
        if address.startswith(("mailto:", "tel:")):
            continue
        target = resolve(address)
        suffix = PurePosixPath(target.file).suffix.lower()
        if target.file and suffix in _PAGES:
            link.set("href", OTHER_PAGE + target.file)
        elif target.file and not may_lie_beside(target.file):
            losses.lose(f"不能作附件的文件：{PurePosixPath(target.file).name}（浏览器会打开或运行它）")
            link.drop_tag()
        elif target.file:
            yield _name_of(link, target.file), target.content, link
        elif target.address:
            link.set("href", target.address)
        else:
            gone.append(f"{words_of(link)}（{address}）")
            link.drop_tag()
    if gone:
        losses.lose(f"副本里没有的链接 {len(gone)} 个：只留下文字", gone)


def _name_of(link: html.HtmlElement, file: str) -> str:
    """What readers called the file, since systems store it as 20190312093012.pdf."""
    suffix, text = PurePosixPath(file).suffix.lower(), words_of(link)
    shown = text.removesuffix(suffix).strip()
    return safe_name(f"{shown}{suffix}" if 2 <= len(shown) <= 60 else PurePosixPath(file).name)


def _draw(part: html.HtmlElement, resolve: Resolve, pictures: Pictures, losses: Losses) -> None:
    gone = []
    for image in list(part.iter("img")):
        address = next((image.get(name, "").strip() for name in _PLACES if image.get(name, "").strip()), "")
        target = resolve(address) if address else Target("", b"", "")
        name = pictures.add(target.content) if target.content else ""
        if name:
            alt = image.get("alt") or image.get("title") or name.partition(".")[0]
            image.attrib.clear()
            image.set("src", name)
            image.set("alt", alt)
        else:
            if address and not target.content:
                gone.append(address if len(address) < 200 else f"{address[:80]}…")
            image.drop_tree()
    if gone:
        losses.lose(f"副本里没有的图片 {len(gone)} 张", gone)
