"""How often random questions are asked, builds killed and files edited: enough for every change, or as often as a release wants it."""

from __future__ import annotations

import os

IS_THOROUGH = os.environ.get("DISCLOSURE_TESTS") == "thorough"
"""Set by `make thorough`."""


def times(usually: int, *, thorough: int) -> int:
    """A number of repetitions."""
    return thorough if IS_THOROUGH else usually
