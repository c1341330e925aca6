"""Bytes as text, in the encodings that Chinese programs write."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
"""Bytes that tell whether a file is text. The rest of a text is text, or the reader shows replacement characters."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1a\x1b")) + b"\x7f"


def is_text(content: bytes) -> bool:
    """Whether somebody with a text editor would see text in these bytes."""
    if _marked(content) or _unmarked_utf_16(content):
        return True
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\x00" in sample or controls * 50 > len(sample):
        return False
    return _fits(sample, "utf-8") or _fits(sample, "gb18030") or sample.isascii() or _broken(sample) * 20 < len(sample)


def decode(content: bytes) -> str:
    """The text of a file: by its byte-order mark, else UTF-8, UTF-16 or GB18030 by what fits.

    What fits nowhere, such as a text that was cut within a character, is read in the encoding that breaks it least,
    because digits and most characters survive.
    """
    if encoding := _marked(content) or _unmarked_utf_16(content):
        return content.decode(encoding, "replace")
    for encoding in ("utf-8", "gb18030"):
        if _fits(content, encoding):
            return content.decode(encoding, "ignore")
    best = min(("utf-8", "gb18030"), key=lambda encoding: content.decode(encoding, "replace").count("\ufffd"))
    return content.decode(best, "replace")


def repaired(text: str) -> str:
    """Text that a library took for Latin-1 or code page 437 as its format prescribes, although the bytes are Chinese."""
    for wrong in ("latin-1", "cp437"):
        try:
            return decode_short(text.encode(wrong))
        except UnicodeEncodeError:
            continue
    return text


def decode_short(content: bytes) -> str:
    """A name or a note, where there is too little text to guess from: UTF-8, else GB18030, else Latin-1."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def encodable(text: str) -> str:
    """The same text; halves of characters, which some libraries let through and no file can hold, are replaced."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode()


def _marked(content: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")


def _unmarked_utf_16(content: bytes) -> str:
    """Which UTF-16 without a mark it is: every other byte of spaces, digits and line ends is zero.

    On the other side it is zero for few characters, such as 一.
    """
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros * 20 > len(sample) and others * 8 < zeros and _fits(sample, encoding):
            text = sample.decode(encoding, "ignore").encode("utf-8", "ignore")
            if len(text) == len(text.translate(None, _CONTROLS)):
                return encoding
    return ""


def _fits(content: bytes, encoding: str) -> bool:
    """Whether content is text in this encoding, but for a last character that is cut."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(content)
    except UnicodeDecodeError:
        return False
    return True


def _broken(sample: bytes) -> int:
    return min(sample.decode(encoding, "replace").count("\ufffd") for encoding in ("utf-8", "gb18030"))
