"""What the figures of a year count, laid out for reading: dimension by dimension, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.duties import Duty
from disclosure.domain.edition import Entry, Stub
from disclosure.domain.registers import Opinion, Request
from disclosure.domain.registers_shown import RegisterName
from disclosure.domain.year import Year
from disclosure.registers.statistics_answers import DUTY_GROUPS, answered_groups, dimensions_of
from disclosure.rendering.site import Site
from disclosure.rendering.year_statistics import YearStatistics
from disclosure.statistics.answers import Answered
from disclosure.statistics.dimensions import DIMENSIONS
from disclosure.statistics.groups import Group

_OF_ALL_YEARS = "change"
"""The dimension that tells of records of any year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One figure and the list of what it counts."""

    id: str
    label: str
    entries: tuple[str, ...]
    lines: Mapping[str, str]
    """HTML list elements by id, of these entries and others."""

    @property
    def count(self) -> int:
        """How many it lists."""
        return len(self.entries)

    @property
    def rows(self) -> str:
        """Its list elements."""
        return "".join([self.lines[id] for id in self.entries])


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A page that lists what is counted by one dimension of a year."""

    url: str
    title: str
    sections: tuple[Section, ...]
    """Without empty ones."""
    lines: str
    """Digest of all list elements: written once for the lists of a year, which tell of the same records."""

    @property
    def key(self) -> str:
        """All that the page is made from, beside the year."""
        return digest_of(
            self.title, self.lines, *(f"{one.id}\n{one.label}\n{' '.join(one.entries)}" for one in self.sections)
        )


def counted_lists(site: Site) -> Iterator[tuple[YearStatistics, Counted]]:
    """Every page that lists what is counted, of every year. All lie equally deep, so that rows are written once for all."""
    statistics = site.statistics()
    if not statistics:
        return
    rows = {entry.id: _entry_row(entry, _base(statistics[0].year)) for entry in site.entries.values()}
    for found in statistics:
        own = {entry.id: rows[entry.id] for entry in found.figures.disclosed}
        told = digest_of(*own.values())
        for name in _lists_of(found):
            yield found, _list(name, found, site, rows if name == _OF_ALL_YEARS else own, told)


def counted_urls(site: Site) -> list[str]:
    """URLs of the same pages."""
    return [urls.counted_url(found.year.slug, name) for found in site.statistics() for name in _lists_of(found)]


def _lists_of(found: YearStatistics) -> list[str]:
    figures = found.figures
    duties = ["duties"] if any(table.id == "duties" for table in found.tables) else []
    told = [one.id for one in (RegisterName.OPINIONS, RegisterName.REQUESTS) if one.id in figures.open_registers]
    return [*figures.dimensions, *duties, *told]


def _list(name: str, found: YearStatistics, site: Site, rows: Mapping[str, str], digest: str) -> Counted:
    year, figures, kept = found.year, found.figures, site.edition.registers
    if name == "duties":
        return _duties(found)
    if name == RegisterName.OPINIONS.id:
        return _told(RegisterName.OPINIONS, f"{year.label}收到的意见", year, figures.opinions, kept.opinions)
    if name == RegisterName.REQUESTS.id:
        return _told(RegisterName.REQUESTS, f"{year.label}收到的公开申请", year, figures.requests, kept.requests)
    return _counted(
        year,
        name,
        f"{year.label}公开的记录，按{DIMENSIONS[name]}分",
        figures.dimensions[name],
        rows,
        "" if name == _OF_ALL_YEARS else digest,
    )


def _told(
    register: RegisterName, title: str, year: Year, answered: Answered, told: Iterable[Opinion] | Iterable[Request]
) -> Counted:
    groups = (
        Group(id=one.id, label=f"{name}：{one.label}" if name else one.label, entries=one.entries)
        for name, one in answered_groups(answered, dimensions_of(register))
    )
    return _counted(year, register.id, title, groups, _told_rows(told, register, year))


def _counted(
    year: Year, dimension: str, title: str, groups: Iterable[Group], lines: Mapping[str, str], digest: str = ""
) -> Counted:
    """A page with a section for every group that is not empty.

    Args:
        digest: of the lines; made of those that are told where none is given.
    """
    sections = tuple(
        Section(id=one.id, label=one.label, entries=one.entries, lines=lines) for one in groups if one.count
    )
    told = digest or digest_of(*(one.rows for one in sections))
    return Counted(url=urls.counted_url(year.slug, dimension), title=title, sections=sections, lines=told)


def _duties(found: YearStatistics) -> Counted:
    year, whole = found.year, found.figures.fulfilment
    due = sorted((*whole.on_time, *whole.late, *whole.missing), key=lambda duty: (duty.due, duty.item.id, duty.period))
    lists = zip(DUTY_GROUPS.items(), (due, whole.on_time, whole.late, whole.missing, whole.open), strict=True)
    lines = {f"{duty.item.id} {duty.due} {duty.period}": _duty_row(duty, _base(year)) for duty in (*due, *whole.open)}
    groups = (
        Group(id=id, label=label, entries=tuple(f"{one.item.id} {one.due} {one.period}" for one in duties))
        for (id, label), duties in lists
    )
    return _counted(year, "duties", f"{year.label}应公开的", groups, lines)


def _base(year: Year) -> str:
    """One of the pages: relative links from all of them are the same."""
    return urls.counted_url(year.slug, "column")


def _entry_row(entry: Entry, base: str) -> str:
    state = f" <span>{entry.state_label}</span>" if isinstance(entry, Stub) else ""
    return (
        f'<li><a href="{urls.relative(urls.record_url(entry.id), base=base)}">{escape(entry.title)}</a>'
        f' <span class="entry-facts"><span>{entry.id}</span> <time>{entry.published}</time>{state}</span></li>\n'
    )


def _duty_row(duty: Duty, base: str) -> str:
    done = f" <span>公开于 <time>{duty.done_on}</time></span>" if duty.done_on else ""
    records = "".join(
        f' <a href="{urls.relative(urls.record_url(id), base=base)}">{escape(id)}</a>' for id in duty.entries
    )
    return (
        f'<li>{escape(duty.item.name)} <span class="entry-facts"><span>{escape(duty.period)}</span>'
        f" <span>最晚 <time>{duty.due}</time></span>{done}{records}</span></li>\n"
    )


def _told_rows(told: Iterable[Opinion] | Iterable[Request], register: RegisterName, year: Year) -> dict[str, str]:
    """Opinions or requests, each leading to its row in the register."""
    base = _base(year)
    page = urls.relative(urls.register_url(register.id, year.slug), base=base)
    return {
        one.id: f'<li><a href="{page}#{escape(one.id)}">{escape(one.id)}</a> <span class="entry-facts"><span>收到 <time>{one.received}</time></span>'
        f"{f' <span>答复 <time>{one.answered}</time></span>' if one.answered else ''}</span></li>\n"
        for one in told
    }
