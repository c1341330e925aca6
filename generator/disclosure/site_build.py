"""`disclosure build`: the walk of the pipeline with everything that the last build left, and only what changed is made.

    inputs ─→ records (read, remembered) ─→ checks ─→ edition ─┐
       └────→ frames (MkDocs, remembered) ──────────────────────┴→ output files by key ─→ delivery

The stages left of the arrow are pure: the same input, the same result. So what they are remembered by is a digest of
their inputs, and a build from memory, by one process or by several, gives the bytes of a build from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.caching.cache import Cache, open_cache
from disclosure.caching.stamps import load_digests, save_digests
from disclosure.clock import file_time
from disclosure.domain import urls
from disclosure.side_by_side import processors, share
from disclosure.site_look import Look

if TYPE_CHECKING:  # the program is loaded room by room, while other processes are at work
    from disclosure.delivery.making import Progress
    from disclosure.delivery.manifest import Manifest
    from disclosure.delivery.workshop import Workshop
    from disclosure.frames.stage import Frames
    from disclosure.publishing.output import OutputFile
    from disclosure.reading.load import RecordsUnderWay
    from disclosure.reading.remembered import Memory

CHANGED_FILES = "changed-files.txt"
"""In the cache, below a folder with the name of the site's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build."""

    folder: Path
    """The site."""
    changed: tuple[str, ...] = ()
    """Paths of files that are new or have new content."""
    gone: tuple[str, ...] = ()
    """Paths of files that were deleted."""
    list_file: Path | None = None
    """Where both are listed; None where nothing can be kept."""


@dataclass(slots=True)
class Builder:
    """Builds the site of one school, once or again and again."""

    root: Path
    serving: bool = False
    """A preview shows what it can, and keeps what it knows with itself; a build refuses what is wrong."""
    processes: int = field(default_factory=processors)
    folder_links: bool = False
    """Whether links name files, for a site that is looked at in a folder and without scripts."""
    progress: Progress | None = None
    """Told how far the making of files has come."""
    folders: list[Path] = field(default_factory=list)
    """Folders that the last build was made from, beside `data`."""
    _memory: Memory | None = None
    """What was read for the last build."""
    _manifest: Manifest | None = None
    """Of a preview: what it has delivered."""
    _later: Callable[[], Iterator[OutputFile]] = field(default=lambda: iter(()))
    """What a preview has not made yet, of the last build."""
    _gathered: dict[str, OutputFile] | None = None

    def build(self, today: date, *, site_dir: Path | None = None) -> Built:
        """Bring the site's folder to what the school's files say; whatever goes wrong, the last good site stands.

        Args:
            site_dir: the folder; the one that mkdocs.yml names where none is given.

        Raises:
            SetupError: school.yml, catalogue.yml or mkdocs.yml cannot be used.
            BuildRefusedError: there are errors; they were logged.
            OSError: the folder holds files that are not of a site of ours, or cannot be written.
            ValueError: two files of the site have the same address.
        """
        from disclosure.delivery.workshop import workshop
        from disclosure.frames.stage import Frames

        root = self.root.resolve()
        cache = open_cache(root)
        digests = load_digests(cache, now=file_time())
        frames = Frames(root, cache=cache, digests=digests, serving=self.serving)
        records = None
        if not frames.knows_settings:  # MkDocs has to be asked; others read meanwhile
            records = self._begin(root, cache, Look(school=root, processes=self.processes))
        self.folders = frames.folders()
        target = (site_dir or Path(frames.settings.site_dir)).resolve()
        with workshop(target, mark=urls.NEXT_CHANGE, cache=cache) as shop:
            built = self._build(records, frames, shop, today, cache)
        save_digests(digests, cache)
        return built if self.serving else _listed(built, cache)

    def gathered(self, path: str) -> bytes | None:
        """For a preview: the file at a path that gathers the whole site, made now; None where there is none."""
        later, gathered = self._later, self._gathered
        try:
            if gathered is None:
                gathered = {file.path: file for file in later()}
                if later is self._later:  # nobody has built meanwhile
                    self._gathered = gathered
            file = gathered.get(path)
            return file.make() if file else None
        except OSError:  # a record's file was saved just now: the build that follows reloads the page
            return None

    def keep(self) -> None:
        """Remember what was read, for the next process that builds."""
        from disclosure.reading.remembered import keep_memory

        if self._memory and self._memory.is_new:
            keep_memory(self._memory, open_cache(self.root.resolve()))
            self._memory.is_new = False

    def _begin(self, root: Path, cache: Cache, look: Look) -> RecordsUnderWay:
        """Let other processes read what is not remembered."""
        from disclosure.reading.load import begin_records, read_setup
        from disclosure.reading.remembered import recall_memory

        setup = read_setup(root)
        if self._memory is None or self._memory.basis != setup.basis:
            self._memory = recall_memory(cache, basis=setup.basis)
        return begin_records(setup, memory=self._memory, processes=self.processes, scanned=look.records())

    def _build(
        self, records: RecordsUnderWay | None, frames: Frames, shop: Workshop, today: date, cache: Cache
    ) -> Built:
        from disclosure.delivery.manifest import Manifest, is_untouched, load_manifest, save_manifest

        manifest = (self._manifest or Manifest()) if self.serving else load_manifest(shop.site, cache)
        known_site = manifest if not self.serving else None  # nobody but us touches that of a preview
        look = Look(site=known_site, school=None if records else frames.root, processes=self.processes)
        records = records or self._begin(frames.root, cache, look)
        from disclosure.errors.report import log  # and the rest of the program, beside the survey
        from disclosure.site_walk import Walk

        walk = Walk(
            records=records, frames=frames, today=today, cache=cache, processes=self.processes, serving=self.serving,
            folder_links=self.folder_links, progress=self.progress,
        )  # fmt: skip
        basis = walk.prepare()
        lying = manifest.lying if self.serving else look.lying()
        if records.are_known and walk.inputs(basis) == manifest.inputs and is_untouched(manifest, lying):
            log(manifest.problems)
            return Built(folder=shop.site)
        library, found = records.finish()
        with self._keeping():
            output, problems = walk.select(library, found)
            self._later, self._gathered = partial(output.later, shop.site), None
            done = walk.deliver(output, manifest=manifest, lying=lying, shop=shop)
            frames.keep()
        delivered = Manifest(str(shop.site), walk.inputs(basis), problems, done.files)
        if self.serving:
            self._manifest = delivered
        else:
            save_manifest(delivered, cache)
        return Built(folder=shop.site, changed=done.changed, gone=done.gone)

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """Remember what was read, beside other work; a preview does so when it ends."""

        def keep(_: int) -> None:
            self.keep()

        memory = self._memory
        has_new = memory is not None and memory.is_new
        keeping = share(keep, int(has_new and not self.serving), type(None), processes=self.processes)
        try:
            yield
        finally:
            keeping.results()
            if memory:
                memory.is_new = memory.is_new and self.serving


def _listed(built: Built, cache: Cache) -> Built:
    """Write down what has to be uploaded and what has to be deleted."""
    lines = [
        f"# {built.folder}",
        "# 上次生成以来：+ 要上传的文件，- 要删除的文件；路径从网站文件夹算起",
        *(f"+ {path}" for path in built.changed),
        *(f"- {path}" for path in built.gone),
    ]
    file = cache.note(f"{built.folder.name}/{CHANGED_FILES}", "\n".join(lines) + "\n")
    return replace(built, list_file=file)
