"""Programs of other people that tests run: found on PATH, else installed from Debian, else skipped loudly."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

import pytest


@cache
def found_or_installed(*names: str, package: str) -> str | None:
    """Path of the first program of these names; installs the package where this may be done without asking."""
    path = _on_path(names)
    if path is None and shutil.which("apt-get") and os.geteuid() == 0:
        quietly = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True, "check": False}
        subprocess.run(["apt-get", "update", "-qq"], **quietly)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package], **quietly)
        path = _on_path(names)
    return path


def program(name: str, *, package: str) -> str:
    """Path of a program; skips the test, saying so in capitals, where it can neither be found nor installed."""
    path = found_or_installed(name, package=package)
    if path is None:
        pytest.skip(f"!!! NOT TESTED: {name} is not on PATH and package {package} could not be installed !!!")
    return path


def _on_path(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)
