"""意见和整改 on a record's page: the opinions on it, the answers, and what was put right, as one timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from disclosure.domain import urls
from disclosure.domain.chains import Chain, OpenOpinion, Step, StepKind
from disclosure.domain.edition import Entry
from disclosure.domain.registers import Opinion
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.year import year_of
from disclosure.rendering.environment import part_of
from disclosure.rendering.marks import Url
from disclosure.rendering.site import Site


class Line(NamedTuple):
    """A line of the timeline: of a record, or of an opinion."""

    day: date
    word: str
    entry: Entry | None = None
    register: str = ""
    """Where the opinion stands in the register, relative to the site's root."""
    about: str = ""
    text: str = ""
    minutes: Entry | None = None
    open: OpenOpinion | None = None
    as_of: date | None = None
    """The day of the build, where days overdue are counted."""


def chain_section(record_id: str, site: Site, url: Url) -> str:
    """The section of a record's or stub's page; '' for a record that nobody had an opinion on."""
    chain = site.chains.get(record_id)
    return part_of("_record.html", "chain", list(_lines(chain, site)), record_id, url) if chain else ""


def chain_key(record_id: str, site: Site) -> str:
    """What the section is made from; '' without one."""
    chain = site.chains.get(record_id)
    if chain is None:
        return ""
    return "\nchain" + "".join(
        f"\n{line.day} {line.word} {site.mentions[line.entry.id] if line.entry else ''}\n{line.register}\n{line.about}\n"
        f"{line.text}\n{site.mentions[line.minutes.id] if line.minutes else ''}\n"
        f"{line.open.reply_by if line.open else ''} {line.as_of}"
        for line in _lines(chain, site)
    )


def opinion_url(opinion: Opinion, site: Site) -> str:
    """The row of an opinion in the register, relative to the site's root."""
    year = year_of(opinion.received, site.edition.school.settings.year_kind)
    return f"{urls.register_url(RegisterName.OPINIONS.id, year.slug)}#{opinion.id}"


def _lines(chain: Chain, site: Site) -> Iterator[Line]:
    waiting = {one.opinion.id: one for one in chain.open}
    for step in chain.steps:
        if step.opinion is None:
            yield Line(step.day, step.kind.label, entry=site.entries[step.record])
        else:
            yield _of_opinion(step, step.opinion, waiting.get(step.opinion.id), site)


def _of_opinion(step: Step, opinion: Opinion, waiting: OpenOpinion | None, site: Site) -> Line:
    register = opinion_url(opinion, site)
    if step.kind is StepKind.OPINION:
        word = f"{step.kind.label}（点题公开）" if opinion.is_topic else step.kind.label
        late = waiting is not None and waiting.days_overdue > 0
        return Line(
            step.day, word, register=register, about=f"{opinion.id}（{opinion.source.label}）", text=opinion.text,
            open=waiting, as_of=site.edition.today if late else None,
        )  # fmt: skip
    if step.kind is StepKind.FED_BACK:
        return Line(step.day, step.kind.label, register=register, about=opinion.id, text="已告诉提意见的人。")
    said = [f"处理结果：{opinion.outcome.label}。" if opinion.outcome else "", opinion.answer]
    by = f"{opinion.id}（{opinion.department}）" if opinion.department else opinion.id
    minutes = site.entries.get(opinion.minutes)
    return Line(step.day, step.kind.label, register=register, about=by, text="".join(said), minutes=minutes)
