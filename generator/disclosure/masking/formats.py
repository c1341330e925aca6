"""Which kinds of files can be masked, and what to do with the others."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from disclosure.masking.refusal import CannotMaskError
from disclosure.masking.rules import Rules
from disclosure.masking.tally import Tally

Mask = Callable[[bytes, Rules, Tally], bytes]
Look = Callable[[bytes, frozenset[str]], list[str]]


class Format(NamedTuple):
    """How a kind of file is masked and read back. The modules are loaded when they are needed."""

    module: str
    mask: str
    look: str
    suffixes: tuple[str, ...]
    """What the copy may be called."""

    def masks(self) -> Mask:
        """The function that makes the copy."""
        found: Mask = getattr(import_module(f"disclosure.masking.{self.module}"), self.mask)
        return found

    def looks(self) -> Look:
        """The function that reads it back."""
        found: Look = getattr(import_module("disclosure.masking.read_back"), self.look)
        return found


_TABLE = Format("comma_values", "mask_comma_values", "left_in_table", (".csv", ".tsv"))
_MARKDOWN = Format("plain_text", "mask_markdown", "left_in_text", (".md", ".markdown"))
FORMATS = {
    ".csv": _TABLE,
    ".tsv": _TABLE,
    ".xlsx": Format("spreadsheet", "mask_spreadsheet", "left_in_package", (".xlsx",)),
    ".xlsm": Format("spreadsheet", "mask_spreadsheet", "left_in_package", (".xlsx",)),
    ".docx": Format("word_file", "mask_word_file", "left_in_package", (".docx",)),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".txt": Format("plain_text", "mask_plain_text", "left_in_text", (".txt",)),
}
"""By the ending of the original's name."""
_SAVE_AS_SHEET = "请用 Excel 或 WPS 打开，另存为 xlsx"
_SAVE_AS_WORD = "请用 Word 或 WPS 打开，另存为 docx"
_PICTURE = "图片里的字程序看不见，也改不了。请用原来的 Word 或 Excel 文件"
_OTHERS = {
    **dict.fromkeys((".xls", ".et", ".xlsb", ".ods", ".xltx", ".numbers"), _SAVE_AS_SHEET),
    **dict.fromkeys((".doc", ".wps", ".docm", ".dotx", ".odt", ".rtf", ".pages"), _SAVE_AS_WORD),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"), _PICTURE),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), "请把幻灯片里的名单拷到 Word 或 Excel 文件里"),
    **dict.fromkeys((".zip", ".rar", ".7z"), "请先解压缩，一个一个文件地脱敏"),
    **dict.fromkeys((".html", ".htm"), "请用浏览器打开，把名单拷到 Word 或 Excel 文件里"),
    ".pdf": "PDF 不能可靠地改写，盖住的字仍能拷出来。请用原来的 Word 或 Excel 文件脱敏，再导出 PDF",
}


def format_of(suffix: str) -> Format:
    """The kind of a file by the ending of its name. Raises CannotMaskError for one that cannot be masked."""
    known = FORMATS.get(suffix.lower())
    if known:
        return known
    advice = _OTHERS.get(suffix.lower(), "请另存为 csv、xlsx、docx、md 或 txt")
    raise CannotMaskError(f"不能给 {suffix or '没有扩展名的'} 文件脱敏：{advice}")
