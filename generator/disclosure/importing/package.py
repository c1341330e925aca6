"""Office files, opened with care: nothing that swells, nothing that is locked, no macro run, no declaration followed."""

from __future__ import annotations

import zipfile
import zlib

from lxml import etree

from disclosure.documents.archive_file import ArchiveFile
from disclosure.documents.found import Document, Unreadable
from disclosure.documents.kinds import UNREADABLE, Kind, kind_of
from disclosure.documents.limits import MAX_CONTENT, Allowance
from disclosure.importing.losses import NotImported
from disclosure.masking.package import Package, is_xml, parsed
from disclosure.masking.refusal import CannotMaskError

DAMAGED = "文件已损坏，打不开。请用 Word、Excel 或 WPS 打开，另存一份再试"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, NotImplementedError, ValueError, OSError)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip
"""Names of the strict variant (ISO/IEC 29500-1) and the usual ones."""


def opened(content: bytes, name: str) -> Package:
    """The parts of a docx or xlsx file, unpacked within the limits of attachments; macros are left out.

    Raises:
        NotImported: locked, damaged, of an old format, or made to swell; the message says so in Chinese.
    """
    if len(content) > MAX_CONTENT:
        raise NotImported(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB，请分成几个文件")
    try:
        kind = kind_of(Document(content=content, name=name, allowance=Allowance()))
        if kind is Kind.LOCKED_OFFICE:
            raise NotImported("文件有密码。请用 Word、Excel 或 WPS 打开，去掉密码，另存一份再导入")
        if kind is not Kind.OFFICE:
            reason = UNREADABLE.get(kind)
            raise NotImported(reason or "内容和扩展名不符，不是 docx、xlsx 文件。请用原来的程序打开，另存一份再试")
        parts = _parts(content)
    except Unreadable as reason:
        raise NotImported(str(reason).removesuffix("，没有看").removesuffix("，没有解开") + "，没有导入") from None
    except _BROKEN:
        raise NotImported(DAMAGED) from None
    return Package(parts)


def _parts(content: bytes) -> dict[str, bytes]:
    archive, allowance = ArchiveFile(content), Allowance()
    parts = {}
    for member in archive.members():
        part = archive.read(member, allowance)
        for strict, usual in _STRICT if is_xml(member.name) else ():
            part = part.replace(strict, usual)
        parts[member.name.lstrip("/")] = part
    for name, part in parts.items():
        if is_xml(name):
            root_of(part)
    return parts


def root_of(part: bytes) -> etree._Element:
    """The root of a part, without remarks of programs. Raises NotImported for what is not plain XML."""
    try:
        root = parsed(part)
    except CannotMaskError:
        raise NotImported("文件已损坏，或者有不该有的声明，没有读。请用原来的程序打开，另存一份再试") from None
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def roots(package: Package, prefix: str) -> list[tuple[str, etree._Element]]:
    """The parts whose names begin so, with their roots, sorted: `word/header`."""
    return [(name, root_of(package.parts[name])) for name in sorted(package.parts) if name.startswith(prefix) and is_xml(name) and not name.endswith(".rels")]  # fmt: skip
