"""Inspection packs of the example school, each written and unpacked once."""

from __future__ import annotations

import atexit
import shutil
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from building import DAY, PROJECT, disclosure


@cache
def packed(year: str = "2026", edition: str = "internal", run: int = 1) -> Path:
    """The archive of a year; another `run` is another process."""
    folder = Path(mkdtemp(prefix="pack-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    output = folder / "pack.zip"
    done = disclosure(
        "pack", "--root", PROJECT, "--year", year, "--today", DAY.isoformat(), "--edition", edition, "--output", output
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return output


@cache
def unpacked(year: str = "2026", edition: str = "internal") -> Path:
    """Its folder."""
    archive = packed(year, edition)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(archive.parent)
    return archive.parent / f"inspection-pack-{year}"
