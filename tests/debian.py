"""Programs of other people that tests run: found on PATH, else installed from Debian, else skipped loudly."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import gettempdir

import pytest
from filelock import FileLock


@cache
def found_or_installed(*names: str, package: str) -> str | None:
    """Path of the first program of these names; installs the package where this may be done without asking."""
    path = _on_path(names)
    if path is None and shutil.which("apt-get") and os.geteuid() == 0:
        with FileLock(Path(gettempdir(), "school-disclosure-apt.lock")):  # apt itself refuses a second one
            if _on_path(names) is None:
                _install(package)
        path = _on_path(names)
    return path


def _install(package: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", package]):
        subprocess.run(["apt-get", *command], env=environment, capture_output=True, check=False)


def program(name: str, *, package: str) -> str:
    """Path of a program; skips the test, saying so in capitals, where it can neither be found nor installed."""
    path = found_or_installed(name, package=package)
    if path is None:
        pytest.skip(f"!!! NOT TESTED: {name} is not on PATH and package {package} could not be installed !!!")
    return path


def _on_path(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)
