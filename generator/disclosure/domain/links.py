"""Links of our own in texts: `record:2026-0012` to a record by its number, `column:招生收费` to a column by name or path."""

from __future__ import annotations

from urllib.parse import unquote

_SCHEMES = ("record", "column")


def own_target(target: str) -> str:
    """Normal form of a link of ours, without its `#`: `Column:%E5%85%B6` -> `column:其`; '' for other links."""
    scheme, _, name = target.partition("#")[0].partition(":")
    return f"{scheme.lower()}:{unquote(name)}" if scheme.lower() in _SCHEMES else ""
