"""What the school puts on the site beside its records, as far as the checks have to know it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from disclosure.domain.personal_data import Sighting
from disclosure.domain.record import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWrittenPage:
    """A file of site_src: a Markdown page, which MkDocs renders, or a document or picture, which it copies."""

    path: PurePosixPath
    """Relative to the school's root folder."""
    links: tuple[Link, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    """Personal data in the file and in its name."""
