"""What is noted in a photograph: EXIF, IPTC, XMP and comments. The picture itself is not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from disclosure.documents.decoding import decode_short
from disclosure.documents.exif import exif_passages
from disclosure.documents.found import Document, Found
from disclosure.documents.guard import guarded, silence
from disclosure.documents.passage import Passage
from disclosure.documents.persons import by_author
from disclosure.documents.xmp import xmp_passages

if TYPE_CHECKING:
    from PIL import ImageFile

_FORMATS = ("JPEG", "GIF", "WEBP", "TIFF", "AVIF")
"""No others: Pillow would start programs for some of them."""
_XMP_TAG, _IPTC_RECORD = 700, 2
_IPTC: Mapping[int, str] = {
    5: "标题", 25: "关键词", 40: "说明", 80: "作者", 85: "作者职务", 90: "城市", 92: "地点", 105: "大标题", 110: "来源",
    115: "出处", 116: "版权", 118: "联系方式", 120: "图片说明", 122: "说明的作者",
}  # fmt: skip
"""IPTC-NAA Information Interchange Model 4, chapter 6."""
_IPTC_PERSONS = frozenset({80, 116, 122})


def read_picture(document: Document) -> Iterator[Found]:
    """All notes of a JPEG, GIF, WebP, TIFF or AVIF file. Only its head is read, the picture is never unpacked.

    Raises what Pillow raises for a damaged file or one of absurd size.
    """
    from PIL import Image

    silence("PIL")
    with Image.open(BytesIO(document.content), formats=_FORMATS) as picture:
        parts: tuple[Callable[[ImageFile.ImageFile], Iterator[Passage]], ...] = (_exif, _xmp, _iptc, _comments)
        for part in parts:
            yield from guarded(part(picture), place="图片信息")


def _exif(picture: ImageFile.ImageFile) -> Iterator[Passage]:
    yield from exif_passages(picture.getexif())


def _xmp(picture: ImageFile.ImageFile) -> Iterator[Passage]:
    data = picture.info.get("xmp") or picture.getexif().get(_XMP_TAG)
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    if isinstance(data, bytes) and data:
        yield from xmp_passages(data)


def _iptc(picture: ImageFile.ImageFile) -> Iterator[Passage]:
    from PIL.IptcImagePlugin import getiptcinfo

    for (record, number), value in (getiptcinfo(picture) or {}).items():
        for data in value if isinstance(value, list) else [value]:
            text, place = decode_short(data).strip("\x00 "), f"图片信息「{_IPTC.get(number, f'IPTC {number}')}」"
            if record == _IPTC_RECORD and text.isprintable() and text:
                yield by_author(place, text) if number in _IPTC_PERSONS else Passage(place, text)


def _comments(picture: ImageFile.ImageFile) -> Iterator[Passage]:
    segments = [data for name, data in getattr(picture, "applist", ()) if name == "COM"] or [
        picture.info.get("comment")
    ]
    for data in segments:
        text = decode_short(data) if isinstance(data, bytes) else data
        if isinstance(text, str) and text.strip("\x00 \n"):
            yield Passage("图片信息「注释」", text.strip("\x00 \n"))
