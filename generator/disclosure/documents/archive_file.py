"""A zip file, opened with care: its members by name, unpacked within the allowance."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from disclosure.documents.decoding import decode_short
from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_CONTENT, MAX_FILES, MAX_RATIO, UNSUSPICIOUS, Allowance

_UTF_8_NAME = 0x800
_ENCRYPTED = 0x1
_STRONGLY_ENCRYPTED = 0x40
_DIRECTORY_ENTRY = b"PK\x01\x02"
_END = b"PK\x05\x06"
_END_REACH = 65_535 + 22
"""Bytes within which the end record stands: its own size and the longest comment."""


class Member(NamedTuple):
    """A file in an archive."""

    name: str
    info: zipfile.ZipInfo


class ArchiveFile:
    """An open archive. Opening raises Unreadable for too many entries and zipfile.BadZipFile for a damaged one."""

    def __init__(self, content: bytes) -> None:
        # zipfile makes an object of every entry at once, ten times as large as the entry
        if content.count(_DIRECTORY_ENTRY) > 10 * MAX_FILES:
            raise Unreadable("压缩包里的文件太多，没有看")
        self._file = zipfile.ZipFile(BytesIO(content))
        self.comment = decode_short(self._file.comment)

    def members(self) -> Iterator[Member]:
        """All files, in the archive's order; folders are not files."""
        yield from (Member(_name(info), info) for info in self._file.infolist() if not info.is_dir())

    def names(self) -> set[str]:
        """The names of all files."""
        return {member.name for member in self.members()}

    def read(self, member: Member, allowance: Allowance) -> bytes:
        """The bytes of a file.

        Raises:
            Unreadable: encrypted, packed in a way that zipfile does not know, too large, or one too many.
            zipfile.BadZipFile, zlib.error, EOFError and others: damaged.
        """
        info = member.info
        if info.flag_bits & (_ENCRYPTED | _STRONGLY_ENCRYPTED):
            raise Unreadable("加了密码，看不到里面的文字")
        if info.file_size > MAX_CONTENT:
            raise Unreadable(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB，没有看里面的文字")
        if info.file_size > max(UNSUSPICIOUS, info.compress_size * MAX_RATIO):
            raise Unreadable("压缩得反常，没有解开")
        allowance.take_file(info.file_size)
        try:
            with self._file.open(info) as stream:
                return stream.read(info.file_size)
        except NotImplementedError:
            raise Unreadable("压缩方法不认识，打不开") from None


def is_package(content: bytes) -> bool:
    """Whether a zip is a document of an office program. Raises what opening raises."""
    names = ArchiveFile(content).names()
    return bool(names & {"[Content_Types].xml", "OFD.xml"}) or {"mimetype", "content.xml"} <= names


def has_archive_at_end(content: bytes) -> bool:
    """Whether a zip is hidden behind something else: a picture that unpacks, a program that installs."""
    return _END in content[-_END_REACH:] and zipfile.is_zipfile(BytesIO(content))


def _name(info: zipfile.ZipInfo) -> str:
    """The name as its maker saw it: Windows writes GBK and macOS UTF-8 without saying so, zipfile reads code page 437."""
    if info.flag_bits & _UTF_8_NAME:
        return info.filename
    return decode_short(info.orig_filename.encode("cp437", "replace")).replace("\\", "/")
