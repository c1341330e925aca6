"""All files of a site, in the order in which a build has them made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from disclosure.caching.cache import Cache
from disclosure.delivery.deliver import Batch, ReadFile
from disclosure.frames.stage import Frames
from disclosure.pipeline import gather, publish
from disclosure.publishing.folder_links import with_folder_links
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.root_pages import mkdocs_pages
from disclosure.rendering.site import Site
from disclosure.search.index import search_files

_LARGE = 1000
"""Entries of a site whose feeds, data and index take longer than it takes to begin another process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOutput:
    """The files of one build."""

    site: Site
    frames: Frames
    basis: str
    """Digest of what every file depends on: product, school, catalogue, edition."""
    cache: Cache
    processes: int
    folder_links: bool = False

    @property
    def is_large(self) -> bool:
        """Whether few files of the site are worth another process."""
        return len(self.site.entries) >= _LARGE

    def batches(self) -> Iterator[Batch]:
        """What gathers the whole site is made while the pages are; the index is made from the pages."""
        yield Batch(files=lambda _: self._gathered(), is_aside=True)
        yield from self.pages_alone()
        yield Batch(files=self._search, is_made_of_others=True)

    def pages_alone(self) -> Iterator[Batch]:
        """Pages and what lies beside them: all that a preview makes before somebody asks for more."""
        yield Batch(files=lambda _: self._pages())

    def later(self, folder: Path) -> Iterator[OutputFile]:
        """What a preview leaves out, made from the pages in its folder."""
        return chain(self._gathered(), self._search(lambda path: (folder / path).read_bytes()))

    def _pages(self) -> Iterator[OutputFile]:
        pages = self._pages_as_linked()
        return map(with_folder_links, pages) if self.folder_links else pages

    def _pages_as_linked(self) -> Iterator[OutputFile]:
        frames, given, site = self.frames, self.frames.taken, self.site
        for path, source in given.files.items():
            yield OutputFile(path=path, key=frames.digest_of(source), make=Path(source).read_bytes)
        for path, content in given.written.items():
            yield ready(path, content)
        yield from publish(site, root=frames.root, frame_for=frames.frame_for, basis=self.basis)
        yield from mkdocs_pages(given.pages, site, basis=self.basis)  # few, and long

    def _gathered(self) -> Iterator[OutputFile]:
        return gather(self.site, pages=self.frames.taken.pages, basis=self.basis)

    def _search(self, read: ReadFile) -> Iterator[OutputFile]:
        pages = self.frames.taken.pages
        return search_files(
            self.site, pages=pages, read=read, basis=self.basis, cache=self.cache, processes=self.processes
        )
