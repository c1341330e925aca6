"""Office files are zip archives of XML parts with relationships between them (ECMA-376, part 2)."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from disclosure.masking.refusal import CannotMaskError

_OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 300 * 1024 * 1024
_MOST = 20_000
_ROOT = "_rels/.rels"
_TYPES = "[Content_Types].xml"


@dataclass(slots=True)
class Package:
    """The parts of a file by name, without a slash in front."""

    parts: dict[str, bytes]

    def relationships(self, source: str) -> etree._Element | None:
        """The element with the relationships of a part ('' for the file itself), None where it has none."""
        name = _relationships_name(source)
        return parsed(self.parts[name]) if name in self.parts else None

    def to_bytes(self) -> bytes:
        """The file. The same parts give the same bytes."""
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != _TYPES, name)):
                archive.writestr(ZipInfo(name), self.parts[name], compress_type=ZIP_DEFLATED)
        return out.getvalue()


def opened(content: bytes) -> Package:
    """A file's parts. Raises CannotMaskError for what is encrypted, damaged, too large or no such file."""
    if content.startswith(_OLD_FORMAT):
        raise CannotMaskError(
            "文件加了密码，或者其实是旧格式（xls、doc）。请用 Word、Excel 或 WPS 打开，去掉密码，另存为 docx 或 xlsx"
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LARGEST or len(entries) > _MOST:
                raise CannotMaskError("文件太大，不能处理。请分成几个小文件")
            parts = {entry.filename.lstrip("/"): archive.read(entry) for entry in entries}
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError) as error:
        if isinstance(error, CannotMaskError):
            raise
        raise CannotMaskError("文件已损坏，打不开。请用原来的程序打开，另存一份再试") from None
    if _TYPES not in parts:
        raise CannotMaskError("这不是 docx、xlsx 文件，只是改了扩展名。请用原来的程序打开，另存为 docx 或 xlsx")
    return Package(parts)


def parsed(part: bytes) -> etree._Element:
    """A part's root element. Raises CannotMaskError for anything but plain XML."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise CannotMaskError("文件里有不该有的 XML 声明，不能处理。请用原来的程序打开，另存一份再试")
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        raise CannotMaskError("文件已损坏，读不下去。请用原来的程序打开，另存一份再试") from None


def serialized(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; '' for comments. The strict variant has other namespaces, not other names."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def discard(element: etree._Element) -> None:
    """Take an element out of its part, if it is still in one. Text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put what is in an element into its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(element):
        parent.insert(place, child)
    parent.remove(element)


def is_xml(name: str) -> bool:
    """Whether a part is XML, by its name."""
    return name.lower().endswith((".xml", ".rels", ".vml"))


def keep_reachable(package: Package, allowed: frozenset[str]) -> dict[str, dict[str, str]]:
    """Drop every relationship of a kind that is not allowed, and every part that none leads to any more.

    Returns:
        What was dropped: by part, the kind of each relationship by its id.
    """
    names = {name.lower(): name for name in package.parts}
    kept: dict[str, bytes] = {}
    dropped: dict[str, dict[str, str]] = {}
    waiting = [""]
    while waiting:
        source = waiting.pop()
        relationships = package.relationships(source)
        if relationships is None:
            continue
        for one in list(relationships):
            kind, target = _kind(one), names.get(_target(source, one).lower(), "")
            if kind in allowed and target and one.get("TargetMode") != "External":
                if target not in kept:
                    kept[target] = package.parts[target]
                    waiting.append(target)
            else:
                relationships.remove(one)
                dropped.setdefault(source, {})[one.get("Id", "")] = kind
        if len(relationships):
            kept[_relationships_name(source)] = serialized(relationships)
    kept[_TYPES] = _types_of(package.parts[_TYPES], kept)
    package.parts = kept
    return dropped


def parts_of_kind(package: Package) -> Iterator[tuple[str, bytes]]:
    """The parts that hold content, without the lists of types and relationships."""
    for name in sorted(package.parts):
        if name != _TYPES and not name.endswith(".rels"):
            yield name, package.parts[name]


def _types_of(types: bytes, kept: dict[str, bytes]) -> bytes:
    root = parsed(types)
    names = {f"/{name}".lower() for name in kept}
    for one in list(root):
        if local_name(one) == "Override" and one.get("PartName", "").lower() not in names:
            root.remove(one)
    return serialized(root)


def _kind(relationship: etree._Element) -> str:
    return relationship.get("Type", "").rpartition("/")[2]


def _target(source: str, relationship: etree._Element) -> str:
    folder = posixpath.dirname(source)
    target = posixpath.join("/", folder, unquote(relationship.get("Target", "")))
    return posixpath.normpath(target).lstrip("/")


def _relationships_name(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels") if source else _ROOT
