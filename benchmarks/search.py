"""Measure the search in a real browser: what is found, what a first question loads, how large the index is.

    python benchmarks/search.py [N] [--questions 100] [--browser PROGRAM]

A school of N records is built. Each question is a random piece of two to eight characters from a record's text, asked by a
browser that knows nothing yet; everything it loads is counted as a host that compresses would send it (gzip).
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from make_school import make_school

_BROWSER = ["--no-sandbox", "--disable-gpu"]
_COMPRESSED = {".html", ".js", ".css", ".svg", ".json", ".xml"}
Question = tuple[str, str]
"""Number of a record, and what is asked."""


class _Compressing(SimpleHTTPRequestHandler):
    """Counts what a host that compresses sends."""

    sent: list[tuple[str, int]]

    def __init__(self, *args: object, sent: list[tuple[str, int]], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            content = path.read_bytes()
            size = len(gzip.compress(content, 6)) if path.suffix in _COMPRESSED else len(content)
            self.sent.append((self.path, size))
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    sent: list[tuple[str, int]] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, sent=sent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", sent
    finally:
        server.shutdown()


def _questions(school: Path, count: int) -> list[Question]:
    chance = random.Random(1)
    records = sorted((school / "data/records").rglob("*.md"))
    questions: list[Question] = []
    while len(questions) < count:
        record = chance.choice(records)
        lines = [line for line in record.read_text(encoding="utf-8").split("---", 2)[2].splitlines() if len(line) > 10]
        line = re.sub(r"[#*|>\-]", "", chance.choice(lines)).strip()
        length = chance.randint(2, 8)
        start = chance.randrange(max(1, len(line) - length))
        piece = line[start : start + length]
        if len(piece) >= 2 and not re.search(r"\s", piece):
            questions.append((record.stem, piece))
    return questions


def _ask(browser: Browser, url: str, question: Question, sent: list[tuple[str, int]]) -> tuple[bool, float, int]:
    """Whether the record is among the hits; seconds and bytes until the first of them stand there with their passages."""
    sent.clear()
    number, piece = question
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    start = time.perf_counter()
    page.goto(f"{url}search/?q={piece}")
    page.wait_for_selector('#search-says[data-done="1"]', state="attached")
    seconds, size = time.perf_counter() - start, sum(size for _, size in sent)
    more = "more => more.hidden ? false : (more.click(), true)"
    found = False
    while not (found := page.locator(f'[data-found="{number}"]').count() > 0) and page.eval_on_selector(
        "#search-more", more
    ):
        page.wait_for_timeout(50)
        page.wait_for_selector('#search-says[data-done="1"]', state="attached")
    page.context.close()
    return found, seconds, size


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", metavar="N", type=int, nargs="?", default=3000, help="how many records")
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--browser", metavar="PROGRAM", default="/usr/bin/chromium")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        make_school(given.count, folder / "corpus")
        school, site = folder / "corpus/school", folder / "site"
        command: list[str | Path] = [sys.executable, "-m", "disclosure", "build", "--root", school, "--site-dir", site]
        subprocess.run([*command, "--today", "2026-01-15"], check=True, capture_output=True)
        files = list((site / "search").rglob("*.js"))
        size, packed = sum(f.stat().st_size for f in files), sum(len(gzip.compress(f.read_bytes())) for f in files)
        first: list[int] = []
        found: list[bool] = []
        times: list[float] = []
        with _served(site) as (url, sent), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=given.browser, args=_BROWSER)
            for question in _questions(school, given.questions):
                hit, seconds, bytes_sent = _ask(browser, url, question, sent)
                found.append(hit)
                times.append(seconds)
                first.append(bytes_sent)
    _say(f"{given.count:,} records: index {size / 1e6:.2f} MB in {len(files)} files, {packed / 1e6:.2f} MB compressed")
    _say(f"found {sum(found)} of {len(found)} random pieces of 2-8 characters")
    _say(
        f"first question, everything from the page on: median {median(first) / 1000:.0f} KB, most {max(first) / 1000:.0f} KB"
    )
    _say(f"seconds until the first hits stand there: median {median(times):.2f}, most {max(times):.2f}")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
