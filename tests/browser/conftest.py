"""A real Chromium: the one on PATH, else Debian's, else Playwright's own, installed on first use."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from building import DAY, PROJECT, below_a_path, built
from debian import found_or_installed
from serving import served

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = found_or_installed("chromium", "chromium-browser", "google-chrome", package="chromium")
    if not found:
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        except Error as error:
            pytest.skip(f"!!! NO BROWSER: Chromium is neither on PATH nor could it be installed: {error} !!!")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    """The example school, served under a sub-path like a school's /xwgk/."""
    with served(below_a_path(built(PROJECT))) as address:
        yield address + "xwgk/"


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab on the day of the build that fails the test for console errors and requests to other hosts."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="zh-CN")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("request", lambda sent: wrong.append(sent.url) if not sent.url.startswith("http://127.0.0.1:") else None)
    tab.clock.install(time=noon(DAY))
    yield tab
    assert wrong == []
    assert context.cookies() == []
    context.close()


def noon(day: date) -> datetime:
    """Noon in Shanghai."""
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)
