"""The files in a zip, and their names."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.documents.archive_file import ArchiveFile, Member
from disclosure.documents.decoding import decode_short
from disclosure.documents.found import Document, Enclosed, Found, unread
from disclosure.documents.guard import guarded
from disclosure.documents.limits import MAX_FILES
from disclosure.documents.passage import Passage


def read_archive(document: Document) -> Iterator[Found]:
    """The name of each file, which may hold a number or a person's name, and the file itself to be looked into.

    Raises:
        Unreadable: too many files.
        zipfile.BadZipFile: damaged.
    """
    archive = ArchiveFile(document.content)
    if archive.comment:
        yield Passage("压缩包注释", archive.comment)
    for number, member in enumerate(archive.members()):
        if number == MAX_FILES:
            yield unread(f"里面的文件超过 {MAX_FILES} 个，后面的没有看")
            return
        yield Passage("压缩包内的文件名", member.name)
        yield from guarded(_file(archive, member, document), place=_place(member))


def _file(archive: ArchiveFile, member: Member, document: Document) -> Iterator[Found]:
    if member.info.comment:
        yield Passage(_place(member), decode_short(member.info.comment))
    yield Enclosed(_place(member), member.name, archive.read(member, document.allowance))


def _place(member: Member) -> str:
    return f"压缩包内「{member.name}」"
