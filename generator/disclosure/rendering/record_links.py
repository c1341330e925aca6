"""Python-Markdown extension for hand-written pages: `[文字](record:2026-0012)`, the same links as in records."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from disclosure.rendering.fragments import link_to
from disclosure.rendering.markdown import HIDDEN_RECORD
from disclosure.rendering.site import Site


@dataclass(slots=True)
class CurrentPage:
    """The page that is being rendered; whoever renders sets it before each page."""

    url: str = ""


class RecordLinks(Extension):
    """Resolves links to records of an edition."""

    def __init__(self, site: Site, page: CurrentPage) -> None:
        super().__init__()
        self._site = site
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after MkDocs' own link processor, which leaves links with a scheme alone."""
        md.treeprocessors.register(_Links(md, self._site, self._page), "record_links", -1)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, site: Site, page: CurrentPage) -> None:
        super().__init__(md)
        self._site = site
        self._page = page

    def run(self, root: Element) -> None:
        """Point every link to a record at its page, or leave its text where the edition has no such page."""
        link = link_to(self._site, base=self._page.url)
        for anchor in root.iter("a"):
            target = anchor.get("href", "")
            if not target.startswith("record:"):
                continue
            record_id, hash_mark, anchor_id = target.removeprefix("record:").partition("#")
            found = link(record_id)
            is_empty = not anchor.text and len(anchor) == 0
            if found is None:
                anchor.tag = "span"
                anchor.attrib.clear()
                anchor.text = HIDDEN_RECORD if is_empty else anchor.text
            else:
                anchor.set("href", found[0] + hash_mark + anchor_id)
                anchor.text = found[1] if is_empty else anchor.text
