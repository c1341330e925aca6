"""A file of a school's repository, as `disclosure init` writes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFile:
    """One text file."""

    path: str
    """Relative to the repository, with slashes: `.github/workflows/main.yml`."""
    text: str
    """Ends with a line break; written as UTF-8 with `\\n`."""
    written: bool = False
    """Whether people write on in it: then it is theirs after the first time, and running `init` again leaves it alone.
    False: the product's; running again writes it anew where nobody has changed it."""
