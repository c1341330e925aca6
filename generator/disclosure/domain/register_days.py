"""By when an opinion or a request has to be answered, and whether it was (requirements R07). Pure functions of days."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

from disclosure.domain.promptness import due_by
from disclosure.domain.registers import Answer, Opinion, Registers, Request
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.school import Guide, Settings
from disclosure.domain.workdays import Span, Unit, WorkCalendar

USUAL_ANSWER = Span(count=10, unit=Unit.WORKING_DAYS)
"""答复时限 where the guide's own words name none (教办〔2010〕15号 as local authorities put it)."""
_SPAN = re.compile(r"(\d{1,4})\s*(个?工作日|个?自然日|天|日)")
_ONE_DAY = timedelta(days=1)
_HOLIDAYS = timedelta(days=14)
"""What the longest public holidays add to a count of working days, weekends aside."""


def span_named_in(text: str) -> Span | None:
    """The length of time that a sentence names: `收到申请之日起10个工作日内`; None where it names none."""
    match = _SPAN.search(text)
    if not match or int(match[1]) == 0:
        return None
    return Span(count=int(match[1]), unit=Unit.WORKING_DAYS if "工作日" in match[2] else Unit.DAYS)


def answer_spans(request: Request, guide: Guide) -> tuple[Span, ...]:
    """The lengths of time, one after the other, within which a request has to be answered.

    An extension adds 延长时限; as much again as the first time where the guide does not say.
    """
    first = span_named_in(guide.reply_within) or USUAL_ANSWER
    return (first, span_named_in(guide.extend_within) or first) if request.extension else (first,)


def reply_due(opinion: Opinion, settings: Settings, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day (inclusive) on which an opinion is answered in time, and whether it is known (see `due_by`)."""
    if opinion.reply_by:
        return opinion.reply_by, True
    return due_by(settings.reply_to_opinions, start=opinion.received, calendar=calendar)


def answer_due(request: Request, guide: Guide, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day (inclusive) on which a request is answered in time, its extension included, and whether it is known."""
    return _due(answer_spans(request, guide), request.received, calendar)


def extension_due(request: Request, guide: Guide, calendar: WorkCalendar) -> tuple[date, bool]:
    """Last day (inclusive) on which an applicant may still be told that it takes longer, and whether it is known."""
    return _due(answer_spans(request, guide)[:1], request.received, calendar)


def is_reply_late(opinion: Opinion, day: date, settings: Settings, calendar: WorkCalendar) -> bool | None:
    """Whether an answer on a day is late; None where the unknown working days of a year decide."""
    last, is_known = reply_due(opinion, settings, calendar)
    return _is_late(day, last, is_known, (settings.reply_to_opinions,))


def is_answer_late(request: Request, day: date, guide: Guide, calendar: WorkCalendar) -> bool | None:
    """Whether an answer on a day is late; None where the unknown working days of a year decide."""
    last, is_known = answer_due(request, guide, calendar)
    return _is_late(day, last, is_known, answer_spans(request, guide))


def is_extension_late(request: Request, guide: Guide, calendar: WorkCalendar) -> bool | None:
    """Whether the applicant was told too late that it takes longer; None where unknown working days decide."""
    if request.extension is None:
        return False
    last, is_known = extension_due(request, guide, calendar)
    return _is_late(request.extension.day, last, is_known, answer_spans(request, guide)[:1])


def days_of_opinions(opinions: Iterable[Opinion], *, today: date) -> Iterator[date]:
    """Days after `today` on which what is said of opinions changes by itself: they come in, are answered, the sender is
    told; and as long as one is open, every day, since its days are counted."""
    for one in opinions:
        yield from (day for day in (one.received, one.answered, one.fed_back) if day and day > today)
        if one.received <= today and (one.answered is None or one.answered > today):
            yield today + _ONE_DAY


def days_of_requests(
    requests: Iterable[Request], guide: Guide, calendar: WorkCalendar, *, today: date
) -> Iterator[date]:
    """Days after `today` on which the list of requests changes by itself: they come in, are answered, are overdue."""
    for one in requests:
        days = [one.received, answered_on(one)]
        if one.answer is None:
            days.append(answer_due(one, guide, calendar)[0] + _ONE_DAY)
        yield from (day for day in days if day and day > today)


def days_of_other_registers(registers: Registers, open_registers: Container[str], *, today: date) -> Iterator[date]:
    """Days after `today` on which the lists of exemptions, outages and inspections change by themselves."""
    days: list[date | None] = []
    if RegisterName.EXEMPTIONS.id in open_registers:
        for exemption in registers.exemptions:
            overdue = exemption.review_by + _ONE_DAY if exemption.review_by and not exemption.ended else None
            days += (exemption.decided, exemption.ended, overdue)
    if RegisterName.OUTAGES.id in open_registers:
        days += (outage.start for outage in registers.outages)
    if RegisterName.INSPECTIONS.id in open_registers:
        for inspection in registers.inspections:
            days.append(inspection.day)
            for one in inspection.shortcomings:
                days += (one.mended, one.mend_by + _ONE_DAY if one.mend_by and not one.mended else None)
    yield from (day for day in days if day and day > today)


def answered_on(request: Request) -> date | None:
    """The day of the answer; what was answered 当场 was answered on the day on which it came, whether or not that is written."""
    if request.answered is None and request.answer is Answer.AT_ONCE:
        return request.received
    return request.answered


def _due(spans: tuple[Span, ...], start: date, calendar: WorkCalendar) -> tuple[date, bool]:
    is_known = True
    for span in spans:
        start, knows = due_by(span, start=start, calendar=calendar)
        is_known = is_known and knows
    return start, is_known


def _is_late(day: date, last: date, is_known: bool, spans: tuple[Span, ...]) -> bool | None:
    """`last` is the earliest possible last day where it is not known; the latest has as many days off as working days."""
    if day <= last or is_known:
        return day > last
    latest = last + timedelta(days=sum(span.count for span in spans)) + _HOLIDAYS
    return True if day > latest else None
