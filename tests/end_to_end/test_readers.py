"""Feeds in the readers people use: newsboat, rss2email and sfeed subscribe to the example school."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from building import PROJECT, built
from debian import program
from disclosure.domain.edition import Edition
from serving import served

pytestmark = pytest.mark.readers


@pytest.fixture(scope="module")
def site() -> Path:
    return built(PROJECT)


@pytest.fixture(scope="module")
def url(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


def run(*command: str | Path, stdin: str = "") -> str:
    done = subprocess.run([*map(str, command)], input=stdin, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


NAMES = ["feed.xml", "atom.xml", "feeds/parents.xml", "feeds/parents.atom.xml"]


@pytest.mark.parametrize("name", NAMES)
def test_newsboat(name: str, site: Path, url: str, tmp_path: Path) -> None:
    newsboat = program("newsboat", package="newsboat")
    (tmp_path / "urls").write_text(url + name + "\n")
    (tmp_path / "config").write_text("")
    common = (newsboat, "-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config")
    run(*common, "-x", "reload")
    count = len(feedparser.parse((site / name).read_bytes()).entries)
    assert f"{count} unread" in run(*common, "-x", "print-unread")


def test_newsboat_subscribes_to_all_feeds_at_once(site: Path, url: str, tmp_path: Path, edition: Edition) -> None:
    newsboat = program("newsboat", package="newsboat")
    opml = (site / "feeds.opml").read_text().replace(edition.school.site_url, url)
    (tmp_path / "feeds.opml").write_text(opml)
    (tmp_path / "config").write_text("")
    common = (newsboat, "-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config")
    run(*common, "-i", tmp_path / "feeds.opml")
    subscribed = [line.split(" ")[0] for line in (tmp_path / "urls").read_text().splitlines()]
    feeds = [path for path in site.rglob("*.xml") if path.name == "feed.xml" or path.match("feeds/[!.]*.xml")]
    wanted = [path for path in feeds if not path.name.endswith("atom.xml")]
    assert sorted(subscribed) == sorted(url + path.relative_to(site).as_posix() for path in wanted)
    assert len(wanted) == 1 + len(edition.school.interests) + len(list(edition.catalogue.walk()))
    run(*common, "-x", "reload")
    told = {entry.id for path in wanted for entry in feedparser.parse(path.read_bytes()).entries}
    assert f"{len(told)} unread" in run(*common, "-x", "print-unread")


@pytest.mark.parametrize("name", NAMES)
def test_rss2email(name: str, site: Path, url: str, tmp_path: Path) -> None:
    r2e = (program("r2e", package="rss2email"), "-c", tmp_path / "config", "-d", tmp_path / "data.json")
    run(*r2e, "new", "parent@school.example")
    run(*r2e, "add", "school", url + name)
    run(*r2e, "run", "--no-send")
    assert "school" in run(*r2e, "list")
    wanted = {entry.id for entry in feedparser.parse((site / name).read_bytes()).entries}
    assert set(json.loads((tmp_path / "data.json").read_text())["feeds"][0]["seen"]) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_sfeed(name: str, site: Path) -> None:
    out = run(program("sfeed", package="sfeed"), stdin=(site / name).read_text())
    entries = feedparser.parse((site / name).read_bytes()).entries
    titles = [line.split("\t")[1] for line in out.splitlines()]
    assert titles == [entry.title for entry in entries]
