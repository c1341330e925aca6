"""How much work pypdf has done on a document, so that it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.documents.found import Unreadable
from disclosure.documents.limits import MAX_DRAWING, MAX_FORMS
from disclosure.documents.pdf_resources import drawn_objects, fonts, is_form, size_of_table

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

TOO_COMPLEX = "图形太复杂，没有看完"


class Effort:
    """Counts the bytes of drawing instructions that are followed, those of a form each time that it may be used.

    pypdf ends each single thing by itself; a form that uses a form that uses a form is many things. It parses about a
    megabyte in a second.
    """

    def __init__(self) -> None:
        self._left = MAX_DRAWING
        self._largest_form = 0
        self._forms = 0
        self._sizes: dict[int, int] = {}
        self._fonts: dict[int, int] = {}
        self.saw_picture = False
        """Whether the page has a picture among its instructions."""

    @property
    def is_spent(self) -> bool:
        """Whether it is too much."""
        return self._left < 0

    def begin(self, page: PageObject) -> None:
        """Count a page before it is drawn. Raises Unreadable if it is too much."""
        self.saw_picture = False
        self._forms = 0
        contents = page.get_contents()
        forms = (drawn for drawn in drawn_objects(page) if is_form(drawn))
        self._largest_form = max((self._size(form) for form in forms), default=0)
        self._take((len(contents.get_data()) if contents is not None else 0) + self._size_of_fonts(page))

    def follow(self, operator: bytes, operands: object, *_matrices: object) -> None:
        """What pypdf calls before each instruction. Raises Unreadable if it is too much, as often as it is called.

        pypdf swallows exceptions within forms and goes on with the next instruction, which ends here again.
        """
        if operator == b"INLINE IMAGE":
            self.saw_picture = True
        elif operator == b"Do" and self._largest_form:
            self._forms += 1
            self._take(self._largest_form)
        elif self.is_spent:
            self._take(0)

    def _take(self, number: int) -> None:
        self._left -= number
        if self._forms >= MAX_FORMS:
            self._left = -1
        if self.is_spent:
            raise Unreadable(TOO_COMPLEX)

    def _size(self, form: DictionaryObject) -> int:
        if id(form) not in self._sizes:
            data = getattr(form, "get_data", bytes)()
            self._sizes[id(form)] = len(data) + self._size_of_fonts(form)
        return self._sizes[id(form)]

    def _size_of_fonts(self, user: DictionaryObject) -> int:
        total = 0
        for font in fonts(user):
            if id(font) not in self._fonts:
                self._fonts[id(font)] = size_of_table(font)
            total += self._fonts[id(font)]
        return total
