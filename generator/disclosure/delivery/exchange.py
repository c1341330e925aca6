"""Two folders change places, so that there is never a moment without a site."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def exchange(new: Path, site: Path, old: Path) -> None:
    """Put `new` in the place of `site`, and what was there, if anything, in the place of `new` or `old`.

    In one step where the system can (Linux: renameat2(2)), else in two.
    """
    if not site.exists():
        new.rename(site)
        return
    if _exchanged(new, site):
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise


def _exchanged(one: Path, other: Path) -> bool:
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
