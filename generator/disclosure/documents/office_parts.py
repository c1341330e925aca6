"""What the parts of an Office Open XML package are called by the people who use it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from disclosure.documents.xml_tree import attribute, elements, local_name, tree_of

_KINDS = (
    (r"word/document", ""),
    (r"word/header", "页眉"),
    (r"word/footer", "页脚"),
    (r"word/footnotes", "脚注"),
    (r"word/endnotes", "尾注"),
    (r"word/glossary/", "构建基块"),
    (r"ppt/notesSlides/", "备注"),
    (r"ppt/notesMasters/|ppt/handoutMasters/", "备注母版"),
    (r"ppt/slideLayouts/|ppt/slideMasters/", "母版"),
    (r".*comments", "批注"),
    (r".*threadedComments", "批注"),
    (r".*charts?/", "图表"),
    (r".*diagrams/", "图示"),
    (r".*drawings/", "图形"),
    (r".*pivotCache/", "数据透视缓存"),
    (r".*externalLinks/", "外部链接缓存"),
    (r".*tables/", "表"),
    (r"customXml/", "自定义数据"),
    (r".*settings", "设置"),
    (r"xl/workbook", "工作簿"),
    (r"ppt/presentation", "演示文稿"),
)
_KIND = [(re.compile(pattern, re.IGNORECASE), name) for pattern, name in _KINDS]


class Relation(NamedTuple):
    """A line of a `.rels` part: something that a part uses (ECMA-376 part 2, 6.5)."""

    id: str
    target: str
    """A part of the package, or for external ones an address."""
    is_external: bool


def relations_of(part: str) -> str | None:
    """Of which part this one holds the relations: `ppt/slides/_rels/slide1.xml.rels`; None if it is another kind."""
    folder, name = posixpath.split(part)
    if not name.endswith(".rels") or posixpath.basename(folder) != "_rels":
        return None
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relations(content: bytes, part: str) -> Iterator[Relation]:
    """The relations of a part. Raises what `tree_of` raises."""
    for element in elements(tree_of(content)):
        if local_name(element.tag) == "Relationship":
            target, external = attribute(element, "Target"), attribute(element, "TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            yield Relation(attribute(element, "Id"), target, external)


def page_names(main: bytes, used: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parts of sheets and slides, in the order and by the names that people see.

    `main` is `xl/workbook.xml` or `ppt/presentation.xml`, `used` the targets of its relations by their ids. Raises what
    `tree_of` raises.
    """
    slides = 0
    for element in elements(tree_of(main)):
        name = local_name(element.tag)
        target = used.get(
            next((str(v) for k, v in element.attrib.items() if local_name(k) == "id" and "}" in str(k)), "")
        )
        if name == "sheet" and target:
            hidden = "隐藏" if attribute(element, "state").lower() in ("hidden", "veryhidden") else ""
            yield target, f"{hidden}工作表「{attribute(element, 'name')}」"
        elif name == "sldId" and target:
            slides += 1
            yield target, f"第{slides}张幻灯片"


def counts_from_1904(workbook: bytes) -> bool:
    """Whether days are counted as Excel for the Macintosh once did. Raises what `tree_of` raises."""
    marks = (attribute(e, "date1904") for e in elements(tree_of(workbook)) if local_name(e.tag) == "workbookPr")
    return any(mark in ("1", "true") for mark in marks)


def label_of(part: str, pages: Mapping[str, str], owners: Mapping[str, str]) -> str:
    """How a place in a part begins: `页眉`, `第2张幻灯片备注`, `工作表「一班」批注`."""
    if part in pages:
        return pages[part]
    kind = next((name for pattern, name in _KIND if pattern.match(part)), f"「{posixpath.basename(part)}」")
    owner, seen = owners.get(part), {part}
    while owner is not None and owner not in pages and owner not in seen:
        seen.add(owner)
        owner = owners.get(owner)
    return pages.get(owner or "", "") + kind
