"""What is known of a host's content, from its notes and, where they leave doubts, from a look at all of its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from disclosure.deploying.local_site import Content
from disclosure.deploying.notes import Deployed, Intent

_PARTIAL = re.compile(r"(.+)\.[0-9a-f]{8}\.partial")
"""How rclone calls a file that has not arrived whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Files of ours on a host."""

    files: Mapping[str, Content | None] = field(default_factory=dict)
    """By path; None: it is ours, but nobody knows what is in it, or whether it is there at all."""
    is_interrupted: bool = False
    """An upload did not come to its end."""


def known_from(deployed: Deployed | None, intents: Iterable[Intent]) -> Known:
    """What the notes say together; what an interrupted upload was about to change is in doubt.

    The intents of an upload whose list is there say nothing any more.
    """
    unfinished = [one for one in intents if deployed is None or one.run != deployed.run]
    files: dict[str, Content | None] = {}
    if deployed is not None:
        files.update(deployed.files)
    else:
        for intent in unfinished:
            files.update(intent.kept)
    for intent in unfinished:
        files.update(dict.fromkeys([*intent.before, *intent.coming]))
    return Known(files=files, is_interrupted=bool(unfinished))


def arrived(known: Known, intents: Sequence[Intent], sizes: Mapping[str, int]) -> dict[str, Content]:
    """Files in doubt that have arrived after all: nothing lay in their place before, all interrupted uploads brought the same,
    and what lies there now is as long as it should be."""
    found = {}
    for path, content in known.files.items():
        if content is not None or any(path in intent.before for intent in intents):
            continue
        brought = {intent.coming[path] for intent in intents if path in intent.coming}
        if len(brought) == 1 and sizes.get(path) == next(iter(brought)).size:
            found[path] = brought.pop()
    return found


def partial_files(paths: Iterable[str], ours: Iterable[str]) -> list[str]:
    """What rclone left of our files when it was killed."""
    names = set(ours)
    return [path for path in paths if (match := _PARTIAL.fullmatch(path)) and match[1] in names]
