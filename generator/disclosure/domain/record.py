"""A disclosure record and its parts, as facts. Whatever depends on a day or on other records lives elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import PurePosixPath

from disclosure.domain.personal_data import NameTable, Sighting, Waiver
from disclosure.domain.vocabulary import AfterExpiry, Audience
from disclosure.domain.workdays import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file published beside a record."""

    file: PurePosixPath
    """Relative to the record's folder, and so to its URL."""
    title: str
    source: PurePosixPath
    """Relative to the school's root folder."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal digest of the content."""
    sightings: tuple[Sighting, ...] = ()
    """Personal data inside the file and in its name."""
    tables: tuple[NameTable, ...] = ()
    """Tables of persons inside the file."""

    @property
    def extension(self) -> str:
        """Lower-case extension without the dot, '' where there is none."""
        return self.file.suffix[1:].lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """审签: one person's approval in a role on a day."""

    role: str
    name: str
    day: date
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """备案: reported to an authority."""

    to: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """收费: one charge with the elements of 《教育收费公示制度》."""

    name: str
    standard: str
    """As written: `15元`, `按实结算`."""
    amount: Decimal | None
    """Yuan, where the standard is a plain amount."""
    unit: str
    basis: str = ""
    approved_by: str = ""
    document: str = ""
    scope: str = ""
    relief: str = ""
    line: int = 0

    @property
    def is_free(self) -> bool:
        """Whether the line says that nothing is charged."""
        return self.amount == 0 or self.standard.startswith(("免", "不收"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """变更: what was changed on a day."""

    day: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """撤销: taken back, with reason and approval."""

    day: date
    reason: str
    approved_by: str
    filed_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateEntry:
    """补公开: the record was put on the site later than its day of publication says, and the school says so."""

    day: date
    """When it really was put there."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFigures:
    """年报: the figures that the record of an annual report states."""

    start: date
    end: date
    values: tuple[tuple[str, Decimal], ...]
    """Id and value, in the order of `report_figures.COUNTED`; shares in per cent."""
    edition: str = ""
    """Whose readers' lists they are counted in; '' for the record's own."""
    lines: tuple[tuple[str, int], ...] = ()
    """Id and line of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link target in a body, as written, with its line in the file."""

    target: str
    line: int
    is_image: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a record was read from, so that every finding can name a line."""

    file: str
    """The Markdown file, relative to the school's root folder, with `/`."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each front-matter key, by English key."""
    body_line: int = 1
    digest: str = ""
    """SHA-256 of the Markdown file as it was read."""
    files: tuple[PurePosixPath, ...] = ()
    """All files found in the record's folder, relative to it; empty for a record that is a single file."""
    is_folder: bool = False

    @property
    def path(self) -> PurePosixPath:
        """The Markdown file; made when asked for, since few of ten thousand records are."""
        return PurePosixPath(self.file)

    def line_of(self, key: str) -> int:
        """Line of a key, else of the first line of the file."""
        return self.lines.get(key, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """公开记录: one disclosure, but for its body, which the library has. It has no state: `life.state_on` answers that."""

    id: str
    title: str
    published: date
    department: str
    source: Source
    published_time: time | None = None
    item: str = ""
    """Id of the catalogue's item, '' without."""
    column: str = ""
    """Path of the column (`other/finance`) that the record is listed under."""
    summary: str = ""
    formed: date | None = None
    notice_period: Span | None = None
    expires: date | None = None
    """公示截止, inclusive, counted from the notice period where that was given, outages added; None: standing."""
    extended: int = 0
    """By how many calendar days outages put `expires` off (停机顺延)."""
    after_expiry: AfterExpiry = AfterExpiry.BANNER
    review_by: date | None = None
    audience: frozenset[Audience] = frozenset({Audience.PUBLIC})
    owner: str = ""
    document_number: str = ""
    issue: str = ""
    signoffs: tuple[SignOff, ...] = ()
    filed: Filing | None = None
    amount: Decimal | None = None
    """Yuan."""
    people: int | None = None
    """How many persons the amount is for."""
    fees: tuple[FeeLine, ...] = ()
    series: str = ""
    stage: str = ""
    replaces: str = ""
    corrects: str = ""
    changes: tuple[Change, ...] = ()
    withdrawn: Withdrawal | None = None
    meeting: date | None = None
    """Day of the meeting that a report is for."""
    late_entry: LateEntry | None = None
    waivers: tuple[Waiver, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    channels: tuple[str, ...] = ()
    hotline: str = ""
    report: StatedFigures | None = None
    draft: bool = False
    links: tuple[Link, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    """Personal data in the Markdown file and in the names of file and folder."""
    tables: tuple[NameTable, ...] = ()
    """Tables of persons in the body."""

    @property
    def expires_as_written(self) -> date | None:
        """公示截止 as the file has it, without what outages added."""
        return self.expires - timedelta(days=self.extended) if self.expires and self.extended else self.expires

    @property
    def sort_key(self) -> tuple[date, time, str]:
        """Total order by time of publication; reverse it for newest first."""
        return (self.published, self.published_time or time(0, 0), self.id)

    @property
    def supersedes(self) -> tuple[str, ...]:
        """Ids of the records whose place this one takes."""
        if not (self.replaces or self.corrects):
            return ()
        return tuple(dict.fromkeys(target for target in (self.replaces, self.corrects) if target))
