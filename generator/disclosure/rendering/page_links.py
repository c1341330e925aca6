"""Links and lists on hand-written pages: links to records and columns as in records, and lists of them.

`[文字](record:2026-0012)` and `[文字](column:招生收费)` are links. With a `!` in front and alone in a paragraph they
stand on the page as a list: `![](column:招生收费#5)` the five newest of a column, `![](record:2026-0012)` one record.

Python-Markdown renders the words; lists become slots and links stay as they are, until the page is filled. So words are
rendered again only when they change, not whenever a record does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from disclosure.domain.edition import Entry
from disclosure.domain.links import own_target
from disclosure.rendering.fragments import entries_fragment, link_to
from disclosure.rendering.frame import slot
from disclosure.rendering.markdown import resolve_own_links
from disclosure.rendering.site import Site

_OWN = re.compile('href="(?:record|column):', re.IGNORECASE)


class PageLinks(Extension):
    """Leaves links to records and columns for `with_links`, and a slot for every list."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register after MkDocs' own link processor, which leaves links with a scheme alone."""
        md.treeprocessors.register(_Lists(md), "disclosure_lists", -1)


def with_links(html: str, site: Site, *, base: str) -> str:
    """HTML of a hand-written page with its links to records and columns led to their pages."""
    return resolve_own_links(html, link_to=link_to(site, base=base)) if has_own_links(html) else html


def has_own_links(html: str) -> bool:
    """Whether some HTML may have links to records or columns."""
    return _OWN.search(html) is not None


def listed_fragment(targets: Iterable[str], site: Site, *, base: str) -> str:
    """The list that stands in the place of some targets: `column:招生收费#5`, `record:2026-0012`."""
    entries = [entry for target in targets for entry in _listed(target, site)]
    return entries_fragment(entries, site, base=base)


def _listed(target: str, site: Site) -> Sequence[Entry]:
    scheme, _, name = own_target(target).partition(":")
    count = target.partition("#")[2]
    if scheme == "record":
        entry = site.entries.get(name)
        return [entry] if entry else []
    column = site.edition.catalogue.column_names.get(name)
    most = int(count) if count.isdecimal() else site.edition.school.settings.newest
    return site.current[column.path][:most] if column else []


class _Lists(Treeprocessor):
    def run(self, root: Element) -> None:
        """Leave a slot for every list; a list in the middle of a sentence has no place to stand and becomes a link."""
        for paragraph in list(root.iter("p")):
            targets = [image.get("src", "") for image in paragraph]
            if targets and all(map(own_target, targets)) and not _words(paragraph):
                paragraph.clear()
                name = "list:" + ",".join(quote(target, safe=":/#") for target in targets)
                paragraph.text = self.md.htmlStash.store(f"<div>{slot(name)}</div>")
        for node in list(root.iter("img")):
            if own_target(node.get("src", "")):
                _make_link(node)


def _words(paragraph: Element) -> str:
    return "".join([paragraph.text or "", *(image.tail or "" for image in paragraph)]).strip()


def _make_link(image: Element) -> None:
    image.tag, image.text = "a", image.get("alt", "")
    target = image.get("src", "").partition("#")[0]
    image.attrib.clear()
    image.set("href", target)
