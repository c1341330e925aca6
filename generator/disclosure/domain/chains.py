"""整改链: record, opinions, answers, correction, published again — one story, told on the pages of all its records (S20, E12)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from disclosure.domain.edition import Edition, Entry, Shown
from disclosure.domain.register_days import is_reply_late, reply_due
from disclosure.domain.registers import Opinion
from disclosure.domain.vocabulary import State, Word


class StepKind(Word):
    """What happened on a day, in the order in which it is told where several things did."""

    PUBLISHED = "公布"
    OPINION = "收到意见"
    ANSWERED = "答复"
    CORRECTED = "更正"
    REPLACED = "替代"
    REPUBLISHED = "再公布"
    WITHDRAWN = "撤销"
    FED_BACK = "反馈"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a chain: about a record, or about an opinion."""

    day: date
    kind: StepKind
    record: str = ""
    """Id of the record that was published or withdrawn, '' for steps of opinions."""
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOpinion:
    """An opinion that nobody has answered yet."""

    opinion: Opinion
    reply_by: date
    """Last day, inclusive, on which an answer is in time."""
    is_known: bool
    """Whether that day is certain: the working days of later years are not (`workdays`)."""
    days_overdue: int
    """Calendar days since then; 0 while there is time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Opinions on records, and what came of them."""

    steps: tuple[Step, ...]
    """By day."""
    records: tuple[str, ...]
    """Ids of the records of the edition that it goes through, by time."""
    open: tuple[OpenOpinion, ...] = ()

    def answered_by(self, record_id: str) -> tuple[Opinion, ...]:
        """The opinions that a record answers: it corrects what they were about, or publishes the result again."""
        opinions = (step.opinion for step in self.steps if step.kind is StepKind.OPINION and step.opinion)
        return tuple(one for one in opinions if record_id in (one.corrected_by, one.republished))


def chains_of(edition: Edition, entries: Mapping[str, Entry]) -> dict[str, Chain]:
    """The chain that each record is part of, by id of the record; those without any opinion are in none.

    Opinions tie the record they are about to the one that corrects it and the one that publishes the result. Corrections
    of these belong to it, backwards and forwards, and what replaced a record after an opinion on it.

    Args:
        entries: everything that has a page in the edition, by id.
    """
    if not edition.registers.opinions:
        return {}
    told = [(one, found) for one in edition.registers.opinions if (found := _records_of(one, entries))]
    groups = _united([found for _, found in told])
    opinions: dict[str, list[Opinion]] = defaultdict(list)
    for opinion, found in told:
        opinions[groups[found[0]]].append(opinion)
    members: dict[str, list[Entry]] = defaultdict(list)
    for record_id, group in groups.items():
        members[group].append(entries[record_id])
    chains: dict[str, Chain] = {}
    for group, found_entries in members.items():
        chain = _chain(sorted(found_entries, key=lambda one: one.sort_key), opinions[group], edition)
        chains |= dict.fromkeys(chain.records, chain)
    return chains


def _records_of(opinion: Opinion, entries: Mapping[str, Entry]) -> list[str]:
    """The records that an opinion ties together."""
    named = [one for one in (opinion.record, opinion.corrected_by, opinion.republished) if one in entries]
    found = dict.fromkeys(named)
    if opinion.record in entries:
        about = entries[opinion.record]
        found |= dict.fromkeys(
            by for by in about.replaced_by if by in entries and entries[by].published >= opinion.received
        )
    ahead = list(found)
    while ahead:
        entry = entries[ahead.pop()]
        near = [
            *_corrected(entry),
            *(by for by in entry.replaced_by if by in entries and entry.id in _corrected(entries[by])),
        ]
        for one in near:
            if one in entries and one not in found:
                found[one] = None
                ahead.append(one)
    return list(found)


def _corrected(entry: Entry) -> tuple[str, ...]:
    """What a record corrects; a stub remembers only whose place it took, and that it is a correction."""
    if isinstance(entry, Shown):
        return (entry.record.corrects,) if entry.record.corrects else ()
    return entry.supersedes if entry.is_correction else ()


def _united(ties: Iterable[list[str]]) -> dict[str, str]:
    """For each record a name of its group; records that are tied together, also by way of others, have the same."""
    groups: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for tie in ties:
        joined = list(dict.fromkeys([*tie, *(one for id in tie if id in groups for one in members[groups[id]])]))
        for old in {groups[one] for one in joined if one in groups}:
            del members[old]
        members[joined[0]] = joined
        groups |= dict.fromkeys(joined, joined[0])
    return groups


def _chain(entries: list[Entry], opinions: list[Opinion], edition: Edition) -> Chain:
    ids = {one.id for one in entries}
    steps = [step for entry in entries for step in _steps_of_record(entry, opinions, ids)]
    steps += [step for opinion in opinions for step in _steps_of_opinion(opinion, edition.today)]
    order = {kind: place for place, kind in enumerate(StepKind)}
    steps.sort(key=lambda step: (step.day, order[step.kind], step.record or (step.opinion.id if step.opinion else "")))
    open_ones = [one for one in opinions if not one.answered]
    return Chain(
        steps=tuple(steps), records=tuple(one.id for one in entries),
        open=tuple(_open(one, edition) for one in sorted(open_ones, key=lambda one: (one.received, one.id))),
    )  # fmt: skip


def _steps_of_record(entry: Entry, opinions: list[Opinion], ids: set[str]) -> Iterator[Step]:
    kind = StepKind.PUBLISHED
    supersedes = entry.record.supersedes if isinstance(entry, Shown) else entry.supersedes
    if any(entry.id == one.republished for one in opinions):
        kind = StepKind.REPUBLISHED
    elif any(entry.id == one.corrected_by for one in opinions) or ids.intersection(_corrected(entry)):
        kind = StepKind.CORRECTED
    elif ids.intersection(supersedes):
        kind = StepKind.REPLACED
    yield Step(day=entry.published, kind=kind, record=entry.id)
    if not isinstance(entry, Shown) and entry.withdrawn and entry.state is State.WITHDRAWN:
        yield Step(day=entry.withdrawn.day, kind=StepKind.WITHDRAWN, record=entry.id)


def _steps_of_opinion(opinion: Opinion, today: date) -> Iterator[Step]:
    yield Step(day=opinion.received, kind=StepKind.OPINION, opinion=opinion)
    if opinion.answered:
        yield Step(day=opinion.answered, kind=StepKind.ANSWERED, opinion=opinion)
    if opinion.fed_back and opinion.fed_back <= today:
        yield Step(day=opinion.fed_back, kind=StepKind.FED_BACK, opinion=opinion)


def _open(opinion: Opinion, edition: Edition) -> OpenOpinion:
    settings, calendar, today = edition.school.settings, edition.calendar, edition.today
    reply_by, is_known = reply_due(opinion, settings, calendar)
    is_late = is_reply_late(opinion, today, settings, calendar)
    return OpenOpinion(
        opinion=opinion, reply_by=reply_by, is_known=is_known, days_overdue=(today - reply_by).days if is_late else 0,
    )  # fmt: skip
