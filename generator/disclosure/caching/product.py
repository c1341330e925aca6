"""What made a result: this product and the libraries whose work is in it. Another version makes everything anew."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from disclosure.caching.stamps import digest_of

_PACKAGES = ("disclosure", "disclosure_theme")


@cache
def product_digest() -> str:
    """Digest of our own files (code, templates, presets, theme), of Python's version and of what is installed beside us.

    Our files count by content, not by version: a theme that is changed in place must show.
    """
    parts = [sys.version, *_installed()]
    for path in sorted(path for name in _PACKAGES for path in _files_of(name)):
        parts += [str(path), _latin(path)]
    return digest_of(*parts)


def _installed() -> list[str]:
    """Names and versions of all installed libraries, as their folders tell them: `jinja2-3.1.6.dist-info`."""
    folders = [Path(one) for one in sys.path if one.endswith("-packages")]
    return sorted(
        name for folder in folders if folder.is_dir() for name in os.listdir(folder) if name.endswith(".dist-info")
    )


def _files_of(package: str) -> list[Path]:
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None:
        return []
    return [path for path in folder.rglob("*") if path.suffix not in (".pyc", "") and path.is_file()]


def _latin(path: Path) -> str:
    """Bytes of a file as text, one character for each."""
    return path.read_bytes().decode("latin-1")
