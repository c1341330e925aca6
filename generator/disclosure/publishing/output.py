"""What publishers produce."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file of the site; the path is relative to the site's root."""

    path: PurePosixPath
    content: bytes
