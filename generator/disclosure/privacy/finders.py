"""Every finder of a kind of personal data, the weightiest kinds first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.privacy.addresses import find_addresses
from disclosure.privacy.births import find_births
from disclosure.privacy.emails import find_emails
from disclosure.privacy.fragments import find_fragments
from disclosure.privacy.labelled import find_labelled
from disclosure.privacy.match import Match
from disclosure.privacy.numbers import find_numbers
from disclosure.privacy.tables import find_in_tables

FINDERS: tuple[Callable[[str], Iterator[Match]], ...] = (
    find_numbers,
    find_in_tables,
    find_labelled,
    find_births,
    find_addresses,
    find_emails,
    find_fragments,
)
