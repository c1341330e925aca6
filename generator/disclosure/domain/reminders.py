"""What somebody in the school has to do by a day: disclose, tell a result, answer, look again (`disclosure due`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.domain.consultations import consultations_of
from disclosure.domain.due import DueKind
from disclosure.domain.duties import AFTER, Duty, due_items
from disclosure.domain.edition import Edition
from disclosure.domain.meetings import Delivery
from disclosure.domain.register_days import answer_due, answered_on, is_answer_late, is_reply_late, reply_due
from disclosure.domain.standings import ItemStanding, Standing
from disclosure.domain.vocabulary import State, Word

AHEAD = timedelta(days=60)
"""How far ahead `disclosure due` looks."""
_OF_TERMS = frozenset({DueKind.BEFORE_TERM, DueKind.EVERY_TERM, DueKind.END_OF_TERM})


class Matter(Word):
    """What kind of thing a reminder is about."""

    ITEM = "公开事项"
    CONSULTATION = "征求意见结果"
    OPINION = "答复意见"
    REQUEST = "答复申请"
    REVIEW = "复核"
    EXEMPTION = "暂不公开复核"
    MENDING = "整改"
    DELIVERY = "会议报告"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to do."""

    matter: Matter
    id: str
    """Of the item, record, opinion or request."""
    name: str
    department: str
    state: Standing
    due: date | None
    """Last day, inclusive; None for what should always be there."""
    owner: str = ""
    period: str = ""
    rule: str = ""
    is_known: bool = True
    """Whether that day is certain (`workdays`)."""
    last: str = ""
    """Id of the item's last record."""
    last_published: date | None = None

    @property
    def sort_key(self) -> tuple[int, date, str, str]:
        """逾期 first, then 将到期, 空缺, and what comes later; by day."""
        return _ORDER.index(self.state), self.due or date.min, self.id, self.period

    def days(self, today: date) -> int | None:
        """Days that are left; negative for days late."""
        return (self.due - today).days if self.due else None


_ORDER = (Standing.OVERDUE, Standing.DUE_SOON, Standing.EMPTY, Standing.NORMAL)


def reminders_of(
    edition: Edition, standings: tuple[ItemStanding, ...], *, deliveries: Iterable[Delivery] = ()
) -> tuple[Reminder, ...]:
    """Everything that is late, and what falls due within 60 days; late things first, then by day.

    Args:
        standings: of the edition's items.
        deliveries: reports to meetings that nobody has signed for (`meetings.open_deliveries`); no edition has those.
    """
    found = [
        *_of_items(edition, standings),
        *_of_consultations(edition),
        *_of_registers(edition),
        *_of_reviews(edition),
        *(_of_delivery(one, edition) for one in deliveries),
    ]
    seen = [one for one in found if one.due is None or one.due <= edition.today + AHEAD]
    return tuple(sorted(seen, key=lambda one: one.sort_key))


def lacks_terms(edition: Edition) -> bool:
    """Whether something is due by terms, and the school's calendar does not say when the present or next one is."""
    if not any(rule.kind in _OF_TERMS for item in due_items(edition) for rule in item.due):
        return False
    return all(term.end < edition.today for term in edition.school.terms)


def _of_items(edition: Edition, standings: tuple[ItemStanding, ...]) -> Iterator[Reminder]:
    told = {standing.item.id: standing for standing in standings}
    for standing in standings:
        if standing.standing is Standing.EMPTY:
            first = standing.overdue[0] if standing.overdue else None
            yield _of_duty(first, standing, Standing.EMPTY)
        elif standing.standing is Standing.OVERDUE:
            for duty in standing.overdue:
                yield _of_duty(duty, standing, Standing.OVERDUE)
    for duty in edition.duties:
        if duty.done_on is None and duty.last_day >= edition.today and duty.rule.kind not in AFTER:
            is_soon = edition.today >= duty.warned_from(edition.school.settings.due_warn_days)
            yield _of_duty(duty, told[duty.item.id], Standing.DUE_SOON if is_soon else Standing.NORMAL)


def _of_duty(duty: Duty | None, standing: ItemStanding, state: Standing) -> Reminder:
    item = standing.item
    return Reminder(
        matter=Matter.ITEM, id=item.id, name=item.name, department=item.department, owner=item.owner, state=state,
        period=duty.period if duty else "", rule=duty.rule.text if duty else item.cadence.label,
        due=duty.due if duty else None, is_known=duty is None or duty.is_known, last=standing.last,
        last_published=standing.last_published,
    )  # fmt: skip


def _of_consultations(edition: Edition) -> Iterator[Reminder]:
    for one in consultations_of(edition).values():
        if one.result is None:
            state = Standing.OVERDUE if one.is_overdue else _standing(one.due, edition)
            yield Reminder(
                matter=Matter.CONSULTATION, id=one.entry.id, name=one.entry.title, department=one.entry.department,
                state=state, due=one.due, is_known=one.is_known,
            )  # fmt: skip


def _of_registers(edition: Edition) -> Iterator[Reminder]:
    school, calendar, today = edition.school, edition.calendar, edition.today
    for opinion in edition.registers.opinions:
        if opinion.answered is None:
            due, is_known = reply_due(opinion, school.settings, calendar)
            is_late = is_reply_late(opinion, today, school.settings, calendar)
            yield Reminder(
                matter=Matter.OPINION, id=opinion.id, name=opinion.text, department=opinion.department, owner=opinion.owner,
                state=Standing.OVERDUE if is_late else _standing(due, edition), due=due, is_known=is_known,
            )  # fmt: skip
    for request in edition.registers.requests:
        if answered_on(request) is None:
            due, is_known = answer_due(request, school.guide, calendar)
            is_late = is_answer_late(request, today, school.guide, calendar)
            yield Reminder(
                matter=Matter.REQUEST, id=request.id, name=request.text, department=request.department,
                state=Standing.OVERDUE if is_late else _standing(due, edition), due=due, is_known=is_known,
            )  # fmt: skip
    for exemption in edition.registers.exemptions:
        if exemption.review_by and not (exemption.ended and exemption.ended <= today):
            yield _by(exemption.review_by, Matter.EXEMPTION, exemption.id, exemption.text, "", edition)
    for inspection in edition.registers.inspections:
        for one in inspection.shortcomings:
            if one.mend_by and not (one.mended and one.mended <= today):
                yield _by(one.mend_by, Matter.MENDING, inspection.id, one.text, one.department, edition)


def _of_reviews(edition: Edition) -> Iterator[Reminder]:
    for shown in edition.shown:
        if shown.record.review_by and shown.state in (State.STANDING, State.REVIEW_DUE):
            yield _by(shown.record.review_by, Matter.REVIEW, shown.id, shown.title, shown.department, edition)


def _of_delivery(one: Delivery, edition: Edition) -> Reminder:
    name = f"{one.record.title}，送{one.lead.role}（{one.meeting} 的会议提前 {one.lead.span}）"
    return _by(one.last_day, Matter.DELIVERY, one.record.id, name, one.record.department, edition)


def _by(due: date, matter: Matter, id: str, name: str, department: str, edition: Edition) -> Reminder:
    state = Standing.OVERDUE if due < edition.today else _standing(due, edition)
    return Reminder(matter=matter, id=id, name=name, department=department, state=state, due=due)


def _standing(due: date, edition: Edition) -> Standing:
    is_soon = due - edition.today <= timedelta(days=edition.school.settings.due_warn_days)
    return Standing.DUE_SOON if is_soon else Standing.NORMAL
