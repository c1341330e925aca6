"""Text files as Chinese offices have them: UTF-8 with or without a mark at the start, UTF-16, GB 18030."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from disclosure.masking.refusal import CannotMaskError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Text(NamedTuple):
    """A file's text, and how to write it again."""

    text: str
    encoding: str
    mark: bytes
    """The byte-order mark, b'' where there is none."""

    def encoded(self, text: str) -> bytes:
        """Another text in the same encoding."""
        return self.mark + text.encode(self.encoding)


def decoded(content: bytes) -> Text:
    """A file's text. Raises CannotMaskError where it is in none of the encodings."""
    mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", ""))
    for candidate in [encoding] if encoding else ["utf-8", "gb18030"]:
        try:
            text = content.removeprefix(mark).decode(candidate)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return Text(text, candidate, mark)
    raise CannotMaskError("看不出文件的编码，或者它不是文本文件。请用原来的程序打开，另存为 UTF-8 编码的文件")
