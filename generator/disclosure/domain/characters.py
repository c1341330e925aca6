"""Characters that text of ours never holds."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")


def without_controls(text: str) -> str:
    """Text without what XML 1.0 (§2.2) forbids, so that every feed can hold it, without DEL and byte-order marks."""
    return _FORBIDDEN.sub("", text)
