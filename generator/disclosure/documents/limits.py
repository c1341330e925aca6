"""How much of one attachment is looked into, so that no file can keep a check busy for ever.

Real attachments stay far below these numbers; `docs/decisions/0007-looking-into-attachments.md` says how they were
chosen. Everything is counted, nothing is timed: the same file gives the same passages on a slow computer.
"""

from __future__ import annotations

from dataclasses import dataclass

from disclosure.documents.found import Exhausted

MAX_CONTENT = 50 * 1024 * 1024
"""Bytes of an attachment, and of each file in an archive."""
MAX_DEPTH = 5
"""Files within files: three archives within each other, in the last a document with an embedded one with a picture."""
MAX_UNPACKED = 200 * 1024 * 1024
"""Bytes that are unpacked for one attachment altogether."""
MAX_FILES = 5_000
"""Files that are unpacked for one attachment altogether."""
MAX_RATIO = 250
"""Unpacked bytes for each packed byte. Wide sheets reach 100; what is made to choke others reaches 1,000."""
UNSUSPICIOUS = 1024 * 1024
"""Unpacked bytes up to which the ratio does not matter."""
MAX_CHARACTERS = 30_000_000
"""Characters of all passages of one attachment: some twenty long novels."""
MAX_SHARED_STRINGS = 2_000_000
"""Different texts in a workbook."""
MAX_LINES = 5_000_000
"""Lines of a text."""
MAX_ROW = 2_000_000
"""Characters in one row of a table."""
MAX_PAGES = 2_000
"""Pages of a PDF."""
MAX_DRAWING = 20_000_000
"""Bytes of drawing instructions that are followed in a PDF, counting those of a form again each time it is used: a
thousand dense pages, some twenty seconds."""
MAX_FORMS = 5_000
"""Forms that are followed on a page; pypdf passes over further ones without a word."""
MAX_PROPERTIES = 5_000_000
"""Bytes of a part that is read as a whole: properties, relationships, XMP."""


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked and told of one attachment, shared by all files within it."""

    unpacked: int = MAX_UNPACKED
    files: int = MAX_FILES
    characters: int = MAX_CHARACTERS

    def take_file(self, size: int) -> None:
        """Count a file that is to be unpacked. Raises Exhausted if it is one too many."""
        if self.files < 1:
            raise Exhausted(f"里面的文件超过 {MAX_FILES} 个，后面的没有看")
        if size > self.unpacked:
            raise Exhausted(f"解压后超过 {MAX_UNPACKED // 1024 // 1024} MB，后面的没有看")
        self.files -= 1
        self.unpacked -= size

    def take_characters(self, number: int) -> None:
        """Count the characters of a passage. Raises Exhausted if they are too many."""
        if number > self.characters:
            raise Exhausted("文字太多，后面的没有看")
        self.characters -= number
