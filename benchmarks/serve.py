"""Measure how long a saved edit of one record takes to show in a real browser.

    python benchmarks/serve.py [N] [--edits 5] [--browser PROGRAM]

A school of N records is previewed; the page of one stands open in Chromium. From before the file is written until the
page, which reloads itself, shows the new words: that is the time.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page, TimeoutError, sync_playwright

from make_school import make_school
from words import ADDED

_PATIENCE = 600
"""Seconds after which a preview or an edit is given up."""
_BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_SHOWS = "words => document.body !== null && document.body.innerText.includes(words)"


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", metavar="N", type=int, nargs="?", default=1000, help="how many records")
    parser.add_argument("--edits", metavar="N", type=int, default=5, help="how often a record is edited")
    parser.add_argument("--browser", metavar="PROGRAM", default="chromium", help="a Chromium on PATH, or its path")
    given = parser.parse_args()
    if min(given.count, given.edits) < 1:
        parser.error("numbers are wanted from 1 up")
    browser = shutil.which(given.browser)
    if browser is None:
        sys.exit(f"!!! NOTHING MEASURED: {given.browser} is not on PATH (Debian: apt-get install chromium) !!!")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        make_school(given.count, Path(folder, "corpus"))
        times = _measure(Path(folder, "corpus/school"), Path(folder, "said.txt"), browser=browser, edits=given.edits)
    _say(f"a saved edit of one record of {given.count:,} shows after {median(times):.2f} s (median of {len(times)})")


def _measure(school: Path, said: Path, *, browser: str, edits: int) -> list[float]:
    records = sorted((school / "data/records").rglob("*.md"))
    record = records[len(records) // 2]
    with _previewed(school, said) as (address, started), sync_playwright() as playwright:
        _say(f"the preview answers after {started:.2f} s")
        with playwright.chromium.launch(executable_path=browser, args=_BROWSER) as chromium:
            page = chromium.new_page()
            page.goto(f"{address}r/{record.stem}/", wait_until="load")
            return [_time_of_edit(page, record, number) for number in range(1, edits + 1)]


def _time_of_edit(page: Page, record: Path, number: int) -> float:
    """Seconds until an edit is seen."""
    words = ADDED.format(number=number)
    text = record.read_text(encoding="utf-8") + f"\n{words}\n"
    time.sleep(2 + number * 0.618 % 1)  # the page has settled; a preview that looks every so often is met at any moment
    start = time.perf_counter()
    record.write_text(text, encoding="utf-8")
    _wait_for(page, words)
    seconds = time.perf_counter() - start
    _say(f"edit {number}: {seconds:.2f} s")
    return seconds


def _wait_for(page: Page, words: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            page.wait_for_function(_SHOWS, arg=words, polling=20, timeout=_PATIENCE * 1000)
            return
        except TimeoutError:
            break
        except Error:  # the page that was looked at is gone: it is being loaded anew
            time.sleep(0.01)
    sys.exit(f"!!! after {_PATIENCE} s the page does not show: {words} !!!")


@contextmanager
def _previewed(school: Path, said: Path) -> Iterator[tuple[str, float]]:
    """Run `disclosure serve` on a free port; gives its address and how many seconds it took to answer."""
    port = _free_port()
    command: list[str | Path] = [sys.executable, "-m", "disclosure", "serve", "--root", school,
                                 "--today", "2026-01-15", "--port", str(port)]  # fmt: skip
    start = time.perf_counter()
    with said.open("wb") as kept:
        process = subprocess.Popen(command, stdout=kept, stderr=kept)
    try:
        address = _answering(port, process, said)
        yield address, time.perf_counter() - start
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answering(port: int, process: subprocess.Popen[bytes], said: Path) -> str:
    """Address of the home page, as soon as it can be had; the preview may sit on the path of the school's site."""
    deadline = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=_PATIENCE) as answer:
                return str(answer.url)
        except urllib.error.HTTPError as error:
            sys.exit(f"!!! the preview answers with {error.code} !!!")
        except OSError:
            time.sleep(0.05)
    sys.exit(f"!!! no preview:\n{said.read_text(encoding='utf-8', errors='replace')[-3000:]} !!!")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
