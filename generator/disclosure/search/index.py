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
from disclosure.search.parts import Part, Parts, index_part
from disclosure.search.texts import ReadFile
from disclosure.search.tiers import STATES, Row, Tier, cells_of, facets_of, key_of, search_text, tiers_of

FOLDER = "search/"


def search_files(
    site: Site,
    *,
    pages: Mapping[str, Frame],
    read: ReadFile,
    basis: str = "",
    cache: Cache = NO_CACHE,
    processes: int = 1,
) -> Iterator[OutputFile]:
    """All files of the index, below `search/`. They are made from the pages of records, which have to be there.

    Args:
        pages: pages that MkDocs makes, by their file's path below the site's root.
        read: reads a file of the site.
        basis: digest of what every file depends on: product, school, catalogue, edition.
        cache: remembers the parts.
        processes: how many may index at the same time.
    """
    tiers = tiers_of(site, pages)
    for tier in tiers:
        rows = tier.parts
        keys = [digest_of(basis, str(tier.shards), *[key_of(row, site) for row in part]) for part in rows]
        index = partial(_index, rows, keys, tier.shards, read)
        parts = Parts(name=tier.name, keys=keys, index=index, cache=cache)
        parts.prepare(processes=processes)
        yield from _tier_files(tier, parts)
    yield ready(f"{FOLDER}plan.js", _script("plan", _plan(tiers, site)))


def _index(rows: Sequence[Sequence[Row]], keys: list[str], shards: int, read: ReadFile, number: int) -> Part:
    texts = [search_text(row, read) for row in rows[number]]
    return index_part(texts, key=keys[number], shards=shards)


def _tier_files(tier: Tier, parts: Parts) -> Iterator[OutputFile]:
    for number, (key, rows) in enumerate(zip(parts.keys, tier.parts, strict=True)):
        name = f"{tier.name}/rows-{number}"
        yield OutputFile(path=f"{FOLDER}{name}.js", key=key, make=partial(_rows, name, rows))
        for row in rows:
            if isinstance(row, Shown) and row.record.attachments:
                make = partial(_attachments, parts, number, row.id)
                yield OutputFile(path=f"{FOLDER}text/{row.id}.js", key=digest_of(key, row.id), make=make)
    for shard in range(tier.shards):
        name = f"{tier.name}/{shard:x}"
        yield OutputFile(
            path=f"{FOLDER}{name}.js", key=parts.shard_key(shard), make=partial(_shard, parts, name, shard)
        )


def _rows(name: str, rows: Sequence[Row]) -> bytes:
    return _script(name, [cells_of(row) for row in rows])


def _shard(parts: Parts, name: str, shard: int) -> bytes:
    return _handed_over(name, f"[{','.join(parts.shard(shard))}]")


def _attachments(parts: Parts, number: int, record_id: str) -> bytes:
    return _script(f"text/{record_id}", parts.part(number).attachments.get(record_id, []))


def _plan(tiers: list[Tier], site: Site) -> dict[str, Any]:
    edition = site.edition
    columns = [(column.path, column.full_name) for column in edition.catalogue.walk()]
    departments = sorted({entry.department for entry in site.entries.values()})
    column_numbers = {path: number for number, (path, _) in enumerate(columns)}
    department_numbers = {name: number for number, name in enumerate(departments)}
    return {
        "columns": columns,
        "departments": departments,
        "states": [(state.label, state.is_archived, state.is_stub) for state in STATES],
        "tiers": [
            {
                "name": tier.name, "shards": tier.shards, "parts": [len(part) for part in tier.parts],
                "facets": facets_of(tier.rows, column_numbers, department_numbers),
            }
            for tier in tiers
        ],
    }  # fmt: skip


def _script(name: str, content: Any) -> bytes:
    return _handed_over(name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _handed_over(name: str, content: str) -> bytes:
    return f'disclosureSearch("{name}",{content})\n'.encode()
