"""An edition with its look-ups: built once, so that no page has to search the whole library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from disclosure.domain.catalogue import Column
from disclosure.domain.chains import Chain, chains_of
from disclosure.domain.consultations import Consultation, consultations_of
from disclosure.domain.duties import Duty
from disclosure.domain.earlier_fees import earlier_fees_of
from disclosure.domain.edition import Edition, Entry, Shown, last_change
from disclosure.domain.life import last_turn
from disclosure.domain.standings import ItemStanding, standings_of
from disclosure.rendering.mentions import mention_of
from disclosure.rendering.volumes import Volume, volumes_of
from disclosure.rendering.year_statistics import YearStatistics, statistics_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The entries before and after one in its column, by time."""

    newer: Entry | None
    older: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All lists are newest first, unless said otherwise."""

    edition: Edition
    entries: Mapping[str, Entry]
    """By id."""
    current: Mapping[str, tuple[Entry, ...]]
    """Current entries by column path, with those of the columns below it; every column has a key."""
    archived: Mapping[str, tuple[Entry, ...]]
    """The same for entries that have left the current list."""
    series: Mapping[str, tuple[Entry, ...]]
    """By key, oldest first."""
    neighbours: Mapping[str, Neighbours]
    """By id, among the entries of the very same column."""
    by_item: Mapping[str, tuple[Entry, ...]]
    """By item id."""
    earlier_fees: Mapping[str, Shown]
    """With which record the fees of a record are compared, by id (`earlier_fees`)."""
    mentions: Mapping[str, str]
    """What the pages of other records say of each entry, by id (`mentions.mention_of`)."""
    last_changes: Mapping[str, date]
    """The last day on which the text of each entry's page changed, by id."""
    duties: tuple[Duty, ...]
    """What falls due, by day."""
    standings: tuple[ItemStanding, ...]
    """How each item that is meant for the edition's readers stands, in the order of the catalogue."""
    chains: Mapping[str, Chain]
    """The opinions on a record and what came of them, by id of each record that has any part in it."""
    consultations: Mapping[str, Consultation]
    """By id of the record that asks for opinions."""
    results: Mapping[str, tuple[Consultation, ...]]
    """The consultations whose result a record is, by id of the record."""
    volumes: Callable[[], tuple[Volume, ...]]
    """Makes the registers that the edition has, once, when they are first asked for."""
    statistics: Callable[[], tuple[YearStatistics, ...]]
    """Makes the statistics that the edition has, the newest year first, once, when they are first asked for."""

    @property
    def running(self) -> list[Shown]:
        """Records whose notice period runs, the first to end first."""
        running = [shown for shown in self.edition.shown if shown.state.is_running]
        return sorted(running, key=lambda s: (s.days_left or 0, s.sort_key))

    def in_series(self, entry: Entry) -> tuple[Entry, ...]:
        """All records of an entry's matter, itself included; none where it stands alone."""
        found = self.series.get(entry.series, ())
        return found if len(found) > 1 else ()

    def known(self, ids: Iterable[str]) -> list[Entry]:
        """Those of some records that this edition has."""
        return [self.entries[one] for one in ids if one in self.entries]

    def since(self, shown: Shown) -> date:
        """Since when a record's state is as it is; the day of the build while the days are counted down."""
        today = self.edition.today
        if shown.state.is_running:
            return today
        return last_turn(shown.record, today, warn_days=self.edition.school.settings.warn_days)

    def count(self, column: Column) -> int:
        """How many current entries a column lists."""
        return len(self.current[column.path])


def index_edition(edition: Edition) -> Site:
    """Index an edition: one pass over its entries, one over each column's."""
    entries = edition.entries()
    lists: tuple[dict[str, list[Entry]], dict[str, list[Entry]]] = (defaultdict(list), defaultdict(list))
    series: dict[str, list[Entry]] = defaultdict(list)
    by_item: dict[str, list[Entry]] = defaultdict(list)
    own: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        column, listed = entry.column, lists[entry.state.is_archived]
        own[column].append(entry)
        for path in paths_above(column):
            listed[path].append(entry)
        if entry.series:
            series[entry.series].append(entry)
        if entry.item:
            by_item[entry.item.id].append(entry)
    paths = [column.path for column in edition.catalogue.walk()]
    by_id = {entry.id: entry for entry in entries}
    consultations = consultations_of(edition)
    return Site(
        edition=edition,
        entries=by_id,
        current={path: tuple(lists[False][path]) for path in paths},
        archived={path: tuple(lists[True][path]) for path in paths},
        series={key: tuple(reversed(found)) for key, found in series.items()},
        neighbours=_neighbours(own.values()),
        by_item={key: tuple(found) for key, found in by_item.items()},
        earlier_fees=earlier_fees_of(edition.shown),
        mentions={number: mention_of(entry) for number, entry in by_id.items()},
        last_changes={number: last_change(entry, edition.today) for number, entry in by_id.items()},
        duties=edition.duties,
        standings=standings_of(edition, edition.duties),
        chains=chains_of(edition, by_id),
        consultations=consultations,
        volumes=cache(partial(volumes_of, edition)),
        statistics=cache(partial(statistics_of, edition)),
        results=_results(consultations.values()),
    )


@cache
def paths_above(path: str) -> tuple[str, ...]:
    """A column's path and those of the columns above it: `other/finance` -> `other`, `other/finance`."""
    segments = path.split("/")
    return tuple("/".join(segments[: depth + 1]) for depth in range(len(segments)))


def _results(consultations: Iterable[Consultation]) -> dict[str, tuple[Consultation, ...]]:
    found: dict[str, list[Consultation]] = defaultdict(list)
    for one in consultations:
        if one.result:
            found[one.result.id].append(one)
    return {result: tuple(asked) for result, asked in found.items()}


def _neighbours(columns: Iterable[list[Entry]]) -> dict[str, Neighbours]:
    return {
        entry.id: Neighbours(
            newer=found[index - 1] if index else None,
            older=found[index + 1] if index + 1 < len(found) else None,
        )
        for found in columns
        for index, entry in enumerate(found)
    }
