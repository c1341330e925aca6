"""A page that the school writes by hand, as far as the checks have to know it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from disclosure.domain.record import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWrittenPage:
    """A Markdown file of site_src. MkDocs renders it; here only its links count."""

    path: PurePosixPath
    """Relative to the school's root folder."""
    links: tuple[Link, ...]
