"""All personal data of a text."""

from __future__ import annotations

from disclosure.privacy.match import Match


def find(text: str) -> list[Match]:
    """Everything in a text that may be personal data, in order; no two matches overlap.

    What is fine for other reasons (the school's own telephone numbers) is found, too: only the checks know the school.
    """
    return []
