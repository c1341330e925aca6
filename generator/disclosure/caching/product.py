"""What made a result: this product and the libraries whose work is in it. Another version makes everything anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
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
        parts += [path, _digest(path)]
    return digest_of(*parts)


def _installed() -> list[str]:
    """Names and versions of all installed libraries, as their folders tell them: `jinja2-3.1.6.dist-info`."""
    folders = [Path(one) for one in sys.path if one.endswith("-packages")]
    return sorted(
        name for folder in folders if folder.is_dir() for name in os.listdir(folder) if name.endswith(".dist-info")
    )


def _files_of(package: str) -> Iterator[str]:
    """Their paths. With `os`, since every command looks at all of them: pathlib takes five times as long."""
    spec = find_spec(package)
    if spec and spec.origin:
        for folder, _, names in os.walk(os.path.dirname(spec.origin)):
            yield from (f"{folder}/{name}" for name in names if os.path.splitext(name)[1] not in (".pyc", ""))


def _digest(path: str) -> str:
    with open(path, "rb") as stream:
        return sha256(stream.read()).hexdigest()
