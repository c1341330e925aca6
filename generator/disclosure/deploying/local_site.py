"""The site as it lies here: every file with its digest, and what it says of itself."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from disclosure.domain import urls

_OWN_HIDDEN = ".well-known"
RESERVED = "disclosure-"
"""How the names of our notes on a host begin; no file of a site may be called so."""


class Content(NamedTuple):
    """What is in a file."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalSite:
    """A built site."""

    folder: Path
    url: str
    edition: str
    built: str
    """The day for which it was built."""
    next_change: str
    """The day on which it will be out of date, '' where there is none."""
    files: dict[str, Content]
    """By path, with slashes; hidden ones at the top, such as `.git`, are not among them."""
    stamps: dict[str, tuple[int, int]] = field(repr=False)
    """Size and time of each when it was read."""

    def changed_since(self, paths: Iterable[str]) -> list[str]:
        """Which of some files were written anew meanwhile."""
        return [path for path in paths if _stamp(self.folder / path) != self.stamps[path]]

    def md5(self, path: str) -> str:
        """MD5 of a file, to be compared with what a host tells."""
        return hashlib.md5((self.folder / path).read_bytes(), usedforsecurity=False).hexdigest()

    def is_stale(self, today: date) -> bool:
        """Whether something should have appeared or gone since it was built."""
        return bool(self.next_change) and self.next_change <= today.isoformat()


def read_local_site(folder: Path) -> LocalSite:
    """Read a site's folder.

    Raises:
        ValueError: it is no site of ours, or holds a file whose name cannot travel.
        OSError: it cannot be read.
    """
    day, said = _json(folder / urls.NEXT_CHANGE), _json(folder / urls.RECORDS_JSON)
    if not day or not isinstance(said.get("edition"), str) or not isinstance(said.get("url"), str):
        raise ValueError(f"{folder} 里没有生成好的网站。先运行 disclosure build")
    files: dict[str, Content] = {}
    stamps: dict[str, tuple[int, int]] = {}
    for path in sorted(_paths(folder, "")):
        if "\n" in path or "\r" in path or "\ufffd" in path or not _is_text(path):
            raise ValueError(f"文件名 {path!r} 里有不能上传的字符，请改名")
        if path.startswith(RESERVED):
            raise ValueError(f"网站里不能有叫 {path} 的文件：上传时用这个名称记账，请改名")
        stamps[path] = _stamp(folder / path)
        content = (folder / path).read_bytes()
        files[path] = Content(hashlib.sha256(content).hexdigest(), len(content))
    return LocalSite(
        folder=folder, url=said["url"], edition=said["edition"], built=str(day.get("built") or ""),
        next_change=str(day.get("next_change") or ""), files=files, stamps=stamps,
    )  # fmt: skip


def _paths(folder: Path, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if not prefix and entry.name.startswith(".") and entry.name != _OWN_HIDDEN:
            continue
        if entry.is_symlink():
            raise ValueError(f"网站里的 {prefix}{entry.name} 是链接，不能上传；换成文件本身")
        if entry.is_dir():
            yield from _paths(Path(entry.path), f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return -1, -1
    return stat.st_size, stat.st_mtime_ns


def _is_text(path: str) -> bool:
    return not any("\ud800" <= one <= "\udfff" for one in path)


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
