"""What an edition must not show is in no byte of it, file names included."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from building import DAY, PROJECT, built, contents
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from disclosure.domain.vocabulary import Audience


def own_words(record: Record, library: Library) -> list[str]:
    """Runs of Chinese characters of a record that no other record and no file of the school uses."""
    others = "".join(f"{r}{library.bodies[r.id]}" for r in library.records.values() if r is not record)
    others += str(library.catalogue)
    others += "".join(path.read_text() for path in (PROJECT / "site_src").glob("*.md"))
    folder = PROJECT / record.source.path.parent if record.source.is_folder else None
    others += "".join(path.read_text() for path in PROJECT.glob("data/records/**/*.txt") if path.parent != folder)
    runs = re.findall("[\u4e00-\u9fff]{4,}", record.title + "\n" + record.summary + "\n" + library.bodies[record.id])
    return [run for run in runs if run not in others]


def traces(record: Record, library: Library, site: dict[str, bytes]) -> list[str]:
    found = [path for path in site if record.id in path]
    titles = [] if record.title in library.catalogue.item_names else [record.title]
    secrets = [record.id, *titles, *own_words(record, library), *(a.sha256 for a in record.attachments)]
    for path, content in site.items():
        if path.endswith((".html", ".xml", ".json", ".txt", ".js", ".css")):
            text = content.decode()
            found += [f"{path}: {secret}" for secret in secrets if secret in text]
    return found


def test_the_public_edition_knows_nothing_of_internal_records(library: Library) -> None:
    site = contents(built(PROJECT))
    internal = [record for record in library.records.values() if Audience.PUBLIC not in record.audience]
    assert len(internal) > 4
    assert {record.id: found for record in internal if (found := traces(record, library, site))} == {}


def test_the_internal_edition_shows_them() -> None:
    site, public = contents(built(PROJECT, edition="internal")), contents(built(PROJECT))
    pages = {path for path in site if path.startswith("r/")}
    assert pages > {path for path in public if path.startswith("r/")}


def test_drafts_and_records_of_the_future_are_in_neither(library: Library) -> None:
    unseen = [record for record in library.records.values() if record.draft or record.published > DAY]
    assert any(record.draft for record in unseen)
    assert any(record.published > DAY for record in unseen)
    for edition in ("public", "internal"):
        site = contents(built(PROJECT, edition=edition))
        assert {record.id: found for record in unseen if (found := traces(record, library, site))} == {}


def test_a_scheduled_record_appears_on_its_day(library: Library) -> None:
    record = min((r for r in library.records.values() if r.published > DAY and not r.draft), key=lambda r: r.published)
    for day, expected in ((record.published - timedelta(days=1), False), (record.published, True)):
        assert (built(PROJECT, day) / "r" / record.id).exists() is expected


@pytest.mark.parametrize("edition", ["public", "internal"])
def test_stubs_hold_no_text_and_no_file(edition: str, library: Library) -> None:
    site = contents(built(PROJECT, edition=edition))
    stubs = library.for_edition(edition, DAY).stubs
    for stub in stubs:
        record = library.records[stub.id]
        told = {run for run in own_words(record, library) if run in record.title or run in str(record.withdrawn)}
        for word in set(own_words(record, library)) - told:
            assert not [path for path, content in site.items() if word.encode() in content], (stub.id, word)
        assert {path for path in site if path.startswith(f"r/{stub.id}/")} == {f"r/{stub.id}/index.html"}
        for attachment in record.attachments:
            assert not [path for path, content in site.items() if attachment.sha256.encode() in content]
