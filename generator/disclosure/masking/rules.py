"""The rules for one copy: what the school has set, and what it has made public about itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.domain.school import NameMask, NumberMask, School


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How names and numbers are masked, and what may stay."""

    names: NameMask = NameMask.KEEP
    numbers: NumberMask = NumberMask.NOTHING
    own_headings: frozenset[str] = frozenset()
    """The school's 名单列, as `headings.plain_heading` writes them."""
    own_values: frozenset[str] = frozenset()
    """The school's own telephone numbers and mailboxes, as `settled` writes them."""
    persons: frozenset[str] = frozenset()
    """Names from the columns of names, where names are masked: they are masked in running text, too."""


def rules_of(school: School | None) -> Rules:
    """The school's rules; the defaults where there is no school."""
    if school is None:
        return Rules()
    settings = school.settings
    return Rules(
        names=settings.masking.names,
        numbers=settings.masking.numbers,
        own_headings=frozenset(plain_heading(heading) for heading in settings.list_headings),
        own_values=frozenset(settled(value) for value in _published(school)) - {""},
    )


def settled(value: str) -> str:
    """A value without blanks, hyphens and differences of width and case, for comparing."""
    return re.sub(r"[^\w@.]", "", unicodedata.normalize("NFKC", value)).lower()


def plain_heading(written: str) -> str:
    """A heading without blanks, emphasis, colon and what is added in brackets: `**联系电话**（手机）：` is 联系电话."""
    text = re.sub(r"[\s*_`:：#]", "", unicodedata.normalize("NFKC", written))
    return re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", text).upper() or text.upper()


def _published(school: School) -> Iterator[str]:
    phones, guide = school.phones, school.guide
    written = (*phones.office, *phones.supervision, *phones.authority, guide.phone, school.mailbox, guide.mailbox)
    for entry in written:
        yield from (entry, *re.split(r"[、/\s]+", entry))
