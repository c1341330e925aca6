"""A document of an office program as the parts it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from disclosure.documents.archive_file import ArchiveFile, Member
from disclosure.documents.found import Document
from disclosure.documents.guard import guarded
from disclosure.documents.office_parts import Relation, counts_from_1904, page_names, relations, relations_of
from disclosure.documents.passage import Passage
from disclosure.documents.workbook import Workbook, date_formats, shared_texts

_MAIN = ("xl/workbook.xml", "ppt/presentation.xml")

_SHARED = re.compile(r"ppt/(slideLayouts|slideMasters|notesMasters|handoutMasters|theme)/")
"""What belongs to no single slide."""


@dataclass(slots=True)
class Package:
    """An open package, and what its parts know of each other."""

    document: Document
    archive: ArchiveFile
    members: list[Member]
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    """By the part that has them."""
    pages: dict[str, str] = field(default_factory=dict)
    """Sheets and slides, in their order, with their names."""
    owners: dict[str, str] = field(default_factory=dict)
    """For each part, one that uses it."""
    workbook: Workbook = field(default_factory=Workbook)

    @property
    def names(self) -> set[str]:
        """All parts."""
        return {member.name for member in self.members}

    def read(self, member: Member) -> bytes:
        """The bytes of a part. Raises what ArchiveFile.read raises."""
        return self.archive.read(member, self.document.allowance)

    def named(self, name: str) -> bytes | None:
        """The bytes of the part of this name, None if there is none."""
        member = next((member for member in self.members if member.name == name), None)
        return None if member is None else self.read(member)


def open_package(document: Document) -> Package:
    """The package, its table of contents still unread. Raises what opening an archive raises."""
    archive = ArchiveFile(document.content)
    return Package(document, archive, sorted(archive.members(), key=lambda member: _natural(member.name)))


def survey(package: Package) -> Iterator[Passage]:
    """Find out what the parts are called and what cells refer to; what is damaged there is told and goes without."""
    for step in (_relations, _pages, _texts, _formats):
        yield from guarded(step(package))


def _relations(package: Package) -> Iterator[Passage]:
    for member in package.members:
        part = relations_of(member.name)
        if part is None:
            continue
        found = package.relations[part] = list(relations(package.read(member), part))
        for relation in found:
            if relation.is_external:
                yield Passage("链接地址", relation.target)
            elif not _SHARED.match(relation.target):
                package.owners.setdefault(relation.target, part)


def _pages(package: Package) -> Iterator[Passage]:
    for main in _MAIN:
        used = {relation.id: relation.target for relation in package.relations.get(main, ())}
        if used and (content := package.named(main)):
            package.pages.update(page_names(content, used))
            package.workbook.counts_from_1904 = counts_from_1904(content)
            for page, relation in _uses(package.pages, package.relations):
                package.owners[relation.target] = page
    yield from ()


def _uses(pages: Mapping[str, str], known: Mapping[str, list[Relation]]) -> Iterator[tuple[str, Relation]]:
    """What sheets and slides use, but for what many of them share."""
    for page in pages:
        for relation in known.get(page, ()):
            if not relation.is_external and relation.target not in pages and not _SHARED.match(relation.target):
                yield page, relation


def _texts(package: Package) -> Iterator[Passage]:
    if content := package.named("xl/sharedStrings.xml"):
        package.workbook.texts = shared_texts(content)
    yield from ()


def _formats(package: Package) -> Iterator[Passage]:
    if content := package.named("xl/styles.xml"):
        package.workbook.date_formats = date_formats(content)
    yield from ()


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts slide2 before slide10."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"([0-9]{1,9})", name)]
