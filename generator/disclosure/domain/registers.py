"""What a school writes down beside its records: opinions, requests, exemptions, outages, inspections (requirements A7, A8).

Who sent an opinion or a request is known to the school's files alone: `Sender` stays in the Library, and
`for_edition` never hands it on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from disclosure.domain.personal_data import Sighting
from disclosure.domain.vocabulary import Word

OPINIONS = PurePosixPath("data/registers/opinions.yml")
REQUESTS = PurePosixPath("data/registers/requests.yml")
EXEMPTIONS = PurePosixPath("data/registers/exemptions.yml")
OUTAGES = PurePosixPath("data/registers/outages.yml")
INSPECTIONS = PurePosixPath("data/registers/inspections.yml")

Lines = Mapping[str, int]
"""Line of each key of an entry, by English key."""


class Source(Word):
    """来源: how an opinion came in (requirements G2)."""

    CALL = "来电"
    LETTER = "来信"
    VISIT = "来访"
    BOX = "意见箱"
    ONLINE = "网络"
    MEETING = "会议"


class Outcome(Word):
    """处理结果 of an opinion; the disclosure itself may be put right or put off (requirements A5)."""

    EXPLAINED = "解释说明"
    ADOPTED = "采纳改正"
    PARTLY_ADOPTED = "部分采纳"
    POSTPONED = "延期执行"
    DECLINED = "不予采纳"
    PASSED_ON = "转有关部门"


class Applicant(Word):
    """申请人类别 of a request; a category, never a name (requirements A8)."""

    STAFF = "教职工"
    PARENT = "家长"
    PUBLIC = "社会公众"


class Answer(Word):
    """答复结果 of a request."""

    AT_ONCE = "当场答复"
    GRANTED = "予以公开"
    PARTLY = "部分公开"
    REFUSED = "不予公开"
    ABSENT = "信息不存在"
    ELSEWHERE = "不属于本校掌握"
    REPEATED = "重复申请"
    CLOSED = "申请人撤回"

    @property
    def is_refusal(self) -> bool:
        """Whether something was kept back, for which the law asks a reason."""
        return self in (Answer.PARTLY, Answer.REFUSED)


class Ground(Word):
    """情形: why something is exempt from disclosure (requirements A8)."""

    STATE_SECRET = "国家秘密"
    PRIVACY = "个人隐私"
    SAFETY = "校园安全稳定"
    LAW = "法律法规规定"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """来信人、申请人: for the school's own eyes, so that it can answer."""

    name: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """备案: reported to an authority on a day."""

    to: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """群众意见: what someone said of the disclosures, and what came of it."""

    id: str
    received: date
    source: Source
    text: str
    """What was said, without names."""
    is_topic: bool = False
    """点题公开: asks for something to be disclosed (requirements I68)."""
    record: str = ""
    """Id of the record it is about."""
    item: str = ""
    """Id of the item it is about."""
    department: str = ""
    owner: str = ""
    reply_by: date | None = None
    """限期 as written; `settings.reply_to_opinions` after the day of receipt where nothing is."""
    answered: date | None = None
    answer: str = ""
    outcome: Outcome | None = None
    corrected_by: str = ""
    """Id of the record by which the matter was put right."""
    republished: str = ""
    """Id of the record in which the result was published again (requirements S20)."""
    fed_back: date | None = None
    """反馈日: when whoever had asked was told."""
    minutes: str = ""
    """Id of the record that holds the minutes of the meeting on it."""
    sender: Sender | None = None
    line: int = field(default=0, compare=False)
    lines: Lines = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """延长: the answer takes longer, and the applicant was told why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """依申请公开: somebody asked for something that is not disclosed."""

    id: str
    received: date
    applicant: Applicant
    text: str
    """What was asked for, without names."""
    method: str = ""
    """方式: 当面、信函、电子邮件."""
    department: str = ""
    extension: Extension | None = None
    answered: date | None = None
    answer: Answer | None = None
    reason: str = ""
    exemption: str = ""
    """Id of the exemption that a refusal rests on."""
    record: str = ""
    """Id of the record that was published on it."""
    reported: Reported | None = None
    sender: Sender | None = None
    line: int = field(default=0, compare=False)
    lines: Lines = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """暂不宜公开: kept back for now, with reason, approval, filing and a day to look again (requirements R18)."""

    id: str
    text: str
    ground: Ground
    reason: str
    decided: date
    approved_by: str
    item: str = ""
    reported: Reported | None = None
    review_by: date | None = None
    ended: date | None = None
    """When it became possible to disclose it."""
    record: str = ""
    """Id of the record by which it was disclosed after all."""
    line: int = field(default=0, compare=False)
    lines: Lines = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """停机: days on which the site could not be read; both inclusive."""

    start: date
    end: date
    reason: str
    line: int = field(default=0, compare=False)
    lines: Lines = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcoming:
    """检查发现的问题: something that an inspection found, and when it was put right."""

    text: str
    department: str = ""
    mend_by: date | None = None
    mended: date | None = None
    record: str = ""
    """Id of the record that shows that it was put right."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """监督小组检查: once in each term at least (requirements R15)."""

    id: str
    day: date
    by: str
    scope: str
    findings: str
    shortcomings: tuple[Shortcoming, ...] = ()
    informed_share: int | None = None
    """知情率 in per cent, where people were asked (requirements S05)."""
    record: str = ""
    """Id of the record that reports on it."""
    minutes: str = ""
    line: int = field(default=0, compare=False)
    lines: Lines = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """All facts of data/registers/, each kind by day, then number."""

    opinions: tuple[Opinion, ...] = ()
    requests: tuple[Request, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    outages: tuple[Outage, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    sightings: tuple[tuple[str, Sighting], ...] = ()
    """Personal data in the files, each with the file's path relative to the school's root folder."""


NO_REGISTERS = Registers()
