"""Notes that an upload keeps on the host beside the site, so that the next one knows what lies there.

    disclosure-deployed.json       what was there when the last upload came to its end: path → SHA-256 and size
    disclosure-intent-<run>.json   what an upload is about to change; written whole before it changes anything, gone after its end
    disclosure-lock.json           which upload is at work, and when it last said so

Their names do not begin with a dot: many FTP servers do not list such files, and what is not listed cannot be found again.
A note may be cut off while it is written, for FTP writes in place. So there is always another one that is whole: an intent is
written under a new name while the list of the last upload is whole, and that list while the intent is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from disclosure.deploying.local_site import RESERVED, Content

DEPLOYED = f"{RESERVED}deployed.json"
LOCK = f"{RESERVED}lock.json"
_INTENT = re.compile(rf"{RESERVED}intent-([0-9a-f]{{16}})\.json")
_RUN = re.compile(r"[0-9a-f]{16}")
_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployed:
    """The list of the last upload that came to its end."""

    run: str
    """Which upload it was: 16 random hexadecimal digits."""
    site: str
    """URL of the site."""
    edition: str
    built: str
    files: Mapping[str, Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What an upload is about to do."""

    run: str
    kept: Mapping[str, Content]
    """What lies on the host and stays as it is."""
    coming: Mapping[str, Content]
    """What is uploaded."""
    before: Mapping[str, Content | None] = field(default_factory=dict)
    """What lies, or may lie, in the place of what is uploaded; what is to be deleted. None: nobody knows with what content."""

    @property
    def name(self) -> str:
        """Of its file."""
        return intent_name(self.run)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Who is at work."""

    run: str
    at: int
    """Seconds since 1970."""


def intent_name(run: str) -> str:
    """Name of the intent of an upload."""
    return f"{RESERVED}intent-{run}.json"


def is_intent(name: str) -> bool:
    """Whether a file of the host is an intent."""
    return _INTENT.fullmatch(name) is not None


def is_note(path: str) -> bool:
    """Whether a file of the host is one of our notes."""
    return path in (DEPLOYED, LOCK) or is_intent(path)


def write_deployed(deployed: Deployed) -> bytes:
    """As a file, one line for each file of the site."""
    head = {"version": _VERSION, "run": deployed.run, "site": deployed.site, "edition": deployed.edition}
    return _text(head | {"built": deployed.built}, {"files": deployed.files})


def read_deployed(content: bytes) -> Deployed | None:
    """The list; None for what is cut off, or nothing that we wrote."""
    try:
        found = _read(content)
        return Deployed(
            run=_run(found["run"]), site=str(found["site"]), edition=str(found["edition"]), built=str(found["built"]),
            files=_certain(found["files"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write_intent(intent: Intent) -> bytes:
    """As a file."""
    head = {"version": _VERSION, "run": intent.run}
    return _text(head, {"kept": intent.kept, "coming": intent.coming, "before": intent.before})


def read_intent(content: bytes) -> Intent | None:
    """The intent; None for what is cut off: its upload has changed nothing yet."""
    try:
        found = _read(content)
        return Intent(
            run=_run(found["run"]), kept=_certain(found["kept"]), coming=_certain(found["coming"]),
            before=_files(found["before"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write_lock(lock: Lock) -> bytes:
    """As a file."""
    return (json.dumps({"version": _VERSION, "run": lock.run, "at": lock.at}) + "\n").encode()


def read_lock(content: bytes) -> Lock | None:
    """The lock; None for what is cut off."""
    try:
        found = _read(content)
        return Lock(run=_run(found["run"]), at=int(found["at"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _text(head: Mapping[str, Any], tables: Mapping[str, Mapping[str, Content | None]]) -> bytes:
    parts = [json.dumps(head, ensure_ascii=False)[1:-1]]
    for name, files in tables.items():
        rows = ",\n".join(f"{json.dumps(path, ensure_ascii=False)}:{_row(one)}" for path, one in sorted(files.items()))
        parts.append(f'"{name}":{{\n{rows}\n}}')
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _row(content: Content | None) -> str:
    return "null" if content is None else f'["{content.sha256}",{content.size}]'


def _read(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content)
    if found["version"] != _VERSION:
        raise ValueError(found["version"])
    return found


def _run(value: Any) -> str:
    if not isinstance(value, str) or not _RUN.fullmatch(value):
        raise ValueError(value)
    return value


def _files(table: Mapping[str, Any]) -> dict[str, Content | None]:
    """Files by path. Only what lies below the site's root: these paths are going to be deleted."""
    found: dict[str, Content | None] = {}
    for path, row in table.items():
        if any(part in ("", ".", "..") for part in path.split("/")) or set("\n\r\\\0") & set(path) or is_note(path):
            raise ValueError(path)
        found[path] = None if row is None else Content(str(row[0]), int(row[1]))
    return found


def _certain(table: Mapping[str, Any]) -> dict[str, Content]:
    return {path: one for path, one in _files(table).items() if one is not None}
