"""EXIF: what cameras and programs note in a picture, with the place where it was taken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from disclosure.documents.decoding import decode_short, repaired
from disclosure.documents.passage import Part, Passage
from disclosure.documents.persons import by_author

if TYPE_CHECKING:
    from PIL import Image

_EXIF, _GPS, _THUMBNAIL = 0x8769, 0x8825, 1
_WINDOWS = range(0x9C9B, 0x9CA0)
"""XPTitle, XPComment, XPAuthor, XPKeywords, XPSubject: UTF-16 in bytes."""
_USER_COMMENT, _MAKER_NOTE = 0x9286, 0x927C
_PERSONS = frozenset({"Artist", "Copyright", "XPAuthor", "CameraOwnerName", "ImageEditor", "Photographer"})
_ENCODINGS: Mapping[bytes, str] = {b"ASCII": "utf-8", b"UNICODE": "utf-16-be", b"JIS": "iso2022_jp"}


def exif_of(data: bytes) -> Image.Exif:
    """The EXIF block in these bytes, with or without its `Exif` header."""
    from PIL import Image

    exif = Image.Exif()
    exif.load(data if data.startswith(b"Exif\x00\x00") else b"Exif\x00\x00" + data)
    return exif


def exif_passages(exif: Image.Exif) -> Iterator[Passage]:
    """Every text value, owners of pictures as authors, and the place as decimal degrees."""
    from PIL.ExifTags import TAGS

    told: set[Passage] = set()
    for values in (exif, exif.get_ifd(_EXIF), exif.get_ifd(_THUMBNAIL)):
        for tag, value in values.items():
            name = TAGS.get(tag, str(tag))
            for text in _texts(tag, value):
                passage = by_author(_place(name), text) if name in _PERSONS else Passage(_place(name), text)
                if passage not in told:
                    told.add(passage)
                    yield passage
    yield from _location(exif.get_ifd(_GPS))


def location(latitude: float, longitude: float) -> Iterator[Passage]:
    """The place, if the numbers are one. Zero and zero is what cameras note that know none."""
    if math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude):
        yield Passage("图片信息「GPS」", f"{_plain(latitude)}, {_plain(longitude)}", Part.LOCATION)


def _place(name: str) -> str:
    return f"图片信息「{name}」"


def _texts(tag: int, value: object) -> Iterator[str]:
    text = ""
    if isinstance(value, str):
        text = repaired(value)
    elif isinstance(value, bytes | tuple) and tag in _WINDOWS:
        text = bytes(value).decode("utf-16-le", "replace")
    elif isinstance(value, bytes) and tag == _USER_COMMENT:
        encoding = _ENCODINGS.get(value[:8].rstrip(b"\x00"))
        text = value[8:].decode(encoding, "replace") if encoding else decode_short(value.removeprefix(b"\x00" * 8))
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(tag, part) if isinstance(part, str) else ()
    if text := text.replace("\x00", "").strip():
        yield text


def _location(gps: Mapping[int, object]) -> Iterator[Passage]:
    """From the references N/S, E/W and the degrees, minutes and seconds (EXIF 2.32, 4.6.6)."""
    latitude, longitude = _degrees(gps.get(2)), _degrees(gps.get(4))
    if latitude is not None and longitude is not None:
        south, west = (str(gps.get(tag, "")).upper().startswith(sign) for tag, sign in ((1, "S"), (3, "W")))
        yield from location(-latitude if south else latitude, -longitude if west else longitude)


def _degrees(value: object) -> float | None:
    if not isinstance(value, tuple) or not value:
        return None
    try:
        parts = [float(part) for part in value[:3]]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return math.fsum(part / 60.0**power for power, part in enumerate(parts) if not math.isnan(part))


def _plain(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".")
