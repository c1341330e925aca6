"""The school: who discloses, who watches over it, how to reach them, and its own settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from disclosure.domain.repository import Repository
from disclosure.domain.vocabulary import Audience, Word
from disclosure.domain.workdays import Span, Unit
from disclosure.domain.year import YearKind
from disclosure.errors.problem import Severity

_TEN_WORKING_DAYS = Span(count=10, unit=Unit.WORKING_DAYS)
_TWENTY_WORKING_DAYS = Span(count=20, unit=Unit.WORKING_DAYS)
_NO_REPOSITORY = Repository()
DEFAULT_EDITIONS: Mapping[str, frozenset[Audience]] = {
    "public": frozenset({Audience.PUBLIC}),
    "internal": frozenset(Audience),
}
"""社会版 and 校内版."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phones:
    """Numbers by purpose, as printed; each may be several."""

    office: tuple[str, ...] = ()
    supervision: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filings:
    """Numbers a website in China shows in its footer; '' where the school has none."""

    icp: str = ""
    police: str = ""
    site_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person of a group, in a role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOfOffice:
    """届: a group's members from a day to a day, both inclusive."""

    start: date
    end: date
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """领导小组、监督小组 and the like."""

    id: str
    name: str
    duties: str = ""
    terms: tuple[TermOfOffice, ...] = ()

    def on(self, day: date) -> TermOfOffice | None:
        """The term of office that holds on a day, None where there is none."""
        return next((term for term in self.terms if term.start <= day <= term.end), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """学期, both days inclusive."""

    name: str
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """公开指南: how to ask for what is not on the site."""

    office: str = ""
    address: str = ""
    phone: str = ""
    mailbox: str = ""
    hours: str = ""
    methods: tuple[str, ...] = ()
    reply_within: str = "10个工作日"
    """教办〔2010〕15号 as local authorities put it (requirements R07)."""
    extend_within: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A set of columns and items that parents can follow together, under one feed."""

    id: str
    """Part of its feeds' URLs and ids, which never change."""
    name: str
    columns: tuple[str, ...] = ()
    """Paths, each with the columns below it; as written until they are looked up in the catalogue."""
    items: tuple[str, ...] = ()
    """Ids, likewise."""
    line: int = field(default=0, compare=False)
    """Where it stands in the school's file."""


class NameMask(Word):
    """How `mask` writes names."""

    KEEP = "保留"
    FIRST = "只留姓"
    ENDS = "留首尾"


class NumberMask(Word):
    """How `mask` writes numbers. Nothing is safest: numbers masked in different ways can be put together again."""

    NOTHING = "不显示"
    ENDS = "留首尾"


@dataclass(frozen=True, slots=True, kw_only=True)
class Masking:
    """脱敏: what `disclosure mask` leaves of personal data (requirements B7)."""

    names: NameMask = NameMask.KEEP
    numbers: NumberMask = NumberMask.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A school's own numbers; each has a default."""

    warn_days: int = 7
    """Length of 即将到期 in days: the last N days of a notice period, the last day included."""
    feed_entries: int = 50
    page_size: int = 50
    """Records on one page of a column."""
    newest: int = 10
    """Records under 最新公开 on the home page."""
    attachment_limit: int = 20 * 1024 * 1024
    """Bytes; larger attachments are reported."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    late_days: int = 3
    """Days between day of publication and first commit from which on a record counts as entered late."""
    imported_until: date | None = None
    """Records first committed up to this day were moved in from an older site and are not entered late."""
    list_headings: tuple[str, ...] = ()
    """What lists of persons may tell beyond name, school, grade, class and major."""
    combined_roles: tuple[str, ...] = ("校长", "领导小组")
    """Roles in which one and the same person may sign."""
    masking: Masking = Masking()
    due_warn_days: int = 14
    """将到期: how many days ahead a disclosure that falls due is reminded of."""
    ledger_since: date | None = None
    """From which day on the ledger asks for what is due; the day of the first record where none is given."""
    year_kind: YearKind = YearKind.CALENDAR
    """Of ledgers, statistics and annual reports."""
    reply_to_opinions: Span = _TEN_WORKING_DAYS
    """限期 of an opinion that has no 限期 of its own (requirements R07)."""
    consultation_result: Span = _TWENTY_WORKING_DAYS
    """How long after its end the result of a consultation is published (requirements R06)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """学校: data/school.yml. What is absent is simply not printed."""

    name: str
    site_url: str
    """Absolute, ends with a slash."""
    organiser: str = ""
    code: str = ""
    address: str = ""
    phones: Phones = Phones()
    mailbox: str = ""
    visiting_hours: str = ""
    data_license: str = ""
    """Under which `records.json` and its like may be used: an address or a name."""
    feed_authority: str = ""
    """Authority of the feeds' tag: ids; set once, so that a move to another host renotifies nobody."""
    filings: Filings = Filings()
    groups: tuple[Group, ...] = ()
    terms: tuple[Term, ...] = ()
    guide: Guide = Guide()
    interests: tuple[Interest, ...] = ()
    repository: Repository = _NO_REPOSITORY
    editions: Mapping[str, frozenset[Audience]] = field(default_factory=lambda: dict(DEFAULT_EDITIONS))
    settings: Settings = Settings()

    def is_for_staff(self, edition: str) -> bool:
        """Whether an edition is read by those who write records; not one of a name that the school does not have."""
        return Audience.STAFF in self.editions.get(edition, frozenset())
