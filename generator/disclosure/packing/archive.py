"""The archive itself: the same files give the same bytes, and a list of SHA-256 sums says what they are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from disclosure.publishing.output import OutputFile

SUMS = "SHA256SUMS"
"""As `sha256sum -c SHA256SUMS` reads it."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can tell; files of a pack have no time of their own."""
_MODE = 0o644 << 16
_UNIX = 3


def write_archive(files: Iterable[OutputFile], output: Path, *, folder: str) -> int:
    """Write all files into one zip below a folder; returns how many. Nothing is left half-written.

    Raises:
        OSError: the file cannot be written, or an attachment was changed meanwhile.
    """
    with NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as draft:
        try:
            with zipfile.ZipFile(draft, "w") as archive:
                count = _fill(archive, files, folder)
            draft.close()
            Path(draft.name).chmod(0o644)
            Path(draft.name).replace(output)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise
    return count


def _fill(archive: zipfile.ZipFile, files: Iterable[OutputFile], folder: str) -> int:
    sums: dict[str, str] = {}
    for file in sorted(files, key=lambda one: one.path):
        content = file.content
        sums[file.path] = sha256(content).hexdigest()
        _add(archive, f"{folder}/{file.path}", content)
    _add(archive, f"{folder}/{SUMS}", sums_text(sums).encode())
    return len(sums)


def sums_text(sums: dict[str, str]) -> str:
    """Sums by path, one in a line. A path with a backslash or line break is escaped as sha256sum does."""
    lines = []
    for path, digest in sums.items():
        escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
        lines.append(f"{'' if escaped == path else chr(92)}{digest}  {escaped}\n")
    return "".join(lines)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, date_time=_DAY)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _MODE
    archive.writestr(entry, content)
