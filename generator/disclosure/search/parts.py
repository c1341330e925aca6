"""A tier's parts: those that the last build indexed are remembered, the others are indexed side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from disclosure.caching.cache import Cache, decoded, encoded
from disclosure.caching.stamps import digest_of, text_digest
from disclosure.search.postings import postings
from disclosure.search.shards import sections
from disclosure.search.texts import SearchText
from disclosure.side_by_side import share


@dataclass(frozen=True, slots=True)
class Part:
    """Up to `postings.MAX_TEXTS` texts, indexed."""

    key: str
    """Digest of all it was made from."""
    sections: list[str]
    """By number of the shard, as JSON strings: they go into files again and again."""
    attachments: dict[str, list[tuple[str, str]]]
    """Title and text of attachments by the id of their record."""


def index_part(texts: Sequence[SearchText], *, key: str, shards: int) -> Part:
    """Index some texts."""
    fields = (
        postings([f"{one.title}\n{one.number}\n{one.text}" for one in texts]),
        postings([one.title for one in texts]),
        postings([one.number for one in texts]),
    )
    cut = [json.dumps(section, ensure_ascii=False) for section in sections(fields, shards=shards)]
    attachments = {one.key: list(one.attachments) for one in texts if one.attachments}
    return Part(key=key, sections=cut, attachments=attachments)


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
    keys: Sequence[str]
    """What each part is to be made from."""
    index: Callable[[int], Part]
    """Indexes the part with a number."""
    cache: Cache
    _known: list[_Known] = field(default_factory=list)
    _ready: dict[int, Part] = field(default_factory=dict)

    def prepare(self, *, processes: int) -> None:
        """Index what is not remembered, before the files are made: the processes that make them would do it once each."""
        known = self.cache.load(self._box("parts"), list[_Known]) or []
        self._known = known[: len(self.keys)] + [_NOTHING] * (len(self.keys) - len(known))
        missing = [number for number, key in enumerate(self.keys) if self._known[number].key != key]
        if not missing:
            return
        at_once = processes if len(missing) > 1 else 1
        shared = share(lambda task: encoded(self.index(missing[task])), len(missing), processes=at_once)
        for number, result in zip(missing, shared.results(), strict=True):
            part = self._ready[number] = decoded(result, Part)
            self._known[number] = _Known(part.key, [text_digest(section) for section in part.sections])
            self.cache.save(self._box(str(number)), part)
        self.cache.save(self._box("parts"), self._known)

    def part(self, number: int) -> Part:
        """A part: at hand, remembered, or indexed now where the memory is damaged."""
        if number not in self._ready:
            kept = self.cache.load(self._box(str(number)), Part)
            self._ready[number] = kept if kept and kept.key == self.keys[number] else self.index(number)
        return self._ready[number]

    def shard(self, shard: int) -> list[str]:
        """Its sections of all parts, as JSON strings."""
        return [self.part(number).sections[shard] for number in range(len(self.keys))]

    def shard_key(self, shard: int) -> str:
        """Digest of what `shard` gives. No part has to be opened for it."""
        return digest_of(*(known.digests[shard] for known in self._known))

    def _box(self, name: str) -> str:
        return f"search/{self.name}-{name}"


_NOTHING = _Known("", [])
