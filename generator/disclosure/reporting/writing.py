"""Files of a report, written together: all of them, or none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_together(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files into a folder, made if needed; each takes its place when all of them are there.

    Raises:
        OSError: they cannot be written; what lay there is as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".report-", dir=folder) as name:
        for file, content in files.items():
            (Path(name) / file).write_bytes(content)
        for file in files:
            os.replace(Path(name) / file, folder / file)  # noqa: PTH105
    return [folder / file for file in files]


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder with files in it, which is there whole or not at all.

    Raises:
        OSError: it cannot be made, or is there already.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".report-", dir=folder.parent) as name:
        made = Path(name) / "made"
        made.mkdir()
        for file, content in files.items():
            (made / file).write_bytes(content)
        if folder.exists():
            raise FileExistsError(17, "File exists", str(folder))
        made.rename(folder)
