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


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_newsboat(name: str, site: Path, url: str, tmp_path: Path) -> None:
    newsboat = program("newsboat", package="newsboat")
    (tmp_path / "urls").write_text(url + name + "\n")
    (tmp_path / "config").write_text("")
    common = (newsboat, "-u", tmp_path / "urls", "-c", tmp_path / "cache.db", "-C", tmp_path / "config")
    run(*common, "-x", "reload")
    count = len(feedparser.parse((site / name).read_bytes()).entries)
    assert f"{count} unread" in run(*common, "-x", "print-unread")


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_rss2email(name: str, site: Path, url: str, tmp_path: Path) -> None:
    r2e = (program("r2e", package="rss2email"), "-c", tmp_path / "config", "-d", tmp_path / "data.json")
    run(*r2e, "new", "parent@school.example")
    run(*r2e, "add", "school", url + name)
    run(*r2e, "run", "--no-send")
    assert "school" in run(*r2e, "list")
    wanted = {entry.id for entry in feedparser.parse((site / name).read_bytes()).entries}
    assert set(json.loads((tmp_path / "data.json").read_text())["feeds"][0]["seen"]) == wanted


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_sfeed(name: str, site: Path) -> None:
    out = run(program("sfeed", package="sfeed"), stdin=(site / name).read_text())
    entries = feedparser.parse((site / name).read_bytes()).entries
    titles = [line.split("\t")[1] for line in out.splitlines()]
    assert titles == [entry.title for entry in entries]
