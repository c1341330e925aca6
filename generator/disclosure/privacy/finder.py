"""All personal data of a text."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator

from disclosure.domain.personal_data import PersonalData, Sighting
from disclosure.privacy.match import Match
from disclosure.privacy.suspicion import is_suspicious

_RANK = {kind: rank for rank, kind in enumerate(PersonalData)}
"""The order of the vocabulary is that of weight: where two kinds fit, the first counts."""


def find(text: str) -> list[Match]:
    """Everything in a text that may be personal data, in order; no two matches overlap.

    What is fine for other reasons (the school's own telephone numbers) is found, too: only the checks know the school.
    """
    if not is_suspicious(text):
        return []
    from disclosure.privacy.finders import FINDERS  # a tenth of a second to load, and most texts do not need them

    found = [match for finder in FINDERS for match in finder(text)]
    return sorted(_apart(found), key=lambda match: match.start) if found else []


def _apart(found: Iterable[Match]) -> Iterator[Match]:
    """Of matches that overlap, the weightiest."""
    taken: list[tuple[int, int]] = []
    for match in sorted(found, key=lambda one: (_RANK[one.kind], one.start)):
        place = bisect(taken, (match.start, match.end))
        is_free_in_front = place == 0 or taken[place - 1][1] <= match.start
        if is_free_in_front and (place == len(taken) or match.end <= taken[place][0]):
            taken.insert(place, (match.start, match.end))
            yield match


def sightings_in(text: str, *, first_line: int = 1) -> list[Sighting]:
    """Personal data of a text with markup, each with its line; what only markup hides is found as well."""
    if not is_suspicious(text):
        return []
    from disclosure.privacy.markup import visible

    found = list(_sightings(text, first_line))
    shown = visible(text)
    if shown is not None:
        known = {(one.kind, one.value, one.line) for one in found}
        found += [one for one in _sightings(shown, first_line) if (one.kind, one.value, one.line) not in known]
    return found


def _sightings(text: str, line: int) -> Iterator[Sighting]:
    position = 0
    for match in find(text):
        line += text.count("\n", position, match.start)
        position = match.start
        yield Sighting(match.kind, match.value, line, name=match.name)
