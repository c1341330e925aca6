"""Pages that work from a folder: links name files, and what the pack does not hold is no link."""

from __future__ import annotations

from collections.abc import Container
from posixpath import normpath
from urllib.parse import quote, unquote, urlsplit

from lxml import html

from disclosure.domain.urls import relative


def offline(page: str, *, base: str, files: Container[str]) -> str:
    """A whole page with its links turned to files of the pack.

    A browser that opens a folder shows a list of files instead of `index.html`, so every link names the file. Scripts
    and buttons are dropped: a pack shows one day and does not change with the reader's clock.

    Args:
        page: HTML whose links are relative to `base`, as on the site.
        base: URL of the page relative to the root, `r/2026-0012/`.
        files: paths of all files of the pack.
    """
    tree = html.document_fromstring(page)
    elements = [node for node in tree.iter() if isinstance(node, html.HtmlElement)]
    for node in elements:
        if node.tag in ("script", "button"):
            node.drop_tree()
        for name in ("href", "src"):
            if node.get(name) is not None:
                _turn(node, name, base, files)
    return "<!doctype html>\n" + str(html.tostring(tree, encoding="unicode")) + "\n"


def _turn(node: html.HtmlElement, name: str, base: str, files: Container[str]) -> None:
    written = node.get(name, "")
    parts = urlsplit(written)
    if parts.scheme or parts.netloc or not parts.path:
        return
    joined = normpath(base + unquote(parts.path)) if parts.path != "./" else base.rstrip("/")
    is_folder = parts.path.endswith(("/", ".."))
    path = (f"{joined}/index.html" if joined not in (".", "") else "index.html") if is_folder else joined
    if path not in files:
        del node.attrib[name]
        node.tag = "span" if node.tag == "a" else node.tag
        return
    target = relative(quote(path), base=base)
    node.set(name, f"{target}#{parts.fragment}" if parts.fragment else target)
