"""The walk of one build, from records under way to the site's folder: frames, checks, edition, files, delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from disclosure.caching.cache import Cache
from disclosure.caching.stamps import digest_of
from disclosure.delivery.deliver import AddressTakenError, Delivery, deliver
from disclosure.delivery.making import Progress
from disclosure.delivery.manifest import Lying, Manifest
from disclosure.delivery.workshop import Workshop
from disclosure.domain.library import Library
from disclosure.editing.admin.script import require_script
from disclosure.errors.problem import BuildRefusedError, Problem, has_errors
from disclosure.errors.report import log
from disclosure.frames.settings import edition_or
from disclosure.frames.stage import Frames
from disclosure.pipeline import REFUSED, address_taken, checked, problems_of, select
from disclosure.reading.load import RecordsUnderWay
from disclosure.side_by_side import share
from disclosure.site_output import SiteOutput

_WORTH_SHARING = 2000
"""Fewer records are checked sooner than another process has begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One step after the other, as `site_build` asks for them."""

    records: RecordsUnderWay
    frames: Frames
    today: date
    cache: Cache
    processes: int
    serving: bool
    folder_links: bool
    progress: Progress | None

    @property
    def edition(self) -> str:
        """Name of the edition that is built."""
        return edition_or(self.frames.settings.edition)

    def prepare(self) -> str:
        """Read the hand-written pages and take or make the frames, while others read the records.

        Returns:
            Digest of everything but the records and the day that the site is made from.

        Raises:
            BuildRefusedError: MkDocs must not see the hand-written pages.
            SetupError: the school wants an editor whose program is not there.
        """
        frames, setup = self.frames, self.records.setup
        self.records.read_pages(Path(frames.settings.docs_dir))
        if has_errors(self.records.page_problems):
            log(checked(self.records, self.today).problems)
            raise BuildRefusedError(REFUSED)
        editor = "" if self.serving else require_script(frames.root, setup.school.repository, self.edition)
        framed = frames.prepare(setup.school, setup.catalogue, digest=setup.digest, edition=self.edition)
        return digest_of(self.edition, framed, editor, str(self.folder_links))

    def inputs(self, basis: str) -> str:
        """Digest of everything that the site is made from; once all records were read.

        Args:
            basis: what `prepare` returned.
        """
        return digest_of(basis, self.today.isoformat(), self.records.digest)

    def select(self, library: Library, found: Sequence[Problem]) -> tuple[SiteOutput, tuple[Problem, ...]]:
        """Select what the edition shows, while another process checks, and report what was found.

        Args:
            found: problems of the reading.

        Returns:
            The files, and all problems.

        Raises:
            BuildRefusedError: there are errors.
        """

        def check(_: int) -> tuple[Problem, ...]:
            return problems_of(library, found, self.today)

        checking = share(
            check, 1, tuple[Problem, ...], processes=self.processes if len(library.records) >= _WORTH_SHARING else 1
        )
        site = select(library, edition=self.edition, today=self.today)
        problems = checking.results()[0]
        log(problems)
        if has_errors(problems) and not self.serving:
            raise BuildRefusedError(REFUSED)
        basis = digest_of(self.edition, self.records.setup.digest)
        output = SiteOutput(
            site=site, frames=self.frames, basis=basis, cache=self.cache, processes=self.processes, folder_links=self.folder_links
        )  # fmt: skip
        return output, problems

    def deliver(self, output: SiteOutput, *, manifest: Manifest, lying: dict[str, Lying], shop: Workshop) -> Delivery:
        """Bring the folder to what the output says; a preview makes the pages alone.

        Raises:
            ValueError: two files have the same address.
        """
        try:
            return deliver(
                output.pages_alone() if self.serving else output.batches(), manifest=manifest, lying=lying, workshop=shop,
                processes=self.processes, is_large=output.is_large, progress=self.progress,
            )  # fmt: skip
        except AddressTakenError as error:
            raise ValueError(address_taken(error.path, self.frames.settings.docs_dir)) from None
