"""The figures of an annual report by their names, each with the page that lists what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from disclosure.domain import urls
from disclosure.domain.annual_report import Interval, ReportPlan
from disclosure.domain.edition import Edition
from disclosure.domain.registers import Answer, Outcome, Registers
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.report_figures import FIGURE_NAMES, Figure, Figures, FigureValue
from disclosure.domain.table import Place
from disclosure.statistics.answers import Answered
from disclosure.statistics.dimensions import CHANGES
from disclosure.statistics.figures import Figures as Counted
from disclosure.statistics.figures import figures_of_years, years_of
from disclosure.statistics.fulfilment import Fulfilment

_OTHER_ANSWERS = (Answer.ABSENT, Answer.ELSEWHERE, Answer.REPEATED, Answer.CLOSED)
_DUTIES = ("due", "done_in_time", "done_late", "missing")
_PLACES: Mapping[str, tuple[RegisterName, str, str]] = {
    "disclosed": (RegisterName.STATISTICS, "month", ""),
    **{name: (RegisterName.STATISTICS, "change", name) for name in CHANGES},
    "in_time": (RegisterName.STATISTICS, "promptness", "on-time"),
    "late": (RegisterName.STATISTICS, "promptness", "late"),
    "files": (RegisterName.STATISTICS, "attachments", "with"),
    "columns": (RegisterName.STATISTICS, "column", ""),
    "departments": (RegisterName.STATISTICS, "department", ""),
    "items": (RegisterName.STATISTICS, "item", ""),
    **dict.fromkeys(_DUTIES, (RegisterName.LEDGER, "", "")),
    **dict.fromkeys(("opinions", "answered", "answered_in_time", "adopted", "topics"), (RegisterName.OPINIONS, "", "")),
    **dict.fromkeys(
        ("requests", "requests_answered", "requests_in_time", "granted", "partly", "refused", "other_answers", "extended"),
        (RegisterName.REQUESTS, "", ""),
    ),
    "exemptions": (RegisterName.EXEMPTIONS, "", ""),
    **dict.fromkeys(("inspections", "shortcomings", "mended"), (RegisterName.INSPECTIONS, "", "")),
    "outage_days": (RegisterName.OUTAGES, "", ""),
}  # fmt: skip
"""Where the things that a figure counts are listed: the register, or of statistics the dimension and the group."""
_OF_RECORDS = ("disclosed", "in_time", "late", "files", "columns", "departments", "items")
"""Figures of what was disclosed in the interval."""
_FOR_ALL_TIME = (RegisterName.EXEMPTIONS, RegisterName.OUTAGES)
"""Registers without pages for years."""


def counted_in(edition: Edition, *intervals: Interval) -> dict[Interval, Counted]:
    """The statistics of intervals. What an edition does not list (closed registers) is counted all the same."""
    whole = replace(edition, registers=counted_registers(edition))
    found = figures_of_years(whole, [one.span for one in intervals], duties=edition.duties)
    return {one: found[one.span] for one in intervals}


def counted_registers(edition: Edition) -> Registers:
    """What is counted of the registers: what the edition lists; of registers that it does not list, days and outcomes."""
    kinds = {
        RegisterName.OPINIONS: "opinions", RegisterName.REQUESTS: "requests", RegisterName.EXEMPTIONS: "exemptions",
        RegisterName.INSPECTIONS: "inspections", RegisterName.OUTAGES: "outages",
    }  # fmt: skip
    closed = {
        kind: getattr(edition.tally, kind) for name, kind in kinds.items() if name.id not in edition.open_registers
    }
    return replace(edition.registers, **closed)


def named_figures(
    edition: Edition, interval: Interval, plan: ReportPlan, *, counted: Counted, listed_at: str = ""
) -> Figures:
    """Every figure of a report that is known on the edition's day, by id.

    Args:
        counted: `counted_in` of the same.
        listed_at: URL of a list of everything that is counted as disclosed, for years without statistics.
    """
    has_pages = interval.year in years_of(edition)

    def places_of(id: str) -> tuple[Place, ...]:
        if listed_at and id in _OF_RECORDS:
            return (Place(url=listed_at),)
        return _places(id, edition, interval) if has_pages else ()

    values: dict[str, FigureValue] = {
        **dict(_of_records(counted)),
        **dict(_of_duties(counted.fulfilment)),
        **dict(_of_opinions(counted.opinions)),
        **dict(_of_requests(counted.requests, edition, interval)),
        **dict(_of_others(edition, interval)),
        **plan.declared.get(interval.slug, {}),
        **_words(edition, interval, plan),
    }
    return {
        id: Figure(name=FIGURE_NAMES[id], value=value, places=places_of(id) if value else ())
        for id, value in values.items()
        if value is not None and value != ""
    }


def _of_records(counted: Counted) -> Iterator[tuple[str, FigureValue]]:
    prompt = counted.promptness
    yield "disclosed", counted.total
    for name in CHANGES:
        yield name, counted.group("change", name).count
    yield "in_time", len(prompt.on_time)
    yield "late", len(prompt.late)
    yield "in_time_share", _percent(prompt.share_on_time)
    yield "median_days", prompt.median_days
    yield "files", counted.files
    for name, dimension in (("columns", "column"), ("departments", "department")):
        yield name, sum(1 for group in counted.dimensions[dimension] if group.count)
    yield "items", len({entry.item.id for entry in counted.disclosed if entry.item})


def _of_duties(fulfilment: Fulfilment) -> Iterator[tuple[str, FigureValue]]:
    counts = (fulfilment.due, len(fulfilment.on_time), len(fulfilment.late), len(fulfilment.missing))
    return iter(zip(_DUTIES, counts, strict=True))


def _of_opinions(opinions: Answered) -> Iterator[tuple[str, FigureValue]]:
    yield "opinions", len(opinions.received)
    yield "answered", len(opinions.answered)
    yield "answered_in_time", len(opinions.on_time)
    yield "answered_share", _percent(opinions.share_answered)
    yield "answer_days", opinions.median_days
    yield "adopted", _counts(opinions, "outcome", Outcome.ADOPTED, Outcome.PARTLY_ADOPTED)
    yield "topics", sum(group.count for group in opinions.groups["follow-up"] if group.label == "点题公开")


def _of_requests(requests: Answered, edition: Edition, interval: Interval) -> Iterator[tuple[str, FigureValue]]:
    yield "requests", len(requests.received)
    yield "requests_answered", len(requests.answered)
    yield "requests_in_time", len(requests.on_time)
    yield "granted", _counts(requests, "answer", Answer.GRANTED, Answer.AT_ONCE)
    yield "partly", _counts(requests, "answer", Answer.PARTLY)
    yield "refused", _counts(requests, "answer", Answer.REFUSED)
    yield "other_answers", _counts(requests, "answer", *_OTHER_ANSWERS)
    received = [one for one in counted_registers(edition).requests if one.received in interval]
    yield "extended", sum(1 for one in received if one.extension)


def _of_others(edition: Edition, interval: Interval) -> Iterator[tuple[str, FigureValue]]:
    registers, today = counted_registers(edition), edition.today
    inspections = [one for one in registers.inspections if one.day in interval]
    found = [one for inspection in inspections for one in inspection.shortcomings]
    yield "exemptions", sum(1 for one in registers.exemptions if one.decided in interval)
    yield "inspections", len(inspections)
    yield "shortcomings", len(found)
    yield "mended", sum(1 for one in found if one.mended and one.mended <= today)
    last, days = min(interval.end, today), set()
    for outage in registers.outages:
        day = max(outage.start, interval.start)
        while day <= min(outage.end, last):
            days.add(day)
            day += timedelta(days=1)
    yield "outage_days", len(days)


def _words(edition: Edition, interval: Interval, plan: ReportPlan) -> dict[str, FigureValue]:
    school = edition.school
    phones = school.phones.office[:1] if school.phones else ()
    days = {"first_day": interval.start, "last_day": interval.end, "as_of": min(interval.end, edition.today)}
    return {
        "school": school.name, "year": interval.label, "compiler": plan.compiler, "phone": plan.phone or "".join(phones),
        **{name: f"{day.year}年{day.month}月{day.day}日" for name, day in days.items()},
    }  # fmt: skip


def _counts(answered: Answered, dimension: str, *words: Answer | Outcome) -> int:
    labels = {word.label for word in words}
    return sum(group.count for group in answered.groups[dimension] if group.label in labels)


def _percent(share: Decimal | None) -> Decimal | None:
    return None if share is None else share * 100


def _places(id: str, edition: Edition, interval: Interval) -> tuple[Place, ...]:
    """The page that lists what is counted, where the edition has it."""
    if id not in _PLACES:
        return ()
    register, dimension, group = _PLACES[id]
    if register.id not in edition.open_registers:
        return ()
    if register is RegisterName.STATISTICS:
        return (Place(url=urls.counted_url(interval.slug, dimension, group)),)
    return (Place(url=urls.register_url(register.id, "" if register in _FOR_ALL_TIME else interval.slug)),)
