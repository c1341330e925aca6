"""The school's folder becomes one Library, with the problems met on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from disclosure.caching.product import product_digest
from disclosure.caching.stamps import digest_of
from disclosure.clock import file_time
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.library import Library
from disclosure.domain.outages import all_extended
from disclosure.domain.page import HandWrittenPage
from disclosure.domain.record import Record
from disclosure.domain.registers import NO_REGISTERS, Registers
from disclosure.domain.school import School
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem, SetupError
from disclosure.reading.bodies import BodiesOnDisk
from disclosure.reading.catalogue import read_catalogue
from disclosure.reading.inspection import Looker, known_from
from disclosure.reading.interests import with_places
from disclosure.reading.pages import read_pages
from disclosure.reading.records import RecordReading, read_record
from disclosure.reading.registers import read_registers
from disclosure.reading.remembered import Memory
from disclosure.reading.report import NO_REPORTS, ReportReading, read_reports
from disclosure.reading.scan import RecordFiles, Scan, link_problem, scan_records
from disclosure.reading.school import read_school
from disclosure.reading.self_assessment import NO_ASSESSMENT, AssessmentReading, read_self_assessment
from disclosure.reading.work_calendar import official_calendar
from disclosure.side_by_side import Shared, chunked, share

_Readings = list[tuple[RecordReading, str]]
"""With the bodies of the records."""
_CHUNK = 64
"""Records that a process reads at a time."""
_WORTH_SHARING = 200
"""Fewer records are read sooner than another process has begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What everything else is read by."""

    root: Path
    school: School
    catalogue: Catalogue
    basis: str
    """Digest of what readings of records depend on beside their files: the product and the catalogue."""
    digest: str
    """Digest of all of this, but for the registers: few pages depend on those."""
    registers: Registers = NO_REGISTERS
    register_problems: Sequence[Problem] = ()
    """What is wrong in the registers; no reason not to read everything else."""
    registers_digest: str = ""
    reports: ReportReading = NO_REPORTS
    """How annual reports are wanted, and what was written for them."""
    assessment: AssessmentReading = NO_ASSESSMENT
    """What the school is judged by, and what it answered."""


def read_setup(root: Path) -> Setup:
    """School, catalogue and registers. Raises SetupError where one of the first two cannot be used."""
    root = root.resolve()
    data = root / "data"
    if data.is_symlink():
        raise SetupError(link_problem(PurePosixPath("data")))
    school = read_school(data / "school.yml", root=root)
    catalogue = read_catalogue(data / "catalogue.yml", root=root)
    school = with_places(school, catalogue, path=PurePosixPath("data/school.yml"))
    basis = digest_of(product_digest(), _text_of(data / "catalogue.yml"))
    digest = digest_of(basis, _text_of(data / "school.yml"))
    kept = read_registers(root, catalogue)
    return Setup(
        root=root, school=school, catalogue=catalogue, basis=basis, digest=digest, registers=kept.registers,
        register_problems=kept.problems, registers_digest=kept.digest, reports=read_reports(root),
        assessment=read_self_assessment(root),
    )  # fmt: skip


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


@dataclass(slots=True, kw_only=True)
class RecordsUnderWay:
    """Records that are being read by other processes, until `finish` takes part."""

    setup: Setup
    memory: Memory
    files: Sequence[RecordFiles]
    problems: list[Problem]
    """What was met while looking for records."""
    recalled: dict[str, RecordReading]
    chunks: list[Sequence[RecordFiles]]
    shared: Shared[_Readings]
    began: int
    pages: tuple[HandWrittenPage, ...] | None = None
    """None until they are read."""
    page_problems: Sequence[Problem] = ()
    """What is wrong with the hand-written pages; MkDocs must not be led into folders that are links or have no end."""
    bodies: dict[str, str] = field(default_factory=dict)
    """Bodies that were read already, by digest of their files."""

    def read_pages(self, folder: Path | None = None) -> None:
        """Read the hand-written pages, while others read the records.

        Args:
            folder: MkDocs' docs_dir; `site_src` where none is given.
        """
        looker, root = Looker(self.memory.seen), self.setup.root
        self.pages, self.page_problems = read_pages(folder or root / "site_src", root=root, looker=looker)
        self.memory.look_with(looker)

    @property
    def are_known(self) -> bool:
        """Whether nothing has to be read."""
        return not self.chunks

    @property
    def digest(self) -> str:
        """Digest of all records, what lies beside them, and the registers; once everything was read."""
        setup = self.setup
        parts = [setup.registers_digest, setup.reports.digest, setup.assessment.digest]
        parts += (str(one.sort_key) for one in self.problems)
        for path, reading in self.recalled.items():
            parts += (path, reading.digest)
            if reading.record and reading.record.source.is_folder:
                parts.append(repr((reading.record.source.files, reading.record.attachments)))
        return digest_of(*parts)

    def finish(self) -> tuple[Library, list[Problem]]:
        """Everything that was read, as one Library. One bad record never keeps another from being read."""
        if self.pages is None:
            self.read_pages()
        problems = [*self.page_problems, *self.problems, *self.setup.register_problems, *self.setup.reports.problems]
        problems += self.setup.assessment.problems
        readings, bodies = self._readings()
        records: dict[str, Record] = {}
        by_url: dict[str, Record] = {}
        for files in self.files:
            reading = readings[files.path]
            problems += reading.problems
            if reading.record:
                _add(reading.record, records, by_url, problems)
        records, calendar = dict(sorted(records.items())), official_calendar()
        if self.setup.registers.outages:
            records = all_extended(records, self.setup.registers.outages, calendar)
        library = Library(
            school=self.setup.school, catalogue=self.setup.catalogue, records=records,
            pages=(*(self.pages or ()), *self.setup.reports.pages, *self.setup.assessment.pages), indicators=self.setup.assessment.indicators,
            registers=self.setup.registers, reports=self.setup.reports.plan,
            calendar=calendar, bodies=BodiesOnDisk(records, self.setup.root, at_hand=bodies),
        )  # fmt: skip
        return library, problems

    def _readings(self) -> tuple[dict[str, RecordReading], dict[str, str]]:
        """Recalled and fresh ones, in the order of the files; of fresh ones the bodies, too, by digest."""
        readings, bodies = self.recalled, self.bodies
        for chunk, result in zip(self.chunks, self.shared.results(), strict=True):
            for files, (reading, body) in zip(chunk, result, strict=True):
                self.memory.remember(files, reading, now=self.began)
                readings[files.path], bodies[reading.digest] = reading, body
        self.memory.forget_all_but(readings)
        self.recalled = {files.path: readings[files.path] for files in self.files}
        return self.recalled, bodies


def begin_records(
    setup: Setup, *, memory: Memory, processes: int = 1, leaving_out: Callable[[str], bool] = lambda _: False,
    scanned: Scan | None = None,
) -> RecordsUnderWay:  # fmt: skip
    """Begin to read all records that are not remembered.

    Args:
        leaving_out: which paths are passed over.
        scanned: what the file system said of the records a moment ago; None: it is asked now.
    """
    root, began = setup.root, file_time()
    files, problems = scanned or scan_records(root)
    files = [one for one in files if not leaving_out(one.path)]
    problems = [one for one in problems if not leaving_out(str(one.path))]
    recalled: dict[str, RecordReading] = {}
    fresh = []
    for one in files:
        if reading := memory.recall(one, root=root, now=began):
            recalled[one.path] = reading
        else:
            fresh.append(one)
    chunks = chunked(fresh, _CHUNK)
    known = known_from(memory.attachments()) if any(len(one.stamps) > 1 for one in fresh) else {}

    def read(number: int) -> _Readings:
        return [read_record(one.path, root=root, catalogue=setup.catalogue, known=known) for one in chunks[number]]

    shared = share(read, len(chunks), _Readings, processes=processes if len(fresh) >= _WORTH_SHARING else 1)
    return RecordsUnderWay(
        setup=setup, memory=memory, files=files, problems=problems, recalled=recalled, chunks=chunks, shared=shared, began=began
    )  # fmt: skip


def load_library(root: Path, *, pages_folder: Path | None = None) -> tuple[Library, list[Problem]]:
    """Read everything below `root/data` and the hand-written pages, by this process alone and without any memory.

    Raises:
        SetupError: school.yml or catalogue.yml cannot be used.
    """
    records = begin_records(read_setup(root), memory=Memory())
    records.read_pages(pages_folder)
    return records.finish()


def _add(record: Record, records: dict[str, Record], by_url: dict[str, Record], problems: list[Problem]) -> None:
    """Keep a record unless its number or its URL (on hosts that ignore case) is taken."""
    taken = by_url.setdefault(record.id.lower(), record)
    if taken is record:
        records[record.id] = record
        return
    code, what = ("R110", "编号") if taken.id == record.id else ("R111", "网址")
    message = f"{what}「{record.id}」与 {taken.source.path} 的「{taken.id}」重复"
    problems.append(
        problem(
            code,
            path=record.source.path,
            line=record.source.line_of("id"),
            message=message,
            hint="换一个没有用过的编号",
        )
    )
