"""Whether the file that was imported may lie beside its draft: what git has seen once, it never forgets."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath

from disclosure.documents.archive_file import ArchiveFile
from disclosure.documents.limits import Allowance
from disclosure.importing.losses import NotImported
from disclosure.importing.package import opened, root_of
from disclosure.importing.pictures import drawn_anew
from disclosure.importing.word_xml import named
from disclosure.masking.package import Package, serialized

_OFFICE = (".docx", ".xlsx", ".pptx", ".dotx")
_MACROS = (".docm", ".xlsm", ".pptm")
_PERSONS = ("creator", "lastModifiedBy", "Manager")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif")
PICTURES = (*_PICTURES, ".bmp", ".tif", ".tiff", ".webp")


def without_names(content: bytes, name: str) -> bytes:
    """An office file without the names of people in its properties, and with pictures that tell no place.

    Everything else stays as it is. Other kinds of files, and what cannot be opened, come back unchanged: `disclosure
    check` looks into them as into any attachment.
    """
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in PICTURES:
        try:
            drawn, made = drawn_anew(content)
        except NotImported:
            return content
        return drawn if made in (suffix, {".jpeg": ".jpg"}.get(suffix, suffix)) else content
    if suffix not in _OFFICE:
        return content
    try:
        opened(content, name)
        archive, allowance = ArchiveFile(content), Allowance()
        package = Package({member.name: archive.read(member, allowance) for member in archive.members()})
    except NotImported:
        return content
    if "[Content_Types].xml" not in package.parts:
        return content
    cleaned = {part: _cleaned(part, data) for part, data in package.parts.items()}
    return content if cleaned == package.parts else Package(cleaned).to_bytes()


def has_macros(name: str) -> bool:
    """Whether a file is of a kind that holds macros, by its extension."""
    return PurePosixPath(name).suffix.lower() in _MACROS


def _cleaned(part: str, content: bytes) -> bytes:
    if part.startswith("docProps/") and part.endswith(".xml"):
        root = root_of(content)
        told = [one for one in named(root, *_PERSONS) if one.text]
        for one in told:
            one.text = ""
        return serialized(root) if told else content
    suffix = posixpath.splitext(part)[1].lower()
    if "/media/" in part and suffix in _PICTURES:
        try:
            drawn, made = drawn_anew(content)
        except NotImported:
            return content
        return drawn if made == {".jpeg": ".jpg"}.get(suffix, suffix) else content
    return content
