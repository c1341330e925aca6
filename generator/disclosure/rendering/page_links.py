"""Python-Markdown extension for hand-written pages: links to records and columns as in records, and lists of them.

`[文字](record:2026-0012)` and `[文字](column:招生收费)` are links. With a `!` in front and alone in a paragraph they
stand on the page as a list: `![](column:招生收费#5)` the five newest of a column, `![](record:2026-0012)` one record.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from disclosure.domain.edition import Entry
from disclosure.rendering.fragments import entries_fragment, link_to
from disclosure.rendering.line_breaks import join_chinese_lines
from disclosure.rendering.markdown import HIDDEN_RECORD, own_target, resolve_own_links
from disclosure.rendering.site import Site


@dataclass(slots=True)
class CurrentPage:
    """The page that is being rendered; whoever renders sets it before each page."""

    url: str = ""


class PageLinks(Extension):
    """Resolves links to records and columns of an edition."""

    def __init__(self, site: Site, page: CurrentPage) -> None:
        super().__init__()
        self._site = site
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after MkDocs' own link processor, which leaves links with a scheme alone."""
        md.treeprocessors.register(_Links(md, self._site, self._page), "disclosure_links", -1)


def finished(html: str, site: Site, *, base: str) -> str:
    """HTML of a hand-written page with what Python-Markdown does not see: links in raw HTML, breaks between lines."""
    return join_chinese_lines(resolve_own_links(html, link_to=link_to(site, base=base)))


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, site: Site, page: CurrentPage) -> None:
        super().__init__(md)
        self._site = site
        self._page = page

    def run(self, root: Element) -> None:
        """Put every list in its place and point every link of ours at its page."""
        for paragraph in list(root.iter("p")):
            targets = [image.get("src", "") for image in paragraph]
            if targets and all(map(own_target, targets)) and not _words(paragraph):
                entries = list(chain.from_iterable(map(self._listed, targets)))
                paragraph.clear()
                paragraph.text = self.md.htmlStash.store(entries_fragment(entries, self._site, base=self._page.url))
        link = link_to(self._site, base=self._page.url)
        for node in list(root.iter()):
            if node.tag == "img" and own_target(node.get("src", "")):
                _make_link(node)
            if node.tag == "a" and (target := own_target(node.get("href", ""))):
                _, hash_mark, place = node.get("href", "").partition("#")
                _resolve(node, link(target), hash_mark + place)

    def _listed(self, target: str) -> Sequence[Entry]:
        scheme, _, name = own_target(target).partition(":")
        count = target.partition("#")[2]
        if scheme == "record":
            entry = self._site.entries.get(name)
            return [entry] if entry else []
        column = self._site.edition.catalogue.column_names.get(name)
        most = int(count) if count.isdecimal() else self._site.edition.school.settings.newest
        return self._site.current[column.path][:most] if column else []


def _words(paragraph: Element) -> str:
    return "".join([paragraph.text or "", *(image.tail or "" for image in paragraph)]).strip()


def _make_link(image: Element) -> None:
    """A list in the middle of a sentence has no place to stand: it becomes a link."""
    image.tag, image.text = "a", image.get("alt", "")
    target = image.get("src", "").partition("#")[0]
    image.attrib.clear()
    image.set("href", target)


def _resolve(anchor: Element, found: tuple[str, str] | None, place: str) -> None:
    """Lead a link to its page, or leave only its text where this edition has no such page."""
    is_empty = not anchor.text and len(anchor) == 0
    if found is None:
        anchor.tag = "span"
        anchor.attrib.clear()
        anchor.text = HIDDEN_RECORD if is_empty else anchor.text
    else:
        anchor.set("href", found[0] + place)
        anchor.text = found[1] if is_empty else anchor.text
