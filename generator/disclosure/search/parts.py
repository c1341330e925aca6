"""A tier's parts: those that the last build indexed are remembered, the others are indexed side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from disclosure.caching.cache import Cache
from disclosure.caching.stamps import digest_of, text_digest
from disclosure.search.amending import amended
from disclosure.search.postings import load_numpy, postings
from disclosure.search.shards import sections
from disclosure.search.texts import SearchText
from disclosure.side_by_side import share

_FEW = 8
"""So many texts of a part are replaced sooner than all of them are indexed."""


@dataclass(frozen=True, slots=True)
class Part:
    """Up to `lists.MAX_TEXTS` texts, indexed."""

    basis: str
    """What it depends on, beside the texts."""
    rows: list[str]
    """What each text was made from."""
    sections: list[str]
    """By number of the shard."""
    attachments: dict[int, list[tuple[str, str]]]
    """Title and text of attachments, by the number of the text."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a part without opening it."""

    key: str
    digests: list[str]
    """Of its sections."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """The parts of one tier, in order."""

    name: str
    """Of the tier."""
    basis: str
    """What all of them depend on."""
    shards: int
    rows: Sequence[Sequence[str]]
    """What each text of each part is to be made from."""
    text: Callable[[int, int], SearchText]
    """The text with a number in the part with a number."""
    cache: Cache
    keys: list[str] = field(init=False)
    """What each part is to be made from."""
    _known: list[_Known] = field(init=False)
    _ready: dict[int, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.basis = digest_of(self.basis, str(self.shards))
        self.keys = [digest_of(self.basis, json.dumps(rows)) for rows in self.rows]
        known = self.cache.load(self._box("parts"), list[_Known]) or []
        self._known = known[: len(self.keys)] + [_NOTHING] * (len(self.keys) - len(known))

    @property
    def missing(self) -> list[int]:
        """Numbers of the parts that are not remembered as they have to be."""
        return [number for number, key in enumerate(self.keys) if self._known[number].key != key]

    def indexed(self, number: int) -> Part:
        """A part, indexed now; where few of its texts are others than those of the last build, only these are looked at."""
        rows, old = self.rows[number], self._like_now(number)
        changed = [at for at, row in enumerate(rows) if old is None or row != old.rows[at]]
        texts = {at: self.text(number, at) for at in changed}
        fields = {at: (one.title, one.number, one.text) for at, one in texts.items()}
        attachments = {at: list(one.attachments) for at, one in texts.items() if one.attachments}
        if old is None:
            cut = sections(postings([*fields.values()]), shards=self.shards)
        else:
            cut = amended(old.sections, fields, count=len(rows))
            attachments |= {at: kept for at, kept in old.attachments.items() if at not in texts}
        return Part(self.basis, list(rows), cut, attachments)

    def take(self, number: int, part: Part) -> None:
        """Remember a part."""
        self._ready[number] = part
        self._known[number] = _Known(self.keys[number], [text_digest(section) for section in part.sections])
        self.cache.save(self._box(str(number)), part)

    def keep(self) -> None:
        """Remember which parts there are."""
        self.cache.save(self._box("parts"), self._known)

    def part(self, number: int) -> Part:
        """A part: at hand, remembered, or indexed now where the memory is damaged."""
        if number not in self._ready:
            kept = self._remembered(number)
            self._ready[number] = kept if kept and kept.rows == self.rows[number] else self.indexed(number)
        return self._ready[number]

    def shard(self, shard: int) -> list[str]:
        """Its sections of all parts."""
        return [self.part(number).sections[shard] for number in range(len(self.keys))]

    def shard_key(self, shard: int) -> str:
        """Digest of what `shard` gives. No part has to be opened for it."""
        return digest_of(*(known.digests[shard] for known in self._known))

    def _remembered(self, number: int) -> Part | None:
        kept = self.cache.load(self._box(str(number)), Part)
        return kept if kept and kept.basis == self.basis else None

    def _like_now(self, number: int) -> Part | None:
        """The part as it was, if it had as many texts, and all but a few of them are the same."""
        old, rows = self._remembered(number), self.rows[number]
        if old is None or len(old.rows) != len(rows):
            return None
        return old if sum(map(str.__ne__, old.rows, rows)) <= _FEW else None

    def _box(self, name: str) -> str:
        return f"search/{self.name}-{name}"


_NOTHING = _Known("", [])


Missing = Sequence[tuple[Parts, int]]
"""Parts that are not remembered as they have to be, with their numbers."""


def missing_in(tiers: Iterable[Parts]) -> Missing:
    """What has to be indexed; made ready for it, where there is more than one part, so that no copy has to do so alone."""
    missing = [(parts, number) for parts in tiers for number in parts.missing]
    if len(missing) > 1:
        load_numpy()
    return missing


def index(missing: Missing, *, processes: int) -> None:
    """Index parts and remember them, before files are made: each process that makes those would do it itself.

    Args:
        processes: how many take part, where there is more than one part.
    """

    def indexed(task: int) -> Part:
        parts, number = missing[task]
        return parts.indexed(number)

    shared = share(indexed, len(missing), Part, processes=processes if len(missing) > 1 else 1)
    for (parts, number), part in zip(missing, shared.results(), strict=True):
        parts.take(number, part)
    for parts in {parts.name: parts for parts, _ in missing}.values():
        parts.keep()
