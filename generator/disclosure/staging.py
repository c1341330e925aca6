"""A finished site takes the place of the last one at once; a failed one never does."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staged(site_dir: Path) -> Iterator[Path]:
    """A new folder beside `site_dir` to build in. It takes the place of `site_dir` when the block ends well.

    Both lie on one file system, so that the swap is two renames; after any exception the last good site stands as it was.

    Raises:
        OSError: the folder cannot be made or moved.
    """
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
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
