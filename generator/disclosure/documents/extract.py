"""The text inside a file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.documents.archive import read_archive
from disclosure.documents.archive_file import has_archive_at_end
from disclosure.documents.decoding import encodable
from disclosure.documents.found import Document, Enclosed, Exhausted, Found, Reader, Unreadable, unread
from disclosure.documents.guard import guarded, quietly
from disclosure.documents.kinds import UNREADABLE, Kind, kind_of, kind_of_archive
from disclosure.documents.limits import MAX_CONTENT, MAX_DEPTH, Allowance
from disclosure.documents.office import read_office
from disclosure.documents.passage import Passage
from disclosure.documents.pdf import read_pdf
from disclosure.documents.pictures import read_picture
from disclosure.documents.plain_text import read_text
from disclosure.documents.png import read_png

READERS: Mapping[Kind, Reader] = {
    Kind.OFFICE: read_office,
    Kind.ARCHIVE: read_archive,
    Kind.PDF: read_pdf,
    Kind.PNG: read_png,
    Kind.PICTURE: read_picture,
    Kind.TEXT: read_text,
}
"""The readers load openpyxl, pypdf, Pillow and lxml only when they are given a file."""
MAY_HIDE_ARCHIVES = frozenset({Kind.PNG, Kind.PICTURE, Kind.SILENT, Kind.UNKNOWN})
"""What programs show although a zip stands behind it: pictures that unpack, programs that install."""


def passages(content: bytes, *, name: str) -> Iterator[Passage]:
    """Everything a reader of this file could find in it, with hidden text, comments and properties, in a fixed order.

    The content decides what kind of file it is; the name helps where bytes alone do not tell. It raises for no content:
    what cannot be looked into is a passage of Part.UNREAD, whose text says why.
    """
    allowance = Allowance()
    try:
        document = Document(content=content, name=name, allowance=allowance)
        for passage in quietly(_look_into(document, depth=0)):
            allowance.take_characters(len(passage.text))
            yield Passage(encodable(passage.place), encodable(passage.text), passage.part)
    except Exhausted as reason:
        yield unread(str(reason))


def _look_into(document: Document, depth: int) -> Iterator[Passage]:
    """The passages of a file, with those of the files in it."""
    for found in guarded(_read(document)):
        if isinstance(found, Passage):
            yield found
        elif depth == MAX_DEPTH:
            yield unread(f"文件里套文件超过 {MAX_DEPTH} 层，没有再往里看", found.place)
        else:
            yield from _enclosed(found, document.allowance, depth)


def _enclosed(file: Enclosed, allowance: Allowance, depth: int) -> Iterator[Passage]:
    inner = Document(content=file.content, name=file.name, allowance=allowance)
    for passage in _look_into(inner, depth + 1):
        yield passage._replace(place=file.place + passage.place)


def _read(document: Document) -> Iterator[Found]:
    if len(document.content) > MAX_CONTENT:
        raise Unreadable(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB，没有看里面的文字")
    kind = kind_of(document)
    if kind in UNREADABLE:
        yield unread(UNREADABLE[kind])
    elif kind in READERS:
        yield from guarded(READERS[kind](document))
    if kind in MAY_HIDE_ARCHIVES and has_archive_at_end(document.content):
        yield from guarded(READERS[kind_of_archive(document.content)](document))
