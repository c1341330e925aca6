"""What is noted in a PNG picture, without unpacking the picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from disclosure.documents.decoding import decode_short
from disclosure.documents.exif import exif_of, exif_passages
from disclosure.documents.found import Document, Found, Unreadable
from disclosure.documents.guard import guarded
from disclosure.documents.limits import MAX_PROPERTIES
from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xmp import xmp_passages

_SIGNATURE = 8
_XMP = "XML:com.adobe.xmp"
_RAW_EXIF = ("Raw profile type exif", "Raw profile type APP1")
_PERSONS = frozenset({"author", "artist", "copyright"})


def read_png(document: Document) -> Iterator[Found]:
    """Keywords with their text (tEXt, zTXt, iTXt), EXIF and XMP (PNG specification, 11.3.3 and 11.3.4).

    Pillow finds the chunks behind the picture only by unpacking it, which a picture may be made to make impossible.

    Raises Unreadable for a file that ends before its last chunk.
    """
    for kind, data in _chunks(document.content):
        yield from guarded(_chunk(kind, data), place="图片信息")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _SIGNATURE
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        if kind == b"IEND":
            return
        if at + 12 + length > len(content):
            break
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf"):
            yield kind, content[at + 8 : at + 8 + length]
        at += 12 + length
    raise Unreadable("图片文件不完整，没能看完图片信息")


def _chunk(kind: bytes, data: bytes) -> Iterator[Passage]:
    if kind == b"eXIf":
        yield from exif_passages(exif_of(data))
        return
    keyword, _, rest = data.partition(b"\x00")
    name = decode_short(keyword)
    if kind == b"tEXt":
        text = decode_short(rest)
    elif kind == b"zTXt":
        text = decode_short(_unpacked(rest[1:]))
    else:
        text = _international(rest)
    if name == _XMP:
        yield from xmp_passages(text.encode())
    elif name in _RAW_EXIF:
        yield from exif_passages(exif_of(bytes.fromhex("".join(text.split()[2:]))))
    elif text.strip():
        place = f"图片信息「{name}」"
        yield by_author(place, text.strip()) if name.lower() in _PERSONS else Passage(place, text.strip())


def _international(data: bytes) -> str:
    """The text of an iTXt chunk: flag, method, language and translated keyword stand before it."""
    is_packed, rest = data[:1] == b"\x01", data[2:]
    text = rest.split(b"\x00", 2)[-1]
    return decode_short(_unpacked(text) if is_packed else text)


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(data, MAX_PROPERTIES)
    if unpacking.unconsumed_tail:
        raise Unreadable("图片信息太长，没有看")
    return text
