"""A feed that somebody opens in a browser says what it is, how to subscribe, and what it holds."""

from __future__ import annotations

from collections.abc import Iterator

import feedparser
import pytest
from playwright.sync_api import Browser, Page

from building import PROJECT, built

pytestmark = pytest.mark.browser

FEEDS = [
    "feed.xml",
    "atom.xml",
    "other/finance/feed.xml",
    "other/finance/atom.xml",
    "feeds/parents.xml",
    "feeds/parents.atom.xml",
]
GENERATED = """(() => {
  const root = document.querySelector("description, subtitle");
  return getComputedStyle(root, "::after").content;
})()"""
VISIBLE = """(() => [...document.querySelectorAll("item, entry")].map(entry => [...entry.children]
  .filter(part => part.getClientRects().length).sort((a, b) => a.getClientRects()[0].top - b.getClientRects()[0].top)
  .map(part => part.localName)))()"""
ADDRESSES = """(() => [...document.querySelectorAll("item > link, entry > link:not([rel])")].map(link =>
  link.textContent || link.getAttribute("href")))()"""


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def tab(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab that fails the test for anything the browser complains of, but for the icon that only HTML can name."""
    context = browser.new_context(viewport={"width": request.param, "height": 844}, locale="zh-CN")
    page = context.new_page()
    wrong: list[str] = []
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("request", lambda sent: wrong.append(sent.url) if "school.example" in sent.url else None)
    yield page
    assert wrong == []
    context.close()


@pytest.mark.parametrize("name", FEEDS)
def test_it_explains_itself(name: str, tab: Page, url: str) -> None:
    tab.goto(url + name)
    said = tab.evaluate(GENERATED)
    for words in ("这是订阅源", "添加到阅读器", "订阅”页"):
        assert words in said
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert tab.evaluate("document.querySelector('title').getClientRects().length > 0")


@pytest.mark.parametrize("name", FEEDS)
def test_entries_are_shown_with_day_summary_and_address(name: str, tab: Page, url: str) -> None:
    entries = feedparser.parse((built(PROJECT) / name).read_bytes()).entries
    tab.goto(url + name)
    parts = (
        ["title", "published", "summary", "link"]
        if name.endswith("atom.xml")
        else ["title", "pubDate", "description", "link"]
    )
    assert tab.evaluate(VISIBLE) == [parts] * len(entries)
    assert tab.evaluate(ADDRESSES) == [entry.link for entry in entries]


def test_it_looks_the_same_from_a_folder(browser: Browser) -> None:
    page = browser.new_page()
    page.goto((built(PROJECT) / "feeds/parents.xml").as_uri())
    assert "这是订阅源" in page.evaluate(GENERATED)
    page.close()
