"""What kind of file some bytes are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto
from pathlib import PurePosixPath

from disclosure.documents.archive_file import is_package
from disclosure.documents.decoding import is_text
from disclosure.documents.found import Document


class Kind(Enum):
    """How a file is looked into, or why it is not."""

    OFFICE = auto()
    """docx, xlsx, pptx, their macro and template sisters, odt, ods, odp, OFD: parts of XML in a zip."""
    ARCHIVE = auto()
    PDF = auto()
    PNG = auto()
    PICTURE = auto()
    TEXT = auto()
    SILENT = auto()
    """Nothing in it that could be read, as in a film or a font."""
    OLD_OFFICE = auto()
    LOCKED_OFFICE = auto()
    FOREIGN_ARCHIVE = auto()
    RICH_TEXT = auto()
    MAIL = auto()
    HEIC = auto()
    UNKNOWN = auto()


UNREADABLE: Mapping[Kind, str] = {
    Kind.OLD_OFFICE: "旧格式，看不到里面的文字，请另存为 docx/xlsx/pptx",
    Kind.LOCKED_OFFICE: "文件有密码，看不到里面的文字",
    Kind.FOREIGN_ARCHIVE: "这种压缩包打不开，请改用 zip",
    Kind.RICH_TEXT: "RTF 格式，看不到里面的文字，请另存为 docx",
    Kind.MAIL: "邮件或单文件网页，看不到里面的文字，请另存为 docx 或 PDF",
    Kind.HEIC: "HEIC 图片，看不到拍摄地点等信息，请转成 JPG",
    Kind.UNKNOWN: "不认识的格式，看不到里面有没有文字",
}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the binary files of Office 97 begin, and with them macros and embedded objects."""
_STARTS: Mapping[bytes, Kind] = {
    b"%PDF-": Kind.PDF,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
    b"\xff\xd8\xff": Kind.PICTURE,
    b"GIF8": Kind.PICTURE,
    b"II*\x00": Kind.PICTURE,
    b"MM\x00*": Kind.PICTURE,
    b"II+\x00": Kind.PICTURE,
    b"MM\x00+": Kind.PICTURE,
    b"Rar!\x1a\x07": Kind.FOREIGN_ARCHIVE,
    b"7z\xbc\xaf\x27\x1c": Kind.FOREIGN_ARCHIVE,
    b"\x1f\x8b": Kind.FOREIGN_ARCHIVE,
    b"BZh": Kind.FOREIGN_ARCHIVE,
    b"\xfd7zXZ\x00": Kind.FOREIGN_ARCHIVE,
    b"\x28\xb5\x2f\xfd": Kind.FOREIGN_ARCHIVE,
    b"MSCF": Kind.FOREIGN_ARCHIVE,
    b"{\\rt": Kind.RICH_TEXT,
    b"ID3": Kind.SILENT,
    **dict.fromkeys(
        (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa", b"\xff\xf1", b"\xff\xf9"), Kind.SILENT
    ),  # MP3, AAC
    b"OggS": Kind.SILENT,
    b"fLaC": Kind.SILENT,
    b"#!AMR": Kind.SILENT,
    b"FLV\x01": Kind.SILENT,
    b"\x1a\x45\xdf\xa3": Kind.SILENT,  # Matroska, WebM
    b"\x30\x26\xb2\x75": Kind.SILENT,  # Windows Media
    b"\x00\x00\x01\xba": Kind.SILENT,  # MPEG
    b"\x00\x00\x01\x00": Kind.SILENT,  # icons
    b"BM": Kind.SILENT,
    b"II\xbc\x01": Kind.SILENT,  # JPEG XR
    b"\xd7\xcd\xc6\x9a": Kind.SILENT,  # WMF
    b"wOF": Kind.SILENT,
    b"OTTO": Kind.SILENT,
    b"\x00\x01\x00\x00\x00": Kind.SILENT,  # TrueType
    b"ttcf": Kind.SILENT,
}
"""Magic bytes, from https://en.wikipedia.org/wiki/List_of_file_signatures."""
_RIFF: Mapping[bytes, Kind] = {b"WEBP": Kind.PICTURE, b"WAVE": Kind.SILENT, b"AVI ": Kind.SILENT}
_BRANDS: Mapping[bytes, Kind] = {
    b"avif": Kind.PICTURE,
    b"heic": Kind.HEIC,
    b"heix": Kind.HEIC,
    b"mif1": Kind.HEIC,
    b"msf1": Kind.HEIC,
    b"hevc": Kind.HEIC,
}
_SILENT_NAMES = frozenset(".mp3 .mp4 .m4a .aac .mpg .mpeg .mov .rm .rmvb .ttf .otf .odttf .fntdata .emf .wmf".split())


def kind_of(document: Document) -> Kind:
    """The kind by content; by name only for what no signature tells.

    Raises:
        Unreadable: a damaged archive, or one of too many files.
        zipfile.BadZipFile: likewise.
    """
    content = document.content
    if not content.strip(b"\x00"):
        return Kind.SILENT
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return kind_of_archive(content)
    if content.startswith(OLE):
        return Kind.LOCKED_OFFICE if "EncryptedPackage".encode("utf-16-le") in content else Kind.OLD_OFFICE
    return _by_signature(content) or _by_rest(document)


def kind_of_archive(content: bytes) -> Kind:
    """Whether a zip is a document or just files. Raises what opening it raises."""
    return Kind.OFFICE if is_package(content) else Kind.ARCHIVE


def _by_signature(content: bytes) -> Kind | None:
    if content[:4] == b"RIFF" and content[8:12] in _RIFF:
        return _RIFF[content[8:12]]
    if content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], Kind.SILENT)
    if content[:4] == b"\x01\x00\x00\x00" and content[40:44] == b" EMF":
        return Kind.SILENT
    if content[257:262] == b"ustar":
        return Kind.FOREIGN_ARCHIVE
    kind = next((kind for start, kind in _STARTS.items() if content.startswith(start)), None)
    if kind is Kind.SILENT and is_text(content):
        return None  # "BM" is how a bitmap begins, and a table of 编码 as well
    return kind


def _by_rest(document: Document) -> Kind:
    if b"%PDF-" in document.content[:1024]:
        return Kind.PDF
    if is_text(document.content):
        return Kind.MAIL if _is_mail(document.content[:8192]) else Kind.TEXT
    if PurePosixPath(document.name.lower()).suffix in _SILENT_NAMES:
        return Kind.SILENT
    return Kind.UNKNOWN


def _is_mail(head: bytes) -> bool:
    """Whether a text is a message with headers, whose contents may be in Base64: .eml, .mht."""
    return re.match(rb"[A-Za-z-]+:", head) is not None and re.search(rb"(?mi)^MIME-Version:", head) is not None
