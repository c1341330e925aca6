"""Text of a file, safely: inside the repository, of bearable size, UTF-8, with \\n line ends."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from disclosure.domain.characters import without_controls
from disclosure.reading.nodes import Unreadable

LARGEST_TEXT = 2 * 1024 * 1024
"""Bytes of a record or a YAML file. The longest real disclosure we know is a 300 KB rule book."""


_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def read_text(path: Path) -> str:
    """The text of a file, without byte-order mark, control characters and carriage returns.

    Raises:
        Unreadable: R102 too large, R101 not UTF-8, R112 a symbolic link.
        FileNotFoundError: no such file.
    """
    return decode(read_bytes(path))


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a text file.

    Raises:
        Unreadable: R102 too large, R112 a symbolic link.
        FileNotFoundError: no such file.
    """
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode):
        raise Unreadable("是符号链接，不能读取", line=0, code="R112", advice="把文件本身放进来")
    if found.st_size > LARGEST_TEXT:
        raise Unreadable(f"文件有 {found.st_size / 1024 / 1024:.1f} MB，超过 {LARGEST_TEXT // 1024 // 1024} MB", line=0, code="R102",
                         advice="长篇内容请做成附件")  # fmt: skip
    descriptor = os.open(path, _READ)
    try:
        return _all_of(descriptor, found.st_size)
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, size: int) -> bytes:
    """Without a stream of Python's, which asks the system twice as much as a small file takes to read."""
    content = os.read(descriptor, size + 1)
    while more := os.read(descriptor, LARGEST_TEXT):
        content += more
    return content


def decode(content: bytes) -> str:
    """Decode as UTF-8 and normalise. Raises Unreadable (R101) for other encodings, with a guess at which."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"文件不是 UTF-8 编码{_guess(content)}", line=line, code="R101", advice="用记事本“另存为”，编码选 UTF-8"
        ) from None
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def _guess(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "，看起来是 UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "，看起来是 GBK"
