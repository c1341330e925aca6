"""The locked versions of what the product itself needs, as they were shipped with it."""

from __future__ import annotations

from pathlib import Path

import disclosure.starting

_HERE = Path(disclosure.starting.__file__).parent
_NAME = "requirements.txt"


def locked_requirements() -> str:
    """The text of requirements.txt: of the wheel, else of the source checkout that the program runs from.

    Raises:
        FileNotFoundError: neither is there.
    """
    shipped = _HERE / _NAME
    path = shipped if shipped.is_file() else _HERE.parents[2] / _NAME
    return path.read_text(encoding="utf-8")
