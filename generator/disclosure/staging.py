"""A finished site takes the place of the last one at once; a failed one never does."""

from __future__ import annotations

import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(site_dir: Path, *, mark: str) -> Iterator[Path]:
    """A new folder beside `site_dir` to build in. It takes the place of `site_dir` when the block ends well.

    Both lie on one file system, so that the swap is two renames; after any exception the last good site stands as it was.
    Hidden files at the top, such as `.git` of a repository that holds the site, move over to the new one.

    Args:
        mark: a file by which a site of ours is known; a folder with files and without this one is not touched.

    Raises:
        OSError: the folder is not ours, or cannot be made or moved.
    """
    if _holds_foreign_files(site_dir, mark):
        raise FileExistsError(
            errno.EEXIST, "里面有不是本程序生成的文件，不会覆盖；换一个文件夹，或先把它们移走", str(site_dir)
        )
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=f".{site_dir.name}-", dir=site_dir.parent))
    try:
        new, old = workshop / "new", workshop / "old"
        new.mkdir()
        yield new
        if site_dir.exists():
            site_dir.rename(old)
        try:
            new.rename(site_dir)
        except OSError:
            if old.exists():
                old.rename(site_dir)
            raise
        for entry in old.glob(".*"):
            if not (site_dir / entry.name).exists():
                entry.rename(site_dir / entry.name)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _holds_foreign_files(folder: Path, mark: str) -> bool:
    if not folder.is_dir():
        return folder.exists()
    return not (folder / mark).exists() and any(not entry.name.startswith(".") for entry in folder.iterdir())
