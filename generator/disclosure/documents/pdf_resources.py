"""What a page of a PDF draws with: forms, pictures, fonts (ISO 32000-2, 7.8.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject, StreamObject

_MOST = 2_000
"""Forms and pictures of a page that are looked at."""
_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*[<\[]")


def drawn_objects(page: DictionaryObject) -> Iterator[StreamObject]:
    """The forms and pictures of a page and of its forms, each once, however they use each other."""
    from pypdf.generic import StreamObject

    waiting, seen = [page], set[int]()
    while waiting and len(seen) < _MOST:
        for drawn in _values(waiting.pop(), "/XObject"):
            if isinstance(drawn, StreamObject) and id(drawn) not in seen:
                seen.add(id(drawn))
                yield drawn
                waiting.append(drawn)


def is_form(drawn: DictionaryObject) -> bool:
    """Whether it is drawing instructions, not a picture."""
    return bool(drawn.get("/Subtype") == "/Form")


def has_picture(page: DictionaryObject) -> bool:
    """Whether a page may draw a picture that is an object of its own."""
    return any(drawn.get("/Subtype") == "/Image" for drawn in drawn_objects(page))


def fonts(user: DictionaryObject) -> Iterator[DictionaryObject]:
    """The fonts of a page or a form."""
    yield from _values(user, "/Font")


def size_of_table(font: DictionaryObject) -> int:
    """How long pypdf works on a font's table of letters, as bytes of drawing instructions that take as long."""
    from pypdf.generic import StreamObject

    table = font.get("/ToUnicode")
    table = table.get_object() if table is not None else None
    if not isinstance(table, StreamObject):
        return 0
    data = table.get_data()
    ranges = sum(max(0, min(int(last, 16) - int(first, 16), 0xFFFF)) for first, last in _RANGE.findall(data))
    return len(data) // 2 + 4 * ranges


def has_unmapped_font(page: DictionaryObject) -> bool:
    """Whether a page uses a font whose codes mean glyphs, without a table that says which letters these are."""
    users = [page, *(drawn for drawn in drawn_objects(page) if is_form(drawn))]
    return any(
        font.get("/Subtype") == "/Type0"
        and str(font.get("/Encoding")).startswith("/Identity")
        and "/ToUnicode" not in font
        for user in users
        for font in fonts(user)
    )


def _values(user: DictionaryObject, kind: str) -> Iterator[DictionaryObject]:
    from pypdf.generic import DictionaryObject

    resources = _resolved(user.get("/Resources"))
    named = _resolved(resources.get(kind)) if isinstance(resources, DictionaryObject) else None
    if isinstance(named, DictionaryObject):
        for value in named.values():
            value = _resolved(value)
            if isinstance(value, DictionaryObject):
                yield value


def _resolved(value: object) -> object:
    from pypdf.generic import PdfObject

    return value.get_object() if isinstance(value, PdfObject) else value
