"""Counts that remember what they counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

_OTHER = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One count: what it is called, and the ids of what it counts."""

    id: str
    """Names it among its dimension's groups, in URLs too."""
    label: str
    entries: tuple[str, ...] = ()
    """Ids of the records (opinions, requests) counted, newest first."""

    @property
    def count(self) -> int:
        """How many."""
        return len(self.entries)


def fragment(text: str) -> str:
    """Words as part of a URL: `A/B 处` becomes `A-B-处`."""
    return _OTHER.sub("-", text).strip("-") or "-"


def group_of(id: str, label: str, ids: Iterable[str]) -> Group:
    """A group of some ids."""
    return Group(id=id, label=label, entries=tuple(ids))


def grouped(
    things: Iterable[tuple[str, str]], *, known: Iterable[tuple[str, str]] = (), labels: Mapping[str, str] = MappingProxyType({})
) -> tuple[Group, ...]:  # fmt: skip
    """Things by key: pairs of key and id; one that has several keys counts in each of them.

    Args:
        known: keys that have a group even where nothing counts, with their labels, in order. Other keys follow them, the
            largest group first.
        labels: of the other keys, where they differ from the key.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for key, id in things:
        found[key].append(id)
    groups = [(one, label, found.pop(one, [])) for one, label in known]
    rest = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    groups += [(one, labels.get(one, one), ids) for one, ids in rest]
    return tuple(_named(groups))


def _named(groups: Iterable[tuple[str, str, list[str]]]) -> Iterator[Group]:
    taken: set[str] = set()
    for key, label, ids in groups:
        name = first = fragment(key)
        number = 1
        while name in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name)
        yield group_of(name, label, ids)
