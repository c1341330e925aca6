"""The closed sets of words of the domain, each with the Chinese word that files and pages use."""

from __future__ import annotations

from enum import Enum


class Word(Enum):
    """An enumeration whose value is the Chinese word as written in files."""

    __hash__ = object.__hash__
    """A member is one object. Hashing its name, as Enum does, would cost a site of ten thousand records a tenth of a second."""

    @property
    def label(self) -> str:
        """The Chinese word."""
        return str(self.value)


class Audience(Word):
    """公开范围: to whom a record is disclosed."""

    PUBLIC = "社会"
    PARENTS = "家长"
    STAFF = "教职工"


class Cadence(Word):
    """公开频次 (requirements R01)."""

    STANDING = "长期"
    PERIODIC = "定期"
    STAGED = "分期"
    IMMEDIATE = "即时"


class AfterExpiry(Word):
    """到期处理: what happens to a record the day after its notice period."""

    BANNER = "横幅"
    ARCHIVE = "往期"
    REMOVE = "撤下"


class Kind(Word):
    """The nature of an item; decides what its page emphasises and which rules apply."""

    REGULATION = "制度"
    ANNOUNCEMENT = "公告"
    NOTICE = "公示"
    NAME_LIST = "名单"
    FEES = "收费"
    FINANCE = "财务"
    PROCUREMENT = "采购"
    REPORT = "报告"
    CONSULTATION = "征求意见"
    GUIDE = "指南"


class State(Enum):
    """State of a published record on a day; the value is the `data-state` of its page."""

    __hash__ = object.__hash__  # as for `Word`

    label: str
    """Chinese word for lists and banners; no two states have the same."""
    is_running: bool
    """Whether a notice period is running."""
    is_archived: bool
    """Whether the record has left its column's current list for the archive."""
    is_stub: bool
    """Whether only a stub of the record may be shown."""

    CURRENT = "current", "公示中", "running"
    EXPIRING = "expiring", "即将到期", "running"
    EXPIRED = "expired", "已到期"
    ARCHIVED = "archived", "往期", "archived"
    STANDING = "standing", "长期有效"
    REVIEW_DUE = "review-due", "待复核"
    REPLACED = "replaced", "已替代", "archived"
    WITHDRAWN = "withdrawn", "已撤销", "archived", "stub"
    REMOVED = "removed", "已撤下", "archived", "stub"

    def __new__(cls, value: str, label: str, *traits: str) -> State:
        """A state; every record has one, so that its traits are kept instead of looked up."""
        state = object.__new__(cls)
        state._value_, state.label = value, label
        state.is_running, state.is_archived, state.is_stub = (one in traits for one in ("running", "archived", "stub"))
        return state
