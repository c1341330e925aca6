"""What a record's files tell about persons: in the text, in attachments, in the names of files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from disclosure.documents.passage import Part, Passage
from disclosure.domain.personal_data import NameTable, PersonalData, Sighting
from disclosure.domain.record import Attachment
from disclosure.privacy.finder import sightings_in

_ROW = re.compile(r"第\d+[行段页格张]\Z")
_OTHER = {
    Part.AUTHOR: PersonalData.AUTHOR, Part.LOCATION: PersonalData.LOCATION, Part.UNREAD: PersonalData.UNREAD,
}  # fmt: skip


class Seen(NamedTuple):
    """What one file tells."""

    sightings: tuple[Sighting, ...]
    tables: tuple[NameTable, ...]


Known = Mapping[tuple[str, str], Seen]
"""What was seen in attachments before, by SHA-256 and extension: to look into a file takes longer than anything else."""


def known_from(attachments: Iterable[Attachment]) -> Known:
    """What is known of attachments that were looked into."""
    return {(one.sha256, one.extension): Seen(one.sightings, one.tables) for one in attachments}


@dataclass(slots=True)
class Looker:
    """Looks into files that are no records' attachments, and remembers what it saw."""

    known: Mapping[str, Seen] = field(default_factory=dict)
    """From the last build."""
    used: dict[str, Seen] = field(default_factory=dict)
    """For the next one."""

    def look(self, content: bytes, *, name: str) -> Seen:
        """What a file tells."""
        key = f"{hashlib.sha256(content).hexdigest()}{PurePosixPath(name).suffix.lower()}"
        self.used[key] = self.known.get(key) or look_into(content, name=name)
        return self.used[key]


def look_into(content: bytes, *, name: str) -> Seen:
    """Personal data in an attachment, with the place within it; never raises, whatever the content."""
    from disclosure.documents.extract import passages  # readers of every kind of document, loaded for the first of them
    from disclosure.privacy.tables import name_tables

    lines: list[str] = []
    places: list[str] = []
    others: list[Sighting] = []
    for passage in passages(content, name=name):
        if passage.part is not Part.TEXT:
            others.append(Sighting(_OTHER[passage.part], passage.text, place=passage.place))
            continue
        for line, place in _lines_of(passage, places[-1] if places else None):
            lines.append(line)
            places.append(place)
    text = "\n".join(lines)
    found = tuple(one._replace(line=0, place=places[one.line - 1]) for one in sightings_in(text)) if lines else ()
    tables = tuple(one._replace(line=0, place=places[one.line - 1]) for one in name_tables(text)) if lines else ()
    return Seen((*found, *others), tables)


def _lines_of(passage: Passage, before: str | None) -> Iterator[tuple[str, str]]:
    """One line for a passage; an empty one in front where another sheet, page or document begins."""
    if before is not None and _ROW.sub("", before) != _ROW.sub("", passage.place):
        yield "", passage.place
    yield " ".join(passage.text.split("\n")), passage.place


def sightings_in_names(files: Iterable[str], *, line: int) -> Iterator[Sighting]:
    """Personal data in the names of files, which become part of their addresses."""
    for file in files:
        for one in sightings_in(file):
            yield one._replace(line=line, place=f"文件名「{file}」")
