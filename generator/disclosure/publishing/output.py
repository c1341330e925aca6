"""What publishers produce."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """A file of the site, made when it is asked for."""

    path: str
    """Relative to the site's root, with `/`."""
    key: str
    """Digest of everything that the content is made from: the same key, the same content."""
    make: Callable[[], bytes]
    """Makes the content; may be called in another process."""

    @property
    def content(self) -> bytes:
        """The content, made anew each time."""
        return self.make()


def ready(path: str, content: bytes) -> OutputFile:
    """A file whose content is there already."""
    return OutputFile(path=path, key=sha256(content).hexdigest(), make=lambda: content)
