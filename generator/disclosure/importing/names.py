"""Names of files as every system, every browser and the record's folder can bear them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from disclosure.importing.converted import Beside

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 60
"""Characters: in UTF-8 180 bytes, of 255 that a disk takes."""
_RUNNABLE = frozenset(
    "html htm xhtml shtml mht mhtml xml js exe com bat cmd msi scr jar php asp aspx jsp swf lnk svg md apk dmg sh ps1 vbs hta".split()
)
"""What a browser or a system would run, and Markdown, which would be another record."""


def safe_name(written: str) -> str:
    """One part of a path, whatever was written."""
    name = unicodedata.normalize("NFC", written.replace("\\", "/").rpartition("/")[2])
    name = _FORBIDDEN.sub("", " ".join(name.split())).strip(" .")
    suffix = PurePosixPath(name).suffix
    stem = name.removesuffix(suffix)[:_LONGEST].strip(" .") or "附件"
    stem = stem.lstrip("~$_.") or "附件"
    return f"{stem}{suffix}" if not _RESERVED.match(stem + suffix) else f"文件{stem}{suffix}"


def may_lie_beside(name: str) -> bool:
    """Whether a file may be an attachment at all (checks A105, R113)."""
    return PurePosixPath(name).suffix.lower().removeprefix(".") not in _RUNNABLE


def apart(files: Iterable[tuple[str, bytes, Any]], *, taken: set[str]) -> list[Beside]:
    """Files with names that differ even where case does not count; their links are led to the names they got."""
    used = {name.lower(): b"" for name in (*taken, "index.md")}
    made: list[Beside] = []
    for name, content, link in files:
        free = _free(name, content, used)
        if free.lower() not in used:
            used[free.lower()] = content
            made.append(Beside(free, content))
        link.set("href", free)
    return made


def _free(name: str, content: bytes, used: dict[str, bytes]) -> str:
    """The name, with a number where another file has it; a file with the same content keeps the same name."""
    path, number, free = PurePosixPath(name), 1, name
    while free.lower() in used and used[free.lower()] != content:
        number += 1
        free = f"{path.stem}（{number}）{path.suffix}"
    return free
