"""The preview: a saved record shows up without a restart, a mistake takes nothing down."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError

import pytest

from building import environment
from disclosure.site_build import Builder
from sample import TODAY, make_school, record

PATIENCE = 30
"""Seconds until something that has not happened counts as never happening."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(root: Path, program: str) -> Iterator[str]:
    port = free_port()
    options = (
        ["--root", str(root), "--port", str(port)]
        if program == "disclosure"
        else ["-f", str(root / "mkdocs.yml"), "-a", f"127.0.0.1:{port}"]
    )
    command = [sys.executable, "-m", program, "serve", *options]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in said


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode())
    except (HTTPError, URLError, ConnectionError) as error:
        return f"{type(error).__name__} {getattr(error, 'code', '')}"


def eventually(url: str, text: str) -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if text in page(url):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("program", ["disclosure", "mkdocs"])
def test_a_saved_record_shows_up(program: str, tmp_path: Path) -> None:
    root = make_school(tmp_path, record(body="原来的内容。"))
    with serving(root, program) as url:
        assert eventually(url + "r/2026-0001/", "原来的内容。")
        (root / "data/records/a.md").write_text(record(body="改过的内容。"))
        assert eventually(url + "r/2026-0001/", "改过的内容。")
        (root / "data/records/b.md").write_text(record("2026-0002", body="新的一条。"))
        assert eventually(url + "r/2026-0002/", "新的一条。")
        assert eventually(url + "admissions-fees/", "第2026-0002件")
        (root / "data/records/b.md").unlink()
        assert eventually(url + "r/2026-0002/", "404")


def test_a_mistake_hides_one_record_and_mending_it_brings_it_back(tmp_path: Path) -> None:
    root = make_school(tmp_path, record(body="原来的内容。"), record("2026-0002", body="另一条。"))
    with serving(root, "disclosure") as url:
        assert eventually(url + "r/2026-0001/", "原来的内容。")
        (root / "data/records/a.md").write_text(record(公布日期="下周一"))
        assert eventually(url + "r/2026-0001/", "404")
        assert "另一条。" in page(url + "r/2026-0002/")
        (root / "data/records/a.md").write_text(record(body="改好了。"))
        assert eventually(url + "r/2026-0001/", "改好了。")


def test_feeds_and_data_follow_a_saved_record_too(tmp_path: Path) -> None:
    """A preview makes them only when somebody asks."""
    root = make_school(tmp_path, record(body="原来的内容。"))
    with serving(root, "disclosure") as url:
        assert eventually(url + "feed.xml", "原来的内容。")
        assert eventually(url + "records.json", "2026-0001")
        (root / "data/records/a.md").write_text(record(body="改过的内容。"))
        assert eventually(url + "admissions-fees/feed.xml", "改过的内容。")
        assert eventually(url + "sitemap.xml", "r/2026-0001/")
        assert eventually(url + "search/recent/rows-0.js", "第2026-0001件")
        assert page(url + "search/plan.js").startswith("disclosureSearch(")
        assert page(url + "feeds/nothing.xml") == "HTTPError 404"
        assert page(url + "../feed.xml/../nothing") == "HTTPError 404"


def test_a_page_that_vanishes_while_the_site_is_gathered_is_no_error(tmp_path: Path) -> None:
    """The build that a saved file begins takes pages away, and the reader's browser asks for the search's files."""
    root, site = make_school(tmp_path, record()), tmp_path / "site"
    builder = Builder(root, serving=True, processes=1)
    builder.build(TODAY, site_dir=site)
    page = site / "r/2026-0001/index.html"
    content = page.read_bytes()
    page.unlink()
    assert builder.gathered("search/plan.js") is None
    page.write_bytes(content)
    assert builder.gathered("search/plan.js")
