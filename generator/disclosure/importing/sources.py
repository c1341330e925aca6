"""The files to import: one by one, or a folder in which each is a notice or belongs to one."""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from disclosure.documents.limits import MAX_CONTENT
from disclosure.importing.converted import Facts
from disclosure.importing.losses import NotImported
from disclosure.importing.page import Target

_DOCUMENTS = (".docx", ".docm", ".doc", ".wps", ".html", ".htm", ".md", ".txt")
_TABLES = (".pdf", ".xlsx", ".xlsm", ".xls", ".et")
"""What is the notice itself where a folder has no document."""
PAGES = (".html", ".htm", ".shtml", ".xhtml", ".asp", ".aspx", ".jsp", ".php")
_LITTER = ("~$", ".", "~")
_LITTER_NAMES = frozenset(["thumbs.db", "desktop.ini", "robots.txt"])
_ASSETS = re.compile(r"(?i)(.*)[._]files$|.*_附件资源$")
"""Folders in which browsers put the pictures of a saved page."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INDEX = ("", "index.html", "index.htm", "default.html")
_MOST_FILES = 20_000
Read = Callable[[], bytes]


@dataclass(slots=True, kw_only=True)
class Source:
    """A file that becomes a draft."""

    label: str
    """How it is told of: its path from where the import began."""
    name: str
    read: Read
    """Its bytes. Raises NotImported for one that is too large, OSError."""
    page: str = ""
    """Its path in a saved copy, '' for what is no part of one."""
    resolve: Callable[[str], Target]
    companions: list[tuple[str, Read]] = field(default_factory=list)
    """Files of the same folder that go along as attachments."""
    facts: Facts = field(default_factory=Facts)
    """What is known from elsewhere, such as an entry of a feed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder in which links are looked up: that of a saved page, or of a whole site as wget and HTTrack leave it."""

    root: Path

    def target(self, address: str, page: str) -> Target:
        """What a link of a page leads to. Nothing outside of the folder is ever opened.

        Args:
            page: path of the page from the root.
        """
        if address.lower().startswith("data:"):
            return Target("", _inline(address), "")
        on_web = address if address.lower().startswith(("http://", "https://")) else ""
        file = self.find(address, page)
        if not file:
            return Target("", b"", on_web)
        is_page = PurePosixPath(file).suffix.lower() in PAGES
        return Target(file, b"" if is_page else read(self.root / file), on_web)

    def find(self, address: str, page: str = "") -> str:
        """The path of the file for an address, '' where the copy has none."""
        try:
            parts = urlsplit(address.strip().replace("\\", "/"))
        except ValueError:
            return ""
        if parts.scheme and parts.scheme.lower() not in ("http", "https", "file"):
            return ""
        path = unquote(parts.path)
        if parts.netloc:
            folders = [f"{parts.netloc}/", ""]
        elif path.startswith("/"):
            folders = ["", page.split("/")[0] + "/"]
        else:
            folders = [f"{PurePosixPath(page).parent}/"]
        tails = [f"?{parts.query}", f"@{parts.query}.html", f"?{parts.query}.html"] if parts.query else []
        for folder in folders:
            for tail in (*tails, *_INDEX, ".html", ".htm"):
                joined = f"{folder}{path.lstrip('/')}{tail if tail not in _INDEX or not tail or path.endswith('/') or not path else '/' + tail}"
                if found := self._inside(joined):
                    return found
        return ""

    def _inside(self, path: str) -> str:
        normal = os.path.normpath(path.lstrip("/"))
        if normal.startswith("..") or "\x00" in normal or len(normal) > 1000:
            return ""
        file = self.root / normal
        try:
            is_ours = file.is_file() and file.resolve().is_relative_to(self.root.resolve())
        except OSError:
            return ""
        return PurePosixPath(normal).as_posix() if is_ours else ""


def sources_of(path: Path) -> Iterator[Source]:
    """The sources that a file or a folder stands for, in the order of names. Raises ValueError where there is nothing."""
    if path.is_dir():
        yield from _folder(path, path)
    elif path.is_file():
        yield source(path, Copy(path.parent), label=path.name)
    else:
        raise ValueError(f"没有文件 {path}")


def source(path: Path, copy: Copy, *, label: str, companions: tuple[Path, ...] = ()) -> Source:
    """A file as a source."""
    page = path.relative_to(copy.root).as_posix()
    return Source(
        label=label, name=path.name, read=lambda: read(path), page=page, resolve=lambda address: copy.target(address, page),
        companions=[(one.name, _reader(one)) for one in companions],
    )  # fmt: skip


def files_in(folder: Path) -> tuple[list[Path], list[Path]]:
    """Files and folders of a folder, sorted, without hidden ones, links and what programs leave behind."""
    entries = sorted(os.scandir(folder), key=lambda one: one.name)
    kept = [
        one
        for one in entries
        if not one.name.startswith(_LITTER) and one.name.lower() not in _LITTER_NAMES and not one.is_symlink()
    ]
    files = [Path(one.path) for one in kept if one.is_file()]
    return files, [Path(one.path) for one in kept if one.is_dir()]


def read(path: Path) -> bytes:
    """The bytes of a file. Raises NotImported for one that is too large."""
    if path.stat().st_size > MAX_CONTENT:
        raise NotImported(f"文件超过 {MAX_CONTENT // 1024 // 1024} MB，请分成几个文件")
    return path.read_bytes()


def _folder(folder: Path, top: Path, depth: int = 0) -> Iterator[Source]:
    """Each file is a notice; in a folder with one document the other files are its attachments."""
    files, folders = files_in(folder)
    if len(files) > _MOST_FILES or depth > 20:
        raise ValueError(f"{folder} 里的文件太多，请分几次导入")
    copy = Copy(top)
    notice = _only(files) if depth else None
    if notice:
        yield source(
            notice,
            copy,
            label=notice.relative_to(top).as_posix(),
            companions=tuple(one for one in files if one != notice),
        )
    else:
        for one in files:
            yield source(one, copy, label=one.relative_to(top).as_posix())
    pages = {one.stem for one in files if one.suffix.lower() in PAGES}
    for one in folders:
        assets = _ASSETS.fullmatch(one.name)
        if not (assets and assets[1] in pages):
            yield from _folder(one, top, depth + 1)


def _only(files: list[Path]) -> Path | None:
    for suffixes in (_DOCUMENTS, _TABLES):
        found = [one for one in files if one.suffix.lower() in suffixes]
        if found:
            return found[0] if len(found) == 1 and len(files) > 1 else None
    return None


def _reader(path: Path) -> Read:
    return lambda: read(path)


def _inline(address: str) -> bytes:
    """The picture that is written out in an address (RFC 2397)."""
    head, _, data = address.partition(",")
    try:
        return base64.b64decode(unquote(data)) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return b""
