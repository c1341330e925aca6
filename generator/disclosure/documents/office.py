"""Documents of office programs: every part of the package, not only those that a reader thinks of."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from disclosure.documents.archive_file import Member
from disclosure.documents.found import Document, Enclosed, Found, unread
from disclosure.documents.guard import guarded
from disclosure.documents.kinds import OLE
from disclosure.documents.ofd import page_label, read_ofd_part
from disclosure.documents.office_parts import label_of
from disclosure.documents.package import Package, open_package, survey
from disclosure.documents.passage import Part, Passage
from disclosure.documents.properties import property_passages
from disclosure.documents.sheets import read_sheet
from disclosure.documents.xml_grammar import ODF, OOXML, PIVOT
from disclosure.documents.xml_text import read_xml

_PROPERTIES = re.compile(r"docProps/[^/]*\.xml|meta\.xml", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]*\.xml", re.IGNORECASE)
_BODY = re.compile(r"word/document\.xml|content\.xml|.*/Pages/.*", re.IGNORECASE)
_PIVOT = re.compile(r"xl/pivotCache/[^/]*\.xml", re.IGNORECASE)
_MARKUP = re.compile(r".*\.(xml|vml)", re.IGNORECASE)
_WITHOUT_TEXT = re.compile(
    r"\[Content_Types\]\.xml|mimetype|META-INF/manifest\.xml|Thumbnails/.*|Configurations2/.*|ObjectReplacements/.*|layout-cache|.*\.rels|"
    r"(word|xl|ppt)/(styles|stylesWithEffects|sharedStrings|fontTable|webSettings|numbering|calcChain|tableStyles)\.xml|"
    r".*/theme/[^/]*\.xml|.*/diagrams/(colors|layout|quickStyle)[0-9]*\.xml|xl/(worksheets|chartsheets)/binaryIndex.*|"
    r".*/printerSettings/.*|.*\.(odttf|fntdata|ttf|otf|wdp|esl)|.*/Signs?/.*\.dat",
    re.IGNORECASE,
)
"""Formats, fonts, previews and seals; and what `package.py` has read already."""

_ODF_LABELS = {"content.xml": "", "styles.xml": "页眉页脚"}


def read_office(document: Document) -> Iterator[Found]:
    """The text of all parts: what people look at first, then the others by name.

    Names of people who made changes are told once. Old binary objects are told of together, because a page of
    formulas is made of dozens of them.

    Raises:
        Unreadable: too many parts.
        zipfile.BadZipFile: damaged.
    """
    package = open_package(document)
    authors: set[Passage] = set()
    binary: list[str] = []
    for found in _parts(package, binary):
        if not isinstance(found, Passage) or found.part is not Part.AUTHOR:
            yield found
        elif found not in authors:
            authors.add(found)
            yield found
    if binary:
        others = f"等 {len(binary)} 个" if len(binary) > 1 else ""
        yield unread("旧格式的对象或宏，看不到里面的文字", f"内嵌文件「{posixpath.basename(binary[0])}」{others}")


def _parts(package: Package, binary: list[str]) -> Iterator[Found]:
    yield from survey(package)
    if any(name.endswith("workbook.bin") for name in package.names):
        yield unread("xlsb 格式，看不到里面的文字，请另存为 xlsx")
    for member in _in_order(package):
        if not _WITHOUT_TEXT.fullmatch(member.name):
            label = label_of(member.name, package.pages, package.owners)
            yield from guarded(_part(package, member, label, binary), place=label)


def _in_order(package: Package) -> list[Member]:
    """What people look at comes first: sheets and slides as they are shown, the body, then the rest by name."""
    shown = {page: number for number, page in enumerate(package.pages)}
    return sorted(package.members, key=lambda m: (shown.get(m.name, len(shown)), not _BODY.fullmatch(m.name)))


def _part(package: Package, member: Member, label: str, binary: list[str]) -> Iterator[Found]:
    name, content = member.name, package.read(member)
    if not _MARKUP.fullmatch(name):
        if content.startswith(OLE) or (name.endswith(".bin") and not content.startswith(b"PK")):
            binary.append(name)
        else:
            yield Enclosed(f"内嵌文件「{posixpath.basename(name)}」", name, content)
    elif _PROPERTIES.fullmatch(name):
        yield from property_passages(content)
    elif _SHEET.fullmatch(name):
        yield from read_sheet(content, package.workbook, label=label)
    elif _PIVOT.fullmatch(name):
        yield from read_xml(content, PIVOT, label=label)
    elif "OFD.xml" in package.names:
        yield from read_ofd_part(content, label=page_label(name))
    elif "[Content_Types].xml" in package.names:
        yield from read_xml(content, OOXML, label=label)
    else:
        yield from read_xml(content, ODF, label=_ODF_LABELS.get(name, f"「{name}」"))
