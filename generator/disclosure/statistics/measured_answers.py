"""Measures of what came back: opinions, requests, consultations, inspections, and what was put right."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.domain import urls
from disclosure.domain.consultations import consultations_of
from disclosure.domain.registers import Exemption, Inspection, Opinion, Outcome
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.table import Place
from disclosure.statistics.tally import Measure, Seen, Tally, counted, counted_records

_OPINIONS, _REQUESTS = (RegisterName.OPINIONS,), (RegisterName.REQUESTS,)
_INSPECTIONS, _EXEMPTIONS = (RegisterName.INSPECTIONS,), (RegisterName.EXEMPTIONS,)
_TO_BE_MENDED = (Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)


def _answered(seen: Seen) -> Tally:
    """Those with time left are not counted."""
    figures = seen.opinions
    waiting = [one for one in figures.late if one not in figures.answered]
    return _rows(seen, RegisterName.OPINIONS, figures.answered, waiting)


def _answered_on_time(seen: Seen) -> Tally:
    figures = seen.opinions
    return _rows(seen, RegisterName.OPINIONS, figures.on_time, figures.late)


def _fed_back(seen: Seen) -> Tally:
    answered = [one for one in _opinions(seen) if one.answered]
    told = [one.id for one in answered if one.fed_back and one.fed_back <= seen.edition.today]
    return _rows(seen, RegisterName.OPINIONS, told, [one.id for one in answered if one.id not in told])


def _published_again(seen: Seen) -> Tally:
    adopted = [one for one in _opinions(seen) if one.outcome in _TO_BE_MENDED]
    again = [one.id for one in adopted if one.corrected_by or one.republished]
    return _rows(seen, RegisterName.OPINIONS, again, [one.id for one in adopted if one.id not in again])


def _topics(seen: Seen) -> Tally:
    topics = [one for one in _opinions(seen) if one.is_topic]
    answered = [one.id for one in topics if one.answered]
    return _rows(seen, RegisterName.OPINIONS, answered, [one.id for one in topics if one.id not in answered])


def _requests(seen: Seen) -> Tally:
    figures = seen.requests
    return _rows(seen, RegisterName.REQUESTS, figures.on_time, figures.late)


def _exemptions_filed(seen: Seen) -> Tally:
    decided = [one for one in seen.edition.registers.exemptions if one.decided in seen.year]
    return _exempt((one, one.reported is not None) for one in decided)


def _exemptions_reviewed(seen: Seen) -> Tally:
    running = [one for one in seen.edition.registers.exemptions if one.ended is None or one.ended > seen.edition.today]
    return _exempt((one, one.review_by is not None and one.review_by >= seen.edition.today) for one in running)


def _results(seen: Seen) -> Tally:
    asked = [one for one in consultations_of(seen.edition).values() if one.open_until in seen.year]
    return counted_records(
        [one.entry.id for one in asked if one.result], [one.entry.id for one in asked if one.is_overdue]
    )


def _inspected(seen: Seen) -> Tally:
    """A term that runs still has time, unless it was inspected already."""
    done: list[Place] = []
    missing: list[Place] = []
    for term in seen.edition.school.terms:
        if term.start not in seen.year or term.start > seen.day:
            continue
        found = [one for one in seen.edition.registers.inspections if term.start <= one.day <= term.end]
        if found:
            done.append(_inspection(found[0], seen, term.name))
        elif term.end < seen.edition.today:
            missing.append(
                Place(url=urls.register_url(RegisterName.INSPECTIONS.id, seen.year.slug), text=term.name)
            )  # fmt: skip
    return counted(done, missing, "个")


def _mended(seen: Seen) -> Tally:
    done: list[Place] = []
    missing: list[Place] = []
    for inspection in _inspections(seen):
        for number, one in enumerate(inspection.shortcomings, start=1):
            place = seen.row(RegisterName.INSPECTIONS, f"{inspection.id}-{number}")
            if one.mended and one.mended <= seen.edition.today:
                done.append(place)
            elif one.mend_by is None or one.mend_by < seen.edition.today:
                missing.append(place)
    return counted(done, missing, "个")


def _informed(seen: Seen) -> Tally:
    """The last that was asked in the year."""
    asked = [one for one in _inspections(seen) if one.informed_share is not None]
    if not asked:
        return Tally()
    row = seen.row(RegisterName.INSPECTIONS, asked[-1].id)
    return Tally(done=(row,), done_count=1, percent=asked[-1].informed_share)


def _opinions(seen: Seen) -> list[Opinion]:
    return [one for one in seen.edition.registers.opinions if one.received in seen.year]


def _inspections(seen: Seen) -> list[Inspection]:
    return [one for one in seen.edition.registers.inspections if one.day in seen.year]


def _inspection(one: Inspection, seen: Seen, text: str) -> Place:
    """Its row; it may stand on the page of another year than its term began in."""
    if one.day in seen.year:
        return seen.row(RegisterName.INSPECTIONS, one.id, text)
    return Place(url=f"{urls.REGISTERS}", text=text)


def _rows(seen: Seen, register: RegisterName, done: Iterable[str], missing: Iterable[str]) -> Tally:
    return counted([seen.row(register, one) for one in done], [seen.row(register, one) for one in missing], "件")


def _exempt(found: Iterable[tuple[Exemption, bool]]) -> Tally:
    page, judged = urls.register_url(RegisterName.EXEMPTIONS.id), list(found)
    done = [Place(url=f"{page}#{one.id}", text=one.id) for one, is_done in judged if is_done]
    missing = [Place(url=f"{page}#{one.id}", text=one.id) for one, is_done in judged if not is_done]
    return counted(done, missing, "项")


MEASURES = (
    Measure(name="暂不公开已备案", of=_exemptions_filed, needs=_EXEMPTIONS, about="当年决定暂不公开的事项里，已经报备案的。"),
    Measure(name="暂不公开按期复核", of=_exemptions_reviewed, needs=_EXEMPTIONS, is_of_today=True,
            about="还没有公开的事项里，写了复核日期、而且没有过期的。"),
    Measure(name="意见有答复", of=_answered, needs=_OPINIONS, about="当年收到的意见里已经答复的；还没有到期限的不算。"),
    Measure(name="意见按期答复", of=_answered_on_time, needs=_OPINIONS, about="当年收到的意见里，在期限以内答复的；还没有到期限的不算。"),
    Measure(name="意见有反馈", of=_fed_back, needs=_OPINIONS, about="已经答复的意见里，告诉了提意见的人的。"),
    Measure(name="整改再公布", of=_published_again, needs=_OPINIONS, about="采纳的意见里，更正或再公布了结果的。"),
    Measure(name="点题有回应", of=_topics, needs=_OPINIONS, about="当年的点题公开里，已经答复的。"),
    Measure(name="申请按期答复", of=_requests, needs=_REQUESTS, about="当年收到的公开申请里，在期限以内答复的；还没有到期限的不算。"),
    Measure(name="征求意见有结果", of=_results, about="当年截止的征求意见里，公布了结果的；结果还没有到期限的不算。"),
    Measure(name="每学期有检查", of=_inspected, needs=_INSPECTIONS, about="当年开始的学期里，监督小组检查过的；正在进行的学期没有检查的先不算。"),
    Measure(name="问题已整改", of=_mended, needs=_INSPECTIONS, about="当年检查发现的问题里已经改好的；还没有到限期的不算。"),
    Measure(name="知情率", of=_informed, needs=_INSPECTIONS, about="当年最近一次检查问到的知情率。"),
)  # fmt: skip
"""In the order of the reference."""
