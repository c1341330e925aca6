"""Feeds: valid, stable, newest first, without the text of what was taken down."""

from __future__ import annotations

import re
import shutil
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import feedparser
import pytest

from building import CORPUS, DAY, PROJECT, built, contents
from disclosure.domain.edition import Edition
from disclosure.domain.library import Library
from disclosure.domain.record import Record
from sample import make_school, record

INTERESTS = re.compile(r"feeds/[^/]+\.xml")
FEEDS = sorted(
    path for path in contents(built(PROJECT)) if path.endswith(("feed.xml", "atom.xml")) or INTERESTS.fullmatch(path)
)
EVENT_PREFIX = re.compile("^【[^】]+】")


def parsed(content: bytes) -> Any:
    return feedparser.parse(content)


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    return contents(built(PROJECT))


def test_the_site_every_interest_and_every_column_have_all_forms(edition: Edition, site: dict[str, bytes]) -> None:
    folders = ["", *(column.path + "/" for column in edition.catalogue.walk())]
    interests = [f"feeds/{interest.id}" for interest in edition.school.interests]
    assert len(interests) == 2
    wanted = [folder + name for folder in folders for name in ("feed.xml", "atom.xml")]
    wanted += [interest + ending for interest in interests for ending in (".xml", ".atom.xml")]
    assert sorted(wanted) == FEEDS
    assert {f"{folder}feed.json" for folder in folders} | {f"{interest}.json" for interest in interests} <= set(site)


def test_feeds_by_interest_are_never_empty_in_the_example(site: dict[str, bytes]) -> None:
    for path in FEEDS:
        if path.startswith("feeds/"):
            assert len(parsed(site[path]).entries) > 5, path


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_leads_to_its_style_sheet(path: str, site: dict[str, bytes]) -> None:
    found = re.findall(rb'<\?xml-stylesheet type="text/css" href="([^"]+)"\?>', site[path])
    assert [urljoin(path, link.decode()) for link in found] == ["assets/feed.css"]
    assert "assets/feed.css" in site


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_well_formed_and_in_order(path: str, site: dict[str, bytes]) -> None:
    feed = parsed(site[path])
    assert not feed.bozo, feed.get("bozo_exception")
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) <= 50
    assert all(identifier.startswith("tag:") for identifier in ids)
    moments = [entry.updated_parsed if path.endswith("atom.xml") else entry.published_parsed for entry in feed.entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.feed.links and any(link.rel == "self" for link in feed.feed.links)


@pytest.mark.parametrize("path", FEEDS)
def test_every_date_is_in_shanghai(path: str, site: dict[str, bytes]) -> None:
    written = re.findall(rb"<(?:pubDate|lastBuildDate|updated|published)>([^<]+)<", site[path])
    assert all(one.endswith((b"+0800", b"+08:00")) for one in written)
    if not path.endswith("atom.xml"):
        assert all(parsedate_to_datetime(one.decode()) for one in written)


@pytest.mark.parametrize("path", FEEDS)
def test_links_inside_entries_lead_to_the_site_from_anywhere(path: str, site: dict[str, bytes]) -> None:
    for entry in parsed(site[path]).entries:
        content = entry.content[0].value if "content" in entry else entry.get("summary", "")
        targets = re.findall(r'(?:href|src)="([^"]*)"', content)
        assert all(re.match(r"(?:https?|mailto|tel):", target) for target in targets), entry.id


def test_events_are_told_once_each(site: dict[str, bytes], edition: Edition) -> None:
    ids = [entry.id for path in FEEDS if path.endswith("atom.xml") for entry in parsed(site[path]).entries]
    kinds = {identifier.rsplit(":", 1)[1].partition("-")[0] for identifier in ids}
    assert kinds == {"published", "changed", "corrected", "withdrawn"}
    assert {identifier.split(":")[2] for identifier in ids} <= {entry.id for entry in edition.entries()}


def test_what_was_taken_down_is_told_without_its_text(
    site: dict[str, bytes], library: Library, edition: Edition
) -> None:
    stubs = {stub.id for stub in edition.stubs}
    assert stubs
    for path in FEEDS:
        for record_id in stubs:
            for passage in own_passages(library.records[record_id], library):
                assert passage.encode() not in site[path], (path, record_id)


def own_passages(record: Record, library: Library) -> list[str]:
    """Runs of Chinese characters that stand in this record's text and nowhere else."""
    others = "".join(
        other.title + other.summary + library.bodies[other.id]
        for other in library.records.values()
        if other is not record
    )
    body = library.bodies[record.id]
    found = [run for run in re.findall("[\u4e00-\u9fff]{4,}", body) if run not in others + record.title]
    assert found, record.id
    return found


def test_name_lists_give_no_text(site: dict[str, bytes], edition: Edition, library: Library) -> None:
    lists = [shown for shown in edition.shown if shown.item and shown.item.personal_data]
    assert lists
    for shown in lists:
        for path in FEEDS:
            assert not any(passage.encode() in site[path] for passage in own_passages(shown.record, library)), (
                path,
                shown.id,
            )


def test_attachments_are_enclosures(site: dict[str, bytes], edition: Edition) -> None:
    entries = {entry.id: entry for entry in parsed(site["atom.xml"]).entries}
    shown = next(
        one for one in edition.shown if len(one.record.attachments) > 1 and any(one.id in key for key in entries)
    )
    entry = next(entry for key, entry in entries.items() if f":{shown.id}:" in key)
    assert len([link for link in entry.links if link.rel == "enclosure"]) == len(shown.record.attachments)
    rss = next(entry for entry in parsed(site["feed.xml"]).entries if f":{shown.id}:" in entry.id)
    assert rss.enclosures[0].length == str(shown.record.attachments[0].size)


def test_a_move_to_another_address_renotifies_nobody(tmp_path: Path) -> None:
    school = make_school(tmp_path / "a", record())
    moved = Path(shutil.copytree(school, tmp_path / "b"))
    text = (moved / "data/school.yml").read_text()
    (moved / "data/school.yml").write_text(text.replace("school.example", "new.example"))
    before, after = (parsed((built(root) / "feed.xml").read_bytes()).entries for root in (school, moved))
    assert [entry.id for entry in before] == [entry.id for entry in after]
    assert before[0].link != after[0].link


def test_a_feed_stays_the_same_while_nothing_happens(tmp_path: Path) -> None:
    school = make_school(tmp_path, record())
    feeds = [(built(school, date(2026, 11, day)) / "feed.xml").read_bytes() for day in (1, 2)]
    assert feeds[0] == feeds[1]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside the repository, not in it")
def test_feeds_of_real_documents() -> None:
    for path, content in contents(built(CORPUS, DAY)).items():
        if path.endswith(("feed.xml", "atom.xml")):
            feed = parsed(content)
            assert not feed.bozo, path
            assert len({entry.id for entry in feed.entries}) == len(feed.entries)
