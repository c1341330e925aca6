"""Opinions and requests of a year: received, answered, in time (requirements S22, A8, A9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TypeVar

from disclosure.domain.edition import Edition
from disclosure.domain.register_days import answered_on, is_answer_late, is_reply_late
from disclosure.domain.registers import Answer, Applicant, Opinion, Outcome, Request, Source
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.year import Year
from disclosure.statistics.groups import Group, grouped
from disclosure.statistics.promptness import share_of

One = TypeVar("One", Opinion, Request)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was received in a year and how it was answered up to today. All are ids, the oldest first."""

    received: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    on_time: tuple[str, ...] = ()
    """Answered in time."""
    late: tuple[str, ...] = ()
    """Answered late, or not yet although the day is over."""
    open: tuple[str, ...] = ()
    """Not answered yet, with time left."""
    unknown: tuple[str, ...] = ()
    """Answered, but whether in time is decided by the working days of an unknown year."""
    days: tuple[tuple[str, int], ...] = ()
    """Id and calendar days from receipt to answer."""
    groups: Mapping[str, tuple[Group, ...]]
    """By dimension: source and outcome of opinions, answer and applicant of requests, and the month of receipt of both."""

    @property
    def median_days(self) -> Decimal | None:
        """Median of the days, None without any."""
        return Decimal(median(days for _, days in self.days)) if self.days else None

    @property
    def share_answered(self) -> Decimal | None:
        """回复率: share answered of what was received."""
        return share_of(len(self.answered), len(self.received))

    @property
    def share_on_time(self) -> Decimal | None:
        """Share answered in time of all that was answered or should have been."""
        return share_of(len(self.on_time), len(self.on_time) + len(self.late))


def opinions_of(edition: Edition, year: Year, months: Sequence[tuple[str, str]]) -> Answered:
    """Opinions received in a year; where the edition has no register of them, those that it may count."""
    kept = edition.registers if RegisterName.OPINIONS.id in edition.open_registers else edition.tally
    received = [one for one in kept.opinions if one.received in year]
    settings = edition.school.settings

    def is_late(opinion: Opinion) -> bool | None:
        return is_reply_late(opinion, opinion.answered or edition.today, settings, edition.calendar)

    outcomes = [(one.outcome.label, one.id) for one in received if one.outcome]
    return _answered(received, is_late, {
        "source": grouped([(one.source.label, one.id) for one in received], known=_words(Source)),
        "outcome": grouped(outcomes, known=_words(Outcome)),
        "month": grouped([(one.received.isoformat()[:7], one.id) for one in received], known=months),
        "department": grouped([(one.department or "未分派", one.id) for one in received]),
        "follow-up": grouped(
            [(word, one.id) for one in received for word in _follow_up(one)], known=[(word, word) for word in _FOLLOW_UPS]
        ),
    })  # fmt: skip


def requests_of(edition: Edition, year: Year, months: Sequence[tuple[str, str]]) -> Answered:
    """Requests received in a year; where the edition has no register of them, those that it may count."""
    kept = edition.registers if RegisterName.REQUESTS.id in edition.open_registers else edition.tally
    received = [one for one in kept.requests if one.received in year]
    guide = edition.school.guide

    def is_late(request: Request) -> bool | None:
        return is_answer_late(request, answered_on(request) or edition.today, guide, edition.calendar)

    answers = [(one.answer.label, one.id) for one in received if one.answer]
    return _answered(received, is_late, {
        "answer": grouped(answers, known=_words(Answer)),
        "applicant": grouped([(one.applicant.label, one.id) for one in received], known=_words(Applicant)),
        "month": grouped([(one.received.isoformat()[:7], one.id) for one in received], known=months),
    })  # fmt: skip


_FOLLOW_UPS = ("点题公开", "已更正", "已再公布", "已反馈本人")


def _follow_up(opinion: Opinion) -> list[str]:
    facts = (opinion.is_topic, opinion.corrected_by, opinion.republished, opinion.fed_back)
    return [word for word, fact in zip(_FOLLOW_UPS, facts, strict=True) if fact]


def _answered(
    received: Sequence[One], is_late: Callable[[One], bool | None], groups: Mapping[str, tuple[Group, ...]]
) -> Answered:  # fmt: skip
    sorts: dict[str, list[str]] = {name: [] for name in ("on_time", "late", "open", "unknown")}
    days: list[tuple[str, int]] = []
    for one in received:
        late = is_late(one)
        answered = answered_on(one) if isinstance(one, Request) else one.answered
        if answered:
            days.append((one.id, (answered - one.received).days))
            sorts["unknown" if late is None else "late" if late else "on_time"].append(one.id)
        else:
            sorts["late" if late else "open"].append(one.id)
    return Answered(
        received=tuple(one.id for one in received), answered=tuple(one for one, _ in days), days=tuple(days), groups=groups,
        **{name: tuple(ids) for name, ids in sorts.items()},
    )  # fmt: skip


def _words(kind: type[Source] | type[Outcome] | type[Answer] | type[Applicant]) -> list[tuple[str, str]]:
    return [(one.label, one.label) for one in kind]
