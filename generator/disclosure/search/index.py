"""The files of the index: a plan of it, rows for lists of hits, shards of postings, texts of attachments.

All are scripts that hand over what they hold (`search.js` takes it), so that they can be loaded from a folder, too, and are
compressed by the cheapest host. A reader's first question loads the plan, a shard of each tier for each pair of characters
asked for, and the rows and pages of the first hits.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from disclosure.caching.cache import NO_CACHE, Cache
from disclosure.caching.stamps import digest_of
from disclosure.domain.edition import Shown
from disclosure.publishing.output import OutputFile, ready
from disclosure.rendering.frame import Frame
from disclosure.rendering.site import Site
from disclosure.search.lists import MAX_TEXTS
from disclosure.search.parts import Parts, index, missing_in
from disclosure.search.texts import ReadFile, SearchText
from disclosure.search.tiers import STATES, Row, Tier, cells_of, facets_of, key_of, search_text, tiers_of

FOLDER = "search/"
ROWS = 256
"""In a file of them."""


def search_files(
    site: Site,
    *,
    pages: Mapping[str, Frame],
    read: ReadFile,
    basis: str = "",
    cache: Cache = NO_CACHE,
    processes: int = 1,
) -> Iterator[OutputFile]:
    """All files of the index, below `search/`. They are made from the pages of records.

    What has to be indexed is known at once; the pages have to be there when the first file is asked for.

    Args:
        pages: pages that MkDocs makes, by their file's path below the site's root.
        read: reads a file of the site.
        basis: digest of what every file depends on: product, school, catalogue, edition.
        cache: remembers the parts.
        processes: how many may index at the same time.
    """
    tiers = [(tier, _parts(tier, site, read, basis, cache)) for tier in tiers_of(site, pages)]
    missing = missing_in(parts for _, parts in tiers)

    def files() -> Iterator[OutputFile]:
        index(missing, processes=processes)
        for tier, parts in tiers:
            yield from _tier_files(tier, parts)
        yield ready(f"{FOLDER}plan.js", _script("plan", _plan([tier for tier, _ in tiers], site)))

    return files()


def _parts(tier: Tier, site: Site, read: ReadFile, basis: str, cache: Cache) -> Parts:
    rows = tier.parts
    keys = [[key_of(row, site) for row in part] for part in rows]

    def text(part: int, number: int) -> SearchText:
        return search_text(rows[part][number], read)

    return Parts(name=tier.name, basis=basis, shards=tier.shards, rows=keys, text=text, cache=cache)


def _tier_files(tier: Tier, parts: Parts) -> Iterator[OutputFile]:
    for number, (key, rows) in enumerate(zip(parts.keys, tier.parts, strict=True)):
        for start in range(0, len(rows), ROWS):
            name = f"{tier.name}/rows-{(number * MAX_TEXTS + start) // ROWS}"
            make = partial(_rows, name, rows[start : start + ROWS])
            yield OutputFile(path=f"{FOLDER}{name}.js", key=key, make=make)
        for at, row in enumerate(rows):
            if isinstance(row, Shown) and row.record.attachments:
                make = partial(_attachments, parts, number, at, row.id)
                yield OutputFile(path=f"{FOLDER}text/{row.id}.js", key=digest_of(key, row.id), make=make)
    for shard in range(tier.shards):
        name = f"{tier.name}/{shard:x}"
        yield OutputFile(
            path=f"{FOLDER}{name}.js", key=parts.shard_key(shard), make=partial(_shard, parts, name, shard)
        )


def _rows(name: str, rows: Sequence[Row]) -> bytes:
    return _script(name, [cells_of(row) for row in rows])


def _shard(parts: Parts, name: str, shard: int) -> bytes:
    return _script(name, parts.shard(shard))


def _attachments(parts: Parts, number: int, at: int, record_id: str) -> bytes:
    return _script(f"text/{record_id}", parts.part(number).attachments.get(at, []))


def _plan(tiers: list[Tier], site: Site) -> dict[str, Any]:
    columns = [(column.path, column.full_name) for column in site.edition.catalogue.walk()]
    departments = sorted({entry.department for entry in site.entries.values()})
    years = sorted({entry.published.year for entry in site.entries.values()})
    told: dict[str, Sequence[Any]] = {
        "columns": [path for path, _ in columns], "departments": departments, "states": STATES, "years": years,
    }  # fmt: skip
    tables = {name: {value: number for number, value in enumerate(values)} for name, values in told.items()}
    return {
        "columns": columns,
        "departments": departments,
        "states": [(state.label, state.is_archived, state.is_stub) for state in STATES],
        "years": years,
        "tiers": [
            {
                "name": tier.name, "shards": tier.shards, "parts": [len(part) for part in tier.parts],
                **facets_of(tier.rows, tables),
            }
            for tier in tiers
        ],
    }  # fmt: skip


def _script(name: str, content: Any) -> bytes:
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'disclosureSearch("{name}",{told})\n'.encode()
