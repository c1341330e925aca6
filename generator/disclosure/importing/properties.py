"""The day on which an office file was made, as its program noted it: a last resort where the text names none."""

from __future__ import annotations

from datetime import date

from disclosure.importing.package import root_of
from disclosure.masking.package import Package


def made_on(package: Package) -> date | None:
    """From `docProps/core.xml`; None where there is no day, or only the day of a template."""
    part = package.parts.get("docProps/core.xml")
    if part is None:
        return None
    for name in ("modified", "created"):
        found = root_of(part).find(f".//{{*}}{name}")
        try:
            day = date.fromisoformat((found.text or "")[:10]) if found is not None else None
        except ValueError:
            day = None
        if day and day.year > 2013:  # the templates of libraries are of 2013
            return day
    return None
