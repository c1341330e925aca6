"""`disclosure build`: the walk of the pipeline with everything that the last build left, and only what changed is made.

    inputs ─→ records (read, remembered) ─→ checks ─→ edition ─┐
       └────→ frames (MkDocs, remembered) ──────────────────────┴→ output files by key ─→ delivery

The stages left of the arrow are pure: the same input, the same result. So what they are remembered by is a digest of
their inputs, and a build from memory, by one process or by several, gives the bytes of a build from nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from disclosure.caching.cache import Cache, decoded, encoded, open_cache
from disclosure.caching.stamps import digest_of, load_digests, save_digests
from disclosure.clock import file_time
from disclosure.delivery.deliver import Progress, ReadFile, deliver
from disclosure.delivery.manifest import Lying, Manifest, is_untouched, load_manifest, save_manifest, survey
from disclosure.delivery.workshop import Workshop, workshop
from disclosure.editing.admin.script import require_script
from disclosure.errors.problem import BuildRefusedError, has_errors
from disclosure.errors.report import log
from disclosure.frames.settings import edition_or
from disclosure.frames.stage import Frames
from disclosure.pipeline import REFUSED, address_taken, checked, gather, publish, select
from disclosure.publishing.data import NEXT_CHANGE
from disclosure.publishing.folder_links import with_folder_links
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.root_pages import mkdocs_pages
from disclosure.reading.load import begin_records, read_setup
from disclosure.reading.remembered import Memory, keep_memory, recall_memory
from disclosure.rendering.site import Site
from disclosure.search.index import search_files
from disclosure.side_by_side import Shared, processors, share

Then = Callable[[ReadFile], Iterator[OutputFile]]
"""Makes files from others of the site."""
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
    _memory: Memory = field(default_factory=Memory)
    _manifest: Manifest = field(default_factory=Manifest)
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
        root = self.root.resolve()
        cache = open_cache(root)
        digests = load_digests(cache, now=file_time())
        frames = Frames(root, cache=cache, digests=digests, serving=self.serving)
        self.folders = frames.folders()
        target = (site_dir or Path(frames.settings.site_dir)).resolve()
        with workshop(target, mark=NEXT_CHANGE, cache=cache) as shop:
            built = self._build(frames, shop, today, cache)
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
        if self._memory.is_new:
            keep_memory(self._memory, open_cache(self.root.resolve()))
            self._memory.is_new = False

    def _build(self, frames: Frames, shop: Workshop, today: date, cache: Cache) -> Built:
        manifest = self._manifest if self.serving else load_manifest(shop.site, cache)
        surveying = self._survey(manifest)
        edition = edition_or(frames.settings.edition)
        setup = read_setup(frames.root)
        if self._memory.basis != setup.basis:
            self._memory = recall_memory(cache, basis=setup.basis)
        docs_dir = Path(frames.settings.docs_dir)
        records = begin_records(setup, memory=self._memory, processes=self.processes, pages_folder=docs_dir)
        if has_errors(records.page_problems):
            log(checked(records, today).problems)
            raise BuildRefusedError(REFUSED)
        editor = "" if self.serving else require_script(frames.root, setup.school.repository, edition)
        framed = frames.prepare(setup.school, setup.catalogue, digest=setup.digest, edition=edition)
        basis = digest_of(edition, framed, editor, str(self.folder_links))
        lying = decoded(surveying.results()[0], dict[str, Lying])
        inputs = digest_of(basis, today.isoformat(), records.digest) if records.are_known else ""
        if inputs and inputs == manifest.inputs and is_untouched(manifest, lying):
            log(manifest.problems)
            return Built(folder=shop.site)
        reading = checked(records, today)
        with self._keeping():
            log(reading.problems)
            if has_errors(reading.problems) and not self.serving:
                raise BuildRefusedError(REFUSED)
            site = select(reading.library, edition=edition, today=today)
            output, then = self._output(site, frames, digest_of(edition, setup.digest), cache)
            done = deliver(
                output, manifest=manifest, lying=lying, workshop=shop, processes=self.processes, progress=self.progress,
                then=then,
            )  # fmt: skip
            frames.keep()
        inputs = digest_of(basis, today.isoformat(), records.digest)
        self._manifest = Manifest(str(shop.site), inputs, reading.problems, done.files)
        if not self.serving:
            save_manifest(self._manifest, cache)
        return Built(folder=shop.site, changed=done.changed, gone=done.gone)

    def _output(self, site: Site, frames: Frames, basis: str, cache: Cache) -> tuple[Iterator[OutputFile], Then]:
        """All files of the site, then those that are made from the others; a preview leaves what gathers it for later."""
        taken: set[str] = set()
        pages = frames.taken.pages

        def search(read: ReadFile) -> Iterator[OutputFile]:
            return search_files(site, pages=pages, read=read, basis=basis, cache=cache, processes=self.processes)

        def later() -> Iterator[OutputFile]:
            folder = Path(self._manifest.folder)
            return chain(gather(site, pages=pages, basis=basis), search(lambda path: (folder / path).read_bytes()))

        self._later, self._gathered = later, None
        if self.serving:
            return _distinct(_files(site, frames, basis), taken, frames), lambda _: iter(())
        output: Iterator[OutputFile] = chain(_files(site, frames, basis), gather(site, pages=pages, basis=basis))
        output = map(with_folder_links, output) if self.folder_links else output
        return _distinct(output, taken, frames), lambda read: _distinct(search(read), taken, frames)

    def _survey(self, manifest: Manifest) -> Shared:
        """Look, beside other work, at what lies in the site's folder; nobody but us touches that of a preview."""

        def look(_: int) -> bytes:
            if self.serving:
                return encoded({path: delivered.lying for path, delivered in manifest.files.items()})
            return encoded(survey(manifest))

        return share(look, 1, processes=self.processes)

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        """Remember what was read, beside other work; a preview does so when it ends."""

        def keep(_: int) -> bytes:
            self.keep()
            return b""

        keeping = share(keep, int(self._memory.is_new and not self.serving), processes=self.processes)
        try:
            yield
        finally:
            keeping.results()
            self._memory.is_new = self._memory.is_new and self.serving


def _distinct(output: Iterable[OutputFile], taken: set[str], frames: Frames) -> Iterator[OutputFile]:
    """The same files. Raises ValueError where the address of one is taken; notes those that are taken now."""
    for file in output:
        if file.path in taken:
            raise ValueError(address_taken(file.path, frames.settings.docs_dir))
        taken.add(file.path)
        yield file


def _files(site: Site, frames: Frames, basis: str) -> Iterator[OutputFile]:
    given = frames.taken
    for path, source in given.files.items():
        yield OutputFile(path=path, key=frames.digest_of(source), make=Path(source).read_bytes)
    for path, content in given.written.items():
        yield ready(path, content)
    yield from mkdocs_pages(given.pages, site, basis=basis)
    yield from publish(site, root=frames.root, frame_for=frames.frame_for, basis=basis)


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
