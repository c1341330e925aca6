"""The frames of one build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.caching.cache import Cache
from disclosure.caching.product import product_digest
from disclosure.caching.stamps import Digests, digest_of
from disclosure.frames.settings import SiteSettings
from disclosure.rendering.frame import Frame, FrameSet, frame_name

if TYPE_CHECKING:
    from disclosure.domain.catalogue import Catalogue
    from disclosure.domain.school import School
    from disclosure.mkdocs_plugin.frames import MkDocsRun

_BOX = "frames"
_LOOKS_ELSEWHERE = ("!ENV", "INHERIT", "!relative", "!!python")
"""In mkdocs.yml, these make settings depend on more than the file."""


@dataclass(frozen=True, slots=True)
class _Box:
    file: str
    """Digest of mkdocs.yml and the product."""
    settings: SiteSettings
    basis: str
    """Digest of everything that the frames were made from."""
    frames: FrameSet


class Frames:
    """The frames of a school's site. MkDocs is started when something is asked for that is not remembered."""

    def __init__(self, root: Path, *, cache: Cache, digests: Digests, serving: bool = False) -> None:
        """Recall what mkdocs.yml said and what came of it."""
        self.root, self._cache, self._digests, self._serving = root, cache, digests, serving
        self._name = f"{_BOX}-preview" if serving else _BOX
        self._box = cache.load(self._name, _Box)
        self._mkdocs: MkDocsRun | None = None
        self._set: FrameSet | None = None
        self._is_new = False
        self._has_warned = False
        self._file = self._file_digest()
        self._settings = self._remembered_settings()

    @property
    def knows_settings(self) -> bool:
        """Whether MkDocs need not be asked for the settings."""
        return self._settings is not None

    @property
    def settings(self) -> SiteSettings:
        """What mkdocs.yml says. Raises SetupError where it cannot be used."""
        if self._settings is None:
            self._settings = self._run().settings
        return self._settings

    def prepare(self, school: School, catalogue: Catalogue, *, digest: str, edition: str) -> str:
        """Take or make the frames.

        Args:
            digest: of school and catalogue.

        Returns:
            Digest of everything that the frames are made from.
        """
        basis = digest_of(self._file, digest, edition, *self._folder_digests())
        box, self._set = self._box, None
        if box and box.basis == basis and box.file == self._file and self.settings.is_predictable:
            self._set = box.frames
        else:
            self._make(school, catalogue)
            if not (self._file and self.settings.is_predictable):
                basis = digest_of(basis, *_contents(self.taken))
        self._basis, self._school, self._catalogue = basis, school, catalogue
        return basis

    @property
    def taken(self) -> FrameSet:
        """What `prepare` has taken or made."""
        if self._set is None:
            raise RuntimeError("prepare comes first")
        return self._set

    def frame_for(self, column: str, depth: int) -> Frame:
        """The frame of a column's records and lists so many folders below the root."""
        frame = self.taken.columns.get(frame_name(column, depth))
        if frame is None:
            if self._mkdocs is None or self._set is self._box_frames():
                self._make(self._school, self._catalogue)
            frame = self._run().frame_for(column, depth)
            self._is_new = True
        return frame

    def digest_of(self, path: str) -> str:
        """Digest of a file that is copied as it is."""
        return self._digests.of(Path(path))

    def keep(self) -> None:
        """Remember the frames for the next build."""
        if self._is_new and self._set and self.settings.is_predictable and not self._has_warned and self._file:
            self._cache.save(self._name, _Box(self._file, self.settings, self._basis, self._set))
        self._is_new = False

    def folders(self) -> list[Path]:
        """Folders that the frames are made from, beside `data`."""
        return [Path(one) for one in (self.settings.docs_dir, self.settings.theme_dir) if one]

    def _box_frames(self) -> FrameSet | None:
        return self._box.frames if self._box else None

    def _make(self, school: School, catalogue: Catalogue) -> None:
        from disclosure.mkdocs_plugin.frames import Warnings

        run = self._run()
        with Warnings() as warnings:
            made = run.frames(school, catalogue)
        if self._set:  # made for the same school: what it has is still right
            made.columns.update(self._set.columns)
        self._set, self._is_new, self._has_warned = made, True, warnings.count > 0

    def _run(self) -> MkDocsRun:
        if self._mkdocs is None:
            from disclosure.mkdocs_plugin.frames import MkDocsRun

            self._mkdocs = MkDocsRun(self.root, serving=self._serving)
        return self._mkdocs

    def _file_digest(self) -> str:
        """Digest of mkdocs.yml and what reads it; '' where it cannot be relied on."""
        try:
            text = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""
        if any(word in text for word in _LOOKS_ELSEWHERE):
            return ""
        return digest_of(product_digest(), str(self.root), text)

    def _remembered_settings(self) -> SiteSettings | None:
        box = self._box
        return box.settings if box and self._file and box.file == self._file and box.settings.is_predictable else None

    def _folder_digests(self) -> Iterator[str]:
        for folder in self.folders():
            yield self._digests.of_all(_files(folder))


def _contents(frames: FrameSet) -> Iterator[str]:
    for path, frame in frames.pages.items():
        yield from (path, frame.digest)
    for path, content in frames.written.items():
        yield from (path, sha256(content).hexdigest())


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder. MkDocs follows links, which only the theme may have."""
    for place, _, names in os.walk(folder, followlinks=True):
        yield from (path for name in names if (path := Path(place, name)).exists())
