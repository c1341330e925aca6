"""The folders of a school and of its site, looked at by another process while this one loads the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.serialisation import decoded, encoded
from disclosure.side_by_side import share

if TYPE_CHECKING:
    from disclosure.delivery.manifest import Lying, Manifest
    from disclosure.reading.scan import Scan


class Look:
    """A look under way. Asking for what was seen waits for it, or sees for itself."""

    def __init__(self, *, school: Path | None = None, site: Manifest | None = None, processes: int) -> None:
        """Begin to look.

        Args:
            school: root folder of a school, whose records are looked for.
            site: what was delivered last, to a folder that is looked at.
            processes: 1 where no other may do it.
        """
        places: dict[str, Callable[[], bytes]] = {}
        if site:
            places["site"] = lambda: _lying(site)
        if school:
            places["school"] = lambda: _records(school)
        looks = list(places.values())
        seen = share(lambda number: looks[number](), len(looks), bytes, processes=min(processes, 2)).results
        self._seen = once(lambda: dict(zip(places, seen(), strict=True)))

    def records(self) -> Scan:
        """What the file system says of the school's records."""
        from disclosure.reading.scan import Scan

        return decoded(self._seen()["school"], Scan)

    def lying(self) -> dict[str, Lying]:
        """All files in the site's folder."""
        from disclosure.delivery.manifest import Lying

        return decoded(self._seen()["site"], dict[str, Lying])


def _records(root: Path) -> bytes:
    from disclosure.reading.scan import scan_records

    return encoded(scan_records(root))


def _lying(manifest: Manifest) -> bytes:
    from disclosure.delivery.manifest import survey

    return encoded(survey(manifest))
