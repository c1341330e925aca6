"""The files beside a record: which there are, how large, with which fingerprint, and whether they are safe to offer."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from disclosure.domain.record import Attachment
from disclosure.reading.form import Findings
from disclosure.reading.inspection import Known, look_into
from disclosure.reading.nesting import is_too_deep

_RUNNABLE = frozenset(
    """
    html htm xhtml xht shtml mht mhtml xml xsl js mjs hta exe com bat cmd msi scr pif ps1 vbs jse wsf jar apk dmg sh
    php asp aspx jsp swf lnk
    """.split()
)
"""Extensions that a browser renders as a page or a system runs as a program."""
_LITTER = (".", "~$")
"""Hidden files and the lock files of office programs, which hold a user's name and which a clerk cannot see."""
_LITTER_NAMES = frozenset(["thumbs.db", "desktop.ini"])
_SCRIPT_IN_SVG = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|embed|object)|\bon[a-z]+\s*=|javascript\s*:", re.IGNORECASE
)


def files_below(folder: Path, findings: Findings) -> tuple[PurePosixPath, ...]:
    """All files of a record's folder but its text and hidden ones, relative to it, sorted; links are reported."""
    return tuple(sorted(_walk(folder, folder, findings)))


def _walk(folder: Path, top: Path, findings: Findings) -> Iterator[PurePosixPath]:
    for entry in list(os.scandir(folder)):  # closed before anything below can fail
        file = PurePosixPath(Path(entry.path).relative_to(top).as_posix())
        if entry.name.startswith(_LITTER) or entry.name.lower() in _LITTER_NAMES:
            continue
        if entry.is_symlink():
            findings.add("R112", 1, f"「{file}」是符号链接", "把文件本身放进来")
        elif entry.is_dir() and is_too_deep(Path(entry.path), top):
            findings.add("R117", 1, f"「{top.name}」里的文件夹套得太深", "移到上面几层")
        elif entry.is_dir():
            yield from _walk(Path(entry.path), top, findings)
        elif file.suffix.lower() == ".md":
            if str(file) != "index.md":
                findings.add("R113", 1, f"记录文件夹里还有「{file}」", "移到上一层成为另一条记录，或并入正文")
        else:
            yield file


def read_attachments(
    listed: tuple[tuple[str, str], ...] | None, *, found: tuple[PurePosixPath, ...], folder: Path, root: Path,
    line: int, known: Known, findings: Findings,
) -> tuple[Attachment, ...]:  # fmt: skip
    """Attachments of a record: those it lists (file and title), else every file of its folder.

    Reports A101 for files that are not there, A103 for paths that lead out of the folder and A105 for what would run.
    """
    if listed is None:
        wanted = [(file, "") for file in found]
        return _offered(wanted, folder=folder, root=root, line=line, known=known, findings=findings)
    wanted = []
    for written, title in listed:
        file = PurePosixPath(written.replace("\\", "/"))
        if file.is_absolute() or ".." in file.parts or ":" in written:
            findings.add("A103", line, f"附件「{written}」在记录文件夹之外", f"把文件放进记录的文件夹，写 {file.name}")
        elif file not in found:
            findings.add("A101", line, f"附件「{written}」不存在", "把文件放到 index.md 旁边，文件名要完全一致")
        else:
            wanted.append((file, title))
    return _offered(wanted, folder=folder, root=root, line=line, known=known, findings=findings)


def _offered(
    files: Iterable[tuple[PurePosixPath, str]], *, folder: Path, root: Path, line: int, known: Known, findings: Findings
) -> tuple[Attachment, ...]:
    """Attachments, without those that a browser or a system would run (A105): they are not even previewed."""
    attachments = []
    for file, title in files:
        if _is_runnable(folder / file):
            findings.add("A105", line, f"「{file}」会被当作程序运行", "转成 PDF 或图片再公开")
        else:
            attachments.append(_attachment(file, title, folder=folder, root=root, known=known))
    return tuple(attachments)


def _attachment(file: PurePosixPath, title: str, *, folder: Path, root: Path, known: Known) -> Attachment:
    path = folder / file
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    seen = known.get((digest, file.suffix[1:].lower())) or look_into(content, name=file.name)
    return Attachment(
        file=file,
        title=title or file.name,
        source=PurePosixPath(path.relative_to(root).as_posix()),
        size=len(content),
        sha256=digest,
        sightings=seen.sightings,
        tables=seen.tables,
    )


def _is_runnable(path: Path) -> bool:
    extension = path.suffix[1:].lower()
    if extension == "svg":
        return bool(_SCRIPT_IN_SVG.search(path.read_bytes()))
    return extension in _RUNNABLE
