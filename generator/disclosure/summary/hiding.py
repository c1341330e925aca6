"""Personal data that was found in a change, and who wrote to the school, are not told once more by its summary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from disclosure.checks.senders import NOBODY
from disclosure.domain.library import Library
from disclosure.domain.personal_data import PersonalData, Sighting
from disclosure.domain.registers import Registers
from disclosure.privacy.finder import find

_NO_VALUE = frozenset({PersonalData.AUTHOR, PersonalData.LOCATION, PersonalData.UNREAD})
"""What is said of files: never told here at all."""
_NUMBERS = frozenset(PersonalData) - _NO_VALUE - {PersonalData.BIRTH_DATE, PersonalData.ADDRESS, PersonalData.FRAGMENT}
"""What is known by itself; the others are known from where they stand, which a summary's own words would change."""
_SHORTEST = 5
_SHORTEST_NAME = 2
_LONG_NUMBER = 11
_BETWEEN = r"[\s\-－—–·.]{0,3}"
"""What the digits of a long number may be set apart by; a value is known without. Short ones would be found in dates."""


class Hiding:
    """What may not be told: the values that the gate found in any file of the school, now or before."""

    def __init__(self, *libraries: Library) -> None:
        """Learn what was found in some states of a school."""
        found = {one.value: one.kind.label for library in libraries for one in _sightings(library)}
        self._labels = {_plain(value): label for value, label in found.items()}
        self._found = _any_of(found)
        people = [name for library in libraries for name in _senders(library.registers)]
        self._people = _any_of(people, shortest=_SHORTEST_NAME)

    def __call__(self, text: str) -> str:
        """A text without what may not be told."""
        for match in reversed(find(text)):
            if match.kind in _NUMBERS:
                text = f"{text[: match.start]}{_instead(match.kind.label)}{text[match.end :]}"
        if self._found is None:
            return text
        return self._found.sub(lambda match: _instead(self._labels.get(_plain(match[0]), "个人信息")), text)

    def sender(self, text: str) -> str:
        """The same for what was written in a register: without the names and contacts of those who wrote."""
        return self._people.sub("（来信人、申请人信息不显示）", text) if self._people else text


def _instead(label: str) -> str:
    return f"（{label}不显示）"


def _plain(value: str) -> str:
    return re.sub(r"[\W_]", "", value).lower()


def _any_of(values: Iterable[str], *, shortest: int = _SHORTEST) -> re.Pattern[str] | None:
    """Any of some values, the longest first, however their digits are spaced and whatever their width."""
    wanted = sorted({one for one in values if len(one) >= shortest}, key=lambda one: (-len(one), one))
    return re.compile("|".join(_spelled(one) for one in wanted), re.IGNORECASE) if wanted else None


def _spelled(value: str) -> str:
    if not value[:-1].isdecimal():
        return re.escape(value)
    between = _BETWEEN if len(value) >= _LONG_NUMBER else ""
    signs = between.join(f"[{sign}{chr(ord(sign) + 0xFEE0)}]" for sign in value if sign.isascii() and sign.isalnum())
    return rf"(?<!\d){signs}(?!\d)"


def _sightings(library: Library) -> Iterator[Sighting]:
    for record in library.records.values():
        yield from (one for one in record.sightings if one.kind not in _NO_VALUE)
        for attachment in record.attachments:
            yield from (one for one in attachment.sightings if one.kind not in _NO_VALUE)
    yield from (one for _, one in library.registers.sightings if one.kind not in _NO_VALUE)
    yield from (one for page in library.pages for one in page.sightings if one.kind not in _NO_VALUE)


def _senders(registers: Registers) -> Iterator[str]:
    senders = [*(one.sender for one in registers.opinions), *(one.sender for one in registers.requests)]
    for sender in filter(None, senders):
        yield from (written for written in (sender.name, sender.contact) if written not in NOBODY)
