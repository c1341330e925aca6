"""What did not come along from a file, and what looks different: told to the clerk, never kept silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class NotImported(Exception):
    """A file becomes no draft. Its text is the reason, in Chinese, without a full stop."""


class Told(NamedTuple):
    """One line of the list for a file."""

    what: str
    """`批注 2 条`"""
    texts: tuple[str, ...] = ()
    """The words that are not in the draft, as they were."""


@dataclass(slots=True)
class Losses:
    """Collected while a file is converted."""

    lost: list[Told] = field(default_factory=list)
    """Not in the draft."""
    changed: list[Told] = field(default_factory=list)
    """In the draft, in another form."""

    def lose(self, what: str, texts: Iterable[str] = ()) -> None:
        """Something is not in the draft."""
        self.lost.append(Told(what, tuple(text for text in (" ".join(one.split()) for one in texts) if text)))

    def change(self, what: str) -> None:
        """Something is in the draft, but not as it was."""
        self.changed.append(Told(what))

    def texts(self) -> Iterator[str]:
        """All words that were told as lost."""
        for told in self.lost:
            yield from told.texts
